package org.tokenlane.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tokenlane.ingest.Importers;
import org.tokenlane.ingest.PurviewRows;
import org.tokenlane.intake.ImportOptions;
import org.tokenlane.intake.ImportService;
import org.tokenlane.job.Progress;
import org.tokenlane.model.evidence.Evidence;
import org.tokenlane.model.evidence.ImportReport;
import org.tokenlane.model.mark.MarkTarget;
import org.tokenlane.query.CaseEvents;

/**
 * Wherever a process is killed, in the middle of a write to the case's file or after any of them, the case opens and
 * holds all or nothing of what was being written. Not every write is looked at in the usual build, all are in
 * {@code -Ptrust}.
 */
@ExtendWith(QuickKeys.class)
class EveryWriteTest {

    private static final int SMALL = 50;
    /** With the letters of their subjects more than the database keeps in memory before it writes. */
    private static final int BIG = 800;
    private static final int LETTERS = 30_000;

    @TempDir
    private Path folder;
    private Path file;
    private Path left;

    @BeforeEach
    void nameTheCases() {
        file = folder.resolve("a.tlcase").toAbsolutePath().normalize();
        left = folder.resolve("left.tlcase");
    }

    private static ImportReport load(CaseFile caseFile, Path export) {
        return new ImportService(caseFile, Importers.all()).importAll(List.of(export), ImportOptions.by("tester"),
                Progress.NONE);
    }

    @ParameterizedTest(name = "password: {0}")
    @ValueSource(strings = { "", "blåbær" })
    void anImportIsThereWholeOrNotAtAll(String word) throws IOException {
        anImportIsWholeAfterWrites(word, word.isEmpty() ? 4 : 12);
    }

    @Tag("trust")
    @ParameterizedTest(name = "password: {0}")
    @ValueSource(strings = { "", "blåbær" })
    void anImportIsThereWholeOrNotAtAllAfterEachOfItsWrites(String word) throws IOException {
        anImportIsWholeAfterWrites(word, 1);
    }

    /** Kills at the first write, the last one and every so many between them. */
    private void anImportIsWholeAfterWrites(String word, int every) throws IOException {
        char[] password = word.isEmpty() ? null : word.toCharArray();
        Path small = Files.writeString(folder.resolve("1.csv"), PurviewRows.table(1, SMALL));
        Path big = Files.writeString(folder.resolve("2.csv"), PurviewRows.bulkyTable(SMALL + 1, BIG, LETTERS));
        try (CaseFile caseFile = CaseFile.create(file, password, "tester")) {
            load(caseFile, small);
        }
        Set<Integer> seen = new HashSet<>();
        RecordedWrites writes = RecordedWrites.of(file, folder, () -> {
            try (CaseFile caseFile = CaseFile.open(file, password)) {
                assertThat(load(caseFile, big).stored()).isEqualTo(BIG);
            }
        });
        writes.eachKill(left, every, () -> {
            try (CaseFile caseFile = CaseFile.open(left, password)) {
                List<Evidence> evidence = caseFile.evidence();
                int expected = evidence.size() == 1 ? SMALL : SMALL + BIG;
                assertThat(evidence).extracting(Evidence::path).startsWith(small.toString());
                assertThat(caseFile.verify()).isEmpty();
                assertThat(CaseEvents.load(caseFile).size()).isEqualTo(expected);
                assertThat(caseFile.segments().rows()).isEqualTo(expected);
                seen.add(evidence.size());
            }
        });
        assertThat(seen).as("files in the cases that were left").containsExactlyInAnyOrder(1, 2);
    }

    @Test
    void marksOfOneActAreThereTogetherOrNotAtAll() throws IOException {
        CaseFile.create(file, null, "tester").close();
        List<MarkTarget> targets = IntStream.range(0, 2_000)
                .mapToObj(number -> MarkTarget.of(MarkTarget.Kind.TOKEN, PurviewRows.id(number))).toList();
        Set<Integer> seen = new HashSet<>();
        RecordedWrites writes = RecordedWrites.of(file, folder, () -> {
            try (CaseFile caseFile = CaseFile.open(file, null)) {
                caseFile.marks().bookmark(targets, "tester");
            }
        });
        writes.eachKill(left, 2, () -> {
            try (CaseFile caseFile = CaseFile.open(left, null)) {
                int bookmarks = caseFile.marks().all().all().size();
                assertThat(bookmarks).isIn(0, targets.size());
                assertThat(caseFile.verify()).isEmpty();
                seen.add(bookmarks);
            }
        });
        assertThat(seen).as("bookmarks in the cases that were left").containsExactlyInAnyOrder(0, targets.size());
    }
}
