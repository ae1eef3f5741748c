package org.tokenlane.report;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.PrimitiveIterator;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.jspecify.annotations.Nullable;
import org.tokenlane.correlate.Correlation;
import org.tokenlane.model.event.EventField;

/** Writes events for other programs. */
public final class EventExport {

    private static final List<String> BEFORE_FIELDS = List.of("eventId", "time", "timeQuality", "kind", "source",
            "result");
    private static final List<String> BEHIND_FIELDS = List.of("port", "itemCount", "throttled", "tokenIssuedAt",
            "recordedAt",
            "utiOrigin", "session", "token", "link", "confidence");

    private static final Set<String> TIMES = Set.of("time", "tokenIssuedAt", "recordedAt");
    private static final int SECONDS = 19;
    private static final int MILLISECONDS = 23;

    private EventExport() {
    }

    public static void jsonLines(PrintWriter out, Correlation correlation, BitSet chosen) {
        jsonLines(out, correlation, chosen.stream());
    }

    /** One event a line with all its fields, in the order in which the events come. */
    public static void jsonLines(PrintWriter out, Correlation correlation, IntStream events) {
        EventText text = new EventText(correlation);
        events.forEach(event -> JsonText.line(out, text.all(event)));
    }

    /**
     * A table with a column for every field, times in UTC; a value that a spreadsheet would run as a formula gets an apostrophe
     * before it.
     */
    public static void csv(PrintWriter out, Correlation correlation, IntStream events) {
        List<String> columns = new ArrayList<>(BEFORE_FIELDS);
        for (EventField field : EventField.values()) {
            columns.add(EventText.name(field));
        }
        columns.addAll(BEHIND_FIELDS);
        EventText text = new EventText(correlation);
        try {
            CSVPrinter printer = new CSVPrinter(out, CSVFormat.RFC4180);
            printer.printRecord(with(columns, "evidence", "line", "record"));
            for (int event : (Iterable<Integer>) events.boxed()::iterator) {
                Map<String, Object> all = text.all(event);
                List<@Nullable Object> cells = new ArrayList<>();
                columns.forEach(column -> cells.add(TIMES.contains(column) ? ofSheet(all.get(column))
                        : harmless(all.get(column))));
                var place = correlation.events().places(event).getFirst();
                cells.add(harmless(correlation.events().evidence(place.evidence()).path()));
                cells.add(place.line());
                int record = correlation.events().recordNumber(place);
                cells.add(record == 0 ? null : record);
                printer.printRecord(cells);
            }
            printer.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * A column of a table as it is seen.
     *
     * @param value
     *            gives an event's text, never null
     */
    public record Column(String title, IntFunction<String> value) {
    }

    /** A table as it is seen: these columns, these events, this order. */
    public static void csv(Appendable out, List<Column> columns, IntStream events) {
        try {
            CSVPrinter printer = new CSVPrinter(out, CSVFormat.RFC4180);
            printer.printRecord(columns.stream().map(Column::title));
            for (PrimitiveIterator.OfInt all = events.iterator(); all.hasNext();) {
                int event = all.nextInt();
                printer.printRecord(columns.stream().map(column -> harmless(column.value().apply(event))));
            }
            printer.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A time as spreadsheets read it, always to the millisecond; other forms have it as precise as its record. */
    static @Nullable Object ofSheet(@Nullable Object time) {
        if (time == null) {
            return null;
        }
        String text = time.toString().replace('T', ' ').replace("Z", "");
        return text.length() == SECONDS ? text + ".000" : (text + "000").substring(0, MILLISECONDS);
    }

    private static List<String> with(List<String> columns, String... more) {
        List<String> all = new ArrayList<>(columns);
        all.addAll(List.of(more));
        return all;
    }

    /** A value that a spreadsheet would run as a formula with an apostrophe before it. */
    static @Nullable Object harmless(@Nullable Object value) {
        return value instanceof String text ? CellText.harmless(text) : value;
    }
}
