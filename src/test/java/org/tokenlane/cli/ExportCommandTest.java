package org.tokenlane.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hardwood.HardwoodContext;
import dev.hardwood.InputFile;
import dev.hardwood.reader.ParquetFileReader;
import dev.hardwood.reader.RowReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Array;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tokenlane.correlate.Correlation;
import org.tokenlane.detect.Detection;
import org.tokenlane.detect.facts.KnownNetworks;
import org.tokenlane.enrich.Enrichment;
import org.tokenlane.enrich.Networks;
import org.tokenlane.ingest.RecordDetails;
import org.tokenlane.job.Progress;
import org.tokenlane.report.ExportKind;
import org.tokenlane.sample.SharedSample;
import org.tokenlane.store.CaseFile;
import org.tokenlane.tables.CaseTable;
import org.tokenlane.tables.CaseTables;
import org.tokenlane.tables.TableColumn;

/** The exported Parquet files, as another program (DuckDB) reads them, are the tables that queries see. */
class ExportCommandTest {

    @TempDir
    private static Path folder;

    private static Path file;
    private static Path out;
    private static Connection duck;

    @BeforeAll
    static void export() throws SQLException {
        file = SharedSample.copyTo(folder.resolve("sample.tlcase"));
        out = folder.resolve("tables");
        CommandRun.of("export", "--case", file, "--format", "parquet", "--out", out).isDone();
        duck = DriverManager.getConnection("jdbc:duckdb:");
    }

    @AfterAll
    static void close() throws SQLException {
        duck.close();
    }

    private static List<CaseTable> tables(CaseFile from) {
        Correlation correlation = Correlation.upToDate(from);
        return CaseTables.of(correlation, () -> Detection.of(from, correlation, new RecordDetails(),
                new KnownNetworks(Enrichment.of(Networks.open(List.of()))), Progress.NONE));
    }

    @Test
    void everyTableIsAFileWithTheSameColumnsRowsAndValues() throws SQLException, IOException {
        try (CaseFile from = CaseFile.open(file, null)) {
            List<CaseTable> tables = tables(from);
            try (Stream<Path> files = Files.list(out)) {
                assertThat(files.map(path -> path.getFileName().toString())).containsExactlyInAnyOrderElementsOf(
                        tables.stream().map(table -> table.name() + ".parquet").toList());
            }
            Map<TableColumn.Kind, Integer> compared = new HashMap<>();
            for (CaseTable table : tables) {
                List<String> values = table.columns().stream().map(ExportCommandTest::read).toList();
                try (Statement statement = duck.createStatement();
                        ResultSet rows = statement.executeQuery("select " + String.join(", ", values) + " from '"
                                + out.resolve(table.name() + ".parquet") + "'")) {
                    int row = 0;
                    while (rows.next()) {
                        for (int column = 0; column < table.columns().size(); column++) {
                            TableColumn wanted = table.columns().get(column);
                            Object expected = known(wanted, row);
                            if (!Objects.equals(plain(rows.getObject(column + 1)), expected)) {
                                assertThat(plain(rows.getObject(column + 1)))
                                        .as(table.name() + "." + wanted.name() + " in row " + row).isEqualTo(expected);
                            }
                            if (expected != null) {
                                compared.merge(wanted.kind(), 1, Integer::sum);
                            }
                        }
                        row++;
                    }
                    assertThat(row).as(table.name()).isEqualTo(table.rows()).isPositive();
                }
            }
            assertThat(compared.keySet()).containsExactlyInAnyOrder(TableColumn.Kind.values());
        }
    }

    /** DuckDB reads times to the microsecond. */
    private static Object known(TableColumn column, int row) {
        Object value = column.at(row);
        return column.kind() == TableColumn.Kind.TIME && value != null ? (Object) Math.floorDiv((Long) value, 1_000L)
                : value;
    }

    private static String read(TableColumn column) {
        return column.kind() == TableColumn.Kind.TIME ? "epoch_us(\"" + column.name() + "\")"
                : "\"" + column.name() + "\"";
    }

    private static Object plain(Object value) throws SQLException {
        if (value instanceof Array array) {
            return new ArrayList<>(Arrays.asList((Object[]) array.getArray()));
        }
        return value;
    }

    @Test
    void timesKeepTheirNanoseconds() throws IOException {
        try (CaseFile from = CaseFile.open(file, null);
                HardwoodContext context = HardwoodContext.create(1);
                ParquetFileReader events = ParquetFileReader.open(InputFile.of(out.resolve("events.parquet")), context);
                RowReader rows = events.rowReader()) {
            TableColumn time = tables(from).getFirst().columns().stream()
                    .filter(column -> column.name().equals("time")).findFirst().orElseThrow();
            int finer = 0;
            for (int row = 0; rows.hasNext(); row++) {
                rows.next();
                Long nanos = (Long) time.at(row);
                int field = field(rows);
                assertThat(rows.isNull(field)).isEqualTo(nanos == null);
                if (nanos != null) {
                    Instant read = (Instant) rows.getValue(field);
                    assertThat(read.getEpochSecond() * 1_000_000_000L + read.getNano()).isEqualTo(nanos);
                    finer += nanos % 1_000 == 0 ? 0 : 1;
                }
            }
            assertThat(finer).isPositive();
        }
    }

    private static int field(RowReader rows) {
        for (int i = 0; i < rows.getFieldCount(); i++) {
            if (rows.getFieldName(i).equals("time")) {
                return i;
            }
        }
        throw new AssertionError("no column of times");
    }

    @Test
    void timesAreTimestampsAndListsAreLists() throws SQLException {
        try (Statement statement = duck.createStatement();
                ResultSet types = statement.executeQuery("select name, type, logical_type from parquet_schema('"
                        + out.resolve("sessions.parquet") + "') where name in ('first', 'ips')")) {
            Map<String, String> found = new HashMap<>();
            while (types.next()) {
                found.put(types.getString(1), types.getString(2) + " " + types.getString(3));
            }
            assertThat(found.get("first")).contains("INT64", "Timestamp", "isAdjustedToUTC=1", "NANOS");
            assertThat(found.get("ips")).contains("List");
        }
    }

    @Test
    void theExportIsInTheAuditTrail() {
        try (CaseFile from = CaseFile.open(file, null)) {
            assertThat(from.auditTrail().entries()).anySatisfy(
                    entry -> assertThat(entry.toString()).contains(ExportKind.TABLES.text()).contains("events"));
        }
    }

    @Test
    void aFileThatIsThereIsNotReplaced() throws IOException {
        Path other = Files.createDirectory(folder.resolve("other"));
        Path mine = Files.writeString(other.resolve("links.parquet"), "mine");
        CommandRun run = CommandRun.of("export", "--case", file, "--format", "parquet", "--out", other);
        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err()).contains("links.parquet");
        assertThat(mine).content().isEqualTo("mine");
        try (Stream<Path> files = Files.list(other)) {
            assertThat(files).containsExactly(mine);
        }
    }

    @Test
    void anotherFormatIsWrongUsage() {
        CommandRun run = CommandRun.of("export", "--case", file, "--format", "avro", "--out", folder.resolve("avro"));
        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains(CliText.NO_SUCH_FORMAT.text("avro", "parquet"));
        assertThat(folder.resolve("avro")).doesNotExist();
    }
}
