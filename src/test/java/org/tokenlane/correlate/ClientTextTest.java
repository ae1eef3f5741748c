package org.tokenlane.correlate;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tokenlane.correlate.ClientText.Platform;

class ClientTextTest {

    private static final String WINDOWS = "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 ";

    private static ClientText text(String text) {
        return ClientText.of(text);
    }

    @ParameterizedTest
    @CsvSource({ "Mozilla/5.0 (iPhone; CPU iPhone OS 18_6 like Mac OS X), IPHONE",
        "Mozilla/5.0 (iPad; CPU OS 18_6), IPAD",
        "Client=OutlookService;Outlook-iOS/2.0;, IOS", "Client=OutlookService;Outlook-Android/2.0;, ANDROID",
        "Mozilla/5.0 (Linux; Android 16; Pixel 9), ANDROID", "Mozilla/5.0 (X11; Linux x86_64), LINUX",
        "Mozilla/5.0 (X11; CrOS x86_64), LINUX", "Mozilla/5.0 (Windows NT 10.0), WINDOWS",
        "Client=MSExchangeRPC, WINDOWS", "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7), MAC",
        "Client=WebServices;MacOutlook/16.1, MAC", "SomeTool (Mac OS 15), MAC", "python-requests/2.32.3, SCRIPT",
        "curl/8.5.0, SCRIPT", "axios/1.7, SCRIPT", "Go-http-client/2.0, SCRIPT", "my curl/8.5.0, UNKNOWN",
        "MSWAC, UNKNOWN", "Client=OWA;Action=ViaProxy, UNKNOWN" })
    void theSystemIsReadFromTheText(String text, Platform platform) {
        assertThat(text(text).platform()).isEqualTo(platform);
    }

    @ParameterizedTest
    @CsvSource({ "IPHONE, IOS, true", "IPAD, IOS, true", "IPAD, MAC, true", "IOS, MAC, true", "IPHONE, MAC, false",
        "IPHONE, IPAD, false", "ANDROID, LINUX, true", "ANDROID, IOS, false", "WINDOWS, WINDOWS, true",
        "WINDOWS, MAC, false", "SCRIPT, WINDOWS, false", "SCRIPT, SCRIPT, true" })
    void oneDeviceMayShowTwoSystems(Platform one, Platform other, boolean may) {
        assertThat(one.mayBe(other)).isEqualTo(may);
        assertThat(other.mayBe(one)).isEqualTo(may);
    }

    @ParameterizedTest
    @CsvSource({ "Chrome/139.0 Safari/537.36 Edg/139.0, edg/", "Chrome/139.0 Safari/537.36, chrome/",
        "Version/18.6 Safari/605.1.15, safari/", "Firefox/140.0, firefox/", "CriOS/139.0 Safari/604.1, crios/",
        "Chrome/139.0 Safari/537.36 OPR/120, opr/" })
    void aBrowserIsKnownByItsOwnNameNotByThoseThatItClaims(String end, String program) {
        ClientText browser = text(WINDOWS + end);
        assertThat(browser.program()).isEqualTo(program);
        assertThat(browser.isBrowser()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = { WINDOWS + "Chrome/139.0 Safari/537.36 Edg/139.0 Teams/25163", WINDOWS + "Electron/30",
        WINDOWS, "Microsoft Office Excel/16.0 (Windows/10.0)", "MSWAC", "Client=OWA;Action=ViaProxy" })
    void aProgramThatShowsPagesIsNoBrowser(String text) {
        assertThat(text(text).isBrowser()).isFalse();
    }

    @Test
    void aUserAgentIsNoClientStringAndTheOtherWayRound() {
        assertThat(text("curl/8.5.0").agent()).isEqualTo("curl/8.5.0");
        assertThat(text("curl/8.5.0").client()).isNull();
        assertThat(text("Client=OWA;Action=ViaProxy").agent()).isNull();
        assertThat(text("Client=OWA;Action=ViaProxy").client()).isEqualTo("Client=OWA;Action=ViaProxy");
        assertThat(text("CLIENT=OWA;" + WINDOWS).agent()).isEqualTo(WINDOWS);
        assertThat(text("Client=OWA;" + WINDOWS).client()).isEqualTo("Client=OWA;");
        assertThat(text("Client=REST;Client=RESTSystem;;").client()).as("any program").isNull();
    }

    @Test
    void textsThatAreAlikeButForNumbersDifferOnlyInVersion() {
        ClientText old = text(WINDOWS + "Chrome/138.0.0.0 Safari/537.36");
        ClientText recent = text(WINDOWS + "Chrome/139.0.0.0 Safari/537.36");
        assertThat(old.differsOnlyInVersion(recent)).isTrue();
        assertThat(old.differsOnlyInVersion(text(WINDOWS + "Chrome/138.1 Safari/537.36"))).isTrue();
        assertThat(old.differsOnlyInVersion(old)).isFalse();
        assertThat(old.differsOnlyInVersion(text(WINDOWS + "Firefox/138.0"))).isFalse();
        assertThat(old.differsOnlyInVersion(text("Client=OWA"))).isFalse();
        assertThat(text("Client=OWA").differsOnlyInVersion(old)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({ "a/139.0.1, a/138.9.9, true", "a/138.9.9, a/139.0.1, false", "a/138.0.2, a/138.0.1, true",
        "a/138.0.1, a/138.0, true", "a/138.0, a/138.0.1, false", "a/138, a/138, false", "a/9, a/10, false" })
    void theFirstVersionThatDiffersDecidesWhichIsNewer(String one, String other, boolean newer) {
        assertThat(text(one).isNewerThan(text(other))).isEqualTo(newer);
    }

    @Test
    void clientStringsHaveTheProtocolBeforeTheFirstSemicolon() {
        assertThat(text("Client=OWA;Action=A").hasProtocolOf(text("client=owa;Action=B"))).isTrue();
        assertThat(text("Client=OWA").hasProtocolOf(text("Client=OWA;Action=B"))).isTrue();
        assertThat(text("Client=OWA;Action=A").hasProtocolOf(text("Client=MSExchangeRPC"))).isFalse();
        assertThat(text("Client=OWA;Action=A").hasProtocolOf(text("curl/8"))).isFalse();
        assertThat(text("curl/8").hasProtocolOf(text("Client=OWA;Action=A"))).isFalse();
    }
}
