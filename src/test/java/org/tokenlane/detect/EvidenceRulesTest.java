package org.tokenlane.detect;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.tokenlane.correlate.CoverageText;
import org.tokenlane.detect.rule.Need;
import org.tokenlane.model.finding.Finding;
import org.tokenlane.model.finding.Severity;
import org.tokenlane.model.identity.Uti;

/** Rules on what the evidence lacks: tokens without a sign-in, sign-ins without a session, gaps. */
class EvidenceRulesTest extends RuleTest {

    private static final String TOKEN = "token-without-sign-in";
    private static final String BARE = "sign-in-without-session";
    private static final String GAP = "evidence-gap";
    private static final String UNKNOWN = Uti.fromRequestId("9d1c2b3a-0000-4000-8000-00000000ab00").value();

    private Scene.Told call(String time, String uti, String ip) {
        return scene.graph(Scene.ADELE, at(time), "GET", "/me/messages", Scene.SESSION, uti, ip);
    }

    @Test
    void aTokenThatNoSignInIssuedIsFoundWhereTheUsersSignInsAreOnRecord() {
        root("06:00");
        call("08:00", UNKNOWN, "203.0.113.200");
        call("08:01", UNKNOWN, "203.0.113.200");
        renewal("08:30");
        Finding finding = finding(TOKEN);
        assertThat(finding.severity()).isEqualTo(Severity.LOW);
        isOnAdelesSession(finding);
        assertThat(proof(finding)).containsExactly("08:00:00", "08:01:00");
        assertThat(finding.why()).contains(
                UNKNOWN, "2 operations", "2026-09-15 08:00:00 UTC", "203.0.113.200");
    }

    @Test
    void issuedTokensBackgroundTokensMicrosoftsAddressesAndTimesNotCoveredAreNone() {
        call("05:00", UNKNOWN, "203.0.113.200");
        Scene.Told token = root("06:00");
        call("08:00", token.uti(), "203.0.113.200");
        call("08:01", "9d1c2b3a-0000-4000-8000-00000000ab00", "203.0.113.200");
        call("08:02", Uti.fromRequestId("9d1c2b3a-0000-4000-8000-00000000ac00").value(), "2603:10a6:10:3a::15");
        call("07:59:59", Uti.fromRequestId("9d1c2b3a-0000-4000-8000-00000000ad00").value(), "203.0.113.200");
        renewal("08:30");
        call("08:31", Uti.fromRequestId("9d1c2b3a-0000-4000-8000-00000000ae00").value(), "203.0.113.200");
        findsNothing(TOKEN);
    }

    @Test
    void withoutNonInteractiveSignInsNobodyCanTell() {
        root("06:00");
        call("08:00", UNKNOWN, "203.0.113.200");
        root("09:00");
        assertThat(scene.outcome(TOKEN).notEvaluated())
                .isEqualTo(DetectText.MISSING_LOGS.text(Need.NON_INTERACTIVE_SIGN_INS.text()));
    }

    @Test
    void signInsWithoutASessionAreCountedByUser() {
        scene.signIn(Scene.ADELE, at("08:00"), null);
        scene.signIn(Scene.ADELE, at("09:00"), null);
        scene.signIn(Scene.ADELE, at("10:00"), null).failed(50126);
        scene.signIn("bert@contoso.example", at("08:00"), Scene.SESSION);
        Finding finding = finding(BARE);
        assertThat(finding.severity()).isEqualTo(Severity.INFO);
        assertThat(finding.sessionId()).isNull();
        assertThat(finding.upn()).isEqualTo(Scene.ADELE);
        assertThat(proof(finding)).containsExactly("08:00:00", "09:00:00");
        assertThat(finding.why()).contains(Scene.ADELE, "2 successful sign-ins",
                "2026-09-15 08:00:00 UTC");
    }

    @Test
    void howManyItTakesCanBeTuned() {
        scene.signIn(Scene.ADELE, at("08:00"), null);
        CaseRules.set(scene.caseFile(), BARE, "at-least", "2", "test");
        findsNothing(BARE);
    }

    @Test
    void missingLogsAndDaysAreGapsWithWhatToFetch() {
        root("08:00");
        scene.signIn(Scene.ADELE, "2026-09-18T08:00:00", Scene.SESSION);
        assertThat(scene.findings(GAP)).allSatisfy(finding -> {
            assertThat(finding.severity()).isEqualTo(Severity.INFO);
            assertThat(finding.sessionId()).isNull();
            assertThat(finding.events()).isEmpty();
        });
        assertThat(scene.findings(GAP).stream().map(Finding::why))
                .anyMatch(why -> why.startsWith(CoverageText.NO_NON_INTERACTIVE.text())
                        && why.contains(CoverageText.FETCH_NON_INTERACTIVE.text()))
                .anyMatch(why -> why.startsWith(CoverageText.NO_AUDIT_LOG.text()))
                .anyMatch(why -> why.startsWith(CoverageText.NO_GRAPH.text()))
                .anyMatch(why -> why.contains("2 days between the first and the last event."));
    }

    @Test
    void aCaseWithAllLogsHasNone() {
        Scene.Told token = root("08:00");
        Scene.Told renewed = renewal("08:01");
        scene.audit(Scene.ADELE, at("08:02"), "Exchange", "MailItemsAccessed", Scene.SESSION, token.uti());
        scene.graph(Scene.ADELE, at("08:03"), "GET", "/me", Scene.SESSION, renewed.uti(), "192.0.2.10");
        scene.change(Scene.ADELE, at("08:04"), "Update user", "192.0.2.10");
        findsNothing(GAP);
    }
}
