package org.tokenlane.ingest.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tokenlane.model.event.AuditEvent;
import org.tokenlane.model.event.EventField;
import org.tokenlane.model.event.EventKind;
import org.tokenlane.model.identity.MentionHash;

/** Ids that stand in a record where no field holds them. */
class IdMentionsTest {

    private static final String GUID = "c42bc73e-1db5-4f71-ad79-f198f21b8d00";
    private static final String OTHER = "0A7FA1A2-ed6d-4d14-97ab-d90b6d642299";
    private static final String UTI = "OPD3UZnmTkud24wRw6ATAA";
    private static final AuditEvent EVENT = AuditEvent.builder(EventKind.OPERATION).key("k").build();

    private static int[] in(String text, AuditEvent event) {
        byte[] bytes = ("xx" + text + "yy").getBytes(StandardCharsets.UTF_8);
        return IdMentions.in(bytes, 2, bytes.length - 4, event);
    }

    private static int[] hashes(String... ids) {
        return Arrays.stream(ids).mapToInt(MentionHash::of).sorted().toArray();
    }

    @Test
    void eachIdIsFoundOnceInAnyPlace() {
        assertThat(in(GUID, EVENT)).isEqualTo(hashes(GUID));
        assertThat(in(UTI, EVENT)).isEqualTo(hashes(UTI));
        assertThat(in("{\"a\":\"" + GUID + "\",\"b\":\"" + UTI + "/" + OTHER + "\",\"c\":\"" + GUID.toUpperCase(
                java.util.Locale.ROOT) + "\"}", EVENT)).isEqualTo(hashes(GUID, UTI, OTHER));
        assertThat(in("é" + GUID + "é", EVENT)).isEqualTo(hashes(GUID));
        assertThat(in("", EVENT)).isEmpty();
    }

    @Test
    void aGuidIsFoundAtTheBeginningAndAtTheEndOfALongerRun() {
        assertThat(in(GUID + "_x", EVENT)).isEqualTo(hashes(GUID));
        assertThat(in("x-" + GUID, EVENT)).isEqualTo(hashes(GUID));
        assertThat(in(GUID + OTHER, EVENT)).isEqualTo(hashes(GUID, OTHER));
        assertThat(in("x-" + GUID + "-x", EVENT)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = { "c42bc73e-1db5-4f71-ad79-f198f21b8d0", "g42bc73e-1db5-4f71-ad79-f198f21b8d00",
        "c42bc73e01db5-4f71-ad79-f198f21b8d00", "c42bc73e-1db5-4f71-ad79-f198f21b8d-0", "OPD3UZnmTkud24wRw6ATA",
        "OPD3UZnmTkud24wRw6ATAB", "OPD3UZnmTkud24wRw6ATAAA", "OPD3UZnmTku.24wRw6ATAA" })
    void aTextBesideAnIdIsNone(String text) {
        assertThat(in(text, EVENT)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = { "SESSION_ID", "UTI", "REQUEST_ID", "CORRELATION_ID", "RECORD_ID", "USER_OBJECT_ID",
        "TENANT_ID", "APP_ID", "RESOURCE_ID", "DEVICE_ID" })
    void theEventsOwnIdsAreLeftOut(String field) {
        AuditEvent event = AuditEvent.builder(EventKind.OPERATION).key("k").set(EventField.valueOf(field), GUID)
                .build();
        assertThat(in(GUID + " " + UTI, event)).isEqualTo(hashes(UTI));
        assertThat(in(GUID, event)).isEmpty();
    }

    @Test
    void aRecordMayMentionAnyNumberOfIds() {
        Set<String> ids = new LinkedHashSet<>();
        for (int i = 0; i < 200; i++) {
            ids.add(new UUID(i * 77_777L, i).toString());
        }
        assertThat(in(String.join(" ", ids), EVENT)).isEqualTo(hashes(ids.toArray(String[]::new)));
    }
}
