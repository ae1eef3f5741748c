package org.tokenlane.report;

import java.io.IOException;
import java.time.Instant;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.jspecify.annotations.Nullable;
import org.tokenlane.model.time.UtcText;

/** Writes any rows as a table for spreadsheets: times as these read them, texts made harmless. */
public final class CsvTable {

    private CsvTable() {
    }

    /** Writes rows as they come. */
    public static void write(Appendable out, List<String> titles,
            Iterator<? extends List<? extends @Nullable Object>> rows)
            throws IOException {
        CSVPrinter printer = new CSVPrinter(out, CSVFormat.RFC4180);
        printer.printRecord(titles.stream().map(EventExport::harmless));
        while (rows.hasNext()) {
            printer.printRecord(rows.next().stream().map(CsvTable::cell));
        }
        printer.flush();
    }

    private static @Nullable Object cell(@Nullable Object value) {
        return switch (value) {
        case Instant time -> EventExport.ofSheet(UtcText.of(time));
        case List<?> values -> EventExport
                .harmless(values.stream().map(String::valueOf).collect(Collectors.joining(", ")));
        case null, default -> EventExport.harmless(value);
        };
    }
}
