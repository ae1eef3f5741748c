package org.tokenlane.detect.rule;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.tokenlane.model.finding.Severity;

/**
 * Reads rule files. Those that ship are in the folder {@code rules} beside this class; {@code rules.txt} there lists
 * them in the order in which they are shown. Their texts are in the bundle of this package.
 */
public final class RuleFiles {

    private static final Set<String> KEYS = Set.of("id", "severity", "attack", "check", "needs", "sources", "settings",
            "enabled");

    private RuleFiles() {
    }

    /** The rules that ship with the application. */
    public static List<RuleFile> shipped() {
        List<RuleFile> rules = new ArrayList<>();
        for (String name : text("rules/rules.txt").lines().map(String::strip)
                .filter(line -> !line.isEmpty() && !line.startsWith("#")).toList()) {
            rules.add(read(name, text("rules/" + name + ".yml")));
        }
        return List.copyOf(rules);
    }

    private static String text(String resource) {
        try (InputStream in = RuleFiles.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new RuleException(RulesText.FILE_MISSING.with(resource));
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Reads one rule.
     *
     * @param name
     *            the file's name for messages
     * @throws RuleException
     *             saying what is wrong with it
     */
    public static RuleFile read(String name, String yaml) {
        Object root;
        try {
            root = new Load(LoadSettings.builder().setLabel(name).build()).loadFromString(yaml);
        } catch (YamlEngineException e) {
            throw notYaml(name, e);
        }
        if (!(root instanceof Map<?, ?> rule)) {
            throw new RuleException(RulesText.NO_RULE.with(name));
        }
        Set<Object> unknown = new LinkedHashSet<>(rule.keySet());
        unknown.removeAll(KEYS);
        if (!unknown.isEmpty()) {
            throw new RuleException(RulesText.UNKNOWN_ENTRIES.with(name,
                    unknown.stream().map(String::valueOf).collect(Collectors.joining(", "))));
        }
        List<Need> needs = new ArrayList<>();
        for (String need : texts(rule.get("needs"))) {
            Need known = Need.of(need);
            if (known == null) {
                throw new RuleException(RulesText.UNKNOWN_NEED.with(name, need));
            }
            needs.add(known);
        }
        String id = required(name, rule, "id");
        Map<String, Object> settings = new LinkedHashMap<>();
        if (rule.get("settings") instanceof Map<?, ?> given) {
            given.forEach((key, value) -> settings.put(String.valueOf(key), value));
        } else if (rule.get("settings") != null) {
            throw new RuleException(RulesText.BAD_SETTINGS.with(name));
        }
        if (rule.get("enabled") != null && !(rule.get("enabled") instanceof Boolean)) {
            throw new RuleException(RulesText.BAD_ENABLED.with(name, String.valueOf(rule.get("enabled"))));
        }
        return new RuleFile(id, new RuleText(id, RuleText.TITLE).text(),
                severity(name, required(name, rule, "severity")), texts(rule.get("attack")),
                required(name, rule, "check"), List.copyOf(needs), new RuleText(id, RuleText.DESCRIPTION).text(),
                new RuleText(id, RuleText.NOISE).text(), new RuleText(id, RuleText.NEXT).text(),
                texts(rule.get("sources")), new RuleSettings(id, settings),
                !Boolean.FALSE.equals(rule.get("enabled")));
    }

    private static RuleException notYaml(String name, YamlEngineException e) {
        if (e instanceof MarkedYamlEngineException marked && marked.getProblemMark().isPresent()) {
            return new RuleException(RulesText.NOT_YAML_AT_LINE.with(name, marked.getProblem(),
                    marked.getProblemMark().get().getLine() + 1));
        }
        return new RuleException(
                RulesText.NOT_YAML.with(name, String.valueOf(e.getMessage()).lines().findFirst().orElse("")));
    }

    private static Severity severity(String name, String text) {
        try {
            return Severity.valueOf(text.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw new RuleException(RulesText.BAD_SEVERITY.with(name, text));
        }
    }

    private static String required(String name, Map<?, ?> rule, String key) {
        Object value = rule.get(key);
        if (value == null) {
            throw new RuleException(RulesText.MISSING_ENTRY.with(name, key));
        }
        return String.valueOf(value);
    }

    private static List<String> texts(@Nullable Object value) {
        return value == null ? List.of()
                : value instanceof List<?> list ? list.stream().map(String::valueOf).toList()
                        : List.of(String.valueOf(value));
    }
}
