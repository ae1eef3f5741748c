package org.tokenlane.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.AbstractCollection;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tokenlane.correlate.Correlation;
import org.tokenlane.model.text.Count;
import org.tokenlane.model.time.UtcText;
import org.tokenlane.report.CsvTable;
import org.tokenlane.report.ExportFile;
import org.tokenlane.report.ExportKind;
import org.tokenlane.store.CaseFile;
import org.tokenlane.tables.CaseTables;
import org.tokenlane.tables.sql.CaseSql;
import org.tokenlane.tables.sql.QueryResult;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(name = "sql", mixinStandardHelpOptions = true)
final class SqlCommand extends CaseCommand {

    private static final int MOST_ROWS = 1000;

    @Parameters(paramLabel = "QUERY")
    private String query;

    @Option(names = "--csv", paramLabel = "FILE")
    private @Nullable Path csv;

    @Option(names = "--timeout", paramLabel = "SECONDS")
    private int timeout = 600;

    @Override
    int run(CaseFile caseFile) {
        if (timeout < 0) {
            throw new CommandFailure(CliText.TIMEOUT_NEGATIVE.with(), WRONG_USAGE);
        }
        if (csv != null && Files.exists(csv)) {
            throw CommandFailure.exists(csv);
        }
        Correlation correlation = correlate(caseFile);
        try (CaseSql sql = CaseSql.of(CaseTables.of(correlation, () -> detect(caseFile, correlation)))) {
            working(progress -> sql.select(query, Duration.ofSeconds(timeout), progress, result -> {
                if (csv != null) {
                    write(caseFile, csv, result);
                } else if (json()) {
                    output().json(asMaps(result));
                } else {
                    print(result);
                }
                return result;
            }));
        }
        return DONE;
    }

    private void write(CaseFile caseFile, Path file, QueryResult result) {
        AtomicInteger written = new AtomicInteger();
        Iterator<List<@Nullable Object>> counted = new Iterator<>() {
            @Override
            public boolean hasNext() {
                return result.hasNext();
            }

            @Override
            public List<@Nullable Object> next() {
                written.incrementAndGet();
                return result.next();
            }
        };
        try {
            ExportFile.text(caseFile, ExportKind.QUERY, file,
                    () -> Count.ROWS.of(written.get()) + ", " + TextTable.whole(query),
                    ExportFile.marked(out -> CsvTable.write(out, result.columns(), counted)));
        } catch (IOException e) {
            throw CommandFailure.unwritten(file, e);
        }
        output().note(CliText.ROWS_WRITTEN, written.get(), file);
    }

    /** The rows as JSON has them, made one by one while they are written. */
    private static AbstractCollection<Map<String, @Nullable Object>> asMaps(QueryResult result) {
        return new AbstractCollection<>() {
            @Override
            public Iterator<Map<String, @Nullable Object>> iterator() {
                return new Iterator<>() {
                    @Override
                    public boolean hasNext() {
                        return result.hasNext();
                    }

                    @Override
                    public Map<String, @Nullable Object> next() {
                        Map<String, @Nullable Object> map = new LinkedHashMap<>();
                        List<@Nullable Object> row = result.next();
                        for (int column = 0; column < row.size(); column++) {
                            map.put(result.columns().get(column), plain(row.get(column)));
                        }
                        return map;
                    }
                };
            }

            @Override
            public int size() {
                throw new UnsupportedOperationException();
            }
        };
    }

    private static @Nullable Object plain(@Nullable Object value) {
        return switch (value) {
        case Instant time -> UtcText.of(time);
        case List<?> values -> values.stream().map(SqlCommand::plain).toList();
        case null, default -> value;
        };
    }

    private void print(QueryResult result) {
        TextTable table = new TextTable(result.columns());
        int rows = 0;
        while (rows < MOST_ROWS && result.hasNext()) {
            table.row(result.next().stream().map(SqlCommand::cell).toArray());
            rows++;
        }
        table.print(output());
        if (result.hasNext()) {
            output().line(CliText.FIRST_ROWS, rows);
        } else {
            output().value(Count.ROWS.of(rows));
        }
    }

    private static @Nullable Object cell(@Nullable Object value) {
        return value instanceof List<?> values
                ? values.stream().map(SqlCommand::plain).map(String::valueOf).collect(Collectors.joining(", "))
                : plain(value);
    }
}
