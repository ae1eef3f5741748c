package org.tokenlane.report;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.PrimitiveIterator;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.tokenlane.correlate.Correlation;
import org.tokenlane.model.event.AuditEvent;
import org.tokenlane.model.event.EventField;

/** Writes events for other programs. */
public final class EventExport {

    private static final List<String> BEFORE_FIELDS = List.of("eventId", "time", "timeQuality", "kind", "source", "result");
    private static final List<String> BEHIND_FIELDS = List.of("port", "itemCount", "throttled", "tokenIssuedAt", "utiOrigin", "session", "token", "link", "confidence");
    /** Timesketch takes no longer values (its documentation of the CSV and JSONL import). */
    private static final int TIMESKETCH_MOST_BYTES = 32_766;

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

    /** A table with a column for every field; a value that a spreadsheet would run as a formula gets an apostrophe before it. */
    public static void csv(PrintWriter out, Correlation correlation, BitSet chosen) {
        List<String> columns = new ArrayList<>(BEFORE_FIELDS);
        for (EventField field : EventField.values()) {
            columns.add(EventText.name(field));
        }
        columns.addAll(BEHIND_FIELDS);
        EventText text = new EventText(correlation);
        try {
            CSVPrinter printer = new CSVPrinter(out, CSVFormat.RFC4180);
            printer.printRecord(with(columns, "evidence", "line"));
            for (int event = chosen.nextSetBit(0); event >= 0; event = chosen.nextSetBit(event + 1)) {
                Map<String, Object> all = text.all(event);
                List<Object> cells = new ArrayList<>();
                columns.forEach(column -> cells.add(harmless(all.get(column))));
                var place = correlation.events().places(event).getFirst();
                cells.add(harmless(correlation.events().evidence(place.evidence()).path()));
                cells.add(place.line());
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

    private static List<String> with(List<String> columns, String... more) {
        List<String> all = new ArrayList<>(columns);
        all.addAll(List.of(more));
        return all;
    }

    private static Object harmless(Object value) {
        return value instanceof String text && !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0 ? "'" + text : value;
    }

    /** JSON Lines with the three fields that Timesketch needs ({@code message}, {@code datetime}, {@code timestamp_desc}); undated events cannot be shown there and are left out. */
    public static void timesketch(PrintWriter out, Correlation correlation, BitSet chosen) {
        EventText text = new EventText(correlation);
        chosen.stream().filter(event -> correlation.events().time(event) != AuditEvent.NO_TIME).forEach(event -> {
            Map<String, Object> line = new LinkedHashMap<>();
            Map<String, Object> all = text.all(event);
            line.put("message", message(all));
            line.put("datetime", all.remove("time"));
            line.put("timestamp", Math.floorDiv(correlation.events().time(event), 1000L));
            line.put("timestamp_desc", all.get("kind").toString().startsWith("sign-in") ? "Sign-in Time" : "Event Time");
            all.remove("evidence");
            all.forEach((name, value) -> line.put(name, value instanceof String words ? shortened(words) : value));
            JsonText.line(out, line);
        });
    }

    private static String message(Map<String, Object> all) {
        return shortened(all.getOrDefault("operation", all.get("kind")) + " by " + all.getOrDefault("upn", all.getOrDefault("appName", "unknown")) + " from "
                + all.getOrDefault("ip", "unknown address") + (all.containsKey("target") ? ": " + all.get("target") : "") + " (" + all.get("result") + ")");
    }

    private static String shortened(String text) {
        int bytes = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            bytes += c < 0x80 ? 1 : c < 0x800 ? 2 : 3;
            if (bytes > TIMESKETCH_MOST_BYTES) {
                return text.substring(0, Character.isLowSurrogate(c) ? i - 1 : i);
            }
        }
        return text;
    }
}
