package org.tokenlane.detect.sigma.run;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import org.tokenlane.detect.sigma.rule.SigmaException;
import org.tokenlane.detect.sigma.rule.SigmaLogsource;
import org.tokenlane.detect.sigma.rule.Yaml;
import org.tokenlane.detect.sigma.rule.YamlFile;
import org.tokenlane.query.FilterParser;
import org.tokenlane.query.FilterSyntaxException;

/**
 * Which events a rule's log source means, and where its fields are. The mapping that ships is {@code mapping.yml}
 * beside this class.
 */
final class FieldMap {

    private final String file;
    private final Map<String, Map<String, List<String>>> spellings = new HashMap<>();
    private final Map<String, Map<String, List<FieldSource>>> fields = new HashMap<>();
    private final List<LogMap> logs = new ArrayList<>();

    private FieldMap(String file, Yaml.Entries root) {
        this.file = file;
        entries(root, "spellings").forEach((name, table) -> spellings.put(name, spelling((Yaml.Entries) table)));
        entries(root, "pairs").forEach((name, table) -> spellings.put(name, pairs((Yaml.Entries) table)));
        entries(root, "fields").forEach((name, table) -> fields.put(name, sources((Yaml.Entries) table)));
        if (root.get("logs") instanceof Yaml.Items items) {
            items.items().forEach(log -> logs.add(log((Yaml.Entries) log)));
        }
    }

    /** The mapping that ships with the application. */
    static FieldMap shipped() {
        try (InputStream in = Objects.requireNonNull(FieldMap.class.getResourceAsStream("mapping.yml"))) {
            return read("mapping.yml", new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static FieldMap read(String file, String yaml) {
        return new FieldMap(file, (Yaml.Entries) YamlFile.documents(file, yaml).getFirst());
    }

    private static Map<String, Yaml> entries(Yaml.Entries root, String name) {
        return root.get(name) instanceof Yaml.Entries entries ? entries.entries() : Map.of();
    }

    /** Reverses "what rules write: what the place has". */
    private static Map<String, List<String>> spelling(Yaml.Entries table) {
        Map<String, List<String>> byText = new HashMap<>();
        for (String word : table.entries().keySet()) {
            table.texts(word).forEach(
                    text -> byText.computeIfAbsent(text.toLowerCase(Locale.ROOT), key -> new ArrayList<>()).add(word));
        }
        return byText;
    }

    /** Each of a pair is spelled as the other too. */
    private static Map<String, List<String>> pairs(Yaml.Entries table) {
        Map<String, List<String>> byText = new HashMap<>();
        table.entries().keySet().forEach(number -> table.texts(number).forEach(name -> {
            byText.put(number, List.of(name));
            byText.put(name.toLowerCase(Locale.ROOT), List.of(number));
        }));
        return byText;
    }

    private Map<String, List<FieldSource>> sources(Yaml.Entries table) {
        Map<String, List<FieldSource>> byField = new LinkedHashMap<>();
        for (String name : table.entries().keySet()) {
            byField.put(LogMap.key(name),
                    table.texts(name).stream().map(written -> FieldSource.of(written, spellings)).toList());
        }
        return byField;
    }

    private LogMap log(Yaml.Entries log) {
        Map<String, List<FieldSource>> own = new HashMap<>();
        for (String table : log.texts("fields")) {
            own.putAll(Objects.requireNonNull(fields.get(table), table));
        }
        try {
            return new LogMap(
                    LogName.valueOf(String.valueOf(log.text("name")).toUpperCase(Locale.ROOT).replace('-', '_')),
                    log.texts("products"), log.texts("services"),
                    FilterParser.parse(String.valueOf(log.text("events"))), "true".equals(log.text("also")),
                    Map.copyOf(own));
        } catch (FilterSyntaxException e) {
            throw new IllegalStateException(file + ", line " + log.line() + ": filter cannot be read", e);
        }
    }

    /**
     * The logs that a log source means.
     *
     * @throws SigmaException
     *             where it is none that this knows
     */
    List<LogMap> logs(SigmaLogsource logsource) {
        List<LogMap> found = logs.stream().filter(log -> log.isOf(logsource)).toList();
        if (found.isEmpty()) {
            TreeSet<String> known = new TreeSet<>();
            logs.forEach(log -> log.products()
                    .forEach(product -> log.services().forEach(service -> known.add(product + "/" + service))));
            throw new SigmaException(
                    SigmaRunText.LOG_NOT_SUPPORTED.with(logsource.toString(), String.join(", ", known)));
        }
        return found;
    }
}
