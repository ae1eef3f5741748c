package org.tokenlane.detect.sigma.run;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.tokenlane.detect.facts.EventDetails;
import org.tokenlane.detect.sigma.rule.Search;
import org.tokenlane.detect.sigma.rule.SigmaText;
import org.tokenlane.detect.sigma.rule.ValueTest;
import org.tokenlane.model.detail.RecordDetail;
import org.tokenlane.query.CaseEvents;

/**
 * An event with its raw records, as a rule sees it through the mapping of its log; the records are opened when a field
 * asks for them. One thread at a time.
 */
final class EventView {

    private final CaseEvents events;
    private final EventDetails details;
    private final LogMap log;
    private final Set<String> askedInRecords = new HashSet<>();
    private final Set<String> seen = new HashSet<>();
    private int event = -1;
    private final List<RecordDetail> opened = new ArrayList<>();
    private Iterator<RecordDetail> unopened;

    EventView(CaseEvents events, EventDetails details, LogMap log) {
        this.events = events;
        this.details = details;
        this.log = log;
    }

    /** Turns to this event. */
    EventView of(int number) {
        if (event != number) {
            event = number;
            opened.clear();
            unopened = details.each(number).iterator();
        }
        return this;
    }

    /** The fields that were sought in records and stood in none. */
    Set<String> neverSeen() {
        Set<String> never = new HashSet<>(askedInRecords);
        never.removeAll(seen);
        return never;
    }

    /** The record of this rank, the richest is 0; null where there are not so many. */
    private RecordDetail record(int rank) {
        while (opened.size() <= rank && unopened.hasNext()) {
            opened.add(unopened.next());
        }
        return rank < opened.size() ? opened.get(rank) : null;
    }

    private boolean anyRecord(Predicate<RecordDetail> test) {
        for (int rank = 0; record(rank) != null; rank++) {
            if (test.test(record(rank))) {
                return true;
            }
        }
        return false;
    }

    boolean holds(Search search) {
        return switch (search) {
        case Search.And and -> and.parts().stream().allMatch(this::holds);
        case Search.Or or -> or.parts().stream().anyMatch(this::holds);
        case Search.Not not -> !holds(not.part());
        case Search.Field field -> holds(field);
        case Search.Exists exists -> !values(exists.name()).isEmpty();
        case Search.SameAs same -> holds(same);
        case Search.Keywords keywords ->
            anyRecord(record -> record.fields().all().stream().anyMatch(value -> passes(keywords.tests(), value)));
        };
    }

    private boolean holds(Search.Field field) {
        boolean nothing = true;
        for (FieldSource source : log.sources(field.name())) {
            for (String value : values(field.name(), source)) {
                if (passes(field.tests(), value)) {
                    return true;
                }
                nothing &= value.isEmpty();
            }
        }
        return nothing && field.tests().stream().anyMatch(ValueTest::asksForNone);
    }

    private static boolean passes(List<ValueTest> tests, String value) {
        return tests.stream().anyMatch(test -> !test.asksForNone() && test.holds(value));
    }

    private boolean holds(Search.SameAs same) {
        List<String> others = values(same.other());
        return values(same.name()).stream().anyMatch(value -> others.stream().anyMatch(other -> {
            SigmaText text = SigmaText.plain(other);
            return switch (same.likeness()) {
            case EQUAL -> text.matches(value, same.cased());
            case STARTS_WITH -> text.anythingBehind().matches(value, same.cased());
            case ENDS_WITH -> text.anythingBefore().matches(value, same.cased());
            case CONTAINS -> text.anythingBefore().anythingBehind().matches(value, same.cased());
            };
        }));
    }

    /** The field's values, those of the columns first. */
    List<String> values(String field) {
        List<String> values = new ArrayList<>();
        log.sources(field).forEach(source -> values.addAll(values(field, source)));
        return values;
    }

    private List<String> values(String field, FieldSource source) {
        return switch (source.kind()) {
        case TEXT -> source.spelled(source.name());
        case COLUMN -> source.spelled(source.columnText(events, event));
        case RECORD, DETAIL -> inRecords(field, source);
        };
    }

    /**
     * What the richest record that has the field says; of a field that is not there, whether what it would stand in is.
     */
    private List<String> inRecords(String field, FieldSource source) {
        askedInRecords.add(field);
        for (int rank = 0; record(rank) != null; rank++) {
            List<String> values = source.kind() == FieldSource.Kind.DETAIL
                    ? DetailPart.values(source.name(), record(rank))
                    : record(rank).fields().values(source.name());
            if (!values.isEmpty()) {
                seen.add(field);
                return source.spellings().isEmpty() ? values
                        : values.stream().flatMap(value -> source.spelled(value).stream()).toList();
            }
        }
        int dot = source.name().indexOf('.');
        if (source.kind() == FieldSource.Kind.RECORD && dot > 0 && !seen.contains(field)
                && anyRecord(record -> !record.fields().values(source.name().substring(0, dot)).isEmpty())) {
            seen.add(field);
        }
        return List.of();
    }
}
