package org.tokenlane.report.document;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import org.tokenlane.model.event.AuditEvent;
import org.tokenlane.model.event.EventField;
import org.tokenlane.model.event.LogSource;
import org.tokenlane.query.CaseEvents;

/**
 * On which days the case has events of each kind of sign-in and of each workload. All kinds are measured against the
 * days of the whole case: a log that begins late or ends early shows it.
 */
final class CoverageDays {

    private static final long DAY = 86_400_000_000_000L;
    /** As many squares as fit into a column. */
    private static final int MOST_SQUARES = 31;
    private static final int MOST_RANGES = 6;

    /**
     * One kind of events of a log.
     *
     * @param part
     *            the kind of sign-in or the workload; empty where the log has none
     * @param days
     *            the days (UTC, since 1970) with events
     * @param first
     *            the first day of the whole case
     * @param last
     *            the last one
     */
    record Line(String log, String part, int events, List<Long> days, long first, long last) {

        Line {
            days = List.copyOf(days);
        }

        private int span() {
            return (int) (last - first + 1);
        }

        /** How many days have no event, and which. */
        String without() {
            List<String> ranges = new ArrayList<>();
            long from = first;
            List<Long> all = new ArrayList<>(days);
            all.add(last + 1);
            for (long day : all) {
                if (day > from) {
                    ranges.add(from == day - 1 ? LocalDate.ofEpochDay(from).toString()
                            : ReportText.FROM_TO.text(LocalDate.ofEpochDay(from).toString(),
                                    LocalDate.ofEpochDay(day - 1).toString()));
                }
                from = day + 1;
            }
            int more = Math.max(0, ranges.size() - MOST_RANGES);
            return ranges.isEmpty() ? ReportText.NUMBER.text(0)
                    : ReportText.DAYS_MISSING.text(span() - days.size(), span(),
                            String.join(", ", ranges.subList(0, ranges.size() - more)), more);
        }

        /** A square for each day or, in a longer case, for each of equal stretches of days: filled with an event. */
        String strip() {
            long each = each();
            StringBuilder squares = new StringBuilder();
            for (long from = first; from <= last; from += each) {
                long begin = from;
                squares.append(days.stream().anyMatch(day -> day >= begin && day < begin + each) ? '■' : '□');
            }
            return squares.toString();
        }

        /** How many days a square stands for. */
        long each() {
            return (span() + MOST_SQUARES - 1L) / MOST_SQUARES;
        }
    }

    private CoverageDays() {
    }

    static List<Line> of(CaseEvents events) {
        Map<List<String>, TreeSet<Long>> days = new TreeMap<>((one, other) -> String.join("\t", one)
                .compareTo(String.join("\t", other)));
        Map<String, Integer> counts = new TreeMap<>();
        TreeSet<Long> all = new TreeSet<>();
        for (int event = 0; event < events.size(); event++) {
            if (events.time(event) != AuditEvent.NO_TIME) {
                long day = Math.floorDiv(events.time(event), DAY);
                List<String> key = List.of(events.source(event).title(), part(events, event));
                days.computeIfAbsent(key, none -> new TreeSet<>()).add(day);
                counts.merge(String.join("\t", key), 1, Integer::sum);
                all.add(day);
            }
        }
        List<Line> lines = new ArrayList<>();
        days.forEach((key, on) -> lines.add(new Line(key.getFirst(), key.getLast(),
                counts.getOrDefault(String.join("\t", key), 0), List.copyOf(on), all.first(), all.last())));
        return lines;
    }

    private static String part(CaseEvents events, int event) {
        return events.source(event) == LogSource.ENTRA_SIGN_INS ? events.kind(event).text()
                : Objects.requireNonNullElse(events.text(EventField.WORKLOAD, event), "");
    }
}
