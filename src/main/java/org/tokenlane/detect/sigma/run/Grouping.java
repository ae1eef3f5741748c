package org.tokenlane.detect.sigma.run;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.tokenlane.detect.sigma.rule.Correlated;
import org.tokenlane.detect.sigma.rule.ValueTest;
import org.tokenlane.model.event.AuditEvent;
import org.tokenlane.model.text.Text;
import org.tokenlane.model.time.Durations;
import org.tokenlane.query.CaseEvents;

/**
 * Groups what rules found by the values of fields, and finds where there is enough of it within the time span.
 */
final class Grouping {

    private static final String BETWEEN_VALUES = "\u0000";

    /** Gives a field's values of an event that the rule of this rank found. */
    interface Values {

        List<String> of(int rule, int event, String field);
    }

    private final CaseEvents events;
    private final Correlated asked;
    private final Values values;
    private final Map<List<String>, List<Occurrence>> groups = new LinkedHashMap<>();
    private final TreeSet<String> lacking = new TreeSet<>();
    private int added;
    private int withoutGroup;
    private int undated;
    private int withoutNumber;

    Grouping(CaseEvents events, Correlated asked, Values values) {
        this.events = events;
        this.asked = asked;
        this.values = values;
    }

    /** Adds events that the rule of this rank found together. */
    void add(int rule, List<Integer> together) {
        int event = together.getLast();
        added++;
        long time = events.time(event);
        if (time == AuditEvent.NO_TIME) {
            undated++;
            return;
        }
        List<String> key = new ArrayList<>();
        for (String field : asked.groupBy()) {
            String value = first(rule, event, field);
            if (value == null) {
                lacking.add(field);
                withoutGroup++;
                return;
            }
            key.add(value);
        }
        String counted = counted(rule, event);
        BigDecimal number = counted != null && asked.type().isOfNumbers() ? ValueTest.Number.of(counted) : null;
        withoutNumber += counted != null && asked.type().isOfNumbers() && number == null ? 1 : 0;
        groups.computeIfAbsent(key, each -> new ArrayList<>())
                .add(new Occurrence(time, event, together, rule, counted, number));
    }

    /** What is counted of an event: the values of all fields that the rule names, or null where one has none. */
    private @Nullable String counted(int rule, int event) {
        List<String> parts = new ArrayList<>();
        for (String field : asked.fields()) {
            String value = first(rule, event, field);
            if (value == null) {
                lacking.add(field);
                return null;
            }
            parts.add(value);
        }
        return parts.isEmpty() ? null : String.join(BETWEEN_VALUES, parts);
    }

    private @Nullable String first(int rule, int event, String field) {
        return values.of(rule, event, field).stream().filter(value -> !value.isBlank()).findFirst()
                .map(value -> value.strip().toLowerCase(Locale.ROOT)).orElse(null);
    }

    /** Tells whether nothing that was added belongs to a group. */
    boolean isWithoutGroups() {
        return added > 0 && groups.isEmpty();
    }

    /** What was not counted, as sentences. */
    List<Text> remarks() {
        List<Text> remarks = new ArrayList<>();
        if (withoutGroup > 0) {
            remarks.add(
                    SigmaRunText.SOME_WITHOUT_VALUE.with(withoutGroup, added, String.join(", ", lacking)));
        } else if (!lacking.isEmpty()) {
            remarks.add(SigmaRunText.VALUES_WITHOUT_COUNT.with(String.join(", ", lacking)));
        }
        if (undated > 0) {
            remarks.add(SigmaRunText.SOME_WITHOUT_TIME.with(undated, added));
        }
        if (withoutNumber > 0) {
            remarks.add(SigmaRunText.SOME_WITHOUT_NUMBER.with(withoutNumber, added, asked.fields().getFirst()));
        }
        return remarks;
    }

    /** What was found together, in time order. */
    List<SigmaHit> hits() {
        List<SigmaHit> hits = new ArrayList<>();
        groups.forEach((key, occurrences) -> {
            occurrences.sort(Comparator.comparingLong(Occurrence::time).thenComparingInt(Occurrence::event));
            for (List<Occurrence> stretch : new Windows(asked, occurrences).find()) {
                hits.add(hit(key, stretch));
            }
        });
        hits.sort(Comparator.comparingInt((SigmaHit hit) -> hit.events().getFirst())
                .thenComparingInt(hit -> hit.events().getLast()));
        return hits;
    }

    private SigmaHit hit(List<String> key, List<Occurrence> stretch) {
        Map<String, String> group = new LinkedHashMap<>();
        for (int i = 0; i < key.size(); i++) {
            group.put(asked.groupBy().get(i), key.get(i));
        }
        List<Integer> together = stretch.stream().flatMap(occurrence -> occurrence.events().stream()).distinct()
                .sorted().toList();
        return new SigmaHit(together, group, why(stretch));
    }

    private Text why(List<Occurrence> stretch) {
        String within = Durations.words(stretch.getLast().time() - stretch.getFirst().time());
        String condition = asked.condition();
        String field = String.join(", ", asked.fields());
        return switch (asked.type()) {
        case EVENT_COUNT -> SigmaRunText.WHY_EVENTS.with(stretch.size(), within, condition);
        case VALUE_COUNT -> SigmaRunText.WHY_VALUES.with(
                stretch.stream().map(Occurrence::value).filter(Objects::nonNull).distinct().count(), field,
                stretch.size(), within, condition);
        case VALUE_SUM -> SigmaRunText.WHY_SUM.with(field, Windows.sum(stretch).toPlainString(), stretch.size(),
                within, condition);
        case VALUE_AVG -> SigmaRunText.WHY_AVERAGE.with(field, Windows.average(stretch).toPlainString(),
                stretch.size(), within, condition);
        case TEMPORAL -> SigmaRunText.WHY_RULES.with(stretch.stream().map(Occurrence::rule).distinct().count(), within,
                condition);
        case TEMPORAL_ORDERED -> SigmaRunText.WHY_ORDERED.with(stretch.size(), within, condition);
        };
    }
}
