package org.tokenlane.detect;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.tokenlane.model.finding.Severity;

/** Sessions that go on after an administrator ended them. */
class AfterRevocationRuleTest extends RuleTest {

    private static final String RULE = "session-used-after-revocation";
    private static final String ADMIN = "admin@contoso.example";

    private void ended(String by, String activity, String time) {
        scene.change(by, at(time), activity, "192.0.2.5").with("targetResources",
                List.of(Map.of("id", "u1", "type", "User", "userPrincipalName", Scene.ADELE)));
    }

    private void read(String time, String uti) {
        Scene.from(scene.audit(Scene.ADELE, at(time), "Exchange", "MailItemsAccessed", Scene.SESSION, uti),
                "203.0.113.200");
    }

    @Test
    void anEventFiveSecondsAfterTheRevocationIsNone() {
        String uti = abroad(root("08:00")).uti();
        ended(ADMIN, "Update StsRefreshTokenValidFrom Timestamp", "09:00");
        read("09:00:05", uti);
        findsNothing(RULE);
    }

    @Test
    void anEventSixSecondsAfterTheRevocationIsAFinding() {
        String uti = abroad(root("08:00")).uti();
        ended(ADMIN, "Update StsRefreshTokenValidFrom Timestamp", "09:00");
        read("09:00:06", uti);
        isOnAdelesSession(finding(RULE));
        assertThat(proof(finding(RULE))).containsExactly("09:00:00", "09:00:06");
    }

    @Test
    void outsideAnAttackedSessionTheSeverityIsLower() {
        String uti = root("08:00").uti();
        ended(ADMIN, "Reset user password", "09:00");
        read("09:10", uti);
        assertThat(finding(RULE).severity()).isEqualTo(Severity.MEDIUM);
    }

    @Test
    void aPasswordThatTheUserChangedEndsNothing() {
        String uti = abroad(root("08:00")).uti();
        ended(Scene.ADELE, "Change user password", "09:00");
        ended(Scene.ADELE, "Reset user password", "09:05");
        read("09:10", uti);
        findsNothing(RULE);
    }

    @Test
    void aSessionThatBeganAfterTheRevocationIsLeftAlone() {
        ended(ADMIN, "Update StsRefreshTokenValidFrom Timestamp", "07:59");
        read("09:10", abroad(root("08:00")).uti());
        findsNothing(RULE);
    }
}
