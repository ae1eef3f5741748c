package org.tokenlane.model.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Sessions, users and GUIDs in their one form. */
class IdentityTest {

    @Test
    void sessionIdsAreFoldedAndNeverTakenForVersionFour() {
        assertThat(SessionId.of("009CE429-40C2-14B7-A6C2-73F53F4E8D22"))
                .isEqualTo(SessionId.of("009ce429-40c2-14b7-a6c2-73f53f4e8d22"));
        assertThat(SessionId.of(" 004d8baa-891d-139e-8c2d-55b0c1b2a3d4 ").value())
                .isEqualTo("004d8baa-891d-139e-8c2d-55b0c1b2a3d4");
    }

    @Test
    void anySessionIdIsTheSameAgainOnceNormalised() {
        Random random = new Random(11);
        for (int i = 0; i < 500; i++) {
            String id = new UUID(random.nextLong(), random.nextLong()).toString();
            SessionId once = SessionId.of(i % 2 == 0 ? id.toUpperCase(java.util.Locale.ROOT) : id);
            assertThat(once.value()).isEqualTo(id);
            assertThat(SessionId.of(once.value())).isEqualTo(once);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = { "004D8BAA-891D-139E-8C2D-55B0C1B2A3D4", "{004d8baa-891d-139e-8c2d-55b0c1b2a3d4}",
        "(004d8baa-891d-139e-8c2d-55b0c1b2a3d4)", "\"004d8baa-891d-139e-8c2d-55b0c1b2a3d4\"",
        "\"{004d8baa-891d-139e-8c2d-55b0c1b2a3d4}\"", "<004d8baa-891d-139e-8c2d-55b0c1b2a3d4>",
        "004d8baa891d139e8c2d55b0c1b2a3d4", "{004D8BAA891D139E8C2D55B0C1B2A3D4}",
        "urn:uuid:004d8baa-891d-139e-8c2d-55b0c1b2a3d4", "004d8baa-891d-139e-8c2d-55b0c1b2a3d4;",
        "\u00a0004d8baa-891d-139e-8c2d-55b0c1b2a3d4\u200b", "\ufeff004d8baa-891d-139e-8c2d-55b0c1b2a3d4\u200e" })
    void aGuidIsTheSameSessionInAnySpelling(String text) {
        assertThat(SessionId.of(text)).isEqualTo(new SessionId("004d8baa-891d-139e-8c2d-55b0c1b2a3d4"));
        assertThat(Uti.of(text)).isEqualTo(new Uti("004d8baa-891d-139e-8c2d-55b0c1b2a3d4"));
    }

    @ParameterizedTest
    @ValueSource(strings = { "004d8baa891d139e8c2d55b0c1b2a3d", "004d8baa891d139e8c2d55b0c1b2a3dg",
        "004d8baa891d139e8c2d55b0c1b2a3d40", "{004d8baa-891d-139e-8c2d-55b0c1b2a3d4)",
        "x004d8baa-891d-139e-8c2d-55b0c1b2a3d4" })
    void whatIsNoGuidIsLeftAsItIs(String text) {
        assertThat(Guids.inAnySpelling(text)).isNull();
        assertThat(SessionId.of(text).value()).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(strings = { "NULL", "Null", "nan", "NaN", "NaT", "\\N", "<NA>", "#N/A", "nil", "None", "NONE",
        "undefined",
        "Unknown", "not available", "Nicht verf\u00fcgbar", "[]", "{}", "0", "-1", "false", "--", "(blank)", "#VALUE!",
        "#WERT!", "#REF!", "#NAME?", "[Record]", "n.a.", "(unknown)", "<Unknown>", "[object Object]",
        "00000000-0000-0000-0000-000000000000" })
    void whatToolsWriteForNothingIsNeitherSessionNorTokenNorUserNorAddress(String text) {
        assertThat(SessionId.of(text)).isNull();
        assertThat(Uti.of(text)).isNull();
        assertThat(Upn.of(text)).isNull();
        assertThat(IpAddress.of(text)).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = { "********-****-****-****-************", "00aa****-****-****-****-********8899", "****",
        "***.***.***.150", "[REDACTED]", "<redacted>", "{PII Removed}", "PII_REMOVED", "(masked)", "***HIDDEN***",
        "xxxxxxxx-xxxx-xxxx-xxxx-xxxxxxxxxxxx", "XXX.XXX.XXX.XXX", "anonymized" })
    void whatWasMadeUnreadableBeforeTheExportLinksNothing(String text) {
        assertThat(SessionId.of(text)).isNull();
        assertThat(Uti.of(text)).isNull();
        assertThat(Upn.of(text)).isNull();
        assertThat(IpAddress.of(text)).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = { "a*b", "00aab*****c", "xx", "xxxy", "redacted-7", "[redacted7]", "hiddenfile" })
    void whatOnlyResemblesAMaskIsKept(String text) {
        assertThat(SessionId.of(text).value()).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(strings = { "a***@contoso.example", "redacted@contoso.example", "xxx@contoso.example" })
    void anAccountThatIsStillToldFromOthersIsKept(String text) {
        assertThat(Upn.of(text).value()).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(strings = { "\"Ada@contoso.example\"", "'ada@contoso.example'", "\" ada@contoso.example \"" })
    void quotationMarksAroundAnAccountAreNoPartOfIt(String text) {
        assertThat(Upn.of(text).value()).isEqualTo("ada@contoso.example");
    }

    @ParameterizedTest
    @ValueSource(strings = { "nana", "null-1", "00", "unknown1", "#N/A?b" })
    void aWordThatOnlyBeginsLikeOneForNothingIsKept(String text) {
        assertThat(SessionId.of(text).value()).isEqualTo(text.toLowerCase(java.util.Locale.ROOT));
        assertThat(Absent.clean(text)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({ "urn:spo:guest#Eve@fabrikam.example,eve@fabrikam.example",
        "i:0#.f|membership|urn%3Aspo%3Aguest#eve@fabrikam.example,eve@fabrikam.example",
        "i:0#.f|membership|ada@contoso.example,ada@contoso.example",
        "i:0h.f|membership|100320@live.com,100320@live.com",
        "i:0i.t|00000003-0000-0ff1-ce00-000000000000|app@sharepoint,app@sharepoint",
        "c:0t.c|tenant|9d0e1f2a-0000-4000-8000-000000000003,c:0t.c|tenant|9d0e1f2a-0000-4000-8000-000000000003",
        "urn:spo:anon#6fb4d9a1,urn:spo:anon#6fb4d9a1", "urn:spo:guest#eve,urn:spo:guest#eve",
        "x|ada@contoso.example,x|ada@contoso.example", "Ada <Ada@contoso.example>,ada@contoso.example",
        "<ada@contoso.example>,ada@contoso.example", "SMTP:ada@contoso.example,ada@contoso.example",
        "mailto:ada@contoso.example;,ada@contoso.example", "ada@contoso.example x,ada@contoso.example x" })
    void theAccountInASharePointClaimIsTheUser(String raw, String value) {
        assertThat(Upn.of(raw).value()).isEqualTo(value);
    }

    @ParameterizedTest
    @ValueSource(strings = { "", "00000000-0000-0000-0000-000000000000", "null" })
    void whatStandsForNoSessionIsNone(String text) {
        assertThat(SessionId.of(text)).isNull();
    }

    @ParameterizedTest
    @CsvSource({ "GradyA@Contoso.Example,gradya@contoso.example",
        "'  adele.vogel@contoso.example ',adele.vogel@contoso.example" })
    void usersAreFolded(String raw, String value) {
        assertThat(Upn.of(raw).value()).isEqualTo(value);
    }

    @Test
    void guidsSurviveTheOrderOfTheirBytes() {
        Random random = new Random(5);
        for (int i = 0; i < 1_000; i++) {
            String guid = new UUID(random.nextLong(), random.nextLong()).toString();
            assertThat(Guids.isGuid(guid)).isTrue();
            assertThat(Guids.fromDotNetBytes(Guids.toDotNetBytes(guid))).isEqualTo(guid);
        }
        assertThat(Guids.isGuid("22608a25_1d9b-44b5-b0f2-cb94f06b2d00")).isFalse();
    }
}
