package org.tokenlane.ingest.entra;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tokenlane.ingest.shape.Fixture;
import org.tokenlane.ingest.shape.SignInFacts;
import org.tokenlane.model.event.AuditEvent;
import org.tokenlane.model.event.EventField;
import org.tokenlane.model.event.UtiOrigin;

/** A sign-in's UTI, given or computed from its request id. */
class SignInUtiTest {

    private static AuditEvent signIn(String requestId, String uti) {
        String text = "Date (UTC),Request ID,Username,Unique token identifier\n2026-09-15T08:40:00Z," + requestId
                + ",adele.vogel@contoso.example," + uti + "\n";
        return Fixture.events(new SignInPortalImporter(), Fixture.text(text), "signins.csv").getFirst();
    }

    @Test
    void aGivenOneIsKeptAsGiven() {
        AuditEvent event = signIn(SignInFacts.REQUEST_ID, SignInFacts.UTI);
        assertThat(event.get(EventField.UTI)).isEqualTo(SignInFacts.UTI);
        assertThat(event.utiOrigin()).isEqualTo(UtiOrigin.FIELD);
    }

    @Test
    void aGivenOneWinsOverTheOneThatTheRequestIdWouldGive() {
        AuditEvent event = signIn(SignInFacts.REQUEST_ID, SignInFacts.APPLICATION_UTI);
        assertThat(event.get(EventField.UTI)).isEqualTo(SignInFacts.APPLICATION_UTI);
        assertThat(event.get(EventField.REQUEST_ID)).isEqualTo(SignInFacts.REQUEST_ID);
        assertThat(event.key()).isEqualTo("signin:" + SignInFacts.REQUEST_ID);
    }

    @Test
    void paddingIsTrimmedAndTheFormOf2022IsTheSameIdentifier() {
        assertThat(signIn("", SignInFacts.UTI + "==").get(EventField.UTI)).isEqualTo(SignInFacts.UTI);
        String asText = Base64.getEncoder().encodeToString(SignInFacts.REQUEST_ID.getBytes(StandardCharsets.US_ASCII));
        assertThat(asText).hasSize(48);
        assertThat(signIn("", asText).get(EventField.UTI)).isEqualTo(SignInFacts.UTI);
    }

    @ParameterizedTest
    @ValueSource(strings = { "", "-", "AAAAAAAAAAAAAAAAAAAAAA", "null" })
    void whatSaysThatThereIsNoneIsComputedFromTheRequestId(String none) {
        AuditEvent event = signIn(SignInFacts.REQUEST_ID, none);
        assertThat(event.get(EventField.UTI)).isEqualTo(SignInFacts.UTI);
        assertThat(event.utiOrigin()).isEqualTo(UtiOrigin.REQUEST_ID);
    }

    /** One in 64 begins with a minus, which a spreadsheet takes for a formula of names that it does not know. */
    @ParameterizedTest
    @ValueSource(strings = { "#NAME?", "#NOM?", "#¿NOMBRE?" })
    void oneThatASpreadsheetLostIsComputedAndNeverJoinsItToOthersThatWereLost(String lost) {
        AuditEvent event = signIn(SignInFacts.REQUEST_ID, lost);
        assertThat(event.get(EventField.UTI)).isEqualTo(SignInFacts.UTI);
        assertThat(event.utiOrigin()).isEqualTo(UtiOrigin.REQUEST_ID);
        assertThat(signIn("", lost).get(EventField.UTI)).isNull();
    }

    @Test
    void oneThatBeginsWithAMinusIsKeptAlsoBehindASpreadsheetsApostrophe() {
        assertThat(signIn("", "-TZsVeDWj0e-jamRtuUnAA").get(EventField.UTI)).isEqualTo("-TZsVeDWj0e-jamRtuUnAA");
        assertThat(signIn("", "'-TZsVeDWj0e-jamRtuUnAA").get(EventField.UTI)).isEqualTo("-TZsVeDWj0e-jamRtuUnAA");
    }

    @Test
    void theRequestIdsCaseDoesNotMatter() {
        AuditEvent event = signIn(SignInFacts.REQUEST_ID.toUpperCase(Locale.ROOT), "");
        assertThat(event.get(EventField.UTI)).isEqualTo(SignInFacts.UTI);
        assertThat(event.get(EventField.REQUEST_ID)).isEqualTo(SignInFacts.REQUEST_ID);
        assertThat(event.key()).isEqualTo("signin:" + SignInFacts.REQUEST_ID);
    }

    @Test
    void fromARequestIdThatIsNoGuidNoneIsComputed() {
        AuditEvent event = signIn("REDACTED", "");
        assertThat(event.get(EventField.UTI)).isNull();
        assertThat(event.utiOrigin()).isEqualTo(UtiOrigin.NONE);
    }
}
