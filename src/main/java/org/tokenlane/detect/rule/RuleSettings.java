package org.tokenlane.detect.rule;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** A rule's thresholds and lists by name, as its file or the analyst gives them. */
public final class RuleSettings {

    private final String rule;
    private final Map<String, Object> values;

    RuleSettings(String rule, Map<String, Object> values) {
        this.rule = rule;
        this.values = new LinkedHashMap<>(values);
    }

    /** Of a rule that has none. */
    public static RuleSettings none(String rule) {
        return new RuleSettings(rule, Map.of());
    }

    /**
     * The settings with the analyst's own values in place of the file's. A name that the rule does not have is refused.
     */
    RuleSettings tuned(Map<String, String> own) {
        Map<String, Object> tuned = new LinkedHashMap<>(values);
        own.forEach((name, text) -> {
            Object known = values.get(name);
            if (known == null) {
                throw new RuleException(
                        RulesText.UNKNOWN_SETTING.with(rule, name, String.join(", ", values.keySet())));
            }
            if (text.isBlank()) {
                throw new RuleException(RulesText.EMPTY_SETTING.with(name, rule));
            }
            tuned.put(name,
                    known instanceof List ? ListText.read(text) : known instanceof Number ? number(name, text) : text);
        });
        return new RuleSettings(rule, tuned);
    }

    private Number number(String name, String text) {
        if (!text.strip().matches("\\d{1,9}")) {
            throw new RuleException(RulesText.NOT_A_WHOLE_NUMBER.with(name, rule, text));
        }
        return Integer.valueOf(text.strip());
    }

    /** The names with their values as texts, in the order of the file. */
    public Map<String, String> texts() {
        Map<String, String> texts = new LinkedHashMap<>();
        values.forEach((name, value) -> texts.put(name,
                value instanceof List<?> list ? ListText.of(list) : String.valueOf(value)));
        return texts;
    }

    private Object get(String name) {
        Object value = values.get(name);
        if (value == null) {
            throw new RuleException(RulesText.MISSING_SETTING.with(rule, name));
        }
        return value;
    }

    public int number(String name) {
        if (get(name) instanceof Number number) {
            return number.intValue();
        }
        throw new RuleException(RulesText.NOT_A_NUMBER.with(name, rule));
    }

    /** Minutes as nanoseconds. */
    public long minutes(String name) {
        return number(name) * 60_000_000_000L;
    }

    /** Seconds as nanoseconds. */
    public long seconds(String name) {
        return number(name) * 1_000_000_000L;
    }

    public String text(String name) {
        return String.valueOf(get(name));
    }

    /** One of these words; another one is refused. */
    public String choice(String name, String... words) {
        String text = text(name);
        if (!List.of(words).contains(text)) {
            throw new RuleException(
                    RulesText.NOT_A_CHOICE.with(name, rule, text, String.join(", ", words)));
        }
        return text;
    }

    /** A list of some of these words; another one is refused. */
    public List<String> choices(String name, String... words) {
        List<String> list = list(name);
        for (String text : list) {
            if (!List.of(words).contains(text)) {
                throw new RuleException(RulesText.NOT_A_CHOICE.with(name, rule, text, String.join(", ", words)));
            }
        }
        return list;
    }

    public boolean has(String name) {
        return values.get(name) != null;
    }

    /** A list of texts as they are written. */
    public List<String> lines(String name) {
        Object value = get(name);
        List<?> list = value instanceof List<?> several ? several : List.of(value);
        return list.stream().map(String::valueOf).toList();
    }

    /** A list of texts, lower-cased. */
    public List<String> list(String name) {
        return lines(name).stream().map(each -> each.toLowerCase(Locale.ROOT)).toList();
    }
}
