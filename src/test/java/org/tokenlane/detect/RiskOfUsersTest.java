package org.tokenlane.detect;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.tokenlane.model.finding.Finding;
import org.tokenlane.model.finding.Risk;
import org.tokenlane.model.finding.Severity;

/** Findings without a session count in the risk of their user and of the case. */
@Counted("Scenes: risk of users")
class RiskOfUsersTest extends RuleTest {

    private static final String BELA = "bela@contoso.example";

    private void takenOver() {
        scene.everyday(Scene.ADELE, "192.0.2.10", "DK", 64496, null);
        root("08:00");
        abroad(renewal("08:06"));
    }

    @Test
    void aRoleThatIsAssignedInATakeoverCountsForTheUserAndTheCase() {
        takenOver();
        scene.change(Scene.ADELE, at("08:30"), "Add member to role", "198.51.100.77");
        Finding role = finding("role-assigned");
        assertThat(role.sessionId()).isNull();
        Detection detection = scene.detection();
        int ofSession = detection.risk(Scene.SESSION).points();
        assertThat(detection.riskOfUser(Scene.ADELE).points())
                .isGreaterThanOrEqualTo(ofSession + Severity.HIGH.points());
        assertThat(detection.riskOfUser(Scene.ADELE).because()).extracting(Finding::rule).contains("role-assigned");
        assertThat(detection.riskOfCase().points()).isEqualTo(detection.riskOfUser(Scene.ADELE).points());
        assertThat(detection.usersAtRisk()).containsExactly(Scene.ADELE);
    }

    @Test
    void oneRuleOnTwoUsersCountsOnceForTheCase() {
        takenOver();
        scene.everyday(BELA, "192.0.2.11", "DK", 64496, null);
        scene.signIn(BELA, at("08:00"), Scene.OTHER_SESSION).from("192.0.2.11", "DK", 64496);
        abroad(scene.signIn(BELA, at("08:06"), Scene.OTHER_SESSION).app(Scene.OFFICE).renewed("refreshToken"));
        Detection detection = scene.detection();
        assertThat(detection.usersAtRisk()).containsExactly(Scene.ADELE, BELA);
        assertThat(detection.riskOfCase().points()).isEqualTo(detection.riskOfUser(BELA).points());
    }

    @Test
    void aUserWithoutFindingsHasNoRisk() {
        takenOver();
        assertThat(scene.detection().riskOfUser(BELA)).isEqualTo(Risk.NONE);
    }
}
