package org.tokenlane.report.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tokenlane.detect.answer.Account;
import org.tokenlane.detect.answer.Milestone;
import org.tokenlane.detect.change.MilestoneKind;
import org.tokenlane.detect.hands.Party;
import org.tokenlane.model.finding.Finding;
import org.tokenlane.model.finding.Severity;

/** Findings that a report merges. */
class FindingGroupTest {

    private static final String ADELE = "adele@contoso.example";
    private static final String BRUNO = "bruno@contoso.example";

    private static Account account(String name, List<Integer> events, Milestone... steps) {
        return new Account(name, null, events, 0, 1, true, List.of(steps));
    }

    private static Finding finding(String rule, Severity severity, String upn, Integer... events) {
        return new Finding(rule, "title of " + rule, severity, List.of(), null, upn, List.of(events),
                Arrays.stream(events).map(event -> "e" + event).toList(), "why", List.of());
    }

    @Test
    void thoseOfAnAttackedAccountAreMergedBySeverityAndAllOthersByRule() {
        List<FindingGroup> groups = FindingGroup.of(List.of(
                finding("quiet", Severity.LOW, "other@contoso.example", 9),
                finding("loud", Severity.HIGH, "other@contoso.example", 8),
                finding("one", Severity.MEDIUM, BRUNO, 5),
                finding("two", Severity.HIGH, ADELE, 1),
                finding("three", Severity.MEDIUM, ADELE, 1, 2),
                finding("four", Severity.HIGH, ADELE, 2),
                finding("quiet", Severity.MEDIUM, "third@contoso.example", 7)),
                List.of(account(ADELE, List.of(1, 2)), account(BRUNO, List.of(5))));
        assertThat(groups).extracting(FindingGroup::account).containsExactly(ADELE, ADELE, BRUNO, null, null);
        assertThat(groups).extracting(FindingGroup::severity).containsExactly(Severity.HIGH, Severity.MEDIUM,
                Severity.MEDIUM, Severity.HIGH, Severity.MEDIUM);
        assertThat(groups).extracting(FindingGroup::references).containsExactly("F4, F6", "F5", "F3", "F2", "F1, F7");
        assertThat(groups).extracting(FindingGroup::events).containsExactly(2, 2, 1, 1, 2);
        assertThat(groups.getFirst().titles()).containsExactly("title of two", "title of four");
        assertThat(groups.getLast().users()).containsExactly("other@contoso.example", "third@contoso.example");
    }

    @Test
    void aFindingOnTwoAccountsBelongsToItsUserAndWithoutOneToTheFirst() {
        List<Account> accounts = List.of(account(ADELE, List.of(1)), account(BRUNO, List.of(2)));
        assertThat(FindingGroup.of(List.of(finding("r", Severity.HIGH, BRUNO.toUpperCase(java.util.Locale.ROOT), 1,
                2)), accounts)).extracting(FindingGroup::account).containsExactly(BRUNO);
        assertThat(FindingGroup.of(List.of(finding("r", Severity.HIGH, null, 1, 2)), accounts))
                .extracting(FindingGroup::account).containsExactly(ADELE);
    }

    @Test
    void aFindingOnAStepThatOnlyAnInferenceGivesToTheAttackerBelongsToTheAccount() {
        Milestone step = new Milestone(MilestoneKind.METHOD_ADDED, 1, ADELE, Set.of(ADELE), null, ADELE,
                Party.ATTACKER, List.of(7));
        Milestone own = new Milestone(MilestoneKind.METHOD_ADDED, 1, ADELE, Set.of(ADELE), null, ADELE, Party.USER,
                List.of(8));
        List<Account> accounts = List.of(account(ADELE, List.of(1), step, own));
        assertThat(FindingGroup.of(List.of(finding("r", Severity.HIGH, ADELE, 7)), accounts))
                .extracting(FindingGroup::account).containsExactly(ADELE);
        assertThat(FindingGroup.of(List.of(finding("r", Severity.HIGH, ADELE, 8)), accounts))
                .extracting(FindingGroup::account).containsOnlyNulls();
    }

    @ParameterizedTest
    @CsvSource({ "1, F1", "1 2, 'F1, F2'", "1 2 3, F1–F3", "3 1 2 5, 'F1–F3, F5'", "1 3 4, 'F1, F3, F4'",
        "1 2 3 5 6 7 8, 'F1–F3, F5–F8'" })
    void threeInARowAreARangeAndTwoAreNot(String numbers, String references) {
        List<Integer> all = Arrays.stream(numbers.split(" ")).map(Integer::valueOf).toList();
        assertThat(new FindingGroup(null, List.of(finding("r", Severity.HIGH, ADELE, 1)), all).references())
                .isEqualTo(references);
    }
}
