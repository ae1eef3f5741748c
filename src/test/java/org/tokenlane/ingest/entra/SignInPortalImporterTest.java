package org.tokenlane.ingest.entra;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
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

/** Sign-ins of users as the portal downloads them. */
class SignInPortalImporterTest {

    private static List<AuditEvent> events(String fixture, String file) {
        return Fixture.events(new SignInPortalImporter(), Fixture.file(fixture), file);
    }

    @Test
    void allOfTheFiftySevenColumnsThatMatterAreRead() {
        SignInFacts.assertIs(events("entra/signin-portal-57.csv", "interactivesignins_2026-09.csv").getFirst(),
                EventKind.SIGN_IN_INTERACTIVE, EventField.DEVICE_NAME);
    }

    @Test
    void theOlderFiftyFiveColumnsAreReadAlikeAndARefreshTokenTellsANonInteractiveSignIn() {
        AuditEvent event = events("entra/signin-portal-55.csv", "export.csv").getFirst();
        assertThat(event.kind()).isEqualTo(EventKind.SIGN_IN_NON_INTERACTIVE);
        assertThat(event.get(EventField.INCOMING_TOKEN_TYPE)).isEqualTo("refreshToken");
        assertThat(event.get(EventField.ASN)).isEqualTo("64511");
        assertThat(event.get(EventField.SESSION_ID)).isEqualTo("00c46fa3-45a8-11c0-96d6-32c905791857");
    }

    @Test
    void aFailedSignInKeepsItsCodeAndReasonAndHasNoSession() {
        AuditEvent event = events("entra/signin-portal-57.csv", "interactivesignins.csv").get(1);
        assertThat(event.result()).isEqualTo(EventResult.FAILURE);
        assertThat(event.get(EventField.RESULT_CODE)).isEqualTo("50126");
        assertThat(event.get(EventField.RESULT_TEXT)).startsWith("Error validating credentials");
        assertThat(event.get(EventField.SESSION_ID)).isNull();
        assertThat(event.get(EventField.REQUEST_ID)).isEqualTo(SignInFacts.FAILED_REQUEST_ID);
    }

    @Test
    void aDeviceCodeAndATokenBindingAreTold() {
        AuditEvent event = events("entra/signin-portal-57.csv", "interactivesignins.csv").get(2);
        assertThat(event.get(EventField.TRANSFER_METHOD)).isEqualTo("deviceCodeFlow");
        assertThat(event.get(EventField.AUTH_PROTOCOL)).isEqualTo("deviceCode");
        assertThat(event.get(EventField.TOKEN_BINDING)).isEqualTo("bound");
    }

    @Test
    void theCityIsReadFromAPlaceWithStateAndCountry() {
        assertThat(events("entra/signin-portal-57.csv", "a.csv").getFirst().get(EventField.CITY)).isEqualTo("Ashburn");
        assertThat(events("entra/signin-portal-57.csv", "a.csv").getFirst().kind())
                .as("neither the file nor the row tells").isEqualTo(EventKind.SIGN_IN);
    }

    @Test
    void frenchHeadersWithSemicolonsTypographicApostrophesAndNarrowBlanksAreTheSameColumns(@TempDir Path folder)
            throws IOException {
        try (TestCase test = new TestCase(folder);
                InputStream french = getClass().getResourceAsStream("/ingest/entra/signin-portal-fr.csv")) {
            assertThat(test.loadOne(test.write("connexions.csv", french.readAllBytes())).shapes())
                    .isEqualTo("signin-portal-csv");
            assertThat(test.texts(EventField.UPN)).containsExactly("adele.vogel@contoso.example");
            assertThat(test.texts(EventField.REQUEST_ID)).containsExactly(SignInFacts.REQUEST_ID);
            assertThat(test.texts(EventField.UTI)).containsExactly(SignInFacts.UTI);
            assertThat(test.texts(EventField.IP)).containsExactly("203.0.113.200");
            assertThat(test.texts(EventField.DEVICE_ID)).containsExactly("9a1c2b3d-4e5f-4a6b-8c7d-0e1f2a3b4c5d");
            assertThat(test.texts(EventField.ASN)).containsExactly("64511");
            assertThat(test.events().result(0)).isEqualTo(EventResult.SUCCESS);
        }
    }

    @Test
    void theNameOfANonInteractiveFileTellsItsKindWhereTheRowsDoNot() {
        SignInFacts.assertIs(events("entra/signin-portal-57.csv", "NonInteractiveSignIns_2026-09-15.csv").getFirst(),
                EventKind.SIGN_IN_NON_INTERACTIVE,
                EventField.DEVICE_NAME);
    }

    @Test
    void ofTheDoubledColumnThatIsFilledCounts() {
        String row = "2026-09-15T08:40:00Z," + SignInFacts.REQUEST_ID + ",adele.vogel@contoso.example";
        String header = "Date (UTC),Request ID,Username,Incoming token type,Incoming token type\n";
        for (String types : List.of("refreshToken,", ",refreshToken")) {
            AuditEvent event = Fixture
                    .events(new SignInPortalImporter(), Fixture.text(header + row + "," + types + "\n"), "signins.csv")
                    .getFirst();
            assertThat(event.get(EventField.INCOMING_TOKEN_TYPE)).isEqualTo("refreshToken");
            assertThat(event.kind()).isEqualTo(EventKind.SIGN_IN_NON_INTERACTIVE);
        }
    }
}
