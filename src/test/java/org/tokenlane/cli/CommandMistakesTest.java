package org.tokenlane.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tokenlane.ingest.IngestText;
import org.tokenlane.ingest.PurviewRows;
import org.tokenlane.ingest.files.FilesText;
import org.tokenlane.ingest.shape.ShapeText;
import org.tokenlane.store.CaseFile;
import org.tokenlane.store.QuickKeys;
import org.tokenlane.store.StoreText;

/**
 * What goes wrong on the command line is said in one clear line on standard error, with an exit code, and nothing is
 * lost.
 */
@ExtendWith(QuickKeys.class)
class CommandMistakesTest {

    @TempDir
    private static Path common;
    @TempDir
    private Path folder;

    private static Path made;
    private Path file;
    private Path export;

    @BeforeAll
    static void makeACase() throws IOException {
        made = common.resolve("a.tlcase");
        CommandRun.of("import", "--case", made,
                Files.writeString(common.resolve("export.csv"), PurviewRows.table(1, 20))).isDone();
    }

    @BeforeEach
    void copyTheCase() throws IOException {
        file = Files.copy(made, folder.resolve("a.tlcase"));
        export = Files.writeString(folder.resolve("export.csv"), PurviewRows.table(1, 20));
    }

    @AfterEach
    void nothingIsLost() {
        assertThat(CommandRun.of("events", "--case", file, "--format", "jsonl").isDone().out().lines()).hasSize(20);
        CommandRun.of("verify", "--case", file).isDone();
    }

    /** The one line that the command says on standard error. */
    private static String line(CommandRun run, int exitCode) {
        assertThat(run.exitCode()).as(run.out() + run.err()).isEqualTo(exitCode);
        assertThat(run.err().strip().lines()).as(run.err()).hasSize(1);
        assertThat(run.err()).doesNotContain("Exception", "\tat ", "unforeseen", "null");
        return run.err().strip();
    }

    @ParameterizedTest
    @ValueSource(strings = { "events --form json", "session", "mark --nothing", "export --case", "answers extra" })
    void aMistakeInTheWordsIsNotBuriedInTheHelp(String words) {
        CommandRun run = CommandRun.of((Object[]) words.split(" "));
        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err().strip().lines()).hasSizeLessThan(4)
                .last().isEqualTo(CliText.SEE_HELP.text("tokenlane " + words.split(" ")[0]));
        assertThat(run.out()).isEmpty();
    }

    @Test
    void anExportThatIsNotThere() {
        Path missing = folder.resolve("missing.csv");
        assertThat(line(CommandRun.of("import", "--case", file, missing), 1))
                .isEqualTo("Not imported: " + missing + ": " + FilesText.NOT_FOUND.text());
    }

    @Test
    void anExportThatIsNotThereBesideOneThatIs() throws IOException {
        Path missing = folder.resolve("missing.csv");
        Path other = Files.writeString(folder.resolve("other.csv"), PurviewRows.table(1, 19));
        CommandRun run = CommandRun.of("import", "--case", file, missing, other);
        assertThat(line(run, 1)).isEqualTo("Not imported: " + missing + ": " + FilesText.NOT_FOUND.text());
        assertThat(run.out()).contains("other.csv");
    }

    @Test
    void anExportThatOneMayNotRead() throws IOException {
        Files.setPosixFilePermissions(export, PosixFilePermissions.fromString("-w-------"));
        assumeFalse(Files.isReadable(export), "this user may read everything");
        assertThat(line(CommandRun.of("import", "--case", file, export), 1))
                .isEqualTo("Not imported: " + export + ": " + FilesText.PERMISSION_DENIED.text());
    }

    @Test
    void anExportOfAnUnknownShapeIsNamedWithItsColumnsAndTheNearestShape() throws IOException {
        Path other = Files.writeString(folder.resolve("other.csv"),
                "RecordId,CreationDate,RecordType,Operation,UserId,Daten\r\n1,2,3,4,5,6\r\n");
        assertThat(line(CommandRun.of("import", "--case", file, other), 1))
                .isEqualTo("Not imported: " + other + ": "
                        + IngestText.COLUMNS_NEAREST.text(
                                "RecordId, CreationDate, RecordType, Operation, UserId, Daten",
                                ShapeText.PURVIEW_CSV.text(), "AuditData", "AuditData"));
        CommandRun mapped = CommandRun.of("import", "--case", folder.resolve("mapped"), "--map", "AuditData=Daten",
                Files.writeString(folder.resolve("mapped.csv"),
                        PurviewRows.table(1, 3).replace(",AuditData,", ",Daten,")));
        assertThat(mapped.isDone().out()).contains("mapped.csv", "all");
    }

    @Test
    void anExportWithColumnsThatNobodyKnows() throws IOException {
        Path other = Files.writeString(folder.resolve("other.csv"), "Apfel,Birne\r\n1,2\r\n");
        assertThat(line(CommandRun.of("import", "--case", file, other), 1))
                .isEqualTo("Not imported: " + other + ": " + IngestText.COLUMNS_UNKNOWN.text("Apfel, Birne"));
    }

    @ParameterizedTest
    @ValueSource(strings = { "sessions", "events", "verify", "rejects" })
    void aCaseThatIsNotThere(String command) {
        Path missing = folder.resolve("missing.tlcase");
        assertThat(line(CommandRun.of(command, "--case", missing), 1))
                .isEqualTo(StoreText.NO_CASE.text(missing));
        assertThat(missing).doesNotExist();
    }

    @ParameterizedTest
    @ValueSource(strings = { "sessions", "events", "verify", "rejects", "import" })
    void aFileThatIsNoCase(String command) throws IOException {
        Path other = Files.writeString(folder.resolve("b.tlcase"), "my holiday pictures");
        List<Object> words = command.equals("import") ? List.of(command, "--case", other, export)
                : List.of(command, "--case", other);
        assertThat(line(CommandRun.of(words.toArray()), 1))
                .isEqualTo("The file " + other + " is not a Tokenlane case, or it is damaged.");
        assertThat(other).hasContent("my holiday pictures");
    }

    @Test
    void anExportGivenAsTheCase() {
        assertThat(line(CommandRun.of("events", "--case", export), 1))
                .isEqualTo(StoreText.OTHER_NAME.text(export, ".tlcase"));
        assertThat(line(CommandRun.of("import", "--case", export, export), 1))
                .contains(StoreText.OTHER_NAME.text(export, ".tlcase"));
    }

    @ParameterizedTest
    @ValueSource(strings = { "sessions", "import" })
    void aCaseThatIsOpenElsewhere(String command) {
        try (CaseFile open = CaseFile.open(file, null)) {
            List<Object> words = command.equals("import") ? List.of(command, "--case", file, export)
                    : List.of(command, "--case", file);
            assertThat(line(CommandRun.of(words.toArray()), 1))
                    .contains(file.toString());
            assertThat(open.evidence()).hasSize(1);
        }
    }

    @Test
    void aCaseInAFolderThatIsNotThere() {
        Path inNone = folder.resolve("none").resolve("b.tlcase");
        assertThat(line(CommandRun.of("import", "--case", inNone, export), 1))
                .contains(inNone.toString(), folder.resolve("none") + ".");
    }

    @Test
    void aCaseInAFolderThatOneMayNotWriteInto() throws IOException {
        Path locked = lockedFolder();
        assertThat(line(CommandRun.of("import", "--case", locked.resolve("b.tlcase"), export), 1))
                .isEqualTo(StoreText.FOLDER_NOT_WRITABLE.text(locked.resolve("b.tlcase")));
    }

    @Test
    void eventsIntoAFolderThatOneMayNotWriteInto() throws IOException {
        Path out = lockedFolder().resolve("out.csv");
        assertThat(line(CommandRun.of("events", "--case", file, "--out", out), 1))
                .isEqualTo(CliText.WRITE_DENIED.text(out));
    }

    private Path lockedFolder() throws IOException {
        Path locked = Files.createDirectory(folder.resolve("locked"),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("r-x------")));
        assumeFalse(Files.isWritable(locked), "this user may write everywhere");
        return locked;
    }

    @Test
    void eventsIntoAFolderThatIsNotThereOrIsAFile() {
        Path inNone = folder.resolve("none").resolve("out.csv");
        assertThat(line(CommandRun.of("events", "--case", file, "--out", inNone), 1))
                .isEqualTo(CliText.NO_FOLDER_FOR_FILE.text(inNone, folder.resolve("none")));
        Path inFile = export.resolve("out.csv");
        assertThat(line(CommandRun.of("events", "--case", file, "--out", inFile), 1))
                .isEqualTo(CliText.NO_FOLDER_FOR_FILE.text(inFile, export));
    }

    @Test
    void eventsIntoAFileThatIsThere() {
        assertThat(line(CommandRun.of("events", "--case", file, "--out", export), 1))
                .isEqualTo(CliText.FILE_EXISTS.text(export));
        assertThat(export).content(StandardCharsets.UTF_8).isEqualTo(PurviewRows.table(1, 20));
    }

    @Test
    void theSampleIntoAFile() {
        assertThat(line(CommandRun.of("sample", "--out", export), 1))
                .isEqualTo(CliText.WRITE_INTO_FILE.text(export, export));
        assertThat(export).content(StandardCharsets.UTF_8).isEqualTo(PurviewRows.table(1, 20));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\'', value = {
        "upm:adele | There is no field “upm”. Did you mean “upn”? | 1 | ^^^",
        "upn:adele (op:Send | This bracket is never closed | 11 | ^",
        "after:yesterday | “yesterday” is not a time | 7 | ^^^^^^^^^", "upn: | Expected a value | 1 | ^^^^",
        "op:Send OR | Expected a term after OR | 9 | ^^" })
    void aMistakeInAFilterIsPointedAt(String filter, String what, int character, String marks) {
        for (String command : List.of("events", "sessions")) {
            CommandRun run = CommandRun.of(command, "--case", file, filter);
            assertThat(run.exitCode()).isEqualTo(2);
            List<String> lines = run.err().lines().toList();
            assertThat(lines).hasSize(3);
            assertThat(lines.getFirst()).startsWith("At character " + character + " of the filter: ").contains(what)
                    .endsWith(".");
            assertThat(lines.get(1)).isEqualTo("  " + filter);
            assertThat(lines.get(2)).isEqualTo("  " + " ".repeat(character - 1) + marks);
            assertThat(run.out()).isEmpty();
        }
    }

    @Test
    void aSessionOrATokenThatNoEventHas() {
        assertThat(line(CommandRun.of("session", "--case", file, "00000000-0000-0000-0000-00000000abcd"), 1))
                .isEqualTo(CliText.NO_EVENT_OF_SESSION.text("00000000-0000-0000-0000-00000000abcd"));
        assertThat(line(CommandRun.of("session", "--case", file, ""), 1))
                .isEqualTo(CliText.NO_EVENT_OF_SESSION.text(""));
        assertThat(line(CommandRun.of("token", "--case", file, "AAAAAAAAAAAAAAAAAAAAAA"), 1))
                .isEqualTo(CliText.NO_EVENT_OF_TOKEN.text("AAAAAAAAAAAAAAAAAAAAAA"));
        CommandRun.of("session", "--case", file, PurviewRows.SESSION.toUpperCase(java.util.Locale.ROOT)).isDone();
        CommandRun.of("token", "--case", file, PurviewRows.TOKEN).isDone();
    }

    @Test
    void anEncryptedCaseWithoutItsPassword() {
        Path encrypted = folder.resolve("b.tlcase");
        CommandRun.of("import", "--case", encrypted, "--password=secret words", export).isDone();
        assertThat(line(CommandRun.of("sessions", "--case", encrypted), 1))
                .isEqualTo(StoreText.PASSWORD_NEEDED.text(encrypted));
        assertThat(line(CommandRun.of("sessions", "--case", encrypted, "--password=wrong"), 1))
                .isEqualTo(StoreText.WRONG_PASSWORD.text(encrypted));
        assertThat(CommandRun.of("sessions", "--case", encrypted, "--password=secret words").isDone().out())
                .contains(PurviewRows.SESSION);
    }
}
