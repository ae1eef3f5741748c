package org.tokenlane.detect.sigma.rule;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.tokenlane.model.text.Text;

/** Reads parts of rules and evaluates them on plain maps, without a case. */
final class Searches {

    private Searches() {
    }

    /** The search of one line of a selection, {@code Field|modifier: value}. */
    static Search of(String line) {
        return of(line, Map.of());
    }

    static Search of(String line, Map<String, List<String>> placeholders) {
        Yaml.Entries map = (Yaml.Entries) YamlFile.documents("rule.yml", line).getFirst();
        String key = map.entries().keySet().iterator().next();
        return FieldReader.read("rule.yml", key, map.get(key), placeholders);
    }

    /** Tells whether the search finds a record with these fields; a field with an empty list is null. */
    static boolean finds(Search search, Map<String, List<String>> fields) {
        return switch (search) {
        case Search.And and -> and.parts().stream().allMatch(part -> finds(part, fields));
        case Search.Or or -> or.parts().stream().anyMatch(part -> finds(part, fields));
        case Search.Not not -> !finds(not.part(), fields);
        case Search.Field field -> holds(field, fields.getOrDefault(field.name(), List.of()));
        case Search.Exists exists -> fields.containsKey(exists.name());
        case Search.SameAs same -> fields.get(same.name()).equals(fields.get(same.other()));
        case Search.Keywords keywords -> fields.values().stream().flatMap(List::stream)
                .anyMatch(value -> keywords.tests().stream().anyMatch(test -> test.holds(value)));
        };
    }

    private static boolean holds(Search.Field field, List<String> values) {
        return values.isEmpty() ? field.asksForNone() : values.stream().anyMatch(field::holds);
    }

    /** Tells whether the line finds a record whose field F has this value. */
    static boolean finds(String line, String value) {
        return finds(of(line), Map.of("F", List.of(value)));
    }

    /** The key of the problem that reading ends with. */
    static String problemOf(Runnable reading) {
        try {
            reading.run();
        } catch (SigmaException e) {
            return keyOf(e.shown());
        }
        throw new AssertionError("no problem");
    }

    /** The key of a problem, without the place. */
    static String keyOf(Text text) {
        List<Object> parts = text.arguments();
        return text.key() == SigmaRuleText.AT || text.key() == SigmaRuleText.CONDITION_UNREADABLE
                ? parts.stream().filter(Text.class::isInstance).map(part -> keyOf((Text) part)).findFirst()
                        .orElseThrow()
                : ((SigmaRuleText) text.key()).name();
    }

    static List<String> words(String text) {
        return text == null ? List.of() : Arrays.asList(text.strip().split(" +"));
    }
}
