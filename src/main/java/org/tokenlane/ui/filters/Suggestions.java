package org.tokenlane.ui.filters;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.tokenlane.model.column.TextColumn;
import org.tokenlane.model.event.EventField;
import org.tokenlane.model.filter.Filter;
import org.tokenlane.model.filter.FilterField;
import org.tokenlane.model.mark.CaseMarks;
import org.tokenlane.model.mark.IndicatorList;
import org.tokenlane.model.mark.Verdict;
import org.tokenlane.model.text.Count;
import org.tokenlane.query.EventTable;
import org.tokenlane.ui.kit.Completion.Offer;

/** What could be meant by what was typed so far. */
final class Suggestions {

    private static final int MOST = 12;
    private static final List<String> OTHER_WORDS = List.of("after", "before", "kind", "result", "source", "text",
            "event", "verdict", "tag", "note", "indicator",
            "marked");

    private static final List<FilterField> USUAL = List.of(FilterField.UPN, FilterField.IP, FilterField.OPERATION,
            FilterField.WORKLOAD, FilterField.APP, FilterField.COUNTRY);

    private Suggestions() {
    }

    /** The values of a field that hold the text, those that begin with it first. */
    static List<String> values(EventTable events, EventField field, String typed) {
        String part = typed.toLowerCase(Locale.ROOT);
        List<String> beginning = new ArrayList<>();
        List<String> holding = new ArrayList<>();
        TextColumn values = events.dictionary(field);
        for (int code = 1; code < values.size() && beginning.size() < MOST; code++) {
            int at = values.get(code).toLowerCase(Locale.ROOT).indexOf(part);
            if (at == 0) {
                beginning.add(values.get(code));
            } else if (at > 0 && holding.size() < MOST) {
                holding.add(values.get(code));
            }
        }
        beginning.addAll(holding);
        return beginning.size() > MOST ? beginning.subList(0, MOST) : beginning;
    }

    /** As {@link #completions}; for an empty text, the usual fields with an example and its count. */
    static List<Offer> offers(EventTable events, CaseMarks marks, String text) {
        if (text.isBlank()) {
            return fields(events);
        }
        boolean names = isName(text.substring(lastWord(text)));
        return completions(events, marks, text).stream().map(completed -> new Offer(completed, "", names)).toList();
    }

    private static List<Offer> fields(EventTable events) {
        List<Offer> offers = new ArrayList<>();
        for (FilterField field : USUAL) {
            EventField column = field.fields().getFirst();
            int[] counts = counts(events, column);
            int most = 0;
            for (int code = 1; code < counts.length; code++) {
                most = counts[code] > (most == 0 ? 0 : counts[most]) ? code : most;
            }
            if (most > 0) {
                offers.add(
                        new Offer(field.word() + ":", FiltersText.FIELD_NOTE.text(events.dictionary(column).get(most),
                                Count.EVENTS.of(counts[most])), true));
            }
        }
        for (String word : List.of("result", "after", "before", "verdict", "text")) {
            offers.add(new Offer(word + ":", "", true));
        }
        return offers;
    }

    private static int[] counts(EventTable events, EventField column) {
        return events.codes(column).counts(events.dictionary(column).size());
    }

    /** The values of a field that hold the text, each with the number of its events. */
    static List<Offer> counted(EventTable events, EventField field, String typed) {
        List<String> values = values(events, field, typed);
        if (values.isEmpty()) {
            return List.of();
        }
        int[] counts = counts(events, field);
        Map<String, Integer> codes = new HashMap<>();
        TextColumn all = events.dictionary(field);
        for (int code = 1; code < all.size(); code++) {
            if (values.contains(all.get(code))) {
                codes.put(all.get(code), counts[code]);
            }
        }
        return values.stream()
                .map(value -> new Offer(value, Count.EVENTS.of(codes.getOrDefault(value, 0)))).toList();
    }

    /** The whole text with its last word completed: to a field's name, or to one of the field's values. */
    static List<String> completions(EventTable events, CaseMarks marks, String text) {
        int start = lastWord(text);
        String before = text.substring(0, start);
        String word = text.substring(start);
        String sign = word.startsWith("-") ? "-" : "";
        String plain = word.substring(sign.length());
        int colon = plain.indexOf(':');
        if (colon < 0) {
            if (plain.isEmpty()) {
                return List.of();
            }
            List<String> words = new ArrayList<>(Arrays.stream(FilterField.values()).map(FilterField::word).toList());
            words.addAll(OTHER_WORDS);
            return words.stream().filter(name -> name.startsWith(plain.toLowerCase(Locale.ROOT))).sorted()
                    .map(name -> before + sign + name + ":").toList();
        }
        FilterField field = FilterField.named(plain.substring(0, colon));
        String typed = plain.substring(colon + 1);
        String last = typed.substring(typed.lastIndexOf(',') + 1).replace("\"", "");
        String kept = before + sign + plain.substring(0, colon + 1) + typed.substring(0, typed.lastIndexOf(',') + 1);
        List<String> values = field == null ? ofMarks(marks, plain.substring(0, colon), last)
                : field.fields().getFirst().isShared() ? values(events, field.fields().getFirst(), last) : List.of();
        return values.stream()
                .map(value -> kept + (value.matches("[\\w.@:/-]+") ? value : "\"" + value.replace("\"", "\\\"") + "\""))
                .toList();
    }

    private static List<String> ofMarks(CaseMarks marks, String word, String typed) {
        List<String> values = switch (word.toLowerCase(Locale.ROOT)) {
        case "verdict" ->
            Stream.concat(Arrays.stream(Verdict.values()).map(Verdict::word), Stream.of(Filter.Marked.NONE)).toList();
        case "marked" -> List.of("verdict", "tag", "note", "bookmark", "indicator");
        case "tag" -> marks.tagNames();
        case "indicator" -> marks.all(IndicatorList.class).stream().map(IndicatorList::name).toList();
        default -> List.of();
        };
        return values.stream()
                .filter(value -> value.toLowerCase(Locale.ROOT).startsWith(typed.toLowerCase(Locale.ROOT))).limit(MOST)
                .toList();
    }

    /** Whether a word is the beginning of a field's name, and not of its value. */
    private static boolean isName(String word) {
        return word.indexOf(':') < 0;
    }

    private static int lastWord(String text) {
        boolean quoted = false;
        int start = 0;
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) == '"') {
                quoted = !quoted;
            } else if (!quoted && (text.charAt(i) == ' ' || text.charAt(i) == '(')) {
                start = i + 1;
            }
        }
        return start;
    }
}
