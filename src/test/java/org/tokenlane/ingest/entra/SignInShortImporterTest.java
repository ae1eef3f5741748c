package org.tokenlane.ingest.entra;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tokenlane.ingest.TestCase;
import org.tokenlane.ingest.shape.Fixture;
import org.tokenlane.ingest.shape.SignInFacts;
import org.tokenlane.model.event.AuditEvent;
import org.tokenlane.model.event.EventField;
import org.tokenlane.model.event.EventKind;
import org.tokenlane.model.event.EventResult;
import org.tokenlane.model.event.TimeQuality;
import org.tokenlane.model.event.UtiOrigin;
import org.tokenlane.model.time.DateOrder;

/** The short table of sign-ins that circulates, without any id. */
class SignInShortImporterTest {

    private final List<AuditEvent> events = Fixture.events(new SignInShortImporter(),
            Fixture.file("entra/signin-short.csv"), "signins.csv");

    @Test
    void whatTheFewColumnsTellIsRead() {
        AuditEvent event = events.getFirst();
        assertThat(event.kind()).isEqualTo(EventKind.SIGN_IN);
        assertThat(event.time()).isEqualTo(SignInFacts.TIME);
        assertThat(event.result()).isEqualTo(EventResult.SUCCESS);
        assertThat(event.get(EventField.UPN)).isEqualTo("adele.vogel@contoso.example");
        assertThat(event.get(EventField.IP)).isEqualTo("203.0.113.200");
        assertThat(event.get(EventField.CITY)).isEqualTo("Ashburn");
        assertThat(event.get(EventField.COUNTRY)).isEqualTo("US");
        assertThat(event.get(EventField.DEVICE_NAME)).isEqualTo("LAPTOP-7");
        assertThat(event.get(EventField.UTI)).isNull();
        assertThat(event.utiOrigin()).isEqualTo(UtiOrigin.NONE);
    }

    @Test
    void theOrderOfDayAndMonthIsTheAnalystsToGive(@TempDir Path folder) {
        String text = "CreatedDateTime,UserPrincipalName,AppDisplayName,IPAddress,Device,Browser,OS,Status\n"
                + "3/12/2026 7:22:01 AM,adele.vogel@contoso.example,Microsoft Office,203.0.113.200,LAPTOP-7,Chrome,"
                + "Windows10,Success\n";
        AuditEvent monthFirst = Fixture.events(new SignInShortImporter(), Fixture.text(text), "signins.csv").getFirst();
        assertThat(monthFirst.timeQuality()).isEqualTo(TimeQuality.ORDER_CHOSEN);
        assertThat(Instant.ofEpochSecond(monthFirst.time() / 1_000_000_000L)).isEqualTo("2026-03-12T07:22:01Z");
        try (TestCase test = new TestCase(folder)) {
            assertThat(test.load(DateOrder.DAY_FIRST, test.write("signins.csv", text)).imported()).hasSize(1);
            assertThat(Instant.ofEpochSecond(test.events().time(0) / 1_000_000_000L)).isEqualTo("2026-12-03T07:22:01Z");
        }
    }

    @Test
    void withoutAnIdOnlyTheSameContentIsTheSameSignIn() {
        String text = "CreatedDateTime,UserPrincipalName,Device,OS,Status\n9/15/2026 8:40:00 AM,"
                + "adele.vogel@contoso.example,LAPTOP-7,Windows10,%s\n";
        assertThat(key(text.formatted("Success"))).isEqualTo(key(text.formatted("Success")))
                .isNotEqualTo(key(text.formatted("Failure")));
    }

    private static String key(String text) {
        return Fixture.events(new SignInShortImporter(), Fixture.text(text), "signins.csv").getFirst().key();
    }
}
