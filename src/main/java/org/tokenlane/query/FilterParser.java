package org.tokenlane.query;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tokenlane.model.event.EventKind;
import org.tokenlane.model.event.EventResult;
import org.tokenlane.model.event.LogSource;
import org.tokenlane.model.filter.Filter;
import org.tokenlane.model.filter.FilterField;
import org.tokenlane.model.mark.Verdict;
import org.tokenlane.model.text.Text;

/**
 * Reads the filter language: {@code upn:adele* ip:185.220.0.0/16 -result:failure (op:Send OR op:MailItemsAccessed)
 * after:2026-09-10 "bank details"}. Two terms side by
 * side are both required, {@code OR} binds weaker, {@code -} negates, brackets group, a comma means either value, a
 * bare word is searched everywhere. Times are UTC;
 * {@code after} is inclusive, {@code before} exclusive.
 */
public final class FilterParser {

    private static final List<String> OTHER_FIELDS = List.of("after", "before", "kind", "result", "source", "text",
            "event", "verdict", "tag", "note", "indicator",
            "marked",
            "new", "changed", "gone");
    private static final List<String> VERDICTS = Stream
            .concat(Arrays.stream(Verdict.values()).map(Verdict::word), Stream.of(Filter.Marked.NONE)).toList();
    private static final List<String> MARKS = List.of("verdict", "tag", "note", "bookmark", "indicator");
    private static final Pattern FILES = Pattern.compile("(\\d{1,6})(?:-(\\d{1,6}))?");
    private static final long SECOND = 1_000_000_000L;

    private final String text;
    private int at;

    private FilterParser(String text) {
        this.text = text;
    }

    public static Filter parse(String text) throws FilterSyntaxException {
        FilterParser parser = new FilterParser(text);
        parser.skipBlank();
        if (parser.at == text.length()) {
            return new Filter.Everything();
        }
        Filter filter = parser.either();
        if (parser.at < text.length()) {
            throw parser.mistake(QueryText.STRAY_BRACKET.with(), parser.at, parser.at + 1);
        }
        return filter;
    }

    /**
     * Reads what somebody types into the box of a field: values with commas between them, addresses also with blanks. A
     * value in quotation marks is whatever they hold.
     *
     * @return null where no value was typed
     */
    public static Filter.@Nullable FieldIs values(FilterField field, String typed) throws FilterSyntaxException {
        boolean blanks = field.match() == FilterField.Match.ADDRESS;
        List<Word> written = new ArrayList<>();
        FilterParser parser = new FilterParser(typed);
        parser.skipSeparators(blanks);
        while (parser.at < typed.length()) {
            boolean quoted = typed.charAt(parser.at) == '"';
            Word word = new Word(quoted ? parser.quoted() : parser.untilSeparator(blanks), quoted);
            if (!word.text().isEmpty()) {
                written.add(word);
            }
            parser.skipSeparators(blanks);
        }
        return written.isEmpty() ? null : parser.fieldIs(field, written, 0);
    }

    private boolean isSeparator(boolean blanks) {
        return text.charAt(at) == ',' || blanks && Character.isWhitespace(text.charAt(at));
    }

    private void skipSeparators(boolean blanks) {
        while (at < text.length() && (Character.isWhitespace(text.charAt(at)) || isSeparator(blanks))) {
            at++;
        }
    }

    private String untilSeparator(boolean blanks) {
        int start = at;
        while (at < text.length() && !isSeparator(blanks)) {
            at++;
        }
        return text.substring(start, at).strip();
    }

    private Filter either() throws FilterSyntaxException {
        List<Filter> parts = new ArrayList<>();
        parts.add(both());
        while (isOr()) {
            int or = at;
            at += 2;
            skipBlank();
            if (at == text.length() || text.charAt(at) == ')' || isOr()) {
                throw mistake(QueryText.TERM_AFTER_OR.with(), or, or + 2);
            }
            parts.add(both());
        }
        return parts.size() == 1 ? parts.getFirst() : new Filter.Or(parts);
    }

    private boolean isOr() {
        return text.startsWith("OR", at) && (at + 2 == text.length() || Character.isWhitespace(text.charAt(at + 2))
                || text.charAt(at + 2) == '(');
    }

    private Filter both() throws FilterSyntaxException {
        List<Filter> parts = new ArrayList<>();
        while (at < text.length() && text.charAt(at) != ')' && !isOr()) {
            parts.add(term());
            skipBlank();
        }
        if (parts.isEmpty()) {
            throw mistake(isOr() ? QueryText.TERM_BEFORE_OR.with() : QueryText.TERM_MISSING.with(), at,
                    Math.min(text.length(), at + 2));
        }
        return parts.size() == 1 ? parts.getFirst() : new Filter.And(parts);
    }

    private Filter term() throws FilterSyntaxException {
        int start = at;
        if (text.charAt(at) == '-') {
            at++;
            if (at == text.length() || Character.isWhitespace(text.charAt(at)) || text.charAt(at) == ')') {
                throw mistake(QueryText.TERM_AFTER_MINUS.with(), start, at);
            }
            return new Filter.Not(term());
        }
        if (text.charAt(at) == '(') {
            at++;
            skipBlank();
            Filter inner = either();
            if (at == text.length()) {
                throw mistake(QueryText.OPEN_BRACKET.with(), start, start + 1);
            }
            at++;
            return inner;
        }
        if (text.charAt(at) == '"') {
            return new Filter.Anywhere(quoted());
        }
        int end = at;
        while (end < text.length() && Character.isLetter(text.charAt(end))) {
            end++;
        }
        if (end > at && end < text.length() && text.charAt(end) == ':') {
            String name = text.substring(at, end);
            at = end + 1;
            return field(name, start);
        }
        return new Filter.Anywhere(word(false));
    }

    private Filter field(String name, int start) throws FilterSyntaxException {
        int nameEnd = at - 1;
        String lower = name.toLowerCase(Locale.ROOT);
        FilterField field = FilterField.named(lower);
        if (field == null && !OTHER_FIELDS.contains(lower)) {
            throw mistake(noField(name), start, nameEnd);
        }
        int valueStart = at;
        if (lower.equals("text")) {
            return new Filter.RawText(at < text.length() && text.charAt(at) == '"' ? quoted() : word(false));
        }
        List<Word> written = values(name, start);
        List<String> values = written.stream().map(Word::text).toList();
        return switch (lower) {
        case "after" -> new Filter.TimeFrom(time(values.getFirst(), valueStart));
        case "before" -> new Filter.TimeBefore(time(values.getFirst(), valueStart));
        case "kind" -> new Filter.KindIs(constants(values, EventKind.values(), "kind", valueStart));
        case "result" -> new Filter.ResultIs(constants(values, EventResult.values(), "result", valueStart));
        case "source" -> new Filter.SourceIs(constants(values, LogSource.values(), "source", valueStart));
        case "new", "changed", "gone" ->
            compared(Filter.Compared.What.valueOf(lower.toUpperCase(Locale.ROOT)), values.getFirst(), valueStart);
        case "tag", "note", "indicator" ->
            new Filter.Marked(Filter.Marked.By.valueOf(lower.toUpperCase(Locale.ROOT)), values);
        case "event" -> new Filter.EventIs(eventIds(values, valueStart));
        case "verdict" -> new Filter.Marked(Filter.Marked.By.VERDICT, words(values, VERDICTS, "verdict", valueStart));
        case "marked" -> new Filter.Marked(Filter.Marked.By.MARKED, words(values, MARKS, "marked", valueStart));
        default -> fieldIs(known(field, name, start, nameEnd), written, valueStart);
        };
    }

    private FilterField known(@Nullable FilterField field, String name, int start, int end)
            throws FilterSyntaxException {
        if (field == null) {
            throw mistake(noField(name), start, end);
        }
        return field;
    }

    private List<String> eventIds(List<String> values, int start) throws FilterSyntaxException {
        List<String> ids = new ArrayList<>();
        for (String value : values) {
            String id = value.toLowerCase(Locale.ROOT);
            if (!id.matches("e[0-9a-f]{16}")) {
                throw mistake(QueryText.NO_EVENT_ID.with(value), start, at);
            }
            ids.add(id);
        }
        return ids;
    }

    private Filter compared(Filter.Compared.What what, String value, int valueStart) throws FilterSyntaxException {
        Matcher numbers = FILES.matcher(value);
        if (!numbers.matches()) {
            throw mistake(QueryText.NO_FILE_NUMBER.with(value), valueStart, at);
        }
        int first = Integer.parseInt(numbers.group(1));
        return new Filter.Compared(what, first, numbers.group(2) == null ? first : Integer.parseInt(numbers.group(2)));
    }

    /** Logs have other texts in the place of an address too; those are written in quotes. */
    private Filter.FieldIs fieldIs(FilterField field, List<Word> written, int valueStart) throws FilterSyntaxException {
        for (Word word : written) {
            if (field.match() == FilterField.Match.ADDRESS && !word.quoted()
                    && !Filter.FieldIs.isAddress(word.text())) {
                throw mistake((word.text().indexOf('/') >= 0 ? QueryText.NO_NETWORK : QueryText.NO_ADDRESS)
                        .with(word.text()), valueStart, at);
            }
        }
        return new Filter.FieldIs(field, written.stream().map(Word::text).toList());
    }

    /** A value as it is written, in quotes or without. */
    private record Word(String text, boolean quoted) {
    }

    private List<Word> values(String name, int start) throws FilterSyntaxException {
        List<Word> values = new ArrayList<>();
        do {
            if (!values.isEmpty()) {
                at++;
            }
            if (at == text.length() || Character.isWhitespace(text.charAt(at)) || text.charAt(at) == ')') {
                throw mistake(QueryText.VALUE_AFTER.with(name), start, at);
            }
            boolean quoted = text.charAt(at) == '"';
            values.add(new Word(quoted ? quoted() : word(true), quoted));
        } while (at < text.length() && text.charAt(at) == ',');
        return values;
    }

    private String quoted() throws FilterSyntaxException {
        int start = at++;
        StringBuilder value = new StringBuilder();
        while (at < text.length() && text.charAt(at) != '"') {
            if (text.charAt(at) == '\\' && at + 1 < text.length() && "\\\"".indexOf(text.charAt(at + 1)) >= 0) {
                at++;
            }
            value.append(text.charAt(at++));
        }
        if (at == text.length()) {
            throw mistake(QueryText.OPEN_QUOTE.with(), start, text.length());
        }
        at++;
        return value.toString();
    }

    private String word(boolean untilComma) throws FilterSyntaxException {
        int start = at;
        while (at < text.length() && !Character.isWhitespace(text.charAt(at)) && text.charAt(at) != ')'
                && !(untilComma && text.charAt(at) == ',')) {
            at++;
        }
        if (at == start) {
            throw mistake(QueryText.VALUE_MISSING.with(), start, Math.min(text.length(), start + 1));
        }
        return text.substring(start, at);
    }

    /**
     * Reads a moment as filters write it, in nanoseconds since 1970, UTC.
     *
     * @throws FilterSyntaxException
     *             saying how it is to be written
     */
    public static long moment(String text) throws FilterSyntaxException {
        FilterParser parser = new FilterParser(text);
        parser.at = text.length();
        return parser.time(text.strip(), 0);
    }

    private long time(String value, int start) throws FilterSyntaxException {
        try {
            LocalDateTime time;
            if (value.length() <= 10) {
                time = LocalDate.parse(value).atStartOfDay();
            } else if (value.matches(".*(Z|z|[+-]\\d{2}:\\d{2})")) {
                time = OffsetDateTime.parse(value.replace(' ', 'T')).withOffsetSameInstant(ZoneOffset.UTC)
                        .toLocalDateTime();
            } else {
                time = LocalDateTime.parse(value.replace(' ', 'T'));
            }
            return Math.addExact(Math.multiplyExact(time.toEpochSecond(ZoneOffset.UTC), SECOND), time.getNano());
        } catch (DateTimeException | ArithmeticException notATime) {
            throw mistake(QueryText.NO_TIME.with(value), start, at);
        }
    }

    private List<String> words(List<String> values, List<String> known, String field, int start)
            throws FilterSyntaxException {
        List<String> found = new ArrayList<>();
        for (String value : values) {
            String lower = value.toLowerCase(Locale.ROOT);
            if (!known.contains(lower)) {
                throw mistake(QueryText.NOT_A_VALUE.with(value, field, String.join(", ", known)), start, at);
            }
            found.add(lower);
        }
        return found;
    }

    private <E extends Enum<E>> List<E> constants(List<String> values, E[] all, String field, int start)
            throws FilterSyntaxException {
        List<E> found = new ArrayList<>();
        for (String value : values) {
            String lower = value.toLowerCase(Locale.ROOT);
            List<E> fitting = Arrays.stream(all).filter(constant -> fits(Filter.word(constant), lower)).toList();
            if (fitting.isEmpty()) {
                throw mistake(QueryText.NOT_A_VALUE.with(value, field,
                        Arrays.stream(all).map(Filter::word).collect(Collectors.joining(", "))), start, at);
            }
            fitting.stream().filter(constant -> !found.contains(constant)).forEach(found::add);
        }
        return found;
    }

    private static boolean fits(String word, String wanted) {
        return wanted.endsWith("*") ? word.startsWith(wanted.substring(0, wanted.length() - 1)) : word.equals(wanted);
    }

    private static List<String> fieldNames() {
        return Stream.concat(Arrays.stream(FilterField.values()).map(FilterField::word), OTHER_FIELDS.stream()).sorted()
                .toList();
    }

    private static Text noField(String name) {
        String fields = String.join(", ", fieldNames());
        String lower = name.toLowerCase(Locale.ROOT);
        return fieldNames().stream().filter(field -> distance(field, lower) <= (field.length() > 3 ? 2 : 1))
                .findFirst().map(field -> QueryText.NO_FIELD_BUT.with(name, field, fields))
                .orElseGet(() -> QueryText.NO_FIELD.with(name, fields));
    }

    /** How many letters differ (Levenshtein). */
    private static int distance(String a, String b) {
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int above = row[j];
                row[j] = Math.min(Math.min(row[j], row[j - 1]) + 1,
                        diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1));
                diagonal = above;
            }
        }
        return row[b.length()];
    }

    private void skipBlank() {
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
    }

    private FilterSyntaxException mistake(Text what, int start, int end) {
        return new FilterSyntaxException(QueryText.MISTAKE.with(Integer.toString(start + 1), what), start,
                Math.max(end, start));
    }
}
