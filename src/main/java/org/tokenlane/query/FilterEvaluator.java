package org.tokenlane.query;

import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.IntPredicate;
import java.util.function.Predicate;
import org.tokenlane.model.event.AuditEvent;
import org.tokenlane.model.event.EventField;
import org.tokenlane.model.filter.Filter;

/**
 * Finds the events that a filter chooses. A shared field's values are looked at once each, and the events then by their codes alone; what has to be read from the case
 * (other fields, raw records) is looked at last and only for events that are still in question.
 */
public final class FilterEvaluator {

    private final EventTable events;

    public FilterEvaluator(EventTable events) {
        this.events = events;
    }

    /** The events that the filter chooses. */
    public BitSet events(Filter filter) {
        BitSet all = new BitSet(events.size());
        all.set(0, events.size());
        return among(filter, all);
    }

    private BitSet among(Filter filter, BitSet candidates) {
        return switch (filter) {
        case Filter.Everything() -> candidates;
        case Filter.And(List<Filter> parts) -> {
            BitSet left = candidates;
            for (Filter part : parts.stream().sorted(Comparator.comparingInt(FilterEvaluator::cost)).toList()) {
                left = among(part, left);
            }
            yield left;
        }
        case Filter.Or(List<Filter> parts) -> {
            BitSet found = new BitSet(events.size());
            parts.forEach(part -> found.or(among(part, candidates)));
            yield found;
        }
        case Filter.Not(Filter part) -> {
            BitSet left = (BitSet) candidates.clone();
            left.andNot(among(part, candidates));
            yield left;
        }
        case Filter.FieldIs(var field, List<String> values) -> {
            Predicate<String> test = text -> false;
            for (String value : values) {
                test = test.or(ValuePattern.of(field, value));
            }
            yield withField(field.fields(), test, candidates);
        }
        case Filter.TimeFrom(long nanos) -> chosen(candidates, event -> events.time(event) != AuditEvent.NO_TIME && events.time(event) >= nanos);
        case Filter.TimeBefore(long nanos) -> chosen(candidates, event -> events.time(event) != AuditEvent.NO_TIME && events.time(event) < nanos);
        case Filter.KindIs(var kinds) -> chosen(candidates, event -> kinds.contains(events.kind(event)));
        case Filter.ResultIs(var results) -> chosen(candidates, event -> results.contains(events.result(event)));
        case Filter.SourceIs(var sources) -> chosen(candidates, event -> sources.contains(events.source(event)));
        case Filter.RawText(String text) -> {
            BitSet found = (BitSet) candidates.clone();
            found.and(events.withRawText(text));
            yield found;
        }
        case Filter.Anywhere(String text) -> anywhere(text, candidates);
        case Filter.Marked marked -> new BitSet();
        };
    }

    private static int cost(Filter filter) {
        return switch (filter) {
        case Filter.RawText text -> 4;
        case Filter.Anywhere anywhere -> 4;
        case Filter.And(List<Filter> parts) -> parts.stream().mapToInt(FilterEvaluator::cost).max().orElse(0);
        case Filter.Or(List<Filter> parts) -> parts.stream().mapToInt(FilterEvaluator::cost).max().orElse(0);
        case Filter.Not(Filter part) -> cost(part);
        case Filter.FieldIs field -> field.field().fields().stream().allMatch(EventField::isShared) ? 1 : 3;
        default -> 0;
        };
    }

    private BitSet withField(List<EventField> fields, Predicate<String> test, BitSet candidates) {
        BitSet found = new BitSet(events.size());
        for (EventField field : fields) {
            if (field.isShared()) {
                boolean[] fits = fitting(events.dictionary(field), test);
                if (fits != null) {
                    found.or(chosen(candidates, event -> fits[events.code(field, event)]));
                }
            } else {
                found.or(chosen(candidates, event -> {
                    String text = events.text(field, event);
                    return text != null && test.test(text);
                }));
            }
        }
        return found;
    }

    /** Which codes have a value that passes the test, or null where none has. */
    private static boolean[] fitting(String[] values, Predicate<String> test) {
        boolean[] fits = new boolean[values.length];
        boolean any = false;
        for (int code = 1; code < values.length; code++) {
            fits[code] = test.test(values[code]);
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
                found.or(withField(List.of(field), value -> value.toLowerCase(Locale.ROOT).contains(lower), candidates));
            }
        }
        BitSet inRaw = new BitSet(events.size());
        RawSearch.spellings(text).forEach(spelling -> inRaw.or(events.withRawText(spelling)));
        inRaw.and(candidates);
        found.or(inRaw);
        return found;
    }

    private static BitSet chosen(BitSet candidates, IntPredicate test) {
        BitSet found = new BitSet(candidates.length());
        for (int event = candidates.nextSetBit(0); event >= 0; event = candidates.nextSetBit(event + 1)) {
            if (test.test(event)) {
                found.set(event);
            }
        }
        return found;
    }
}
