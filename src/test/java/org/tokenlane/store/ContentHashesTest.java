package org.tokenlane.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tokenlane.store.ContentHashes.RowsTable;

/** The hash of a file's rows is that of all of them, however many are read at a time. */
@ExtendWith(QuickKeys.class)
class ContentHashesTest {

    private static final int FILE = 1;
    private static final int ROWS = 12;

    @TempDir
    private Path folder;
    private Connection connection;

    @BeforeEach
    void writeRows() throws SQLException {
        Path file = folder.resolve("a.tlcase");
        CaseFile.create(file, null, "tester").close();
        connection = PlainJdbc.connect(file, null);
        for (int row = 0; row < ROWS; row++) {
            // further apart than integers go
            long number = row == 0 ? Long.MIN_VALUE : row == ROWS - 1 ? Long.MAX_VALUE : row;
            PlainJdbc.update(connection, "insert into rejected values (1, " + number + ", 1, 1, 1, 1, 'r" + row + "')");
            PlainJdbc.update(connection, "insert into rejected values (2, " + number + ", 1, 1, 1, 1, 'x')");
            // several parts of one record and several headers in one block, more than a page of the smaller ones
            PlainJdbc.update(connection, "insert into state_fact values (1, " + row / 5 + ", " + row % 5
                    + ", 1, 1, 1, 1, 0, 'kind', null, null, 'f" + row + "')");
            PlainJdbc.update(connection, "insert into table_header values (1, " + row / 5 + ", " + row % 5 + ", 1, 1)");
        }
    }

    @AfterEach
    void close() throws SQLException {
        connection.close();
    }

    /** As the rows were hashed before they were read in pages. */
    private String atOnce(RowsTable table) throws SQLException {
        PartsDigest digest = new PartsDigest();
        try (PreparedStatement select = connection.prepareStatement("select " + table.columns() + " from "
                + table.name() + " where " + table.file() + " = 1 order by " + table.order());
                ResultSet row = select.executeQuery()) {
            while (row.next()) {
                digest.addRow(row, 1);
            }
        }
        return digest.hex();
    }

    @ParameterizedTest
    @ValueSource(ints = { 1, 2, 3, 4, 5, 6, ROWS - 1, ROWS, ROWS + 1, 10_000 })
    void allRowsAreReadOnceAndInOrder(int page) throws SQLException {
        for (RowsTable table : ContentHashes.TABLES) {
            assertThat(ContentHashes.ofRows(connection, table, FILE, page)).as(table.name()).isEqualTo(atOnce(table));
        }
    }

    @Test
    void everyRowCounts() throws SQLException {
        RowsTable rejected = ContentHashes.TABLES.stream().filter(table -> table.name().equals("rejected")).findFirst()
                .orElseThrow();
        Set<String> hashes = new HashSet<>(Set.of(ContentHashes.ofRows(connection, rejected, FILE, 4)));
        for (int row = 0; row < ROWS; row++) {
            PlainJdbc.update(connection, "update rejected set line = line + 1 where reason = 'r" + row + "'");
            assertThat(hashes.add(ContentHashes.ofRows(connection, rejected, FILE, 4))).as("row " + row).isTrue();
        }
    }

    /** Else the database would read all rows to sort them, and keep them in memory. */
    @Test
    void aPageIsReadInTheOrderOfAnIndex() throws SQLException {
        for (RowsTable table : ContentHashes.TABLES) {
            for (boolean isFirst : new boolean[] { true, false }) {
                try (PreparedStatement explain = connection.prepareStatement("explain " + table.page(isFirst))) {
                    for (int parameter = 1; parameter <= (isFirst ? 3 : 4); parameter++) {
                        explain.setInt(parameter, 1);
                    }
                    try (ResultSet plan = explain.executeQuery()) {
                        plan.next();
                        assertThat(plan.getString(1)).contains("/* index sorted */");
                    }
                }
            }
        }
    }

    /** The database may not write longer results of an encrypted case to a file. */
    @Test
    void anEncryptedCaseTakesMoreRejectedRecordsThanThereIsMemoryFor() throws Exception {
        Path file = folder.resolve("b.tlcase");
        CaseFile.create(file, "secret".toCharArray(), "tester").close();
        try (ChildJvm importing = ChildJvm.start(80, RejectingImport.class, file, "secret", 26_000, 3_000)) {
            assertThat(importing.line()).isEqualTo("kept 26000");
        }
    }
}
