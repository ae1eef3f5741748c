package org.tokenlane.detect;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.tokenlane.detect.facts.AddressLookup;
import org.tokenlane.model.finding.Finding;
import org.tokenlane.model.time.UtcText;
import org.tokenlane.query.CaseEvents;

/** A scene on 15 September 2026 for each test of a rule, and what the rule finds in it, in the words of tests. */
abstract class RuleTest {

    static final String FIREFOX = "Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:142.0) Gecko/20100101 Firefox/142.0";
    static final String LINUX_CHROME = "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) "
            + "Chrome/138.0.0.0 Safari/537.36";
    /** A mobile carrier of Denmark. */
    static final int CARRIER = 64501;
    /** Rents out servers in several countries. */
    static final int HOSTER = 64520;
    /** Has exits of iCloud Private Relay. */
    static final int RELAY = 64521;
    /** A web gateway of companies. */
    static final int GATEWAY = 64522;
    static final String SAFARI = "Mozilla/5.0 (iPhone; CPU iPhone OS 18_6 like Mac OS X) AppleWebKit/605.1.15 "
            + "(KHTML, like Gecko) Version/18.6 Mobile/15E148 Safari/604.1";

    @TempDir
    private Path folder;
    Scene scene;

    @BeforeEach
    void open() {
        scene = new Scene(folder,
                (ip, asn) -> new AddressLookup.Fact(null, null, null, ip.startsWith("2603:10a6:"),
                        String.valueOf(HOSTER).equals(asn) || String.valueOf(RELAY).equals(asn),
                        String.valueOf(CARRIER).equals(asn), null, null,
                        String.valueOf(RELAY).equals(asn) ? AddressLookup.Exit.RELAY
                                : String.valueOf(GATEWAY).equals(asn) ? AddressLookup.Exit.GATEWAY
                                        : AddressLookup.Exit.NONE));
    }

    @AfterEach
    void close() {
        scene.close();
    }

    static String at(String time) {
        return "2026-09-15T" + time + ":00".repeat(time.length() == 5 ? 1 : 0);
    }

    /** Adele's interactive sign-in from Denmark that begins the session. */
    Scene.Told root(String time) {
        return scene.signIn(Scene.ADELE, at(time), Scene.SESSION);
    }

    /** A renewal by refresh token in the same session, for Office. */
    Scene.Told renewal(String time) {
        return scene.signIn(Scene.ADELE, at(time), Scene.SESSION).app(Scene.OFFICE).renewed("refreshToken");
    }

    static Scene.Told abroad(Scene.Told told) {
        return told.from("203.0.113.200", "US", 64511);
    }

    static Scene.Told inTheSameCountry(Scene.Told told) {
        return told.from("198.51.100.9", "DK", 64497);
    }

    /** Three people sign in from there every day on their laptops. */
    void isVpnOfMany(String ip, String country, int asn) {
        for (String name : List.of("bert", "cleo", "dina")) {
            scene.everyday(name + "@contoso.example", ip, country, asn, "laptop-" + name);
        }
    }

    void findsNothing(String rule) {
        assertThat(scene.findings(rule)).isEmpty();
    }

    Finding finding(String rule) {
        List<Finding> findings = scene.findings(rule);
        assertThat(findings).as(rule).hasSize(1);
        return findings.getFirst();
    }

    /** What proves a finding: the times of day of its events. */
    List<String> proof(Finding finding) {
        CaseEvents events = CaseEvents.load(scene.caseFile());
        return finding.events().stream().map(event -> UtcText.of(events.time(event), 0).substring(11, 19)).toList();
    }

    void isOnAdelesSession(Finding finding) {
        assertThat(finding.sessionId()).isEqualTo(Scene.SESSION);
        assertThat(finding.upn()).isEqualTo(Scene.ADELE);
    }
}
