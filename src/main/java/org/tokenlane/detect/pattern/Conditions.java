package org.tokenlane.detect.pattern;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;
import org.tokenlane.detect.rule.RuleException;
import org.tokenlane.model.detail.RecordDetail;

/**
 * Conditions on what records contain beyond the columns, as rule files write them: lines of which one must be true,
 * {@code ForwardTo=*}, or several at once,
 * {@code DeleteMessage=true & SubjectContainsWords=*invoice*}. The left side is a parameter, a changed property, or any
 * field of the record; {@code *} and {@code ?} are
 * wildcards (as a name, {@code *} is any text of the record), {@code name~expression} takes a regular expression, case does not count, and what is empty or {@code
 * $null} never holds. {@code !} before a name: no value of it fits.
 */
final class Conditions {

    private record Part(String name, Pattern pattern, boolean negated) {
    }

    private final List<List<Part>> lines = new ArrayList<>();

    /** @param rule for messages */
    Conditions(String rule, List<String> texts) {
        for (String text : texts) {
            List<Part> parts = new ArrayList<>();
            for (String part : text.split(" & ")) {
                int equals = operator(part);
                if (equals <= 0) {
                    throw new RuleException(PatternText.BAD_CONDITION.with(rule, part.strip()));
                }
                String name = part.substring(0, equals).strip();
                boolean negated = name.startsWith("!");
                parts.add(new Part(negated ? name.substring(1) : name,
                        part.charAt(equals) == '~' ? expression(rule, part.substring(equals + 1).strip())
                                : pattern(part.substring(equals + 1).strip()),
                        negated));
            }
            lines.add(parts);
        }
    }

    private static int operator(String part) {
        for (int i = 0; i < part.length(); i++) {
            if (part.charAt(i) == '=' || part.charAt(i) == '~') {
                return i;
            }
        }
        return -1;
    }

    private static Pattern expression(String rule, String regex) {
        try {
            return Pattern.compile(regex, Pattern.DOTALL | Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
        } catch (PatternSyntaxException e) {
            throw new RuleException(PatternText.BAD_EXPRESSION.with(rule, regex, e.getDescription()));
        }
    }

    private static Pattern pattern(String value) {
        StringBuilder regex = new StringBuilder();
        value.codePoints()
                .forEach(c -> regex.append(c == '*' ? ".*" : c == '?' ? "." : Pattern.quote(Character.toString(c))));
        return Pattern.compile(regex.toString(), Pattern.DOTALL | Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    }

    boolean isEmpty() {
        return lines.isEmpty();
    }

    /** What holds, as {@code ForwardTo: x@mailbox.example}; null where nothing does. */
    @Nullable
    String holding(RecordDetail detail) {
        for (List<Part> line : lines) {
            List<String> held = new ArrayList<>();
            for (Part part : line) {
                String value = fitting(part, detail);
                if (value == null != part.negated()) {
                    held = null;
                    break;
                }
                if (value != null) {
                    held.add(PatternText.HELD.text(part.name(), value));
                }
            }
            if (held != null) {
                return String.join(", ", held);
            }
        }
        return null;
    }

    /** What the record says under this name, as {@code User: mallory}; a changed property with what it was before. */
    static List<String> shown(String name, RecordDetail detail) {
        List<String> shown = new ArrayList<>();
        for (RecordDetail.Change change : detail.changes()) {
            String before = change.before();
            String after = change.after();
            if (change.property().equalsIgnoreCase(name) && after != null && isSaid(after)) {
                shown.add(before != null && isSaid(before)
                        ? PatternText.CHANGED.text(change.property(), before, after)
                        : PatternText.HELD.text(change.property(), after));
            }
        }
        if (shown.isEmpty()) {
            values(name, detail).stream().filter(Conditions::isSaid)
                    .forEach(value -> shown.add(PatternText.HELD.text(name, value)));
        }
        return shown;
    }

    /** The values under this name that say something. */
    static List<String> said(String name, RecordDetail detail) {
        return values(name, detail).stream().filter(Conditions::isSaid).toList();
    }

    private static boolean isSaid(@Nullable String value) {
        return value != null && !value.isBlank() && !value.equalsIgnoreCase("$null") && !value.equals("[]");
    }

    private static @Nullable String fitting(Part part, RecordDetail detail) {
        for (String value : values(part.name(), detail)) {
            if (isSaid(value) && part.pattern().matcher(value).matches()) {
                return value;
            }
        }
        return null;
    }

    /** The values of a parameter, a changed property or any field of the record. */
    static List<String> values(String name, RecordDetail detail) {
        if (name.equals("*")) {
            return detail.fields().all();
        }
        String parameter = detail.parameter(name);
        if (parameter != null) {
            return List.of(parameter);
        }
        List<String> changed = detail.changes().stream().filter(change -> change.property().equalsIgnoreCase(name))
                .map(RecordDetail.Change::after).filter(Objects::nonNull).toList();
        return changed.isEmpty() ? detail.fields().values(name) : changed;
    }
}
