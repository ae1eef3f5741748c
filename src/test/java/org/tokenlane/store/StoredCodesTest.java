package org.tokenlane.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.function.ToIntFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.tokenlane.model.event.ActorKind;
import org.tokenlane.model.event.EventField;
import org.tokenlane.model.event.EventKind;
import org.tokenlane.model.event.EventResult;
import org.tokenlane.model.event.LogSource;
import org.tokenlane.model.event.TimeQuality;
import org.tokenlane.model.event.UtiOrigin;
import org.tokenlane.model.mark.Indicator;
import org.tokenlane.model.mark.MarkTarget;
import org.tokenlane.model.mark.Verdict;
import org.tokenlane.model.session.LinkRule;
import org.tokenlane.model.session.OriginSplit;

/** What cases store for a constant never changes: cases that exist have it. New constants get new codes and names. */
class StoredCodesTest {

    private static <E extends Enum<E>> List<String> codes(E[] values, ToIntFunction<E> code) {
        return Arrays.stream(values).map(value -> code.applyAsInt(value) + " " + value).toList();
    }

    private static String names(Enum<?>[] values) {
        return String.join(" ", Stream.of(values).map(Enum::name).toList());
    }

    @Test
    void numbersStandForTheSameValuesForEver() {
        assertThat(codes(EventKind.values(), EventKind::code)).containsExactly("0 SIGN_IN_INTERACTIVE",
                "1 SIGN_IN_NON_INTERACTIVE", "2 SIGN_IN_SERVICE_PRINCIPAL", "3 SIGN_IN_MANAGED_IDENTITY", "4 SIGN_IN",
                "5 AUTHENTICATION_STEP", "6 OPERATION", "7 GRAPH_CALL", "8 DIRECTORY_CHANGE", "9 RISK", "10 ALERT",
                "11 MESSAGE", "12 LINK_CLICK", "13 LOGON", "14 STATE");
        assertThat(codes(EventResult.values(), EventResult::code)).containsExactly("0 UNKNOWN", "1 SUCCESS",
                "2 FAILURE", "3 INTERRUPTED");
        assertThat(codes(TimeQuality.values(), TimeQuality::code)).containsExactly("0 UNDATED", "1 FROM_OTHER_FIELD",
                "2 ORDER_CHOSEN", "3 READ");
        assertThat(codes(UtiOrigin.values(), UtiOrigin::code)).containsExactly("0 NONE", "1 INTRA_SYSTEM_ID",
                "2 REQUEST_ID", "3 FIELD");
        assertThat(codes(LinkRule.values(), LinkRule::code)).containsExactlyInAnyOrder("0 UTI_GIVEN",
                "1 UTI_FROM_REQUEST_ID",
                "2 SESSION_GIVEN", "3 INTRA_SYSTEM_ID", "4 TOKEN_ISSUE_TIME", "5 CORRELATION_ID", "6 USER_IP_TIME",
                "7 NONE", "8 USER_IP_TIME_DEVICE", "9 USER_IP_TIME_AGENT", "10 USER_IP_TIME_CLIENT",
                "11 USER_IP_TIME_APP", "12 USER_IP_TIME_FILE");
    }

    @Test
    void aCodeGivesItsValueBack() {
        assertThat(EventKind.values()).allMatch(value -> EventKind.of(value.code()) == value);
        assertThat(EventResult.values()).allMatch(value -> EventResult.of(value.code()) == value);
        assertThat(TimeQuality.values()).allMatch(value -> TimeQuality.of(value.code()) == value);
        assertThat(UtiOrigin.values()).allMatch(value -> UtiOrigin.of(value.code()) == value);
        assertThat(LinkRule.values()).allMatch(value -> LinkRule.of(value.code()) == value);
        assertThat(AuditKind.values()).allMatch(value -> AuditKind.of(value.code()) == value);
        assertThat(AuditField.values()).allMatch(value -> AuditField.of(value.code()) == value);
    }

    @Test
    void namesThatAreStoredStayAsTheyAre() {
        assertThat(names(EventField.values())).isEqualTo(
                "OPERATION WORKLOAD RESULT_CODE RESULT_TEXT UPN USER_OBJECT_ID USER_NAME TENANT_ID SESSION_ID"
                        + " SESSION_ID_PATH UTI REQUEST_ID CORRELATION_ID IP IP_RAW ASN COUNTRY CITY USER_AGENT"
                        + " DEVICE_ID DEVICE_NAME APP_ID APP_NAME CLIENT_APP RESOURCE_ID RESOURCE_NAME TARGET MAILBOX"
                        + " INCOMING_TOKEN_TYPE TRANSFER_METHOD AUTH_PROTOCOL TOKEN_BINDING RECORD_ID"
                        + " ACTOR USER_TYPE HOME_TENANT_ID RESOURCE_TENANT_ID CROSS_TENANT_ACCESS AGENT_ID AGENT_NAME"
                        + " AGENT_TYPE AGENT_PARENT_ID AGENT_BLUEPRINT_ID INTERNET_MESSAGE_ID NETWORK_MESSAGE_ID"
                        + " SENDER RECIPIENT");
        assertThat(names(RowColumn.values())).isEqualTo(
                "TIME RECORDED_AT TOKEN_ISSUED_AT KEY_HIGH KEY_LOW WEAK_KEY_HIGH WEAK_KEY_LOW KIND RESULT UTI_ORIGIN"
                        + " TIME_QUALITY TIME_DIGITS THROTTLED KEY_IS_WEAK SHAPE PORT ITEM_COUNT BLOCK BLOCK_OFFSET"
                        + " BYTES LINE");
        assertThat(names(OriginSplit.By.values())).isEqualTo("ADDRESS USER_AGENT TOKEN TIME");
        assertThat(Stream.of(Verdict.values()).map(Enum::name)).contains("MALICIOUS", "SUSPICIOUS", "BENIGN",
                "UNKNOWN");
        assertThat(names(MarkTarget.Kind.values())).isEqualTo("EVENT TOKEN ORIGIN SESSION DEVICE IP APP USER");
        assertThat(names(Indicator.Type.values())).isEqualTo("IP NETWORK USER_AGENT TOKEN SESSION DOMAIN");
        assertThat(names(LogSource.values()))
                .isEqualTo("ENTRA_SIGN_INS UNIFIED_AUDIT_LOG GRAPH_ACTIVITY DIRECTORY_AUDITS AZURE_ACTIVITY"
                        + " RISK_DETECTIONS ALERTS NETWORK_ACCESS MESSAGES IDENTITY_LOGONS APPLICATION_INVENTORY"
                        + " INTUNE_AUDIT MAILBOX_SETTINGS");
        assertThat(Stream.of(ActorKind.values()).map(ActorKind::word)).containsExactly("user", "application", "agent",
                "system");
        assertThat(String.join(" ", AuditKind.codes()))
                .isEqualTo("case-created schema-migrated evidence-imported marks-added marks-removed"
                        + " marks-undone marks-redone marks-merged origin-confirmed origin-unconfirmed origin-split"
                        + " origin-joined rule-tuned sigma-loaded sigma-removed containment-done containment-open"
                        + " filter-saved filter-removed password-set password-changed password-removed verified exported"
                        + " extract-written extracted other");
    }
}
