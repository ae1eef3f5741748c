package org.tokenlane.detect.sigma.rule;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tokenlane.model.text.Text;

/** Reads the rules of a file. A document that cannot be read does not keep the others from being read. */
public final class SigmaReader {

    private final String file;
    private final Map<String, List<String>> placeholders;
    private Yaml.Entries global = new Yaml.Entries(Map.of(), 0);
    private Yaml.Entries before = new Yaml.Entries(Map.of(), 0);

    private SigmaReader(String file, Map<String, List<String>> placeholders) {
        this.file = file;
        this.placeholders = placeholders;
    }

    /**
     * @param file
     *            its name for messages
     * @param placeholders
     *            the values of the placeholders that {@code expand} replaces, by name
     */
    public static List<SigmaRule> read(String file, String text, Map<String, List<String>> placeholders) {
        List<Yaml> documents;
        try {
            documents = YamlFile.documents(file, text);
        } catch (SigmaException e) {
            return List.of(SigmaRule.refused(new SigmaPlace(file, 0), SigmaAbout.ofFile(file), null, e.shown()));
        }
        SigmaReader reader = new SigmaReader(file, placeholders);
        List<SigmaRule> rules = new ArrayList<>();
        for (Yaml document : documents) {
            SigmaRule rule = reader.rule(document);
            if (rule != null) {
                rules.add(rule);
            }
        }
        return rules;
    }

    private @Nullable SigmaRule rule(Yaml document) {
        SigmaPlace place = new SigmaPlace(file, document.line());
        if (document instanceof Yaml.Scalar scalar && scalar.value() == null) {
            return null;
        }
        if (!(document instanceof Yaml.Entries entries)) {
            return SigmaRule.refused(place, SigmaAbout.ofFile(file), null,
                    new SigmaException(place, SigmaRuleText.NOT_A_RULE.with(document.kind())).shown());
        }
        String action = entries.text("action");
        // older collections: what all following documents have, none of it any longer, or the one before with changes
        if ("reset".equals(action)) {
            global = new Yaml.Entries(Map.of(), 0);
            return null;
        }
        boolean repeats = "repeat".equals(action);
        Yaml.Entries whole = merged(repeats ? before : global, repeats ? without(entries, "action") : entries);
        if ("global".equals(action)) {
            global = without(whole, "action");
            return null;
        }
        before = whole;
        SigmaAbout about = SigmaAbout.of(place, whole);
        SigmaLogsource logsource = whole.get("logsource") instanceof Yaml.Entries log ? SigmaLogsource.of(log) : null;
        try {
            return rule(place, about, logsource, whole, repeats ? null : action);
        } catch (SigmaException e) {
            return SigmaRule.refused(place, about, logsource, e.shown());
        }
    }

    private SigmaRule rule(SigmaPlace place, SigmaAbout about, @Nullable SigmaLogsource logsource, Yaml.Entries rule,
            @Nullable String action) {
        if (action != null) {
            throw new SigmaException(place, SigmaRuleText.ACTION_NOT_SUPPORTED.with(action));
        }
        String taxonomy = rule.text("taxonomy");
        if (taxonomy != null && !taxonomy.equals("sigma")) {
            throw new SigmaException(place, SigmaRuleText.TAXONOMY_NOT_SUPPORTED.with(taxonomy));
        }
        if (rule.get("filter") != null) {
            return SigmaRule.filtering(place, about, filter(place, rule.get("filter"), logsource));
        }
        if (rule.get("correlation") instanceof Yaml.Entries section) {
            return SigmaRule.correlating(place, about,
                    new CorrelationReader(file).read(section, "true".equalsIgnoreCase(rule.text("generate"))));
        }
        if (!(rule.get("detection") instanceof Yaml.Entries detection)) {
            throw new SigmaException(place, SigmaRuleText.NO_DETECTION.with());
        }
        if (logsource == null || logsource.toString().isEmpty()) {
            throw new SigmaException(place, SigmaRuleText.NO_LOG_SOURCE.with());
        }
        List<Text> remarks = new ArrayList<>();
        return SigmaRule.searching(place, about, logsource, conditions(place, detection, remarks), remarks);
    }

    private SigmaFilter filter(SigmaPlace place, @Nullable Yaml section, @Nullable SigmaLogsource logsource) {
        if (!(section instanceof Yaml.Entries entries)) {
            throw new SigmaException(place, SigmaRuleText.FILTER_NOT_A_MAP.with());
        }
        if (logsource == null || logsource.toString().isEmpty()) {
            throw new SigmaException(place, SigmaRuleText.NO_LOG_SOURCE.with());
        }
        List<String> rules = entries.texts("rules");
        if (rules.isEmpty()) {
            throw new SigmaException(place, SigmaRuleText.FILTER_RULES_MISSING.with());
        }
        boolean any = entries.get("rules") instanceof Yaml.Scalar scalar && "any".equals(scalar.value());
        List<SigmaRule.Condition> conditions = conditions(place, without(entries, "rules"), new ArrayList<>());
        if (conditions.size() != 1 || conditions.getFirst().counted() != null) {
            throw new SigmaException(place, SigmaRuleText.FILTER_ONE_CONDITION.with());
        }
        SigmaFilter filter = new SigmaFilter(any ? List.of() : rules, logsource, conditions.getFirst().search());
        if (!filter.excludes()) {
            throw new SigmaException(place, SigmaRuleText.FILTER_WITHOUT_NOT.with());
        }
        return filter;
    }

    private List<SigmaRule.Condition> conditions(SigmaPlace place, Yaml.Entries detection, List<Text> remarks) {
        Map<String, Search> identifiers = new LinkedHashMap<>();
        detection.entries().forEach((name, value) -> {
            if (!name.equals("condition") && !name.equals("timeframe")) {
                identifiers.put(name, search(name, value));
            }
        });
        List<String> conditions = detection.texts("condition");
        if (conditions.isEmpty()) {
            throw new SigmaException(place, SigmaRuleText.NO_CONDITION.with());
        }
        int line = detection.lineOf("condition");
        String timeframe = detection.text("timeframe");
        CorrelationReader counts = new CorrelationReader(file);
        long span = timeframe == null ? Correlated.WHOLE_CASE
                : counts.timespan(timeframe, detection.lineOf("timeframe"));
        List<SigmaRule.Condition> read = new ArrayList<>();
        for (String condition : conditions) {
            int bar = condition.indexOf('|');
            Search search = ConditionParser.parse(new SigmaPlace(file, line),
                    bar < 0 ? condition : condition.substring(0, bar), identifiers);
            read.add(new SigmaRule.Condition(search,
                    bar < 0 ? null : counts.count(condition.substring(bar + 1), line, span)));
        }
        if (timeframe != null && read.stream().allMatch(condition -> condition.counted() == null)) {
            remarks.add(SigmaRuleText.TIMEFRAME_WITHOUT_COUNT.with(timeframe));
        }
        return read;
    }

    private Search search(String identifier, Yaml value) {
        return switch (value) {
        case Yaml.Scalar scalar -> keywords(scalar);
        case Yaml.Entries map -> map(identifier, map);
        case Yaml.Items list -> list(identifier, list);
        };
    }

    private Search map(String identifier, Yaml.Entries map) {
        if (map.entries().isEmpty()) {
            throw new SigmaException(new SigmaPlace(file, map.line()), SigmaRuleText.EMPTY_IDENTIFIER.with(identifier));
        }
        List<Search> lines = new ArrayList<>();
        map.entries().forEach((key, values) -> lines.add(FieldReader.read(file, key, values, placeholders)));
        return Search.all(lines);
    }

    private Search list(String identifier, Yaml.Items list) {
        if (list.items().isEmpty()) {
            throw new SigmaException(new SigmaPlace(file, list.line()),
                    SigmaRuleText.EMPTY_IDENTIFIER.with(identifier));
        }
        List<Search> parts = new ArrayList<>();
        for (Yaml item : list.items()) {
            parts.add(switch (item) {
            case Yaml.Scalar keyword -> keywords(keyword);
            case Yaml.Entries map -> map(identifier, map);
            case Yaml.Items inner -> throw new SigmaException(new SigmaPlace(file, inner.line()),
                    SigmaRuleText.LIST_IN_LIST.with(identifier));
            });
        }
        return Search.any(parts);
    }

    private Search keywords(Yaml value) {
        return FieldReader.read(file, "", value, placeholders);
    }

    private static Yaml.Entries without(Yaml.Entries map, String name) {
        Map<String, Yaml> left = new LinkedHashMap<>(map.entries());
        left.remove(name);
        return new Yaml.Entries(left, map.line());
    }

    /** The entries of both. The second wins where both have a name, except that maps are merged. */
    private static Yaml.Entries merged(Yaml.Entries first, Yaml.Entries second) {
        Map<String, Yaml> both = new LinkedHashMap<>(first.entries());
        second.entries().forEach((name, value) -> both.merge(name, value,
                (before, after) -> before instanceof Yaml.Entries a && after instanceof Yaml.Entries b ? merged(a, b)
                        : after));
        return new Yaml.Entries(both, second.line());
    }
}
