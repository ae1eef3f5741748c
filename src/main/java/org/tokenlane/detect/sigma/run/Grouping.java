package org.tokenlane.detect.sigma.run;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import org.tokenlane.detect.sigma.rule.Correlated;
import org.tokenlane.detect.sigma.rule.CorrelationReader;
import org.tokenlane.model.event.AuditEvent;
import org.tokenlane.model.time.Durations;
import org.tokenlane.query.CaseEvents;

/**
 * Puts what rules found together by the values of fields, and finds where there is enough of it within the time span.
 */
final class Grouping {

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
        String counted = asked.field() == null ? null : first(rule, event, asked.field());
        if (asked.field() != null && counted == null) {
            lacking.add(asked.field());
        }
        groups.computeIfAbsent(key, each -> new ArrayList<>())
                .add(new Occurrence(time, event, together, rule, counted));
    }

    private String first(int rule, int event, String field) {
        return values.of(rule, event, field).stream().filter(value -> !value.isBlank()).findFirst()
                .map(value -> value.strip().toLowerCase(Locale.ROOT)).orElse(null);
    }

    /** Tells whether nothing that was added could be put into a group. */
    boolean isWithoutGroups() {
        return added > 0 && groups.isEmpty();
    }

    /** What was left out, as sentences. */
    List<String> remarks() {
        List<String> remarks = new ArrayList<>();
        if (withoutGroup > 0) {
            remarks.add(withoutGroup + " of " + added + " events have no value in " + String.join(", ", lacking)
                    + " and were not counted.");
        } else if (!lacking.isEmpty()) {
            remarks.add("Events without a value in " + String.join(", ", lacking) + " were not counted.");
        }
        if (undated > 0) {
            remarks.add(undated + " of " + added + " events have no time and were not counted.");
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

    private String why(List<Occurrence> stretch) {
        String span = Durations.words(stretch.getLast().time() - stretch.getFirst().time());
        String what = switch (asked.type()) {
        case EVENT_COUNT -> stretch.size() + " events";
        case VALUE_COUNT -> stretch.stream().map(Occurrence::value).filter(value -> value != null).distinct().count()
                + " values of " + asked.field() + " in "
                + stretch.size() + " events";
        case TEMPORAL -> stretch.stream().map(Occurrence::rule).distinct().count() + " rules found something";
        case TEMPORAL_ORDERED -> stretch.size() + " rules found something one after the other";
        };
        return what + " within " + span + " (" + CorrelationReader.name(asked.type()) + " "
                + asked.threshold() + ").";
    }
}
