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
