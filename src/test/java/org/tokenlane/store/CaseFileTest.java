package org.tokenlane.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tokenlane.ingest.ImportOptions;
import org.tokenlane.ingest.ImportService;
import org.tokenlane.ingest.Importers;
import org.tokenlane.job.Progress;
import org.tokenlane.query.CaseEvents;

/** A case is one file that keeps what it was given, and says in a sentence why it does not open. */
class CaseFileTest {

    @TempDir
    private Path folder;

    private Path filled(char[] password) {
        Path file = folder.resolve("my case æ.tlcase");
        try (CaseFile made = CaseFile.create(file, password, "test")) {
            new ImportService(made, Importers.all()).importAll(List.of(Path.of("src/test/resources/ingest/entra/signin-portal-57.csv")),
                    new ImportOptions("test", null, Map.of()),
                    Progress.NONE);
        }
        return file;
    }

    @Test
    void itIsOneFileWithNothingBesideItAndHoldsTheEvidenceByteForByte() throws IOException {
        Path file = filled(null);
        try (Stream<Path> beside = Files.list(folder)) {
            assertThat(beside).containsExactly(file);
        }
        try (CaseFile opened = CaseFile.open(file, null)) {
            byte[] kept = opened.rawRecords().block(opened.evidence().getFirst().id(), 0);
            assertThat(kept).isEqualTo(Files.readAllBytes(Path.of("src/test/resources/ingest/entra/signin-portal-57.csv")));
            assertThat(CaseEvents.load(opened).size()).isEqualTo(2);
            assertThat(opened.verify()).isEmpty();
        }
    }

    @Test
    void anEncryptedCaseShowsNothingAndOpensOnlyWithItsPassword() throws IOException {
        Path file = filled("geheim æ 日本".toCharArray());
        assertThat(CaseFile.isEncrypted(file)).isTrue();
        assertThat(new String(Files.readAllBytes(file), java.nio.charset.StandardCharsets.ISO_8859_1)).doesNotContain("EVIDENCE").doesNotContain("contoso");
        assertThatThrownBy(() -> CaseFile.open(file, null)).isInstanceOf(CaseFileException.class).hasMessageContaining("is encrypted: give its password");
        assertThatThrownBy(() -> CaseFile.open(file, "falsch".toCharArray())).isInstanceOf(CaseFileException.class).hasMessageContaining("password does not open");
        try (CaseFile opened = CaseFile.open(file, "geheim æ 日本".toCharArray())) {
            assertThat(opened.evidence()).hasSize(1);
        }
    }

    @Test
    void aCaseThatIsOpenIsNotOpenedASecondTime() {
        Path file = filled(null);
        try (CaseFile first = CaseFile.open(file, null)) {
            assertThat(first.evidence()).hasSize(1);
            assertThatThrownBy(() -> CaseFile.open(file, null)).isInstanceOf(CaseFileException.class).hasMessageContaining("is open in another window or command");
        }
        CaseFile.open(file, null).close();
    }

    @Test
    void whatIsNoCaseIsRefusedByName() throws IOException {
        Path text = Files.writeString(folder.resolve("notes.tlcase"), "not a database at all, just some notes\n".repeat(500));
        Path empty = Files.createFile(folder.resolve("empty.tlcase"));
        for (Path file : List.of(text, empty)) {
            assertThatThrownBy(() -> CaseFile.open(file, null)).isInstanceOf(CaseFileException.class).hasMessageContaining(file.getFileName().toString());
        }
        assertThatThrownBy(() -> CaseFile.open(folder.resolve("none.tlcase"), null)).hasMessageContaining("There is no case");
        assertThatThrownBy(() -> CaseFile.open(folder, null)).hasMessageContaining("it is a folder");
        Path other = Files.writeString(folder.resolve("export.csv"), "a,b\n");
        assertThatThrownBy(() -> CaseFile.open(other, null)).hasMessageContaining("is not a Tokenlane case");
        assertThat(Files.readString(text)).as("left as it was").startsWith("not a database");
        assertThat(empty).isEmptyFile();
    }

    @Test
    void aCaseThatIsCutOffIsRefusedInASentence() throws IOException {
        Path file = filled(null);
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.truncate(Files.size(file) / 3);
            channel.write(ByteBuffer.wrap(new byte[9_000]), 0);
        }
        assertThatThrownBy(() -> CaseFile.open(file, null)).isInstanceOf(CaseFileException.class)
                .satisfies(failure -> assertThat(failure.getMessage().lines()).hasSize(1));
    }

    @Test
    void aCaseOfANewerVersionIsRefused() throws Exception {
        Path file = filled(null);
        sql(file, "update case_info set text = '99' where name = 'schema version'");
        assertThatThrownBy(() -> CaseFile.open(file, null)).isInstanceOf(CaseFileException.class).hasMessageContaining("newer version of Tokenlane")
                .hasMessageContaining("99");
    }

    private static void sql(Path file, String... statements) throws Exception {
        try (Connection connection = DriverManager.getConnection(TlcasePath.address(file), "TOKENLANE", ""); Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                assertThat(statement.executeUpdate(sql)).as(sql).isPositive();
            }
        }
    }

    private List<String> faultsAfter(String... statements) throws Exception {
        Path file = filled(null);
        sql(file, statements);
        try (CaseFile opened = CaseFile.open(file, null)) {
            return opened.verify();
        }
    }

    @Test
    void aChangedHashIsFound() throws Exception {
        assertThat(faultsAfter("update evidence set sha256 = repeat('0', 64)")).isNotEmpty().anyMatch(fault -> fault.contains("signin-portal-57.csv"));
    }

    @Test
    void aMissingSegmentIsFound() throws Exception {
        assertThat(faultsAfter("delete from segment")).isNotEmpty().anyMatch(fault -> fault.contains("signin-portal-57.csv"));
    }

    @Test
    void aMissingBlockIsFound() throws Exception {
        assertThat(faultsAfter("delete from raw_block")).isNotEmpty();
    }

    @Test
    void anEntryOfTheAuditTrailThatWasChangedIsFound() throws Exception {
        assertThat(faultsAfter("update audit_trail set who = 'somebody else' where number = 2")).isNotEmpty()
                .anyMatch(fault -> fault.toLowerCase(java.util.Locale.ROOT).contains("audit trail"));
    }

    @Test
    void anEntryOfTheAuditTrailThatWasTakenOutIsFound() throws Exception {
        assertThat(faultsAfter("delete from audit_trail where number = 1")).isNotEmpty();
    }
}
