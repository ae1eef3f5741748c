package org.tokenlane.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tokenlane.ingest.Importers;
import org.tokenlane.ingest.PurviewRows;
import org.tokenlane.intake.ImportOptions;
import org.tokenlane.intake.ImportService;
import org.tokenlane.job.Progress;

/** Whatever is changed in a case behind Tokenlane's back is found, and the file that it belongs to is named. */
class CaseVerifierTest {

    @TempDir
    private static Path folder;

    private static Path made;
    private static Path first;
    private static Path second;

    private Path file;

    @BeforeAll
    static void makeACase() throws IOException {
        made = folder.resolve("made.tlcase");
        first = Files.writeString(folder.resolve("first.csv"), PurviewRows.table(1, 100));
        second = Files.writeString(folder.resolve("second.csv"),
                PurviewRows.table(51, 20_000) + "\"never closed,2,3\r\n");
        try (CaseFile caseFile = CaseFile.create(made, null, "tester")) {
            new ImportService(caseFile, Importers.all()).importAll(List.of(first, second), ImportOptions.by("tester"),
                    Progress.NONE);
        }
    }

    @BeforeEach
    void takeACopy(@TempDir Path own) throws IOException {
        file = Files.copy(made, own.resolve("a.tlcase"));
    }

    private List<String> faults() {
        try (CaseFile caseFile = CaseFile.open(file, null)) {
            return caseFile.verify();
        }
    }

    private List<String> faultsAfter(String sql) {
        assertThat(PlainJdbc.run(file, sql)).as("rows changed by " + sql).isPositive();
        return faults();
    }

    @Test
    void aCaseThatNobodyTouchedIsWhole() {
        assertThat(faults()).isEmpty();
    }

    @Test
    void oneChangedByteOfARawRecordIsFound() throws SQLException {
        try (Connection connection = PlainJdbc.connect(file, null);
                PreparedStatement select = connection
                        .prepareStatement("select raw_bytes, zstd from raw_block where evidence_id = 1");
                ResultSet row = select.executeQuery();
                PreparedStatement update = connection
                        .prepareStatement("update raw_block set zstd = ? where evidence_id = 1")) {
            row.next();
            byte[] plain = Packing.decompress(row.getBytes(2), row.getInt(1));
            plain[plain.length - 10]++;
            update.setBytes(1, Packing.compress(plain));
            assertThat(update.executeUpdate()).isEqualTo(1);
        }
        assertThat(faults()).singleElement().asString()
                .startsWith(StoreText.RAW_CHANGED.text(first, "\n", "").lines().findFirst().orElseThrow())
                .doesNotContain(second.toString());
    }

    @Test
    void aRawBlockThatCannotBeReadIsFound() {
        assertThat(faultsAfter("update raw_block set zstd = X'00112233' where evidence_id = 1")).singleElement()
                .asString()
                .startsWith(StoreText.RAW_UNREADABLE.text(first, ""));
    }

    @Test
    void aMissingRawBlockIsFound() {
        assertThat(faultsAfter("delete from raw_block where evidence_id = 2 and number = 1"))
                .anySatisfy(fault -> assertThat(fault).contains(second.toString()))
                .noneSatisfy(fault -> assertThat(fault).contains(first.toString()));
        assertThat(faultsAfter("delete from raw_block where evidence_id = 2"))
                .anySatisfy(fault -> assertThat(fault).contains(second.toString()));
    }

    @ParameterizedTest
    @ValueSource(strings = { "who = 'somebody else'", "what = 'nothing'", "detail = detail || ' '",
        "at_utc = dateadd(second, 1, at_utc)",
        "hash = '0000000000000000000000000000000000000000000000000000000000000000'" })
    void aChangedEntryOfTheAuditTrailIsFound(String change) {
        assertThat(faultsAfter("update audit_trail set " + change + " where number = 2"))
                .containsExactly(StoreText.TRAIL_BROKEN.text(2));
    }

    @Test
    void anEntryThatWasTakenOutOfTheAuditTrailIsFound() {
        assertThat(faultsAfter("delete from audit_trail where number = 1"))
                .containsExactly(StoreText.TRAIL_BROKEN.text(1));
        PlainJdbc.run(file, "update audit_trail set number = number - 1");
        assertThat(faults())
                .containsExactly(StoreText.TRAIL_BROKEN.text(1));
    }

    @Test
    void theLastEntryTakenOutOfTheAuditTrailIsFoundWhereItToldOfAnImport() {
        assertThat(faultsAfter("delete from audit_trail where number = 3")).singleElement().asString()
                .contains(second.toString(), "audit trail");
    }

    @Test
    void evidenceThatWasTakenOutAsAWholeIsFound() {
        PlainJdbc.run(file,
                "delete from segment_column where segment_id in (select id from segment where evidence_id = 1)",
                "delete from segment where evidence_id = 1",
                "delete from raw_block where evidence_id = 1", "delete from rejected where evidence_id = 1");
        assertThat(faultsAfter("delete from evidence where id = 1"))
                .anySatisfy(fault -> assertThat(fault).contains(first.toString(), "audit trail"));
    }

    @Test
    void aMissingSegmentIsFound() {
        assertThat(faultsAfter("delete from segment where id = (select max(id) from segment)"))
                .anySatisfy(fault -> assertThat(fault)
                        .startsWith("The counts of " + second + " do not add up: 20,001 records, but "))
                .noneSatisfy(fault -> assertThat(fault).contains(first.toString()));
    }

    @Test
    void aSegmentWithAnotherNumberOfRowsIsFound() {
        assertThat(faultsAfter("update segment set row_count = row_count + 1 where evidence_id = 1"))
                .anySatisfy(fault -> assertThat(fault).startsWith("The counts of " + first + " do not add up"))
                .noneSatisfy(fault -> assertThat(fault).contains(second.toString()));
    }

    @ParameterizedTest
    @ValueSource(strings = { "X'00112233'", "X'00'", "X'7FFFFFFF00'", "X'FFFFFFFF00'", "X'00000000'" })
    void aColumnOfEventsThatCannotBeReadIsFound(String data) {
        assertThat(
                faultsAfter("update segment_column set data = " + data + " where name = 'KEY_LOW' and segment_id = 1"))
                .anySatisfy(fault -> assertThat(fault).contains(first.toString()));
    }

    @ParameterizedTest
    @ValueSource(strings = { "TIME", "OPERATION", "SESSION_ID", "RECORD_ID", "LINE" })
    void aChangedColumnOfEventsIsFound(String column) {
        assertThat(faultsAfter(
                "update segment_column set data = X'00112233' where segment_id = 1 and name = '" + column + "'"))
                .anySatisfy(fault -> assertThat(fault).contains(first.toString()));
    }

    @Test
    void aDamagedOrMissingDictionaryIsFound() {
        assertThat(faultsAfter("delete from dictionary_page where field = 'UPN'")).containsExactly(
                StoreText.EVENTS_UNREADABLE.text(first, StoreText.VALUES_MISSING.text("UPN")),
                StoreText.EVENTS_UNREADABLE.text(second, StoreText.VALUES_MISSING.text("UPN")));
        assertThat(faultsAfter("update dictionary_page set data = X'00112233' where field = 'OPERATION'"))
                .singleElement().asString()
                .startsWith(StoreText.BLOCK_UNREADABLE.text());
    }

    @ParameterizedTest
    @ValueSource(strings = { "stored = stored - 1, records = records - 1", "duplicates = duplicates + 1",
        "rejected = 0", "sha256 = 'abc'", "bytes = bytes + 1" })
    void aChangedAccountOfAFileIsFound(String change) {
        assertThat(faultsAfter("update evidence set " + change + " where id = 2"))
                .anySatisfy(fault -> assertThat(fault).contains(second.toString()))
                .noneSatisfy(fault -> assertThat(fault).contains(first.toString()));
    }

    @Test
    void aRejectedRecordThatIsMissingOrPointsNowhereIsFound() {
        assertThat(faultsAfter("update rejected set block_offset = 2000000000"))
                .anySatisfy(fault -> assertThat(fault).contains(second.toString()));
        assertThat(faultsAfter("delete from rejected"))
                .anySatisfy(fault -> assertThat(fault).startsWith("The counts of " + second + " do not add up"));
    }
}
