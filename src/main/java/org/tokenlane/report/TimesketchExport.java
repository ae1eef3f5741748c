package org.tokenlane.report;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.jspecify.annotations.Nullable;
import org.tokenlane.correlate.Correlation;
import org.tokenlane.correlate.MarkedEvents;
import org.tokenlane.model.event.AuditEvent;
import org.tokenlane.model.event.EventField;
import org.tokenlane.model.mark.Verdict;

/**
 * Events as Timesketch imports them: with the three fields that it needs ({@code message}, {@code datetime}, {@code
 * timestamp_desc}) and no longer value than it takes (its
 * documentation of the CSV and JSONL import). Undated events cannot be shown there and are left out.
 */
public final class TimesketchExport {

    private static final int MOST_BYTES = 32_766;
    private static final List<String> NEEDED = List.of("message", "datetime", "timestamp", "timestamp_desc", "tag");
    private static final List<String> BESIDE = List.of("eventId", "kind", "source", "result", "session", "token",
            "link", "confidence");

    private TimesketchExport() {
    }

    static void jsonLines(PrintWriter out, Correlation correlation, MarkedEvents marked, IntStream events) {
        EventText text = new EventText(correlation);
        dated(correlation, events).forEach(event -> JsonText.line(out, line(correlation, marked, text, event)));
    }

    static void csv(PrintWriter out, Correlation correlation, MarkedEvents marked, IntStream events) {
        List<String> columns = new ArrayList<>(NEEDED);
        columns.addAll(BESIDE);
        for (EventField field : EventField.values()) {
            columns.add(EventText.name(field));
        }
        EventText text = new EventText(correlation);
        try {
            CSVPrinter printer = new CSVPrinter(out, CSVFormat.RFC4180);
            printer.printRecord(columns);
            for (int event : (Iterable<Integer>) dated(correlation, events).boxed()::iterator) {
                Map<String, Object> line = line(correlation, marked, text, event);
                if (line.get("tag") instanceof List<?> tags) {
                    // the import splits the column at commas
                    line.put("tag", tags.stream().map(tag -> tag.toString().replace(',', ' '))
                            .collect(Collectors.joining(",")));
                }
                printer.printRecord(
                        columns.stream().<@Nullable Object> map(column -> EventExport.harmless(line.get(column))));
            }
            printer.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static IntStream dated(Correlation correlation, IntStream events) {
        return events.filter(event -> correlation.events().time(event) != AuditEvent.NO_TIME);
    }

    private static Map<String, Object> line(Correlation correlation, MarkedEvents marked, EventText text,
            int event) {
        Map<String, Object> line = new LinkedHashMap<>();
        Map<String, Object> all = text.all(event);
        line.put("message", message(all));
        line.put("datetime", all.remove("time"));
        line.put("timestamp", Math.floorDiv(correlation.events().time(event), 1000L));
        line.put("timestamp_desc",
                String.valueOf(all.get("kind")).startsWith("sign-in") ? "Sign-in Time" : "Event Time");
        List<String> tags = new ArrayList<>();
        Verdict verdict = marked.verdict(event);
        if (verdict != null) {
            tags.add("verdict:" + verdict.word());
        }
        tags.addAll(marked.tags(event));
        if (!tags.isEmpty()) {
            line.put("tag", tags);
        }
        all.remove("evidence");
        all.forEach((name, value) -> line.put(name, value instanceof String words ? shortened(words) : value));
        return line;
    }

    private static String message(Map<String, Object> all) {
        Object operation = all.getOrDefault("operation", all.getOrDefault("kind", ""));
        Object result = all.getOrDefault("result", "");
        Object actor = all.getOrDefault("upn", all.getOrDefault("appName", ExportText.UNKNOWN_ACTOR.text()));
        Object address = all.getOrDefault("ip", ExportText.UNKNOWN_ADDRESS.text());
        return shortened(all.containsKey("target")
                ? ExportText.MESSAGE_ON_TARGET.text(operation, actor, address, result, all.getOrDefault("target", ""))
                : ExportText.MESSAGE.text(operation, actor, address, result));
    }

    /** As much of the text as fits, counted in UTF-8. */
    static String shortened(String text) {
        int bytes = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            bytes += c < 0x80 ? 1 : c < 0x800 ? 2 : 3;
            if (bytes > MOST_BYTES) {
                return text.substring(0, Character.isLowSurrogate(c) ? i - 1 : i);
            }
        }
        return text;
    }
}
