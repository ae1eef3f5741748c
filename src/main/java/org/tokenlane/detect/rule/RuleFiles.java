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
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.tokenlane.model.finding.Severity;

/**
 * Reads rule files. Those that ship stand in the folder {@code rules} beside this class; {@code rules.txt} there lists
 * them in the order in which they are shown.
 */
public final class RuleFiles {

    private static final Set<String> KEYS = Set.of("id", "title", "severity", "attack", "check", "needs", "description",
            "noise", "sources", "settings", "enabled");

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
                throw new RuleException("The rule file " + resource + " is listed but not there.");
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
            throw new RuleException("The rule file " + name + " is not valid YAML: " + problem(e) + ".");
        }
        if (!(root instanceof Map<?, ?> rule)) {
            throw new RuleException("The rule file " + name + " holds no rule.");
        }
        Set<Object> unknown = new LinkedHashSet<>(rule.keySet());
        unknown.removeAll(KEYS);
        if (!unknown.isEmpty()) {
            throw new RuleException("The rule file " + name + " has entries that rules do not have: " + unknown + ".");
        }
        List<Need> needs = new ArrayList<>();
        for (String need : texts(rule.get("needs"))) {
            Need known = Need.of(need);
            if (known == null) {
                throw new RuleException("The rule file " + name + " needs “" + need + "”, which is not known.");
            }
            needs.add(known);
        }
        String id = required(name, rule, "id");
        Map<String, Object> settings = new LinkedHashMap<>();
        if (rule.get("settings") instanceof Map<?, ?> given) {
            given.forEach((key, value) -> settings.put(String.valueOf(key), value));
        } else if (rule.get("settings") != null) {
            throw new RuleException("The rule file " + name + " has settings that are no names with values.");
        }
        if (rule.get("enabled") != null && !(rule.get("enabled") instanceof Boolean)) {
            throw new RuleException("The rule file " + name + " has the entry “enabled: " + rule.get("enabled")
                    + "”; it has to be true or false.");
        }
        return new RuleFile(id, required(name, rule, "title"), severity(name, required(name, rule, "severity")),
                texts(rule.get("attack")), required(name, rule, "check"),
                List.copyOf(needs), required(name, rule, "description").strip(),
                rule.get("noise") == null ? "" : String.valueOf(rule.get("noise")).strip(),
                texts(rule.get("sources")), new RuleSettings(id, settings), !Boolean.FALSE.equals(rule.get("enabled")));
    }

    private static String problem(YamlEngineException e) {
        if (e instanceof MarkedYamlEngineException marked && marked.getProblemMark().isPresent()) {
            return marked.getProblem() + " in line " + (marked.getProblemMark().get().getLine() + 1);
        }
        return e.getMessage().lines().findFirst().orElse("");
    }

    private static Severity severity(String name, String text) {
        try {
            return Severity.valueOf(text.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw new RuleException("The rule file " + name + " has the severity “" + text
                    + "”; it has to be info, low, medium or high.");
        }
    }

    private static String required(String name, Map<?, ?> rule, String key) {
        Object value = rule.get(key);
        if (value == null) {
            throw new RuleException("The rule file " + name + " lacks “" + key + "”.");
        }
        return String.valueOf(value);
    }

    private static List<String> texts(Object value) {
        return value == null ? List.of()
                : value instanceof List<?> list ? list.stream().map(String::valueOf).toList()
                        : List.of(String.valueOf(value));
    }
}
