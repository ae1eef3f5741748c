package org.tokenlane.model.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** What an event says, and what it says where its record is silent. */
class AuditEventTest {

    @Test
    void whatARecordDoesNotSayIsMarkedAsUnsaid() {
        AuditEvent event = AuditEvent.builder(EventKind.OPERATION).key("k").build();
        assertThat(event.kind()).isEqualTo(EventKind.OPERATION);
        assertThat(event.result()).isEqualTo(EventResult.UNKNOWN);
        assertThat(event.time()).isEqualTo(AuditEvent.NO_TIME);
        assertThat(event.timeQuality()).isEqualTo(TimeQuality.UNDATED);
        assertThat(event.timeDigits()).isZero();
        assertThat(event.recordedAt()).isEqualTo(AuditEvent.NO_TIME);
        assertThat(event.tokenIssuedAt()).isEqualTo(AuditEvent.NO_TIME);
        assertThat(event.utiOrigin()).isEqualTo(UtiOrigin.NONE);
        assertThat(event.port()).isEqualTo(-1);
        assertThat(event.itemCount()).isEqualTo(-1);
        assertThat(event.throttled()).isFalse();
        assertThat(event.weakKey()).isNull();
        assertThat(event.keyIsWeak()).isFalse();
        assertThat(event.get(EventField.IP)).isNull();
    }

    @Test
    void whatIsSetIsKept() {
        AuditEvent.Builder builder = AuditEvent.builder(EventKind.RISK).key("k").weakKey("w")
                .result(EventResult.FAILURE).time(5, TimeQuality.READ, 7).recordedAt(6).tokenIssuedAt(4)
                .uti("u", UtiOrigin.FIELD).port(443).itemCount(2).throttled(true).set(EventField.IP, "203.0.113.7")
                .set(EventField.CITY, "").set(EventField.ASN, null);
        assertThat(builder.get(EventField.IP)).isEqualTo("203.0.113.7");
        assertThat(builder.has(EventField.IP)).isTrue();
        assertThat(builder.has(EventField.CITY)).as("empty").isFalse();
        assertThat(builder.time()).isEqualTo(5);
        assertThat(builder.key()).isEqualTo("k");
        assertThat(builder.weakKey()).isEqualTo("w");
        assertThat(builder.toString()).contains("RISK", "203.0.113.7");
        AuditEvent event = builder.build();
        assertThat(event.kind()).isEqualTo(EventKind.RISK);
        assertThat(event.result()).isEqualTo(EventResult.FAILURE);
        assertThat(event.time()).isEqualTo(5);
        assertThat(event.timeQuality()).isEqualTo(TimeQuality.READ);
        assertThat(event.timeDigits()).isEqualTo(7);
        assertThat(event.recordedAt()).isEqualTo(6);
        assertThat(event.tokenIssuedAt()).isEqualTo(4);
        assertThat(event.utiOrigin()).isEqualTo(UtiOrigin.FIELD);
        assertThat(event.get(EventField.UTI)).isEqualTo("u");
        assertThat(event.port()).isEqualTo(443);
        assertThat(event.itemCount()).isEqualTo(2);
        assertThat(event.throttled()).isTrue();
        assertThat(event.key()).isEqualTo("k");
        assertThat(event.weakKey()).isEqualTo("w");
        assertThat(event.keyIsWeak()).isFalse();
        assertThat(event.get(EventField.CITY)).isNull();
        assertThat(event.toString()).isEqualTo("RISK 5 FAILURE UTI=u IP=203.0.113.7");
    }

    @Test
    void aWeakKeyIsTheKeyWhereThereIsNoOther() {
        AuditEvent event = AuditEvent.builder(EventKind.OPERATION).weakKey("w").build();
        assertThat(event.key()).isEqualTo("w");
        assertThat(event.keyIsWeak()).isTrue();
        assertThatNullPointerException().isThrownBy(() -> AuditEvent.builder(EventKind.OPERATION).build());
    }

    @Test
    void noTimeAndNoTokenHaveNoOriginWhateverIsGivenAsOne() {
        AuditEvent event = AuditEvent.builder(EventKind.OPERATION).key("k")
                .time(AuditEvent.NO_TIME, TimeQuality.READ, 0).uti(null, UtiOrigin.FIELD).build();
        assertThat(event.timeQuality()).isEqualTo(TimeQuality.UNDATED);
        assertThat(event.utiOrigin()).isEqualTo(UtiOrigin.NONE);
    }

    @Test
    void everyStoredCodeGivesItsConstant() {
        assertThat(EventKind.values()).allSatisfy(kind -> assertThat(EventKind.of(kind.code())).isEqualTo(kind));
        assertThat(EventResult.values())
                .allSatisfy(result -> assertThat(EventResult.of(result.code())).isEqualTo(result));
        assertThat(TimeQuality.values())
                .allSatisfy(quality -> assertThat(TimeQuality.of(quality.code())).isEqualTo(quality));
        assertThat(UtiOrigin.values()).allSatisfy(origin -> assertThat(UtiOrigin.of(origin.code())).isEqualTo(origin));
    }

    @Test
    void signInsAndOperationsAreFiveAndThreeKinds() {
        assertThat(Arrays.stream(EventKind.values()).filter(EventKind::isSignIn)).containsExactlyInAnyOrder(
                EventKind.SIGN_IN_INTERACTIVE, EventKind.SIGN_IN_NON_INTERACTIVE, EventKind.SIGN_IN_SERVICE_PRINCIPAL,
                EventKind.SIGN_IN_MANAGED_IDENTITY, EventKind.SIGN_IN);
        assertThat(Arrays.stream(EventKind.values()).filter(EventKind::isOperation)).containsExactlyInAnyOrder(
                EventKind.OPERATION, EventKind.GRAPH_CALL, EventKind.DIRECTORY_CHANGE);
        assertThat(EventField.IP.isShared()).isTrue();
        assertThat(EventField.TARGET.isShared()).isFalse();
        assertThat(LogSource.ALERTS.title()).isEqualTo(LogSource.ALERTS.text()).isNotBlank();
    }
}
