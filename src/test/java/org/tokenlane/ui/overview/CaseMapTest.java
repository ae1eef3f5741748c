package org.tokenlane.ui.overview;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.BitSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tokenlane.detect.answer.Account;
import org.tokenlane.ingest.TestCase;
import org.tokenlane.model.event.EventField;
import org.tokenlane.model.event.LogSource;
import org.tokenlane.model.filter.Filter;
import org.tokenlane.model.filter.FilterField;
import org.tokenlane.ui.OpenedCase;
import org.tokenlane.ui.OpenedSample;
import org.tokenlane.ui.state.OpenCase;
import org.tokenlane.ui.state.ViewState;

class CaseMapTest {

    @TempDir
    private Path folder;

    private OpenedCase of(String... timesAndUsers) {
        TestCase test = new TestCase(folder);
        test.loadOne(test.write("audit.jsonl", IntStream.range(0, timesAndUsers.length).mapToObj(i -> {
            String[] parts = timesAndUsers[i].split(" ");
            return "{\"CreationTime\":\"" + parts[0] + "\",\"Id\":\"10000000-0000-4000-8000-00000000%04d\","
                    .formatted(i) + "\"Operation\":\"Send\",\"RecordType\":2,\"Workload\":\"Exchange\",\"UserId\":\""
                    + parts[1] + "\"}\n";
        }).collect(Collectors.joining())));
        return new OpenedCase(test.caseFile());
    }

    @Test
    void theFirstAndTheLastEventAreInTheFirstAndTheLastSlice() {
        try (OpenedCase opened = of("2026-03-01T00:00:00 lea@contoso.example",
                "2026-03-11T00:00:00 lea@contoso.example")) {
            CaseMap map = CaseMap.of(opened.open().events(), null, null);
            assertThat(map.slice(map.from())).isZero();
            assertThat(map.slice(map.to())).isEqualTo(CaseMap.SLICES - 1);
            assertThat(map.start(0)).isEqualTo(map.from());
            assertThat(map.start(CaseMap.SLICES)).isGreaterThan(map.to());
            for (int slice = 0; slice < CaseMap.SLICES; slice++) {
                assertThat(map.slice(map.start(slice))).isEqualTo(slice);
                assertThat(map.slice(map.start(slice + 1) - 1)).isEqualTo(slice);
            }
        }
    }

    @Test
    void daysWithoutAnEventAreAGapAndHoursWithoutOneAreNot() {
        try (OpenedCase opened = of("2026-03-01T23:59:59 lea@contoso.example",
                "2026-03-03T00:00:00 lea@contoso.example",
                "2026-03-03T23:00:00 lea@contoso.example")) {
            CaseMap map = CaseMap.of(opened.open().events(), null, null);
            CaseMap.Log log = map.logs().getFirst();
            assertThat(map.logs()).hasSize(1);
            assertThat(log.events().cardinality()).isEqualTo(3);
            long noon = map.from() + 12 * 3_600_000_000_000L;
            assertThat(log.gaps().get(map.slice(noon))).as("2 March has none").isTrue();
            assertThat(log.gaps().get(map.slice(noon + 24 * 3_600_000_000_000L))).as("3 March has two").isFalse();
            BitSet both = (BitSet) log.events().clone();
            both.and(log.gaps());
            assertThat(both.isEmpty()).isTrue();
        }
    }

    @Test
    void oneEventIsAMapAndACaseWithoutDatedEventsHasNone() {
        try (OpenedCase opened = of("2026-03-01T10:00:00 lea@contoso.example")) {
            CaseMap map = CaseMap.of(opened.open().events(), null, null);
            assertThat(map.from()).isEqualTo(map.to());
            assertThat(map.logs().getFirst().events().get(0)).isTrue();
            assertThat(map.logs().getFirst().gaps().isEmpty()).isTrue();
            assertThat(map.users()).as("nobody is known to be affected").isEmpty();
        }
    }

    @Test
    void aCaseWithoutDatedEventsHasNoMap() {
        try (OpenedCase opened = of("soon lea@contoso.example")) {
            assertThat(CaseMap.of(opened.open().events(), null, null)).isNull();
        }
    }

    @ParameterizedTest
    @CsvSource({ "12, 12, 0", "13, 12, 1" })
    void twelveUsersHaveAStripAndTheRestIsCounted(int affected, int strips, int more) {
        TestCase test = new TestCase(folder);
        test.loadOne(test.write("audit.jsonl", IntStream.range(0, affected).mapToObj(
                i -> OverviewViewModelTest.switchedOff(i, "\"UserId\":\"user%d@contoso.example\",".formatted(i)))
                .collect(Collectors.joining())));
        try (OpenedCase opened = new OpenedCase(test.caseFile())) {
            opened.workbench.rules().detect();
            CaseMap map = CaseMap.of(opened.open().events(), opened.workbench.rules().detection().get(), null);
            assertThat(map.users()).hasSize(strips);
            assertThat(map.more()).isEqualTo(more);
        }
    }

    @Test
    void theUsersOfTheAttackerComeFirstAndTheirSlicesChooseTheSameEventsAsTheFilter() {
        try (OpenedSample sample = new OpenedSample(folder)) {
            sample.workbench.rules().detect();
            OpenCase open = sample.open();
            var detection = sample.workbench.rules().detection().get();
            var answers = sample.workbench.answers().answers().get();
            CaseMap map = CaseMap.of(open.events(), detection, answers);
            assertThat(map.users()).extracting(CaseMap.User::upn).startsWith(answers.incident().used().stream()
                    .map(Account::name).toArray(String[]::new));
            assertThat(map.more()).isZero();
            for (CaseMap.User user : map.users()) {
                assertThat(Arrays.stream(user.events()).sum()).isEqualTo((int) IntStream.range(0, open.events().size())
                        .filter(event -> user.upn().equalsIgnoreCase(open.events().text(EventField.UPN, event)))
                        .filter(event -> open.events().time(event) >= map.from()).count());
                int busiest = IntStream.range(0, CaseMap.SLICES).reduce(0,
                        (one, other) -> user.events()[other] > user.events()[one] ? other : one);
                sample.workbench.navigation().go(new ViewState(java.util.List.of(
                        new Filter.FieldIs(FilterField.UPN, java.util.List.of(user.upn())),
                        new Filter.TimeFrom(map.start(busiest)), new Filter.TimeBefore(map.start(busiest + 1)))));
                assertThat(sample.workbench.selection().matching().get().events()).hasSize(user.events()[busiest]);
            }
            assertThat(map.users()).extracting(CaseMap.User::session).contains(sample.answers.aitmSession());
            assertThat(map.logs()).filteredOn(log -> log.source() == LogSource.RISK_DETECTIONS)
                    .singleElement().satisfies(log -> assertThat(log.gaps().isEmpty()).isTrue());
            assertThat(map.users().getFirst().attackers().isEmpty()).isFalse();
            assertThat(map.users().getFirst().findings()).anyMatch(severity -> severity != null);
        }
    }
}
