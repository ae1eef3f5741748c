package org.tokenlane.ingest.entra;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tokenlane.ingest.shape.Fixture;
import org.tokenlane.model.event.AuditEvent;
import org.tokenlane.model.event.EventField;
import org.tokenlane.model.event.EventResult;

/** How a sign-in ended, by the portal's word and the error code. */
class SignInResultTest {

    @ParameterizedTest
    @CsvSource({ "Success,0,SUCCESS", "Failure,50126,FAILURE", "Interrupted,50074,INTERRUPTED",
        "Interrupted,99999,INTERRUPTED", "Failure,50076,INTERRUPTED",
        "Failure,53003,FAILURE", "Interrompu,50140,INTERRUPTED", "Échec,50126,FAILURE", "Réussite,,SUCCESS",
        "Échec,,FAILURE", "Success,,SUCCESS", ",,UNKNOWN",
        ",0.0,SUCCESS" })
    void thePortalsWordAndTheCodeTellItTogether(String word, String code, EventResult result) {
        String text = "Date,Request ID,Username,Status,Sign-in error code\n2026-09-15T08:40:00Z,"
                + "c42bc73e-1db5-4f71-ad79-f198f21b8d00,adele.vogel@contoso.example,"
                + (word == null ? "" : word) + "," + (code == null ? "" : code) + "\n";
        AuditEvent event = Fixture.events(new SignInPortalImporter(), Fixture.text(text), "signins.csv").getFirst();
        assertThat(event.result()).isEqualTo(result);
        assertThat(event.get(EventField.RESULT_CODE)).isEqualTo("0.0".equals(code) ? "0" : code);
    }

    @ParameterizedTest
    @CsvSource({ "0,SUCCESS", "50058,INTERRUPTED", "50140,INTERRUPTED", "50126,FAILURE" })
    void graphsErrorCodeTellsItAlone(String code, EventResult result) {
        String text = "{\"id\":\"c42bc73e-1db5-4f71-ad79-f198f21b8d00\","
                + "\"createdDateTime\":\"2026-09-15T08:40:00Z\",\"appId\":\"x\",\"status\":{\"errorCode\":"
                + code
                + ",\"failureReason\":\"Why\"}}";
        AuditEvent event = Fixture.events(new SignInGraphV1Importer(), Fixture.text(text), "signins.json").getFirst();
        assertThat(event.result()).isEqualTo(result);
        assertThat(event.get(EventField.RESULT_CODE)).isEqualTo(code);
        assertThat(event.get(EventField.RESULT_TEXT)).isEqualTo("Why");
    }
}
