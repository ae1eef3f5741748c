package org.tokenlane.detect;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.tokenlane.model.finding.Severity;

/** Links that lead to an attacker's sign-in. */
class LinkThenSignInRuleTest extends RuleTest {

    private static final String RULE = "link-then-sign-in";

    private void click(String time, String action) {
        scene.record("UrlClickEvents.jsonl", Map.of("Timestamp", at(time) + "Z", "ActionType", action, "AccountUpn",
                Scene.ADELE, "Workload", "Email", "NetworkMessageId", "7c1b2a3d-0000-4000-8000-000000000001", "Url",
                "https://login.kit.example/o", "IPAddress", "192.0.2.10", "IsClickedThrough", "0", "ReportId",
                "r" + time));
    }

    @Test
    void aSignInOfOtherHandsAnHourAfterTheLinkIsFound() {
        scene.everyday(Scene.ADELE, "192.0.2.10", "DK", 64496, "d1");
        click("07:00:00", "ClickAllowed");
        abroad(root("08:00:00"));
        assertThat(proof(finding(RULE))).containsExactly("07:00:00", "08:00:00");
        assertThat(finding(RULE).severity()).isIn(Severity.MEDIUM, Severity.HIGH);
    }

    @Test
    void aSignInASecondLaterIsNone() {
        scene.everyday(Scene.ADELE, "192.0.2.10", "DK", 64496, "d1");
        click("07:00:00", "ClickAllowed");
        abroad(root("08:00:01"));
        findsNothing(RULE);
    }

    @Test
    void aLinkThatWasBlockedOrTheUsersOwnSignInIsNone() {
        scene.everyday(Scene.ADELE, "192.0.2.10", "DK", 64496, "d1");
        click("07:00:00", "ClickBlocked");
        abroad(root("07:10"));
        click("09:00:00", "ClickAllowed");
        root("09:05").device("d1");
        findsNothing(RULE);
    }
}
