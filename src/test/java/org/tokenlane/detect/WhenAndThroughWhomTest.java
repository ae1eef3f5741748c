package org.tokenlane.detect;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tokenlane.correlate.Through;
import org.tokenlane.detect.answer.Answer;
import org.tokenlane.detect.answer.Answer.State;
import org.tokenlane.detect.answer.AnswerText;
import org.tokenlane.detect.answer.Milestone;
import org.tokenlane.detect.answer.Question;
import org.tokenlane.detect.change.MilestoneKind;
import org.tokenlane.detect.facts.Words;
import org.tokenlane.model.time.Durations;

/** When the attacker was there, through whom, and what a record of a change shows to have been opened or closed. */
class WhenAndThroughWhomTest extends AttackedAccount {

    private static final long MINUTE = 60_000_000_000L;
    private static final String HOME = "0d2f6c1e-55a3-4b7e-8f11-2a9c4be07d6";

    private int changes;

    private Scene.Told risk(String signIn, String detected) {
        Scene.Told other = scene.signIn(Scene.ADELE, "2026-09-15T" + signIn, Scene.OTHER_SESSION);
        return scene.risk(other, "anomalousToken").with("detectedDateTime", detected);
    }

    private String detected() {
        return answers().to(Question.WHEN).lines().get(2).text();
    }

    private static String after(String time, int minutes) {
        return AnswerText.DETECTED.text(time, AnswerText.AFTER_FIRST.text(Durations.words(minutes * MINUTE)));
    }

    @Test
    void theEarliestDetectionIsNamedWithItsTimeAfterTheFirstAccess() {
        risk("08:05:00", "2026-09-15T11:00:00Z");
        risk("08:06:00", "2026-09-15T10:00:00Z");
        risk("08:07:00", "2026-09-15T12:00:00Z");
        assertThat(detected()).isEqualTo(after("2026-09-15 10:00:00 UTC", 120));
    }

    @Test
    void aDetectionWhoseTimeIsNotATimeHasThatOfItsActivity() {
        risk("08:05:00", "soon");
        assertThat(detected()).isEqualTo(after("2026-09-15 08:05:00 UTC", 5));
    }

    @ParameterizedTest
    @CsvSource({ "08:00:00, true", "07:59:59, false" })
    void aDetectionUpToADayBeforeTheFirstAccessMayBeOfTheAttack(String time, boolean counts) {
        risk("08:05:00", "2026-09-14T" + time + "Z");
        assertThat(detected()).isEqualTo(counts
                ? AnswerText.DETECTED.text("2026-09-14 08:00:00 UTC",
                        AnswerText.BEFORE_FIRST.text(Durations.words(1440 * MINUTE)))
                : AnswerText.NOT_DETECTED.text());
    }

    @Test
    void theFirstRecordOfTheAttackerInALogIsTheOneThatArrivedFirst() {
        scene.graph(Scene.ADELE, "2026-09-15T08:10:00", "GET", "/me", Scene.SESSION, uti, ATTACKER);
        scene.graph(Scene.ADELE, "2026-09-15T08:05:00", "GET", "/users", Scene.SESSION, uti, ATTACKER);
        Answer when = answers().to(Question.WHEN);
        assertThat(when.lines()).extracting(Answer.Line::text).contains(AnswerText.LOG_ARRIVED
                .text("2026-09-15 08:05:00 UTC", AnswerText.AFTER_FIRST.text(Durations.words(5 * MINUTE))));
        assertThat(when.state()).isEqualTo(State.PARTLY);
        assertThat(when.text()).isEqualTo(AnswerText.DWELL_OPEN.text("2026-09-15 08:00:00 UTC",
                "2026-09-15 08:10:00 UTC", Durations.words(10 * MINUTE)));
    }

    @Test
    void theTimeUntilContainmentCountsFromTheFirstAccess() {
        revoked("09:00:00");
        assertThat(answers().to(Question.WHEN).text()).isEqualTo(AnswerText.DWELL.text("2026-09-15 08:00:00 UTC",
                "2026-09-15 09:00:00 UTC", Durations.words(60 * MINUTE)));
    }

    private void guest(String user, String minute, String session, String access, String home, String ip) {
        scene.signIn(user, "2026-09-15T08:" + minute + ":00", session).from(ip, "US", 64511)
                .with("crossTenantAccessType", access).with("homeTenantId", home);
    }

    @Test
    void theAttackersOwnComeFirstThreeAreNamedAndThoseFromOutsideAreCounted() {
        for (int i = 1; i <= 4; i++) {
            guest(Scene.ADELE, "1" + i, Scene.SESSION, "serviceProvider", HOME + i, ATTACKER);
        }
        guest(Scene.ADELE, "20", Scene.SESSION, "serviceProvider", HOME + "4", ATTACKER);
        guest("guest@partner.example", "30", Scene.OTHER_SESSION, "b2bCollaboration", HOME + "9", "192.0.2.10");
        guest("guest@partner.example", "31", Scene.OTHER_SESSION, "b2bCollaboration", HOME + "9", "192.0.2.10");
        guest("guest@partner.example", "32", Scene.OTHER_SESSION, "b2bCollaboration", HOME + "9", "192.0.2.10");
        Answer through = answers().to(Question.THROUGH_WHOM);
        String name = AnswerText.THROUGH_NAME.text(Through.PARTNER.text(), Words.quoted(Scene.ADELE));
        assertThat(through.text()).isEqualTo(AnswerText.THROUGH.text(4, String.join("; ", name, name, name), 1));
        assertThat(through.lines()).extracting(line -> line.events().size()).as("most of the attacker's events first")
                .containsExactly(2, 1, 1, 1, 3);
        assertThat(through.lines().getFirst().text()).contains(HOME + "4");
    }

    @Test
    void othersFromOutsideAreCountedWhereTheAttackerUsedAMembersAccount() {
        guest("guest@partner.example", "30", Scene.OTHER_SESSION, "b2bCollaboration", HOME + "9", "192.0.2.10");
        scene.graph("x@contoso.example", "2026-09-15T08:40:00", "GET", "/users", null, null, "192.0.2.9")
                .with("userId", null).with("servicePrincipalId", "7b978ab3-234b-4064-a82d-f478d43bcdb6");
        Answer through = answers().to(Question.THROUGH_WHOM);
        assertThat(through.state()).isEqualTo(State.NO);
        assertThat(through.text()).isEqualTo(AnswerText.THROUGH_ACCOUNTS.text(through.lines().size(), 1));
        assertThat(through.lines()).hasSize(2);
    }

    private void changed(String activity, String type, String property, String before, String after) {
        Map<String, Object> change = new LinkedHashMap<>();
        change.put("displayName", property);
        change.put("oldValue", before);
        change.put("newValue", after);
        scene.change(ADMIN, "2026-09-15T09:%02d:00".formatted(++changes), activity, "192.0.2.5").with("targetResources",
                List.of(Map.of("id", "x" + changes, "type", type, "displayName", "X" + changes, "modifiedProperties",
                        List.of(change))));
    }

    private List<MilestoneKind> milestones() {
        return answers().incident().milestones().stream().map(Milestone::kind).toList();
    }

    @Test
    void devicesAndApplicationsAreRemovedWhenTheyAreSwitchedOff() {
        changed("Update device", "Device", "AccountEnabled", "[true]", "[false]");
        changed("Update device", "Device", "AccountEnabled", "[false]", "[false]");
        changed("Update device", "Device", "AccountEnabled", "[false]", "[true]");
        changed("Update device", "Device", "DisplayName", "[true]", "[false]");
        changed("Update service principal", "ServicePrincipal", "AccountEnabled", "[true]", "[false]");
        changed("Update service principal", "ServicePrincipal", "AccountEnabled", "[false]", "[true]");
        assertThat(milestones()).containsExactly(MilestoneKind.DEVICE_REMOVED, MilestoneKind.APP_REMOVED);
    }

    @Test
    void fewerMethodsOrKeysThanBeforeAreARemovalAndAsManyOthersAreNot() {
        String methods = "StrongAuthenticationMethod";
        changed("Update user", "User", methods, "[{a}]", "[{a},{b}]");
        changed("Update user", "User", methods, "[{a},{b}]", "[{a}]");
        changed("Update user", "User", methods, "[{a}]", "[{b}]");
        changed("Update user", "User", methods, "[{a}]", "[{a}]");
        String keys = "Update application – Certificates and secrets management";
        changed(keys, "Application", "KeyDescription", "[KeyIdentifier=1]", "[KeyIdentifier=1,KeyIdentifier=2]");
        changed(keys, "Application", "KeyDescription", "[KeyIdentifier=1,KeyIdentifier=2]", "[KeyIdentifier=1]");
        changed(keys, "Application", "KeyDescription", "[KeyIdentifier=1]", "[KeyIdentifier=2]");
        changed(keys, "Application", "KeyDescription", "[KeyIdentifier=1]", "[KeyIdentifier=1]");
        assertThat(milestones()).containsExactly(MilestoneKind.METHOD_ADDED, MilestoneKind.METHOD_REMOVED,
                MilestoneKind.METHOD_ADDED, MilestoneKind.CREDENTIAL_ADDED, MilestoneKind.CREDENTIAL_REMOVED,
                MilestoneKind.CREDENTIAL_ADDED);
    }
}
