package org.tokenlane.model.mark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tokenlane.model.mark.MarkTarget.Kind;

/** What a mark can be on, in any spelling of its id. */
class MarkTargetTest {

    private static final String SESSION = "00a1b2c3-4d5e-6f70-8192-a3b4c5d6e7f8";

    @ParameterizedTest
    @CsvSource({ "EVENT, ' E0123456789ABCDEF ', e0123456789abcdef",
        "TOKEN, 22608a25-1d9b-44b5-b0f2-cb94f06b2d00, JYpgIpsdtUSw8suU8GstAA",
        "TOKEN, ' JYpgIpsdtUSw8suU8GstAA ', JYpgIpsdtUSw8suU8GstAA",
        "SESSION, 00A1B2C3-4D5E-6F70-8192-A3B4C5D6E7F8, 00a1b2c3-4d5e-6f70-8192-a3b4c5d6e7f8",
        "IP, 203.0.113.7:443, 203.0.113.7", "USER, Adele@Contoso.example, adele@contoso.example",
        "DEVICE, ' LAPTOP-1 ', laptop-1", "APP, Outlook, outlook", "ORIGIN, s|Key, s|Key" })
    void everySpellingIsTheSameTarget(Kind kind, String text, String key) {
        assertThat(MarkTarget.of(kind, text)).isEqualTo(new MarkTarget(kind, key));
    }

    @ParameterizedTest
    @CsvSource({ "EVENT, e0123456789abcde", "EVENT, e0123456789abcdef0", "EVENT, x0123456789abcdef", "TOKEN, AAAA",
        "SESSION, null", "IP, a host", "USER, unknown", "ORIGIN, |key", "ORIGIN, key", "APP, ' '", "DEVICE, ''",
        "USER, " })
    void aTextThatIsNoIdOfItsKindIsNoTarget(Kind kind, String text) {
        assertThat(MarkTarget.of(kind, text)).isNull();
    }

    @Test
    void anOriginHasASessionAndAKeyAndOthersHaveNeither() {
        MarkTarget origin = MarkTarget.origin(SESSION, "203.0.113.0/24|DE");
        assertThat(origin.originSession()).isEqualTo(SESSION);
        assertThat(origin.originKey()).isEqualTo("203.0.113.0/24|DE");
        assertThat(MarkTarget.of(Kind.ORIGIN, origin.key())).isEqualTo(origin);
        assertThat(origin.words()).isEqualTo(MarkText.ORIGIN.text("203.0.113.0/24, DE", SESSION));
        MarkTarget user = new MarkTarget(Kind.USER, "a|b");
        assertThatIllegalStateException().isThrownBy(user::originSession);
        assertThatIllegalStateException().isThrownBy(user::originKey);
        assertThat(user.words()).isEqualTo(MarkText.TARGET.text("user", "a|b"));
    }

    @Test
    void aKindIsFoundByItsWordInAnyCase() {
        for (Kind kind : Kind.values()) {
            assertThat(Kind.named(kind.word().toUpperCase(java.util.Locale.ROOT))).isEqualTo(kind);
        }
        assertThat(Kind.named("nothing")).isNull();
    }
}
