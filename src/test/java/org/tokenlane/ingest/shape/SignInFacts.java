package org.tokenlane.ingest.shape;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.tokenlane.model.event.AuditEvent;
import org.tokenlane.model.event.EventField;
import org.tokenlane.model.event.EventKind;
import org.tokenlane.model.event.EventResult;
import org.tokenlane.model.identity.Uti;

/**
 * One sign-in, which the fixtures of all sign-in shapes hold; each shape's test says which of these facts its export
 * leaves out.
 */
public final class SignInFacts {

    public static final String REQUEST_ID = "c42bc73e-1db5-4f71-ad79-f198f21b8d00";
    public static final String UTI = "PscrxLUdcU-tefGY8huNAA";
    public static final String FAILED_REQUEST_ID = "7d9e4b12-3a5c-4e8f-9b1d-2c6f8a0e4b00";
    public static final String APPLICATION_REQUEST_ID = "5f0e2a77-6c1b-4d43-8f6e-0a4b7c9d2e00";
    public static final String APPLICATION_UTI = "dyoOXxtsQ02PbgpLfJ0uAA";
    public static final String OBJECT_ID = "2b9d6c58-7a11-4f0d-9a51-6f6f0e7f3a10";
    public static final long TIME = Instant.parse("2026-09-15T08:40:00Z").getEpochSecond() * 1_000_000_000L;

    private static final Map<EventField, String> FACTS = new EnumMap<>(
            Map.ofEntries(Map.entry(EventField.WORKLOAD, "Entra"), Map.entry(EventField.OPERATION, "Sign-in"),
                    Map.entry(EventField.RESULT_CODE, "0"), Map.entry(EventField.UPN, "adele.vogel@contoso.example"),
                    Map.entry(EventField.USER_OBJECT_ID, OBJECT_ID),
                    Map.entry(EventField.USER_NAME, "Adele Vogel"),
                    Map.entry(EventField.TENANT_ID, "75243ab2-44f8-435c-a7a6-b479385df6d4"),
                    Map.entry(EventField.SESSION_ID, "00c46fa3-45a8-11c0-96d6-32c905791857"),
                    Map.entry(EventField.UTI, UTI), Map.entry(EventField.REQUEST_ID, REQUEST_ID),
                    Map.entry(EventField.CORRELATION_ID, "123a87ef-9439-46ed-a16f-513356f1d913"),
                    Map.entry(EventField.IP, "203.0.113.200"), Map.entry(EventField.ASN, "64511"),
                    Map.entry(EventField.COUNTRY, "US"), Map.entry(EventField.CITY, "Ashburn"),
                    Map.entry(EventField.USER_AGENT,
                            "Mozilla/5.0 (Windows NT 10.0; Win64; x64) Chrome/128.0.0.0 Safari/537.36"),
                    Map.entry(EventField.DEVICE_ID, "9a1c2b3d-4e5f-4a6b-8c7d-0e1f2a3b4c5d"),
                    Map.entry(EventField.DEVICE_NAME, "LAPTOP-7"),
                    Map.entry(EventField.APP_ID, "d3590ed6-52b3-4102-aeff-aad2292ab01c"),
                    Map.entry(EventField.APP_NAME, "Microsoft Office"),
                    Map.entry(EventField.CLIENT_APP, "Browser"),
                    Map.entry(EventField.RESOURCE_ID, "00000002-0000-0ff1-ce00-000000000000"),
                    Map.entry(EventField.RESOURCE_NAME, "Office 365 Exchange Online"),
                    Map.entry(EventField.INCOMING_TOKEN_TYPE, "primaryRefreshToken"),
                    Map.entry(EventField.TOKEN_BINDING, "unbound")));

    private SignInFacts() {
    }

    /** Checks that the event is this sign-in, with all its facts but those that the shape leaves out. */
    public static void assertIs(AuditEvent event, EventKind kind, EventField... leftOut) {
        List<EventField> missing = List.of(leftOut);
        assertThat(event.kind()).isEqualTo(kind);
        assertThat(event.result()).isEqualTo(EventResult.SUCCESS);
        assertThat(event.time()).isEqualTo(TIME);
        assertIsKeyedByItsRequest(event);
        assertThat(event.get(EventField.TRANSFER_METHOD)).isNull();
        assertThat(event.get(EventField.AUTH_PROTOCOL)).isNull();
        FACTS.forEach((field, value) -> assertThat(event.get(field)).as(field.name())
                .isEqualTo(missing.contains(field) ? null : value));
    }

    /** Checks that the event is the sign-in of the application Payroll Sync, which has no session. */
    public static void assertIsApplication(AuditEvent event, EventKind kind) {
        assertThat(event.kind()).isEqualTo(kind);
        assertThat(event.get(EventField.REQUEST_ID)).isEqualTo(APPLICATION_REQUEST_ID);
        assertThat(event.get(EventField.UTI)).isEqualTo(APPLICATION_UTI);
        assertIsKeyedByItsRequest(event);
        assertThat(event.result()).isEqualTo(EventResult.SUCCESS);
        assertThat(event.get(EventField.APP_ID)).isEqualTo("d3590ed6-52b3-4102-aeff-aad2292ab01c");
        assertThat(event.get(EventField.RESOURCE_NAME)).isEqualTo("Office 365 Exchange Online");
        assertThat(event.get(EventField.COUNTRY)).isEqualTo("US");
        assertThat(event.get(EventField.USER_OBJECT_ID)).isEqualTo(OBJECT_ID);
        assertThat(event.get(EventField.USER_NAME)).isEqualTo("Payroll Sync");
        assertThat(event.get(EventField.UPN)).isNull();
        assertThat(event.get(EventField.SESSION_ID)).isNull();
        assertThat(event.get(EventField.IP)).isEqualTo("203.0.113.200");
        assertThat(event.time()).isEqualTo(TIME);
    }

    /** Whatever the export: the request id is the key, and either of request id and UTI gives the other. */
    private static void assertIsKeyedByItsRequest(AuditEvent event) {
        String requestId = event.get(EventField.REQUEST_ID);
        assertThat(event.key()).isEqualTo("signin:" + requestId);
        assertThat(event.keyIsWeak()).isFalse();
        assertThat(Uti.fromRequestId(requestId)).hasToString(event.get(EventField.UTI));
        assertThat(new Uti(event.get(EventField.UTI)).toRequestId()).isEqualTo(requestId);
    }
}
