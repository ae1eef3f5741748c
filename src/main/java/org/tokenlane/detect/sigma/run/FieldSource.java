package org.tokenlane.detect.sigma.run;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.tokenlane.detect.sigma.rule.SigmaException;
import org.tokenlane.model.event.EventField;
import org.tokenlane.model.event.EventResult;
import org.tokenlane.model.filter.Filter;
import org.tokenlane.query.CaseEvents;

/**
 * One place where a field of rules stands: a column of the events, a path in the raw record, a part of the record's
 * detail that all exports share, or always the same
 * text.
 *
 * @param name
 *            the column's name in the mapping, the path, the part, or the text
 * @param field
 *            the column; null for the columns {@code result} and {@code kind}, and for what is no column
 * @param spellings
 *            what rules write, by what stands there in lower case; a key that is empty is for nothing
 */
record FieldSource(Kind kind, String name, EventField field, Map<String, List<String>> spellings) {

    private static final String RECORD = "record:";
    private static final String DETAIL = "detail:";
    private static final String TEXT = "is:";
    private static final String UNDOTTED = "undotted";
    private static final String RESULT = "result";
    private static final String EVENT_KIND = "kind";

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
     *            with {@code as outcome} behind it
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
            throw new SigmaException(
                    "The mapping of Sigma's fields asks for the spellings “" + table + "”, which it does not have.");
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
                place.equals(RESULT) || place.equals(EVENT_KIND) ? null : column(place), known);
    }

    private static EventField column(String word) {
        return Arrays.stream(EventField.values()).filter(each -> Filter.word(each).equals(word)).findFirst()
                .orElseThrow(() -> new SigmaException(
                        "The mapping of Sigma's fields names the column “" + word + "”, which events do not have."));
    }

    /** Tells whether the raw record has to be opened for it. */
    boolean isInRecords() {
        return kind == Kind.RECORD || kind == Kind.DETAIL;
    }

    /** Tells whether an event's text is one of few and had without reading the case. */
    boolean isQuick() {
        return kind == Kind.TEXT || kind == Kind.COLUMN && (field == null || field.isShared());
    }

    /** What stands in the column for this event, or null. */
    String columnText(CaseEvents events, int event) {
        if (field != null) {
            return events.text(field, event);
        }
        if (name.equals(EVENT_KIND)) {
            return Filter.word(events.kind(event));
        }
        return events.result(event) == EventResult.UNKNOWN ? null : Filter.word(events.result(event));
    }

    /** What rules may call what stands there. */
    List<String> spelled(String text) {
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
