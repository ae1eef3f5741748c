package org.tokenlane.detect;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.tokenlane.correlate.Correlation;
import org.tokenlane.detect.answer.Answer.State;
import org.tokenlane.detect.answer.Answers;
import org.tokenlane.detect.answer.Question;
import org.tokenlane.model.finding.Finding;
import org.tokenlane.model.finding.Severity;
import org.tokenlane.model.mark.MarkTarget;
import org.tokenlane.query.CaseEvents;

/** How the attacker came in, where the portal sign-in is the user's or the attacker's, and what was set up. */
class WayInTest extends AttackedAccount {

    private static final MarkTarget ADDRESS = MarkTarget.of(MarkTarget.Kind.IP, ATTACKER);
    private static final String OWN = "192.0.2.10";

    private int event(String time) {
        scene.load();
        CaseEvents events = Correlation.upToDate(scene.caseFile()).events();
        return IntStream.range(0, events.size()).filter(i -> events.time(i) == java.time.Instant
                .parse("2026-09-15T" + time + "Z").getEpochSecond() * 1_000_000_000L).findFirst().orElseThrow();
    }

    private String way() {
        scene.signIn(Scene.ADELE, "2026-09-15T07:00:00", Scene.SESSION).from(OWN, "DK", 64496);
        Finding portal = new Finding("aitm-portal-then-elsewhere", "t", Severity.HIGH, List.of(), Scene.SESSION,
                Scene.ADELE, List.of(event("08:00:00"), event("07:00:00")), List.of("a", "b"), "why", List.of());
        Answers answers = answers(ADDRESS, portal);
        assertThat(answers.to(Question.HOW_IN).state()).isEqualTo(State.PARTLY);
        assertThat(answers.incident().events().cardinality()).as("the sign-in at 08:00 only").isEqualTo(1);
        return answers.to(Question.HOW_IN).text();
    }

    @Test
    void afterASignInFromTheUsersOwnPlaceTheTokenWasTakenAndNoPageStoodBetween() {
        scene.everyday(Scene.ADELE, OWN, "DK", 64496, null);
        assertThat(way()).contains(text("WayIn.token")).doesNotContain(text("WayIn.adversary-in-the-middle"));
    }

    @Test
    void afterASignInFromAPlaceNewToTheUserAPageMayHaveStoodBetween() {
        assertThat(way()).contains(text("WayIn.adversary-in-the-middle")).doesNotContain(text("WayIn.token"));
    }

    @Test
    void whereNothingPointsToAWayTheAccountIsNamedAllTheSame() {
        scene.signIn("bob@contoso.example", "2026-09-15T08:30:00", Scene.OTHER_SESSION).from(ATTACKER, "US", 64511);
        Finding password = new Finding("password-spray", "t", Severity.HIGH, List.of(), Scene.SESSION, Scene.ADELE,
                List.of(event("08:00:00")), List.of("a"), "why", List.of());
        assertThat(answers(ADDRESS, password).to(Question.HOW_IN).text())
                .contains(Scene.ADELE + ": " + text("WayIn.password")).contains("bob@contoso.example: ");
    }

    /** As the bundle has it, without its doubled apostrophes. */
    private static String text(String key) {
        return java.util.ResourceBundle.getBundle("org.tokenlane.detect.answer.texts", java.util.Locale.ROOT)
                .getString(key).replace("''", "'");
    }
}
