package org.tokenlane.detect.exposure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import org.tokenlane.correlate.Correlation;
import org.tokenlane.model.event.AuditEvent;
import org.tokenlane.model.event.EventField;

/**
 * Counts the uses of things by their keys, in whatever order the events come.
 *
 * @param <K>
 *            what tells the things apart
 */
final class Uses<K> {

    private static final class Tally {

        private int[] events = new int[1];
        private int size;
        private int times;

        void add(int event) {
            times++;
            if (size > 0 && events[size - 1] == event) {
                return;
            }
            if (size == events.length) {
                events = Arrays.copyOf(events, 2 * size);
            }
            events[size++] = event;
        }
    }

    private final Map<K, Tally> tallies = new LinkedHashMap<>();
    private final Correlation correlation;

    Uses(Correlation correlation) {
        this.correlation = correlation;
    }

    void add(K key, int event) {
        tallies.computeIfAbsent(key, unknown -> new Tally()).add(event);
    }

    /** Makes one thing of each key, those first that were used first. */
    <T> List<T> list(BiFunction<K, Use, T> thing) {
        record Made<T>(int event, T thing) {
        }
        List<Made<T>> all = new ArrayList<>();
        tallies.forEach((key, tally) -> {
            Use use = use(tally);
            all.add(new Made<>(use.events()[0], thing.apply(key, use)));
        });
        all.sort(Comparator.comparingInt(Made::event));
        return all.stream().map(Made::thing).toList();
    }

    /** The use that one event makes. */
    static Use of(Correlation correlation, int event) {
        Uses<Integer> one = new Uses<>(correlation);
        one.add(event, event);
        return one.list((key, use) -> use).getFirst();
    }

    private Use use(Tally tally) {
        int[] events = Arrays.stream(tally.events, 0, tally.size).sorted().distinct().toArray();
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
        String[] utis = correlation.events().dictionary(EventField.UTI);
        return new Use(correlation.events().time(events[0]), last, tally.times, tokens.stream().mapToObj(token -> utis[token]).toList(), events);
    }
}
