package org.tokenlane.ui.events;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.tokenlane.correlate.MarkedEvents;
import org.tokenlane.model.column.TextColumn;
import org.tokenlane.model.event.EventField;
import org.tokenlane.model.mark.Verdict;
import org.tokenlane.query.CaseEvents;

/** Sorts events by a column. */
final class EventSorting {

    private EventSorting() {
    }

    /**
     * By the rank of each distinct value, so that each text is compared once and not once per event.
     *
     * @param chosen
     *            in order of time
     * @param column
     *            null sorts by time
     */
    static int[] sorted(CaseEvents events, MarkedEvents marks, int[] chosen, @Nullable EventColumn column,
            boolean down) {
        if (column == null || column.isTime()) {
            return column != null && down ? reversed(chosen) : chosen;
        }
        boolean tags = column == EventColumn.TAGS;
        EventField field = column.field();
        if (tags || field != null && !field.isShared()) {
            String[] texts = IntStream.of(chosen)
                    .mapToObj(
                            event -> tags ? String.join(", ", marks.tags(event)) : text(events, field, event))
                    .toArray(String[]::new);
            Comparator<Integer> order = Comparator.comparing((Integer i) -> texts[i], String.CASE_INSENSITIVE_ORDER);
            return IntStream.range(0, chosen.length).boxed().sorted(down ? order.reversed() : order)
                    .mapToInt(i -> chosen[i]).toArray();
        }
        int[] ranks = field == null ? null : ranks(events.dictionary(field));
        long[] keys = new long[chosen.length];
        for (int i = 0; i < keys.length; i++) {
            int rank = field != null && ranks != null ? ranks[events.code(field, chosen[i])]
                    : rank(events, marks, column, chosen[i]);
            keys[i] = (long) (down ? -rank : rank) << 32 | chosen[i];
        }
        Arrays.parallelSort(keys);
        return Arrays.stream(keys).mapToInt(key -> (int) key).toArray();
    }

    private static int rank(CaseEvents events, MarkedEvents marks, EventColumn column, int event) {
        return switch (column) {
        case KIND -> events.kind(event).ordinal();
        case VERDICT -> rank(marks.verdict(event));
        default -> events.result(event).ordinal();
        };
    }

    /** Events without a verdict come last. */
    private static int rank(@Nullable Verdict verdict) {
        return verdict == null ? Verdict.values().length : verdict.ordinal();
    }

    private static int[] reversed(int[] events) {
        int[] reversed = new int[events.length];
        for (int i = 0; i < events.length; i++) {
            reversed[i] = events[events.length - 1 - i];
        }
        return reversed;
    }

    private static String text(CaseEvents events, @Nullable EventField field, int event) {
        String text = field == null ? null : events.text(field, event);
        return text == null ? "" : text;
    }

    private static int[] ranks(TextColumn values) {
        Integer[] codes = IntStream.range(0, values.size()).boxed().toArray(Integer[]::new);
        Arrays.sort(codes,
                Comparator.comparing(values::get, Comparator.nullsFirst(String.CASE_INSENSITIVE_ORDER)));
        int[] ranks = new int[codes.length];
        for (int rank = 0; rank < codes.length; rank++) {
            ranks[codes[rank]] = rank;
        }
        return ranks;
    }
}
