package org.tokenlane.detect.answer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tokenlane.detect.change.MilestoneKind;
import org.tokenlane.detect.hands.Party;
import org.tokenlane.model.event.AuditEvent;

/** What closes a way in, and whether it is certain that it closed that very one. */
class MilestoneTest {

    private static Milestone step(MilestoneKind kind, long time, String name, String detail, Party party) {
        return new Milestone(kind, time, name, Set.of(name), detail, null, party, List.of(0));
    }

    private static Milestone rule(MilestoneKind kind, long time, String name, String detail) {
        return step(kind, time, name, detail, Party.ATTACKER);
    }

    @ParameterizedTest
    @CsvSource({ "RULE_REMOVED, 10, adele, hide, true", "RULE_REMOVED, 11, adele, HIDE, true",
        "RULE_REMOVED, 9, adele, hide, false", "RULE_REMOVED, 10, bela, hide, false",
        "RULE_REMOVED, 10, adele, news, false", "RULE_REMOVED, 10, adele, , true", "RULE_SET, 10, adele, hide, false",
        "FORWARDING_REMOVED, 10, adele, hide, false" })
    void aRuleIsClosedByTheRemovalOfTheSameRuleOfTheSameMailboxNotEarlier(MilestoneKind kind, long time, String name,
            String detail, boolean closes) {
        assertThat(rule(kind, time, name, detail).closes(rule(MilestoneKind.RULE_SET, 10, "adele", "hide")))
                .isEqualTo(closes);
    }

    @Test
    void aForwardingIsClosedWhateverAddressIsNamedAndARuleWithoutANameByAny() {
        assertThat(rule(MilestoneKind.FORWARDING_REMOVED, 2, "adele", "x@mailbox.example")
                .closes(rule(MilestoneKind.FORWARDING_SET, 1, "adele", "y@mailbox.example"))).isTrue();
        assertThat(rule(MilestoneKind.RULE_REMOVED, 2, "adele", "hide")
                .closes(rule(MilestoneKind.RULE_SET, 1, "adele", null))).isTrue();
    }

    @Test
    void onlyWhatBothRecordsNameIsClosedForCertain() {
        Milestone set = rule(MilestoneKind.RULE_SET, 1, "adele", "hide");
        assertThat(rule(MilestoneKind.RULE_REMOVED, 2, "adele", "hide").isExactFor(set)).isTrue();
        assertThat(rule(MilestoneKind.RULE_REMOVED, 2, "adele", null).isExactFor(set)).isFalse();
        assertThat(rule(MilestoneKind.RULE_REMOVED, 2, "adele", "hide")
                .isExactFor(rule(MilestoneKind.RULE_SET, 1, "adele", null))).isFalse();
        assertThat(rule(MilestoneKind.FORWARDING_REMOVED, 2, "adele", null)
                .isExactFor(rule(MilestoneKind.FORWARDING_SET, 1, "adele", null))).isTrue();
        assertThat(rule(MilestoneKind.METHOD_REMOVED, 2, "adele", "x")
                .isExactFor(rule(MilestoneKind.METHOD_ADDED, 1, "adele", "x"))).isFalse();
    }

    @Test
    void aStepIsTheAttackersOnlyInTheAttackersHandsAndConcernsWhomItNames() {
        assertThat(step(MilestoneKind.RULE_SET, 1, "adele", null, Party.ATTACKER).isAttackers()).isTrue();
        assertThat(step(MilestoneKind.RULE_SET, 1, "adele", null, Party.USER).isAttackers()).isFalse();
        assertThat(rule(MilestoneKind.RULE_SET, 1, "adele", null).concerns(Set.of("bela", "adele"))).isTrue();
        assertThat(rule(MilestoneKind.RULE_SET, 1, "adele", null).concerns(Set.of("bela"))).isFalse();
    }

    private static Account account(long first, long last, Milestone... steps) {
        return new Account("adele", null, List.of(0), first, last, true, List.of(steps));
    }

    private static Milestone revoked(long time, String by, Party party) {
        return new Milestone(MilestoneKind.SESSIONS_REVOKED, time, "adele", Set.of("adele"), null, by, party,
                List.of(0));
    }

    @ParameterizedTest
    @CsvSource({ "10, 20, 20, 20", "10, 20, 19, ", "10, 20, 21, 21", "10, 10, 10, 10", "10, 10, 9, " })
    void anAccountIsContainedByAStepAtOrAfterItsLastUse(long first, long last, long step, Long contained) {
        assertThat(account(first, last, revoked(step, "admin", Party.UNCLEAR)).containedAt())
                .isEqualTo(contained == null ? AuditEvent.NO_TIME : contained);
    }

    @Test
    void stepsOfTheAttackerAndThoseOfTheAccountThatNobodyKnowsToBeTheUsersEndNothing() {
        assertThat(account(1, 2, revoked(3, "admin", Party.ATTACKER)).ends()).isEmpty();
        assertThat(account(1, 2, revoked(3, "ADELE", Party.UNCLEAR)).ends()).isEmpty();
        assertThat(account(1, 2, revoked(3, "adele", Party.USER)).ends()).hasSize(1);
        assertThat(account(1, 2, revoked(3, null, Party.UNCLEAR)).ends()).hasSize(1);
        assertThat(account(1, 2, revoked(3, "admin", Party.UNCLEAR)).ends()).hasSize(1);
        assertThat(account(1, 2, rule(MilestoneKind.RULE_REMOVED, 3, "adele", null)).ends()).isEmpty();
    }

    @Test
    void theFirstEndIsNotBeforeTheFirstUse() {
        Milestone before = revoked(9, "admin", Party.UNCLEAR);
        Milestone at = revoked(10, "admin", Party.UNCLEAR);
        assertThat(account(10, 20, before, at, revoked(11, "admin", Party.UNCLEAR)).firstEnd()).isSameAs(at);
        assertThat(account(10, 20, before).firstEnd()).isNull();
        assertThat(account(10, 20, before).lastEnd()).isNull();
        assertThat(account(10, 20, before, at).lastEnd()).isSameAs(at);
        assertThat(account(10, 20).lastEnd()).isNull();
    }
}
