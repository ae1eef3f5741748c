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
import org.tokenlane.model.evidence.Sha256;
import org.tokenlane.model.finding.SigmaFile;
import org.tokenlane.model.session.OriginSplit;

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
        assertThat(faultsAfter("delete from audit_trail where number = 3")).hasSize(2)
                .contains(StoreText.TRAIL_CUT.text(2))
                .anySatisfy(fault -> assertThat(fault).contains(second.toString(), "audit trail"));
        // somebody who knows about the note of the trail's end corrects that too
        PlainJdbc.run(file, "update case_info set text = (select number || ' ' || hash from audit_trail where number = "
                + "2) where name = 'end of the audit trail'");
        assertThat(faults()).singleElement().asString().contains(second.toString(), "audit trail");
    }

    @Test
    void aNewestEntryThatWasTakenOutOfTheAuditTrailIsFoundWhateverItWasAbout() {
        try (CaseFile caseFile = CaseFile.open(file, null)) {
            caseFile.audit("tester", AuditNote.of(AuditKind.EXPORTED, "events.csv"));
        }
        assertThat(faults()).isEmpty();
        assertThat(faultsAfter("delete from audit_trail where number = 4"))
                .containsExactly(StoreText.TRAIL_CUT.text(3));
    }

    @Test
    void anExchangedEvidenceFileIsFoundThoughItFitsItsHash() throws SQLException {
        byte[] other = PurviewRows.table(1, 100).replace("Send", "Move").getBytes();
        try (Connection connection = PlainJdbc.connect(file, null);
                PreparedStatement update = connection
                        .prepareStatement("update raw_block set zstd = ? where evidence_id = 1")) {
            update.setBytes(1, Packing.compress(other));
            assertThat(update.executeUpdate()).isEqualTo(1);
        }
        assertThat(faultsAfter(
                "update evidence set sha256 = '" + Sha256.of(other) + "' where id = 1"))
                .anySatisfy(fault -> assertThat(fault)
                        .isEqualTo(StoreText.IMPORT_NOT_IN_TRAIL.text(first)))
                .noneSatisfy(fault -> assertThat(fault).contains("cannot be read"));
    }

    @Test
    void aColumnThatWasChangedAndCanStillBeReadIsFound() throws SQLException {
        changeColumn("TIME", 1);
        assertThat(faults()).containsExactly(StoreText.SEGMENT_CHANGED.text(first, "1"));
    }

    /** Adds one nanosecond to the times of a segment. */
    private void changeColumn(String name, int segment) throws SQLException {
        String where = " where segment_id = " + segment + " and name = '" + name + "'";
        try (Connection connection = PlainJdbc.connect(file, null);
                PreparedStatement select = connection.prepareStatement("select data from segment_column" + where);
                ResultSet row = select.executeQuery();
                PreparedStatement update = connection.prepareStatement("update segment_column set data = ?" + where)) {
            row.next();
            long[] values = ColumnCodec.toLongs(row.getBytes(1), 100);
            values[7]++;
            update.setBytes(1, ColumnCodec.ofLongs(values, 100));
            assertThat(update.executeUpdate()).isEqualTo(1);
        }
    }

    @Test
    void aChangedColumnWhoseHashWasChangedTooIsFound() throws SQLException {
        changeColumn("TIME", 1);
        try (Connection connection = PlainJdbc.connect(file, null)) {
            String hash = ContentHashes.ofBulk(connection, 1)
                    .get(ContentHashes.Covered.of(ContentHashes.Kind.SEGMENT, "1"));
            PlainJdbc.update(connection, "update content_hash set sha256 = '" + hash
                    + "' where evidence_id = 1 and kind = 'segment'");
        }
        assertThat(faults()).containsExactly(StoreText.HASHES_CHANGED.text(first));
    }

    @Test
    void aChangedValueOfADictionaryIsFound() throws SQLException {
        try (Connection connection = PlainJdbc.connect(file, null);
                PreparedStatement update = connection
                        .prepareStatement("update dictionary_page set data = ? where field = 'OPERATION'")) {
            update.setBytes(1, ColumnCodec.ofTexts(new String[] { "Sent" }, 1));
            assertThat(update.executeUpdate()).isEqualTo(1);
        }
        assertThat(faults()).containsExactly(StoreText.PAGE_CHANGED.text(first, "OPERATION"));
    }

    @Test
    void aColumnThatWasAddedIsFound() {
        assertThat(faultsAfter("insert into segment_column select segment_id, 'PORT', part, data from segment_column "
                + "where segment_id = 1 and name = 'LINE'"))
                .containsExactly(StoreText.SEGMENT_CHANGED.text(first, "1"));
    }

    @ParameterizedTest
    @ValueSource(strings = { "path = path || 'x'", "form = 'JSON'", "encoding = 'ISO-8859-1'",
        "first_event_utc = dateadd(second, 1, first_event_utc)", "imported_by = 'somebody else'",
        "imported_at_utc = dateadd(second, 1, imported_at_utc)", "archive_sha256 = 'abc'", "undated = 1",
        "shapes = 'graph-defender'" })
    void whateverWasRecordedAboutAFileIsFoundWhenItIsChanged(String change) {
        assertThat(faultsAfter("update evidence set " + change + " where id = 2")).isNotEmpty()
                .noneSatisfy(fault -> assertThat(fault).contains(first.toString()));
    }

    @Test
    void anotherReasonOfARejectedRecordIsFound() {
        assertThat(faultsAfter("update rejected set reason = 'none'"))
                .containsExactly(StoreText.ROWS_CHANGED.text(second, "rejected"));
    }

    @ParameterizedTest
    @ValueSource(strings = { "insert into actor values ('s', 'o', 'the attacker')",
        "insert into origin_split values ('s', 1, 'o', 'ADDRESS', '192.0.2.1')",
        "insert into saved_filter values ('mail', 'op:Send')",
        "insert into rule_setting values ('mass-download', 'files', '20')",
        "insert into sigma_file values ('a.yml', 'abc', 'title: a')", "update shape set title = 'another'" })
    void aSettingThatIsNotFromTheProgramIsFound(String sql) {
        assertThat(faultsAfter(sql)).containsExactly(StoreText.SETTINGS_CHANGED.text());
    }

    @Test
    void eachKindOfSettingIsCoveredByTheAuditTrail() {
        try (CaseFile caseFile = CaseFile.open(file, null)) {
            CaseSettings settings = caseFile.settings();
            settings.setActor("s", "o", "the attacker", "tester");
            settings.splitOrigin("s", new OriginSplit("o", OriginSplit.By.ADDRESS, "192.0.2.1"), true, "tester");
            settings.saveFilter("mail", "op:Send", "tester");
            settings.setRule("mass-download", "files", "20", "tester");
            settings.keepSigma(new SigmaFile("a.yml", "abc", "title: a"), "tester");
            caseFile.history().undo("tester");
            assertThat(caseFile.verify()).isEmpty();
            caseFile.history().redo("tester");
        }
        assertThat(faults()).isEmpty();
        for (String sql : List.of("update actor set name = 'the user'", "update origin_split set text = '192.0.2.2'",
                "update saved_filter set text = 'op:Move'", "update rule_setting set text = '21'",
                "update sigma_file set text = 'title: b'", "delete from actor")) {
            assertThat(faultsAfter(sql)).containsExactly(StoreText.SETTINGS_CHANGED.text());
        }
    }

    @Test
    void aMarkWithAnotherNumberOrAuthorIsFound() {
        try (CaseFile caseFile = CaseFile.open(file, null)) {
            caseFile.marks().ownEvent(1, "a call", "tester");
        }
        assertThat(faults()).isEmpty();
        assertThat(faultsAfter("update mark set id = 3")).containsExactly(StoreText.MARKS_DIFFER.text());
        assertThat(faultsAfter("update raw_block set zstd = X'00112233' where evidence_id = 1"))
                .as("whatever else is wrong").contains(StoreText.MARKS_DIFFER.text()).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(strings = { "alter table rejected alter column reason varchar(100000)",
        "alter table segment add column more int", "drop index mark_by_change" })
    void tablesThatAreNotAsTheProgramMakesThemAreFound(String sql) {
        PlainJdbc.run(file, sql);
        assertThat(faults()).contains(StoreText.SCHEMA_CHANGED.text());
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
                StoreText.EVENTS_UNREADABLE.text(second, StoreText.VALUES_MISSING.text("UPN")),
                StoreText.PAGE_CHANGED.text(first, "UPN"));
        assertThat(faultsAfter("update dictionary_page set data = X'00112233' where field = 'OPERATION'"))
                .contains(StoreText.BLOCK_UNREADABLE.text(), StoreText.PAGE_CHANGED.text(first, "OPERATION"));
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
