package org.tokenlane.detect.exposure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.tokenlane.correlate.Correlation;
import org.tokenlane.model.column.TextColumn;
import org.tokenlane.model.event.AuditEvent;
import org.tokenlane.model.event.EventField;

/**
 * Counts the uses of things by their keys, in whatever order the events come. Sparing with memory: a large case names a
 * million things, most of them once.
 *
 * @param <K>
 *            what tells the things apart
 * @param <F>
 *            what else is gathered about a thing
 */
final class Uses<K, F> {

    /**
     * Makes a thing.
     *
     * @param <K>
     *            its key
     * @param <F>
     *            what was gathered about it
     * @param <T>
     *            the thing
     */
    interface Thing<K, F, T> {

        T of(K key, F facts, Use use);
    }

    private static final class Tally<F> {

        private final F facts;
        private int first;
        private int @Nullable [] more;
        private int size;
        private int times;

        Tally(F facts) {
            this.facts = facts;
        }

        void add(int event) {
            times++;
            if (size == 0) {
                first = event;
                size = 1;
            } else {
                int[] known = more == null ? new int[] { first } : more;
                if (event != known[size - 1]) {
                    known = size == known.length ? Arrays.copyOf(known, Math.max(4, 2 * size)) : known;
                    known[size++] = event;
                    more = known;
                }
            }
        }

        int[] events() {
            return size <= 1 || more == null ? new int[] { first } : Arrays.copyOf(more, size);
        }

        int earliest() {
            return Arrays.stream(events()).min().orElse(first);
        }
    }

    private final Map<K, Tally<F>> tallies = new LinkedHashMap<>();
    private final Correlation correlation;
    private final Supplier<F> noFacts;

    Uses(Correlation correlation, Supplier<F> noFacts) {
        this.correlation = correlation;
        this.noFacts = noFacts;
    }

    /** Of things of which nothing more is gathered. */
    static <K> Uses<K, Void> plain(Correlation correlation) {
        return new Uses<>(correlation, () -> null);
    }

    /** Counts a use, and gives what is gathered about the thing. */
    F add(K key, int event) {
        Tally<F> tally = tallies.computeIfAbsent(key, unknown -> new Tally<>(noFacts.get()));
        tally.add(event);
        return tally.facts;
    }

    /** What was gathered, by key. */
    interface Gathered<K, F> {

        void take(K key, F facts);
    }

    void each(Gathered<K, F> gathered) {
        tallies.forEach((key, tally) -> gathered.take(key, tally.facts));
    }

    /** Makes one thing of each key, those first that were used first, and forgets what was counted. */
    <T> List<T> list(Thing<K, F, T> thing) {
        List<Map.Entry<K, Tally<F>>> found = new ArrayList<>(tallies.entrySet());
        tallies.clear();
        found.sort(Comparator.comparingInt(entry -> entry.getValue().earliest()));
        List<T> all = new ArrayList<>(found.size());
        for (int i = 0; i < found.size(); i++) {
            Map.Entry<K, Tally<F>> entry = found.get(i);
            found.set(i, null);
            all.add(thing.of(entry.getKey(), entry.getValue().facts, use(entry.getValue())));
        }
        return all;
    }

    /** The use that one event makes. */
    static Use of(Correlation correlation, int event) {
        Uses<Integer, Void> one = plain(correlation);
        one.add(event, event);
        return one.list((key, nothing, use) -> use).getFirst();
    }

    private Use use(Tally<F> tally) {
        int[] events = tally.events();
        if (events.length > 1) {
            events = Arrays.stream(events).sorted().distinct().toArray();
        }
        BitSet tokens = new BitSet();
        long last = AuditEvent.NO_TIME;
        for (int event : events) {
            int token = correlation.events().code(EventField.UTI, event);
            if (token == 0 && !correlation.rule(event).isInferred()) {
                token = correlation.token(event);
            }
            if (token != 0) {
                tokens.set(token);
            }
            // undated events are numbered last
            last = correlation.events().time(event) == AuditEvent.NO_TIME ? last : correlation.events().time(event);
        }
        return new Use(correlation.events().time(events[0]), last, tally.times, named(tokens), events);
    }

    private List<String> named(BitSet tokens) {
        TextColumn utis = correlation.events().dictionary(EventField.UTI);
        return switch (tokens.cardinality()) {
        case 0 -> List.of();
        // most tokens of a large case are used for few things: a table to find a list again would be larger
        case 1 -> List.of(utis.get(tokens.nextSetBit(0)));
        default -> tokens.stream().mapToObj(token -> utis.get(token)).toList();
        };
    }
}
