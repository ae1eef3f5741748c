package org.tokenlane.query;

import java.util.BitSet;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.IntPredicate;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.tokenlane.model.column.IntColumn;
import org.tokenlane.model.column.TextColumn;
import org.tokenlane.model.event.AuditEvent;
import org.tokenlane.model.event.EventField;
import org.tokenlane.model.filter.Filter;
import org.tokenlane.model.identity.IdSpellings;

/**
 * Finds the events that a filter chooses. A shared field's values are looked at once each, unless fewer events are in question
 * than it has values, and the events then by their codes alone; what has to be read from the case
 * (other fields, raw records) is looked at last and only for events that are still in question.
 */
public final class FilterEvaluator {

    /** So many events or values are looked at between two questions whether the answer is still wanted. */
    private static final int STRIDE = 1 << 12;

    private final EventTable events;
    private final Watch check;

    public FilterEvaluator(EventTable events) {
        this(events, () -> {
        });
    }

    /**
     * @param check
     *            follows the evaluation, and ends it where the answer is not wanted any more
     */
    public FilterEvaluator(EventTable events, Watch check) {
        this.events = events;
        this.check = check;
    }

    /** The events that the filter chooses. */
    public BitSet events(Filter filter) {
        BitSet all = new BitSet(events.size());
        all.set(0, events.size());
        return among(filter, all);
    }

    /** The events that the filter chooses among these. */
    public BitSet events(Filter filter, BitSet candidates) {
        return among(filter, candidates);
    }

    private BitSet among(Filter filter, BitSet candidates) {
        check.check();
        if (candidates.isEmpty()) {
            return candidates;
        }
        return switch (filter) {
        case Filter.Everything everything -> candidates;
        case Filter.And and -> all(and.parts(), candidates);
        case Filter.Or or -> any(or.parts(), candidates);
        case Filter.Not not -> without(not.part(), candidates);
        case Filter.FieldIs field -> withField(field.field().fields(), test(field), candidates);
        case Filter.TimeFrom from ->
            chosen(candidates, event -> events.time(event) != AuditEvent.NO_TIME && events.time(event) >= from.nanos());
        case Filter.TimeBefore before -> chosen(candidates,
                event -> events.time(event) != AuditEvent.NO_TIME && events.time(event) < before.nanos());
        case Filter.KindIs is -> chosen(candidates, event -> is.kinds().contains(events.kind(event)));
        case Filter.ResultIs is -> chosen(candidates, event -> is.results().contains(events.result(event)));
        case Filter.SourceIs is -> chosen(candidates, event -> is.sources().contains(events.source(event)));
        case Filter.RawText raw -> withRawText(List.of(raw.text()), candidates);
        case Filter.Anywhere anywhere -> anywhere(anywhere.text(), candidates);
        case Filter.EventIs is -> among(events.withIds(is.ids()), candidates);
        case Filter.Marked marked -> among(events.marked(marked), candidates);
        case Filter.Compared compared -> among(events.compared(compared), candidates);
        };
    }

    private static BitSet among(BitSet known, BitSet candidates) {
        BitSet found = (BitSet) known.clone();
        found.and(candidates);
        return found;
    }

    private BitSet all(List<Filter> parts, BitSet candidates) {
        BitSet left = candidates;
        for (Filter part : parts.stream().sorted(Comparator.comparingInt(FilterEvaluator::cost)).toList()) {
            left = among(part, left);
        }
        return left;
    }

    private BitSet any(List<Filter> parts, BitSet candidates) {
        BitSet found = new BitSet(events.size());
        parts.forEach(part -> found.or(among(part, candidates)));
        return found;
    }

    private BitSet without(Filter part, BitSet candidates) {
        BitSet left = (BitSet) candidates.clone();
        left.andNot(among(part, candidates));
        return left;
    }

    private static Predicate<String> test(Filter.FieldIs filter) {
        return filter.values().stream().map(value -> ValuePattern.of(filter.field(), value)).reduce(text -> false,
                Predicate::or);
    }

    private BitSet withRawText(Collection<String> texts, BitSet candidates) {
        BitSet found = new BitSet(events.size());
        texts.forEach(text -> found.or(events.withRawText(text, check)));
        found.and(candidates);
        return found;
    }

    private static int cost(Filter filter) {
        return switch (filter) {
        case Filter.RawText text -> 4;
        case Filter.Anywhere anywhere -> 4;
        case Filter.And and -> and.parts().stream().mapToInt(FilterEvaluator::cost).max().orElse(0);
        case Filter.Or or -> or.parts().stream().mapToInt(FilterEvaluator::cost).max().orElse(0);
        case Filter.Not not -> cost(not.part());
        case Filter.FieldIs field -> field.field().fields().stream().allMatch(EventField::isShared) ? 1 : 3;
        default -> 0;
        };
    }

    private BitSet withField(List<EventField> fields, Predicate<String> test, BitSet candidates) {
        BitSet found = new BitSet(events.size());
        for (EventField field : fields) {
            if (field.isShared()) {
                found.or(withShared(field, test, candidates));
            } else {
                found.or(chosen(candidates, event -> {
                    String text = events.text(field, event);
                    return text != null && test.test(text);
                }));
            }
        }
        return found;
    }

    private BitSet withShared(EventField field, Predicate<String> test, BitSet candidates) {
        TextColumn values = events.dictionary(field);
        IntColumn codes = events.codes(field);
        if (candidates.cardinality() < values.size()) {
            return chosen(candidates, event -> codes.get(event) != 0 && test.test(values.get(codes.get(event))));
        }
        boolean[] fits = fitting(values, test);
        return fits == null ? new BitSet() : chosen(candidates, event -> fits[codes.get(event)]);
    }

    /** Which codes have a value that passes the test, or null where none has. */
    private boolean @Nullable [] fitting(TextColumn values, Predicate<String> test) {
        boolean[] fits = new boolean[values.size()];
        boolean any = false;
        for (int code = 1; code < fits.length; code++) {
            if (code % STRIDE == 0) {
                check.check();
            }
            fits[code] = test.test(values.get(code));
            any |= fits[code];
        }
        return any ? fits : null;
    }

    /** In a field, where a resolved name stands too that no raw record holds, or in a raw record. */
    private BitSet anywhere(String text, BitSet candidates) {
        String lower = text.toLowerCase(Locale.ROOT);
        BitSet found = new BitSet(events.size());
        for (EventField field : EventField.values()) {
            if (field.isShared()) {
                found.or(
                        withField(List.of(field), value -> value.toLowerCase(Locale.ROOT).contains(lower), candidates));
            }
        }
        found.or(withRawText(IdSpellings.of(text), candidates));
        return found;
    }

    /** Looks at 64 candidates at a time, as asking the set for each next one takes longer than most tests. */
    private BitSet chosen(BitSet candidates, IntPredicate test) {
        long[] words = candidates.toLongArray();
        int looked = 0;
        for (int at = 0; at < words.length; at++) {
            int before = looked;
            looked += Long.bitCount(words[at]);
            if (before / STRIDE != looked / STRIDE) {
                check.check();
            }
            long found = 0;
            for (long left = words[at]; left != 0; left &= left - 1) {
                if (test.test(at * Long.SIZE + Long.numberOfTrailingZeros(left))) {
                    found |= Long.lowestOneBit(left);
                }
            }
            words[at] = found;
        }
        return BitSet.valueOf(words);
    }
}
