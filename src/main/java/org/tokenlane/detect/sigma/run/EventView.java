package org.tokenlane.detect.sigma.run;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.tokenlane.detect.facts.EventDetails;
import org.tokenlane.detect.sigma.rule.Search;
import org.tokenlane.detect.sigma.rule.ValueTest;
import org.tokenlane.detect.sigma.rule.WildcardText;
import org.tokenlane.model.detail.RecordDetail;
import org.tokenlane.model.detail.RecordFields;
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
    private Iterator<RecordDetail> unopened = Collections.emptyIterator();

    EventView(CaseEvents events, EventDetails details, LogMap log) {
        this.events = events;
        this.details = details;
        this.log = log;
    }

    /** Switches to this event. */
    EventView of(int number) {
        if (event != number) {
            event = number;
            opened.clear();
            unopened = details.each(number).iterator();
        }
        return this;
    }

    /** The fields that were looked for in records and that none has. */
    Set<String> neverSeen() {
        Set<String> never = new HashSet<>(askedInRecords);
        never.removeAll(seen);
        return never;
    }

    /** The record of this rank, the richest is 0; null where there are fewer. */
    private @Nullable RecordDetail record(int rank) {
        while (opened.size() <= rank && unopened.hasNext()) {
            opened.add(unopened.next());
        }
        return rank < opened.size() ? opened.get(rank) : null;
    }

    private boolean anyRecord(Predicate<RecordDetail> test) {
        RecordDetail record = record(0);
        for (int rank = 1; record != null; rank++) {
            if (test.test(record)) {
                return true;
            }
            record = record(rank);
        }
        return false;
    }

    boolean holds(Search search) {
        return switch (search) {
        case Search.And and -> and.parts().stream().allMatch(this::holds);
        case Search.Or or -> or.parts().stream().anyMatch(this::holds);
        case Search.Not not -> !holds(not.part());
        case Search.Field field -> holds(field);
        case Search.Exists exists -> isPresent(exists.name());
        case Search.SameAs same -> holds(same);
        case Search.Keywords keywords -> anyRecord(record -> holds(keywords, record.fields()));
        };
    }

    /** A keyword may be in a value, or, with names, in the record as it is written. */
    private static boolean holds(Search.Keywords keywords, RecordFields fields) {
        return passes(keywords.tests(), fields.all()) || passes(keywords.tests(), fields.asWritten());
    }

    private static boolean passes(List<ValueTest> tests, List<String> values) {
        return values.stream().anyMatch(value -> tests.stream().anyMatch(test -> test.holds(value)));
    }

    private boolean holds(Search.Field field) {
        boolean nothing = true;
        for (FieldSource source : log.sources(field.name())) {
            for (String value : values(field.name(), source)) {
                if (field.holds(value)) {
                    return true;
                }
                nothing = false;
            }
        }
        return nothing && holdsWithoutText(field);
    }

    /**
     * No place has a text: the field may be missing or null, or it is an empty text, which columns do not keep. In a
     * row of a table these are one and the same empty cell.
     */
    private boolean holdsWithoutText(Search.Field field) {
        boolean holdsEmpty = field.holds("");
        if (!field.asksForNone() && !holdsEmpty) {
            return false;
        }
        boolean isEmpty = log.presence(field.name()).stream()
                .anyMatch(source -> source.kind() == FieldSource.Kind.RECORD
                        && anyRecord(record -> record.fields().values(source.name()).contains("")));
        return isEmpty ? holdsEmpty
                : field.asksForNone() || anyRecord(record -> record.fields().isTableRow());
    }

    private boolean isPresent(String field) {
        if (!values(field).isEmpty()) {
            return true;
        }
        return log.presence(field).stream().filter(source -> source.kind() == FieldSource.Kind.RECORD)
                .anyMatch(source -> anyRecord(record -> record.fields().has(source.name())));
    }

    private boolean holds(Search.SameAs same) {
        List<String> others = values(same.other());
        return values(same.name()).stream().anyMatch(value -> others.stream().anyMatch(other -> {
            WildcardText text = WildcardText.plain(other);
            return switch (same.likeness()) {
            case EQUAL -> text.matches(value, same.cased());
            case STARTS_WITH -> text.anythingAfter().matches(value, same.cased());
            case ENDS_WITH -> text.anythingBefore().matches(value, same.cased());
            case CONTAINS -> text.anythingBefore().anythingAfter().matches(value, same.cased());
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

    /** What the richest record that has the field has; notes whether the field was seen at all. */
    private List<String> inRecords(String field, FieldSource source) {
        askedInRecords.add(field);
        RecordDetail record = record(0);
        for (int rank = 1; record != null; rank++) {
            List<String> values = source.kind() == FieldSource.Kind.DETAIL ? DetailPart.values(source.name(), record)
                    : valuesOf(record.fields(), source.name());
            if (!values.isEmpty()) {
                seen.add(field);
                return source.spellings().isEmpty() ? values
                        : values.stream().flatMap(value -> source.spelled(value).stream()).toList();
            }
            record = record(rank);
        }
        if (source.kind() == FieldSource.Kind.RECORD && !seen.contains(field) && isKnown(source.name())) {
            seen.add(field);
        }
        return List.of();
    }

    /** The texts at a path, lists and objects also as JSON. */
    private static List<String> valuesOf(RecordFields fields, String path) {
        List<String> values = new ArrayList<>(fields.values(path));
        values.addAll(fields.json(path));
        return values;
    }

    /** Tells whether a record has the field without a value, or has the object that the field belongs to. */
    private boolean isKnown(String path) {
        int dot = path.indexOf('.');
        return anyRecord(record -> record.fields().has(path)
                || dot > 0 && !record.fields().values(path.substring(0, dot)).isEmpty());
    }
}
