package org.tokenlane.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tokenlane.ingest.Importers;
import org.tokenlane.ingest.PurviewRows;
import org.tokenlane.intake.ImportOptions;
import org.tokenlane.intake.ImportService;
import org.tokenlane.job.Progress;
import org.tokenlane.model.event.EventField;
import org.tokenlane.model.evidence.Evidence;
import org.tokenlane.model.evidence.RejectedRecord;
import org.tokenlane.query.CaseEvents;

/** What a case holds is the same after it was closed and opened again, and it is one file. */
@ExtendWith(QuickKeys.class)
class CaseFileTest {

    private static final String DAMAGED = "\"never closed,2,3\r\n";

    @TempDir
    private Path folder;

    private static void load(CaseFile caseFile, Path... paths) {
        new ImportService(caseFile, Importers.all()).importAll(List.of(paths), ImportOptions.by("tester"),
                Progress.NONE);
    }

    private Path export(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    private List<String> casesBeside(String suffix) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(path -> path.getFileName().toString()).filter(name -> !name.endsWith(suffix)).sorted()
                    .toList();
        }
    }

    /** All that a case tells of its events, record by record. */
    private static List<String> told(CaseFile caseFile) {
        CaseEvents events = CaseEvents.load(caseFile);
        RawRecords raw = caseFile.rawRecords();
        List<String> told = new ArrayList<>();
        for (int event = 0; event < events.size(); event++) {
            StringBuilder line = new StringBuilder(events.id(event) + " " + events.time(event) + " "
                    + events.kind(event) + " " + events.result(event));
            for (EventField field : EventField.values()) {
                line.append('|').append(events.text(field, event));
            }
            events.places(event).forEach(place -> line.append('|').append(place).append(raw.text(place)));
            told.add(line.toString());
        }
        return told;
    }

    private static byte[] bytesOf(CaseFile caseFile, Evidence evidence) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (int block = 0; all.size() < evidence.bytes(); block++) {
            all.writeBytes(caseFile.rawRecords().block(evidence.id(), block));
        }
        return all.toByteArray();
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = "påssw0rd")
    void aCaseThatIsOpenedAgainHoldsTheSame(String password) throws IOException {
        Path file = folder.resolve("a.tlcase");
        Path first = export("1.csv", PurviewRows.table(1, 3_000));
        Path second = export("2.csv", PurviewRows.table(2_000, 2_000) + DAMAGED);
        List<String> events;
        List<Evidence> evidence;
        List<RejectedRecord> rejected;
        List<AuditTrail.Entry> trail;
        try (CaseFile caseFile = CaseFile.create(file, chars(password), "tester")) {
            load(caseFile, first, second);
            events = told(caseFile);
            evidence = caseFile.evidence();
            rejected = List.copyOf(caseFile.rejected());
            trail = caseFile.auditTrail().entries();
        }
        assertThat(events).hasSize(3_999);
        assertThat(rejected).singleElement()
                .satisfies(record -> assertThat(record.text().stripTrailing()).isEqualTo(DAMAGED.stripTrailing()));
        assertThat(trail).extracting(AuditTrail.Entry::what).containsExactly("case created", "evidence imported",
                "evidence imported");
        try (CaseFile caseFile = CaseFile.open(file, chars(password))) {
            assertThat(told(caseFile)).isEqualTo(events);
            assertThat(caseFile.evidence()).usingRecursiveComparison().ignoringFields("importedAt").isEqualTo(evidence);
            assertThat(caseFile.rejected()).isEqualTo(rejected);
            assertThat(caseFile.auditTrail().entries()).isEqualTo(trail);
            assertThat(bytesOf(caseFile, evidence.getFirst())).isEqualTo(Files.readAllBytes(first));
            assertThat(bytesOf(caseFile, evidence.getLast())).isEqualTo(Files.readAllBytes(second));
            assertThat(caseFile.verify()).isEmpty();
        }
    }

    private static char[] chars(String password) {
        return password == null ? null : password.toCharArray();
    }

    @Test
    void whenItIsReadAgainEvidenceTellsWhoImportedItWhenWithWhat() throws IOException {
        Path file = folder.resolve("a.tlcase");
        try (CaseFile caseFile = CaseFile.create(file, null, "tester")) {
            load(caseFile, export("1.csv", PurviewRows.table(1, 2)));
        }
        try (CaseFile caseFile = CaseFile.open(file, null)) {
            Evidence evidence = caseFile.evidence().getFirst();
            assertThat(List.of(evidence.importedBy(), evidence.importedWith())).containsExactly("tester",
                    CaseFile.PROGRAM);
            assertThat(caseFile.auditTrail().entries()).extracting(AuditTrail.Entry::who).containsOnly("tester");
            assertThat(caseFile.auditTrail().entries().getLast().detail()).contains("1.csv", evidence.sha256(),
                    "records 2, stored 2, duplicates 0, rejected 0");
        }
    }

    @Test
    void aCaseIsOneFileAndWhileItIsOpenANoteOfWhoHasItIsBesideIt() throws IOException {
        Path file = folder.resolve("a.tlcase");
        try (CaseFile caseFile = CaseFile.create(file, null, "tester")) {
            load(caseFile, export("1.csv", PurviewRows.table(1, 20_000)));
            assertThat(casesBeside(".csv")).containsExactly(".a.tlcase.open", "a.tlcase");
        }
        try (CaseFile caseFile = CaseFile.open(file, null)) {
            assertThat(CaseEvents.load(caseFile).size()).isEqualTo(20_000);
        }
        assertThat(casesBeside(".csv")).containsExactly("a.tlcase");
    }

    @ParameterizedTest
    @ValueSource(strings = { "two words", "semi;colon", "Ermittlung für Søren 日本", "a.mv.db", "50%20off",
        "quote'quote" })
    void aCaseMayHaveAnyName(String name) throws IOException {
        try (CaseFile caseFile = CaseFile.create(folder.resolve(name), null, "tester")) {
            load(caseFile, export("1.csv", PurviewRows.table(1, 2)));
            assertThat(caseFile.path()).isEqualTo(folder.resolve(name + ".tlcase"));
        }
        assertThat(casesBeside(".csv")).containsExactly(name + ".tlcase");
        try (CaseFile caseFile = CaseFile.open(folder.resolve(name), null)) {
            assertThat(CaseEvents.load(caseFile).size()).isEqualTo(2);
        }
    }

    @Test
    void aCaseIsNeverMadeOverAFileThatIsThere() throws IOException {
        Path file = Files.writeString(folder.resolve("a.tlcase"), "somebody's notes", StandardCharsets.UTF_8);
        assertThatThrownBy(() -> CaseFile.create(folder.resolve("a"), null, "tester"))
                .isInstanceOf(CaseFileException.class)
                .hasMessage(StoreText.EXISTS.text(file));
        assertThat(file).hasContent("somebody's notes");
    }

    @Test
    void aCaseIsNotMadeWhereThereIsNoFolder() {
        assertThatThrownBy(() -> CaseFile.create(folder.resolve("none/a.tlcase"), null, "tester"))
                .isInstanceOf(CaseFileException.class)
                .hasMessage(StoreText.NO_FOLDER.text(folder.resolve("none/a.tlcase"), folder.resolve("none")));
    }
}
