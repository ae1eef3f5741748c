package org.tokenlane.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Random;
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
import org.tokenlane.query.CaseEvents;

/** What cannot be opened as a case is refused in one sentence that names it, and is left as it was. */
@ExtendWith(QuickKeys.class)
class CaseOpeningTest {

    private static final int NEWER = CaseSchema.CURRENT + 1;

    @TempDir
    private Path folder;

    private Path caseWithRecords(String password) throws IOException {
        Path file = folder.resolve("a.tlcase");
        Path export = Files.writeString(folder.resolve("a.csv"), PurviewRows.bulkyTable(1, 1_000));
        try (CaseFile caseFile = CaseFile.create(file, password == null ? null : password.toCharArray(), "tester")) {
            new ImportService(caseFile, Importers.all()).importAll(List.of(export), ImportOptions.by("tester"),
                    Progress.NONE);
        }
        return file;
    }

    @Test
    void aCaseThatIsNotThereIsRefusedWithWhatMakesOne() {
        assertThat(Refusal.of(folder.resolve("a.tlcase"), null))
                .isEqualTo(StoreText.NO_CASE.text(folder.resolve("a.tlcase")));
    }

    @ParameterizedTest
    @ValueSource(strings = { "", "x", "RecordId,CreationDate\r\n1,2\r\n", "H:2,block:1,blockSize:1000,chunk:1" })
    void aFileThatIsNoCaseIsRefused(String content) throws IOException {
        Path file = Files.writeString(folder.resolve("a.tlcase"), content);
        assertThat(Refusal.of(file, null))
                .isEqualTo(StoreText.NOT_A_CASE.text(file));
        assertThat(file).hasContent(content);
    }

    @Test
    void aFileOfRandomBytesIsRefused() throws IOException {
        byte[] bytes = new byte[1 << 20];
        new Random(1).nextBytes(bytes);
        Path file = Files.write(folder.resolve("a.tlcase"), bytes);
        assertThat(Refusal.of(file, null))
                .isEqualTo(StoreText.NOT_A_CASE.text(file));
        assertThat(file).hasBinaryContent(bytes);
    }

    @Test
    void aFileOfAnotherNameIsRefused() throws IOException {
        Path file = Files.writeString(folder.resolve("export.csv"), "a,b");
        assertThat(Refusal.of(file, null)).isEqualTo(StoreText.OTHER_NAME.text(file, TlcasePath.SUFFIX));
    }

    @Test
    void anotherProgramsDatabaseIsRefused() throws IOException {
        Path file = folder.resolve("a.tlcase");
        PlainJdbc.run(file, "create table customer (id int primary key, name varchar)",
                "insert into customer values (1, 'x')");
        byte[] before = Files.readAllBytes(file);
        assertThat(Refusal.of(file, null))
                .isEqualTo(StoreText.NOT_A_CASE.text(file));
        assertThat(file).hasBinaryContent(before);
    }

    @Test
    void aDatabaseWithoutAnyTableIsRefused() {
        Path file = folder.resolve("a.tlcase");
        PlainJdbc.run(file);
        assertThat(Refusal.of(file, null))
                .isEqualTo(StoreText.NOT_A_CASE.text(file));
    }

    @ParameterizedTest
    @ValueSource(ints = { 1, 10, 50, 90, 99 })
    void aCaseThatWasCutShortIsRefused(int percentLeft) throws IOException {
        Path file = caseWithRecords(null);
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.truncate(channel.size() * percentLeft / 100);
        }
        byte[] before = Files.readAllBytes(file);
        assertThat(Refusal.of(file, null)).contains("damaged");
        assertThat(file).hasBinaryContent(before);
    }

    @Test
    void aFolderIsRefused() throws IOException {
        Path file = Files.createDirectory(folder.resolve("a.tlcase"));
        assertThat(Refusal.of(file, null)).isEqualTo(StoreText.IS_FOLDER.text(file));
    }

    @Test
    void aCaseThatOneHasNoRightToReadIsRefused() throws IOException {
        Path file = caseWithRecords(null);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("---------"));
        assumeFalse(Files.isReadable(file), "this user may read everything");
        assertThat(Refusal.of(file, null)).isEqualTo(StoreText.READ_DENIED.text(file));
    }

    @Test
    void aCaseOfANewerSchemaIsRefusedWithWhatToDo() throws IOException {
        Path file = caseWithRecords(null);
        PlainJdbc.run(file, "update case_info set text = '" + NEWER + "' where name = 'schema version'");
        assertThat(Refusal.of(file, null)).contains(StoreText.NEWER_SCHEMA.text(file, NEWER, CaseSchema.CURRENT));
    }

    /** Twice: a case that is refused must not stay open. */
    @ParameterizedTest
    @ValueSource(strings = { "7Zend of ", "", "-1", "99999999999" })
    void aCaseWhoseSchemaHasNoNumberIsRefusedAsDamaged(String version) throws IOException {
        Path file = caseWithRecords(null);
        PlainJdbc.run(file, "update case_info set text = '" + version + "' where name = 'schema version'");
        assertThat(Refusal.of(file, null)).isEqualTo(StoreText.NOT_A_CASE.text(file));
        assertThat(Refusal.of(file, null)).isEqualTo(StoreText.NOT_A_CASE.text(file));
    }

    @Test
    void aCaseOfANewerSchemaThatHasAFurtherTableIsNotSuspectedOfAnything() throws IOException {
        Path file = caseWithRecords(null);
        PlainJdbc.run(file, "update case_info set text = '" + NEWER + "' where name = 'schema version'",
                "create table annotation (id int primary key, note varchar not null)",
                "create index annotation_by_note on annotation (note)");
        assertThat(Refusal.of(file, null)).isEqualTo(StoreText.NEWER_TABLES.text(file, "ANNOTATION"));
    }

    @ParameterizedTest
    @ValueSource(strings = { "secret", "påssw0rd", "日本の秘密", "пароль", "correct horse battery", " ",
        "ends with a space ", "" })
    void anEncryptedCaseOpensWithItsPasswordOnly(String password) throws IOException {
        Path file = caseWithRecords(password);
        assertThat(Files.readAllBytes(file)).startsWith("H2encrypt".getBytes());
        assertThat(Refusal.of(file, null)).isEqualTo(StoreText.PASSWORD_NEEDED.text(file));
        assertThat(Refusal.of(file, "wrong")).isEqualTo(StoreText.WRONG_PASSWORD.text(file));
        assertThat(Refusal.of(file, password + "x")).isEqualTo(StoreText.WRONG_PASSWORD.text(file));
        try (CaseFile caseFile = CaseFile.open(file, password.toCharArray())) {
            assertThat(CaseEvents.load(caseFile).size()).isEqualTo(1_000);
        }
    }

    @Test
    void aPasswordForACaseThatHasNoneIsSaidToBeNeedless() throws IOException {
        Path file = caseWithRecords(null);
        byte[] before = Files.readAllBytes(file);
        assertThat(Refusal.of(file, "secret")).contains("password");
        assertThat(file).hasBinaryContent(before);
    }

    /** The database writes longer results to temporary files, which are not encrypted. */
    @Test
    void resultsOfAnEncryptedCaseStayInMemory() throws Exception {
        Path file = caseWithRecords("secret");
        try (var connection = CaseConnection.open(file, CaseKey.of(file, "secret".toCharArray()));
                var select = connection.createStatement();
                var row = select.executeQuery("select setting_value from information_schema.settings where "
                        + "setting_name = 'MAX_MEMORY_ROWS'")) {
            row.next();
            assertThat(row.getString(1)).isEqualTo("2147483647");
        }
    }

    @Test
    void theTextsOfAnEncryptedCaseDoNotStandInItsFile() throws IOException {
        Path file = folder.resolve("b.tlcase");
        try (CaseFile caseFile = CaseFile.create(file, "secret".toCharArray(), "tester")) {
            caseFile.audit("tester", AuditNote.of(AuditKind.OTHER, "note", "the needle in the haystack"));
        }
        assertThat(new String(Files.readAllBytes(file), java.nio.charset.StandardCharsets.ISO_8859_1))
                .doesNotContain("needle", "CASE_INFO", "SCHEMA");
    }
}
