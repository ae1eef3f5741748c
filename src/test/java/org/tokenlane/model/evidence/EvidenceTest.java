package org.tokenlane.model.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tokenlane.model.text.Count;
import org.tokenlane.model.time.DateOrder;
import org.tokenlane.model.time.DateReading;
import org.tokenlane.model.time.TimeSpan;

/** What is known of an imported file. */
class EvidenceTest {

    @TempDir
    private Path folder;

    private static final Instant FIRST = Instant.ofEpochSecond(10);
    private static final Instant LAST = Instant.ofEpochSecond(20);
    private static final Instant IMPORTED = Instant.ofEpochSecond(30);

    private static Evidence evidence(@Nullable DateReading dates, @Nullable Origin origin) {
        return new Evidence(7, new SourceFile("a.zip!/a.csv", "ff", 99, "aa"), "purview-csv", "form",
                StandardCharsets.UTF_8, dates, Map.of(), RecordCounts.of(3, 4, 5, 2), new TimeSpan(FIRST, LAST),
                new ImportStamp(IMPORTED, "Åse", "Tokenlane 1"), origin);
    }

    private static Origin origin(String caseName, String replaced) {
        return origin(caseName, "bb", replaced);
    }

    private static Origin origin(String caseName, String sha256, String replaced) {
        return new Origin(caseName, 1_234, sha256, 50, IMPORTED, "Bo", replaced);
    }

    @Test
    void allRecordsAreStoredDuplicateOrRejected() {
        Evidence evidence = evidence(null, null);
        assertThat(List.of(evidence.records(), evidence.stored(), evidence.duplicates(), evidence.rejected(),
                evidence.undated())).containsExactly(12L, 3L, 4L, 5L, 2L);
        assertThat(List.of(evidence.path(), evidence.archiveSha256(), evidence.sha256(), evidence.importedBy(),
                evidence.importedWith())).containsExactly("a.zip!/a.csv", "ff", "aa", "Åse", "Tokenlane 1");
        assertThat(evidence.bytes()).isEqualTo(99);
        assertThat(List.of(evidence.firstEvent(), evidence.lastEvent(), evidence.importedAt())).containsExactly(FIRST,
                LAST, IMPORTED);
    }

    @Test
    void theFileAsItWasExportedIsTheOneThatAnExtractIsFrom() {
        assertThat(evidence(null, null).exportedSha256()).isEqualTo("aa");
        assertThat(evidence(null, null).exportedRecords()).isEqualTo(12);
        Evidence extract = evidence(null, origin("Case 1", ""));
        assertThat(extract.exportedSha256()).isEqualTo("bb");
        assertThat(extract.exportedRecords()).isEqualTo(50);
    }

    @Test
    void datesAreAssumedOnlyWhereAnOrderWasAssumed() {
        assertThat(evidence(null, null).hasAssumedDates()).isFalse();
        assertThat(evidence(null, null).dateWords()).isEmpty();
        DateReading assumed = new DateReading(DateOrder.DAY_FIRST, DateReading.Basis.ASSUMED);
        assertThat(evidence(assumed, null).hasAssumedDates()).isTrue();
        assertThat(evidence(assumed, null).dateWords()).isEqualTo(assumed.words());
        assertThat(evidence(new DateReading(DateOrder.DAY_FIRST, DateReading.Basis.SET), null).hasAssumedDates())
                .isFalse();
    }

    @Test
    void anOriginNamesItsCaseAndItsPseudonymsWhereItHasThem() {
        String records = Count.RECORDS.of(50);
        String fromFile = OriginText.FROM_FILE.text(records, 1_234L, "bb");
        assertThat(origin("", "").words()).isEqualTo(fromFile);
        assertThat(origin("", "users").words()).isEqualTo(OriginText.REPLACED.text(fromFile, "users"));
        assertThat(origin("Case 1", "").words())
                .isEqualTo(OriginText.FROM_CASE.text("Case 1", records, 1_234L, "bb"));
        String inParts = OriginText.IN_PARTS.text("Case 1", records, 1_234L);
        assertThat(origin("Case 1", "", "").words()).isEqualTo(inParts);
        assertThat(origin("Case 1", "", "users").words()).isEqualTo(OriginText.REPLACED.text(inParts, "users"));
        String fileInParts = OriginText.FILE_IN_PARTS.text(records, 1_234L);
        assertThat(origin("", "", "").words()).isEqualTo(fileInParts);
        assertThat(origin("", "", "users").words()).isEqualTo(OriginText.REPLACED.text(fileInParts, "users"));
    }

    @Test
    void anImportSumsUpItsFiles() {
        ImportReport report = new ImportReport(List.of(evidence(null, null), evidence(null, null)), List.of(),
                List.of(), false, List.of());
        assertThat(List.of(report.records(), report.stored(), report.duplicates(), report.rejected()))
                .containsExactly(24L, 6L, 8L, 10L);
    }

    @Test
    void aWarningNamesItsShare() {
        assertThat(new ImportWarning("a.csv", WarningKind.WITHOUT_ACTOR, 2, 9).text())
                .isEqualTo(WarningKind.WITHOUT_ACTOR.with(2L, 9L));
        assertThat(WarningKind.WITHOUT_ACTOR.code()).isEqualTo("without-actor");
    }

    @Test
    void anIdGivesTheFirstHalfOfItsKeyAndBack() {
        EventKey key = EventKey.of("abc");
        assertThat(key).isEqualTo(new EventKey(0xba7816bf8f01cfeaL, 0x414140de5dae2223L));
        assertThat(EventKey.id(key.high())).isEqualTo("eba7816bf8f01cfea");
        assertThat(EventKey.high("eba7816bf8f01cfea")).isEqualTo(key.high());
        assertThat(EventKey.id(1)).isEqualTo("e0000000000000001");
        assertThatThrownBy(() -> EventKey.high("ex")).isInstanceOf(NumberFormatException.class);
    }

    @Test
    void aFileAndAFolderAreMadeTheOwnersOnly() throws Exception {
        Path open = Files.writeString(folder.resolve("a"), "a");
        Files.setPosixFilePermissions(open, PosixFilePermissions.fromString("rw-rw-rw-"));
        OwnerOnly.restrict(open);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(open))).isEqualTo("rw-------");
        Path inner = folder.resolve("b/c");
        OwnerOnly.folder(inner);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(inner))).isEqualTo("rwx------");
        Path temporary = OwnerOnly.temporary(open, ".part");
        assertThat(temporary).hasParent(folder).isEmptyFile();
        assertThat(temporary.getFileName().toString()).startsWith(".a-").endsWith(".part");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(temporary))).isEqualTo("rw-------");
        Files.writeString(temporary, "b");
        OwnerOnly.replace(temporary, open);
        assertThat(open).hasContent("b");
        assertThat(temporary).doesNotExist();
    }
}
