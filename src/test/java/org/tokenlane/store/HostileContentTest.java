package org.tokenlane.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tokenlane.cli.CommandRun;
import org.tokenlane.ingest.PurviewRows;
import org.tokenlane.model.column.TextColumn;

/**
 * Contents of a case that somebody made up: blocks that claim two gigabytes, codes that no dictionary has, markup in
 * what an analyst said. Commands end soon with a line that says why, or show it as text; verifying names it.
 */
class HostileContentTest {

    private static final int CLAIMED = 2_000_000_000;

    @TempDir
    private Path folder;
    private Path file;

    @BeforeEach
    void makeACase() throws IOException {
        file = folder.resolve("a.tlcase");
        Path export = Files.writeString(folder.resolve("a.csv"), PurviewRows.table(1, 5) + "\"never closed,2,3\r\n");
        CommandRun.of("import", "--case", file, export).isDone();
    }

    /** A frame of some bytes that claims to hold so many (RFC 8878: magic number, one segment, size in four bytes). */
    private static byte[] claiming(int size) {
        return ByteBuffer.allocate(12).order(ByteOrder.LITTLE_ENDIAN).putInt(0xFD2FB528).put((byte) 0xA0).putInt(size)
                .put(new byte[] { 1, 0, 0 }).array();
    }

    private void update(String sql, byte[] data) throws SQLException {
        try (Connection connection = PlainJdbc.connect(file, null);
                PreparedStatement update = connection.prepareStatement(sql)) {
            update.setBytes(1, data);
            assertThat(update.executeUpdate()).isPositive();
        }
    }

    private void assertContained(List<String> commands) {
        for (String command : commands) {
            CommandRun run = CommandRun.of(command, "--case", file);
            assertThat(run.exitCode()).as(command + run.out() + run.err()).isIn(0, 1);
            assertThat(run.err()).doesNotContain("OutOfMemoryError");
        }
        assertThat(CommandRun.of("verify", "--case", file).exitCode()).isEqualTo(1);
    }

    @Test
    void aRawBlockThatClaimsTwoGigabytesIsNotBelieved() throws SQLException {
        update("update raw_block set raw_bytes = " + CLAIMED + ", zstd = ?", claiming(CLAIMED));
        assertThat(CommandRun.of("rejects", "--case", file).err()).contains(StoreText.BLOCK_UNREADABLE.text());
        assertContained(List.of("events", "rejects", "findings"));
    }

    @ParameterizedTest
    @ValueSource(strings = { "TIME", "RECORD_ID" })
    void aColumnThatClaimsTwoGigabytesIsNotBelieved(String column) throws SQLException {
        byte[] frame = claiming(CLAIMED);
        byte[] data = ByteBuffer.allocate(4 + frame.length).putInt(CLAIMED).put(frame).array();
        try {
            update("update segment_column set data = ? where name = '" + column + "'", data);
        } catch (AssertionError noSuchColumn) {
            PlainJdbc.run(file, "insert into segment_column select segment_id, '" + column
                    + "', part, data from segment_column where name = 'TIME'");
            update("update segment_column set data = ? where name = '" + column + "'", data);
        }
        assertContained(List.of("events", "sessions"));
    }

    @ParameterizedTest
    @ValueSource(ints = { 1 << 30, TextColumn.MOST_IN_HEAP, TextColumn.MOST_IN_HEAP - 1, -1 })
    void aDictionaryThatClaimsMoreValuesThanItHasIsNotBelieved(int count) {
        PlainJdbc.run(file, "update dictionary_page set value_count = " + count + " where field = 'UPN'");
        assertContained(List.of("events", "sessions"));
    }

    @ParameterizedTest
    @ValueSource(ints = { CLAIMED, -1 })
    void aCodeThatNoDictionaryHasIsNamedByVerifying(int code) throws SQLException {
        int[] codes = new int[5];
        Arrays.fill(codes, code);
        update("update segment_column set data = ? where name = 'UPN'", ColumnCodec.ofInts(codes, 5));
        assertContained(List.of("events", "sessions", "findings"));
        assertThat(CommandRun.of("verify", "--case", file).out()).contains("UPN");
    }

    @ParameterizedTest
    @ValueSource(ints = { CLAIMED, -1 })
    void linksToNowhereAreContained(int code) throws SQLException {
        int[] codes = new int[5];
        Arrays.fill(codes, code);
        update("update link_column set data = ? where name = 'TOKEN'", ColumnCodec.ofInts(codes, 5));
        assertContained(List.of("sessions"));
    }

    @Test
    void markupInMarksAndSettingsIsText() throws IOException {
        String markup = "<script>alert(7)</script><img src=x onerror=alert(7)>";
        CommandRun.of("mark", "--case", file, "--session", PurviewRows.SESSION, "--verdict", "malicious", "--reason",
                markup).isDone();
        CommandRun.of("mark", "--case", file, "--session", PurviewRows.SESSION, "--note", markup).isDone();
        CommandRun.of("mark", "--case", file, "--session", PurviewRows.SESSION, "--tag", markup).isDone();
        try (CaseFile caseFile = CaseFile.open(file, null)) {
            caseFile.settings().setRule("mass-download", "files", markup, markup);
            caseFile.settings().setRule("*", "networks", markup + "\n0.0.0.0/0", "tester");
            caseFile.settings().setRule(markup, markup, markup, "tester");
            caseFile.settings().saveFilter(markup, markup, "tester");
            caseFile.settings().setActor(PurviewRows.SESSION, markup, markup, "tester");
        }
        for (String command : List.of("findings", "rules", "answers", "log", "verify")) {
            CommandRun.of(command, "--case", file).isDone();
        }
        Path report = folder.resolve("r.html");
        CommandRun.of("report", "--case", file, "--session", PurviewRows.SESSION, "--out", report).isDone();
        assertThat(Files.readString(report)).contains("alert(7)").doesNotContain("<script>alert", "<img src=x");
    }
}
