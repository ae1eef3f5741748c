package org.tokenlane.detect.sigma.run;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tokenlane.model.event.AuditEvent;
import org.tokenlane.model.event.EventField;
import org.tokenlane.model.event.EventResult;
import org.tokenlane.model.filter.Filter;
import org.tokenlane.query.CaseEvents;

/**
 * One place in which a field of rules is found: a column of the events, a path in the raw record, a part of the
 * record's detail that all exports share, or always the same text.
 *
 * @param name
 *            the column's name in the mapping, the path, the part, or the text
 * @param field
 *            the column; null for the columns {@code result}, {@code kind} and {@code time}, and for what is not a
 *            column
 * @param spellings
 *            what rules write, by what the place has, in lower case; an empty key is for nothing
 */
record FieldSource(Kind kind, String name, @Nullable EventField field, Map<String, List<String>> spellings) {

    private static final String RECORD = "record:";
    private static final String DETAIL = "detail:";
    private static final String TEXT = "is:";
    private static final long SECOND = 1_000_000_000L;
    private static final String UNDOTTED = "undotted";
    private static final String RESULT = "result";
    private static final String EVENT_KIND = "kind";
    private static final String TIME = "time";
    private static final Set<String> NOT_FIELDS = Set.of(RESULT, EVENT_KIND, TIME);

    enum Kind {
        COLUMN, RECORD, DETAIL, TEXT
    }

    /** The field of this path in raw records; else what the record names so, a parameter or a changed property. */
    static List<FieldSource> inRecords(String path) {
        return List.of(new FieldSource(Kind.RECORD, path, null, Map.of()),
                new FieldSource(Kind.DETAIL, DetailPart.NAMED + path, null, Map.of()));
    }

    /**
     * @param written
     *            {@code operation}, {@code record:Parameters}, {@code detail:after}, {@code is:Exchange}, each also
     *            with {@code as outcome} after it
     * @param spellings
     *            the tables of spellings by name
     */
    static FieldSource of(String written, Map<String, Map<String, List<String>>> spellings) {
        int as = written.lastIndexOf(" as ");
        String table = as < 0 ? null : written.substring(as + 4).strip();
        String place = as < 0 ? written : written.substring(0, as).strip();
        Map<String, List<String>> known = table == null ? Map.of()
                : table.equals(UNDOTTED) ? Map.of(UNDOTTED, List.of()) : spellings.get(table);
        if (known == null) {
            throw new IllegalStateException("mapping.yml has no spellings called " + table);
        }
        if (place.startsWith(RECORD)) {
            return new FieldSource(Kind.RECORD, place.substring(RECORD.length()), null, known);
        }
        if (place.startsWith(DETAIL)) {
            return new FieldSource(Kind.DETAIL, DetailPart.checked(place.substring(DETAIL.length())), null, known);
        }
        if (place.startsWith(TEXT)) {
            return new FieldSource(Kind.TEXT, place.substring(TEXT.length()), null, known);
        }
        return new FieldSource(Kind.COLUMN, place,
                NOT_FIELDS.contains(place) ? null : column(place), known);
    }

    private static EventField column(String word) {
        return Arrays.stream(EventField.values()).filter(each -> Filter.word(each).equals(word)).findFirst()
                .orElseThrow(
                        () -> new IllegalStateException("mapping.yml names a column that events do not have: " + word));
    }

    /** Tells whether the raw record has to be opened for it. */
    boolean isInRecords() {
        return kind == Kind.RECORD || kind == Kind.DETAIL;
    }

    /** Tells whether there are few different texts, and they are read without the case file. */
    boolean isQuick() {
        return kind == Kind.TEXT || kind == Kind.COLUMN && (field == null ? !name.equals(TIME) : field.isShared());
    }

    /** What the column has for this event, or null. */
    @Nullable
    String columnText(CaseEvents events, int event) {
        if (field != null) {
            return events.text(field, event);
        }
        if (name.equals(EVENT_KIND)) {
            return Filter.word(events.kind(event));
        }
        if (name.equals(TIME)) {
            long time = events.time(event);
            return time == AuditEvent.NO_TIME ? null
                    : Instant.ofEpochSecond(Math.floorDiv(time, SECOND), Math.floorMod(time, SECOND)).toString();
        }
        return events.result(event) == EventResult.UNKNOWN ? null : Filter.word(events.result(event));
    }

    /** What rules may call what the place has. */
    List<String> spelled(@Nullable String text) {
        if (spellings.containsKey(UNDOTTED)) {
            return text == null ? List.of()
                    : text.endsWith(".") ? List.of(text, text.substring(0, text.length() - 1)) : List.of(text);
        }
        List<String> words = spellings.get(text == null ? "" : text.strip().toLowerCase(Locale.ROOT));
        if (words == null) {
            return text == null ? List.of() : List.of(text);
        }
        List<String> all = new ArrayList<>(words);
        if (text != null) {
            all.add(text);
        }
        return all;
    }
}
