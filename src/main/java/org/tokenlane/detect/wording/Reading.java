package org.tokenlane.detect.wording;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.tokenlane.detect.facts.EventDetails;
import org.tokenlane.model.detail.RecordDetail;
import org.tokenlane.model.detail.RecordFields;
import org.tokenlane.model.event.EventField;
import org.tokenlane.model.event.EventResult;
import org.tokenlane.model.text.Text;
import org.tokenlane.query.CaseEvents;

/** One event while it is put into words: its columns, and its record, which is opened when it is first asked for. */
final class Reading {

    private static final Pattern BLANKS = Pattern.compile("\\s+");
    /** A longer value is cut in a sentence; the details have it whole. */
    private static final int LONGEST = 240;
    private static final int MOST_LISTED = 6;

    private final CaseEvents events;
    private final EventDetails details;
    private final int event;
    private @Nullable RecordDetail detail;
    private @Nullable RecordFields fields;

    Reading(CaseEvents events, EventDetails details, int event) {
        this.events = events;
        this.details = details;
        this.event = event;
    }

    CaseEvents events() {
        return events;
    }

    int event() {
        return event;
    }

    RecordDetail detail() {
        RecordDetail known = detail;
        if (known == null) {
            known = details.of(event);
            detail = known;
        }
        return known;
    }

    /** The record's fields, without the parts that its detail has besides. */
    private RecordFields fields() {
        RecordFields known = fields;
        if (known == null) {
            known = detail == null ? details.fields(event) : detail.fields();
            fields = known;
        }
        return known;
    }

    @Nullable
    String text(EventField field) {
        return clean(events.text(field, event));
    }

    /** The account that acted, or null. */
    @Nullable
    String actor() {
        String upn = text(EventField.UPN);
        return upn == null ? text(EventField.USER_NAME) : upn;
    }

    /** The value of the first of these parameters that the record has. */
    @Nullable
    String parameter(String... names) {
        return Arrays.stream(names).map(name -> clean(detail().parameter(name))).filter(value -> value != null)
                .findFirst().orElse(null);
    }

    /** The text at the first of these paths that the record has. */
    @Nullable
    String field(String... paths) {
        for (String path : paths) {
            for (String value : fields().values(path)) {
                String clean = clean(value);
                if (clean != null) {
                    return clean;
                }
            }
        }
        return null;
    }

    /** The texts at the first of these paths that the record has. */
    List<String> fields(String... paths) {
        for (String path : paths) {
            Set<String> found = new LinkedHashSet<>();
            for (String value : fields().values(path)) {
                String clean = clean(value);
                if (clean != null) {
                    found.add(clean);
                }
            }
            if (!found.isEmpty()) {
                return List.copyOf(found);
            }
        }
        return List.of();
    }

    /** What the first of these properties that was changed was changed to. */
    @Nullable
    String changedTo(String... properties) {
        return Arrays.stream(properties).map(property -> clean(detail().changedTo(property)))
                .filter(value -> value != null).findFirst().orElse(null);
    }

    /** What the first of these properties was changed to; what it was before, where that was removed. */
    @Nullable
    String changed(String... properties) {
        String after = changedTo(properties);
        return after != null ? after
                : detail().changes().stream()
                        .filter(change -> Arrays.stream(properties).anyMatch(change.property()::equalsIgnoreCase))
                        .map(change -> clean(change.before())).filter(value -> value != null).findFirst().orElse(null);
    }

    /** The name of the first target of this type; the unified audit log does not name types. */
    @Nullable
    String target(String type) {
        for (RecordDetail.Target target : detail().targets()) {
            if (type.equalsIgnoreCase(target.type())) {
                String name = clean(target.name());
                return name == null ? clean(target.id()) : name;
            }
        }
        return null;
    }

    boolean hasFailed() {
        return events.result(event) == EventResult.FAILURE;
    }

    /** A sentence whose first argument states whether the operation failed. */
    Text says(WordingText sentence, Object... arguments) {
        Object[] all = new Object[arguments.length + 1];
        all[0] = hasFailed() ? 1 : 0;
        System.arraycopy(arguments, 0, all, 1, arguments.length);
        return sentence.with(all);
    }

    /** Whether a part of a sentence is there, as its choice needs it. */
    static int present(@Nullable Object part) {
        return part == null ? 0 : 1;
    }

    /** The part, or nothing: what a choice leaves out is not shown. */
    static Object orNothing(@Nullable Object part) {
        return part == null ? "" : part;
    }

    static Object or(@Nullable String value, WordingText otherwise) {
        return value == null ? otherwise.with() : value;
    }

    /** "a, b and c", or null for none. */
    static @Nullable Object all(List<String> values) {
        return listed(values, WordingText.AND, WordingText.AND_MORE);
    }

    /** "a, b or c", or null for none. */
    static @Nullable Object any(List<String> values) {
        return listed(values, WordingText.OR, WordingText.OR_MORE);
    }

    private static @Nullable Object listed(List<String> values, WordingText last, WordingText more) {
        if (values.isEmpty()) {
            return null;
        }
        if (values.size() == 1) {
            return values.getFirst();
        }
        if (values.size() > MOST_LISTED) {
            return more.with(String.join(", ", values.subList(0, MOST_LISTED)), values.size() - MOST_LISTED);
        }
        return last.with(String.join(", ", values.subList(0, values.size() - 1)), values.getLast());
    }

    /** Tells whether a text has no blanks but single ones, which nearly all have. */
    private static boolean isOneLine(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < ' ' || c == ' ' && i > 0 && text.charAt(i - 1) == ' ') {
                return false;
            }
        }
        return true;
    }

    /** The value on one line, without the quotes in which logs wrap values; null where there is nothing. */
    static @Nullable String clean(@Nullable String value) {
        if (value == null) {
            return null;
        }
        String text = (isOneLine(value) ? value : BLANKS.matcher(value).replaceAll(" ")).strip();
        if (text.length() > 1 && text.startsWith("\"") && text.endsWith("\"")) {
            text = text.substring(1, text.length() - 1).strip();
        }
        if (text.startsWith("[\"") && text.endsWith("\"]") && text.indexOf("\",\"") < 0) {
            text = text.substring(2, text.length() - 2).strip();
        }
        return text.isEmpty() || text.equals("[]") || text.equals("{}") || text.equalsIgnoreCase("null")
                || text.equalsIgnoreCase("$null") ? null
                        : text.length() > LONGEST ? text.substring(0, LONGEST) + '…' : text;
    }
}
