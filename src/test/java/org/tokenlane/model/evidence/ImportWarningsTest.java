package org.tokenlane.model.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.tokenlane.model.time.TimeSpan;

/** Warnings follow from what the case keeps of its files. */
class ImportWarningsTest {

    private static final Instant FIRST = Instant.parse("2026-03-01T00:00:00Z");
    private static final Instant LAST = Instant.parse("2026-03-02T00:00:00Z");
    private static final Instant IMPORTED = Instant.parse("2026-06-01T00:00:00Z");
    private static final Map<ImportCount, Long> NOTHING = Map.of(ImportCount.WITHOUT_TIME, 0L);

    private static Evidence file(int id, Instant first, Instant last) {
        return new Evidence(id, new SourceFile("file" + id, null, 1, "sha" + id), "shape", "form",
                StandardCharsets.UTF_8, null, Map.of(), RecordCounts.of(7, 2, 1, 3), new TimeSpan(first, last),
                new ImportStamp(IMPORTED, "ada", "test"), null);
    }

    private static List<WarningKind> kinds(int of, List<Evidence> files, Map<Integer, Map<ImportCount, Long>> counts) {
        return ImportWarnings.of(files, counts).getOrDefault(of, List.of()).stream().map(ImportWarning::kind).toList();
    }

    private static List<WarningKind> kinds(Map<ImportCount, Long> counts) {
        return kinds(1, List.of(file(1, FIRST, LAST)), Map.of(1, counts));
    }

    @Test
    void aFileThatLacksNothingHasNone() {
        assertThat(ImportWarnings.of(List.of(file(1, FIRST, LAST)), Map.of(1, NOTHING))).isEmpty();
    }

    @Test
    void oneRecordWithoutATimeIsOneTooMany() {
        assertThat(ImportWarnings.of(List.of(file(1, FIRST, LAST)), Map.of(1, Map.of(ImportCount.WITHOUT_TIME, 1L))))
                .containsExactly(Map.entry(1, List.of(new ImportWarning("file1", WarningKind.WITHOUT_TIME, 1, 9))));
        assertThat(kinds(Map.of(ImportCount.WITHOUT_TIME, 0L))).isEmpty();
    }

    @Test
    void localTimeIsOnlyTheReasonWhereRecordsHaveNoTime() {
        assertThat(kinds(Map.of(ImportCount.WITHOUT_TIME, 1L, ImportCount.LOCAL_TIMES, 1L)))
                .containsExactly(WarningKind.LOCAL_TIME_WITHOUT_ZONE);
        assertThat(kinds(Map.of(ImportCount.WITHOUT_TIME, 0L, ImportCount.LOCAL_TIMES, 1L))).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(value = ImportCount.class, names = { "WITHOUT_ACTOR", "QUOTED", "NO_SESSION_READ", "NO_TOKEN_READ",
        "UNREAD_AT_END", "TRUNCATED", "DAMAGED", "TRAILING_BYTES" })
    void whatWasCountedOnceIsWarnedOf(ImportCount count) {
        assertThat(kinds(Map.of(ImportCount.WITHOUT_TIME, 0L, count, 1L)))
                .containsExactly(WarningKind.valueOf(count.name()));
        assertThat(kinds(Map.of(ImportCount.WITHOUT_TIME, 0L, count, 0L))).isEmpty();
    }

    @Test
    void ofAFileThatAnEarlierVersionImportedTheUndatedRecordsAreKnown() {
        assertThat(ImportWarnings.of(List.of(file(1, FIRST, LAST)), Map.of()).get(1))
                .containsExactly(new ImportWarning("file1", WarningKind.WITHOUT_TIME, 3, 9));
    }

    @Test
    void oneKindOfSignInsAloneIsWarnedOfUntilTheOtherIsInTheCase() {
        Map<ImportCount, Long> interactive = Map.of(ImportCount.WITHOUT_TIME, 0L, ImportCount.INTERACTIVE, 2L);
        Map<ImportCount, Long> others = Map.of(ImportCount.WITHOUT_TIME, 0L, ImportCount.NON_INTERACTIVE, 1L);
        List<Evidence> files = List.of(file(1, FIRST, LAST), file(2, FIRST, LAST));
        assertThat(kinds(1, files, Map.of(1, interactive, 2, NOTHING)))
                .containsExactly(WarningKind.ONLY_INTERACTIVE);
        assertThat(kinds(2, files, Map.of(1, NOTHING, 2, others))).containsExactly(WarningKind.ONLY_NON_INTERACTIVE);
        assertThat(ImportWarnings.of(files, Map.of(1, interactive, 2, others))).isEmpty();
        assertThat(kinds(1, files, Map.of(1, interactive))).as("what the other file has is not known")
                .doesNotContain(WarningKind.ONLY_INTERACTIVE);
    }

    @Test
    void aYearAwayIsNotFarAndASecondMoreIs() {
        Evidence other = file(1, FIRST, LAST);
        Instant before = FIRST.minus(Duration.ofDays(365));
        Instant after = LAST.plus(Duration.ofDays(365));
        for (Instant near : List.of(before, after)) {
            assertThat(kinds(2, List.of(other, file(2, near, near)), Map.of(1, NOTHING, 2, NOTHING)))
                    .doesNotContain(WarningKind.FAR_FROM_CASE);
        }
        for (Instant far : List.of(before.minusSeconds(1), after.plusSeconds(1))) {
            assertThat(kinds(2, List.of(other, file(2, far, far)), Map.of(1, NOTHING, 2, NOTHING)))
                    .contains(WarningKind.FAR_FROM_CASE);
        }
    }

    @Test
    void onlyAFileThatIsFarFromAllOthersIsFarFromTheCase() {
        Instant past = FIRST.minus(Duration.ofDays(500));
        List<Evidence> files = List.of(file(1, FIRST, LAST), file(2, FIRST, LAST), file(3, past, past));
        Map<Integer, Map<ImportCount, Long>> counts = Map.of(1, NOTHING, 2, NOTHING, 3, NOTHING);
        assertThat(ImportWarnings.of(files, counts)).containsOnlyKeys(3);
        assertThat(ImportWarnings.of(List.of(file(1, past, past)), counts)).as("alone").isEmpty();
    }

    @Test
    void aDayAheadOfTheImportMayBeAZoneAndMoreMayNot() {
        Instant ahead = IMPORTED.plus(Duration.ofDays(1));
        assertThat(kinds(1, List.of(file(1, FIRST, ahead)), Map.of(1, NOTHING))).isEmpty();
        assertThat(kinds(1, List.of(file(1, FIRST, ahead.plusNanos(1))), Map.of(1, NOTHING)))
                .containsExactly(WarningKind.IN_FUTURE);
    }

    @Test
    void everyCountAndEveryWarningHasACodeOfItsOwn() {
        assertThat(ImportCount.values()).extracting(ImportCount::code).doesNotHaveDuplicates()
                .allSatisfy(code -> assertThat(ImportCount.of(code)).isNotNull());
        assertThat(WarningKind.values()).extracting(WarningKind::code).doesNotHaveDuplicates();
    }
}
