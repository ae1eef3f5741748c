package org.tokenlane.detect.sigma.rule;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A part of a YAML file with its line, so that messages can say where something is wrong. */
public sealed interface Yaml {

    /** From 1. */
    int line();

    /** What kind of part it is, for messages. */
    String kind();

    /**
     * @param value
     *            a String, a BigDecimal, a Boolean, or null for YAML's null
     * @param text
     *            as the file has it
     */
    record Scalar(@Nullable Object value, String text, int line) implements Yaml {

        @Override
        public String kind() {
            return switch (value) {
            case null -> SigmaRuleText.KIND_NULL.text();
            case String text -> SigmaRuleText.KIND_TEXT.text();
            case Boolean truth -> SigmaRuleText.KIND_BOOLEAN.text();
            default -> SigmaRuleText.KIND_NUMBER.text();
            };
        }
    }

    record Items(List<Yaml> items, int line) implements Yaml {

        @Override
        public String kind() {
            return SigmaRuleText.KIND_LIST.text();
        }
    }

    /** Names with what belongs to them, in the order of the file. */
    record Entries(Map<String, Yaml> entries, int line) implements Yaml {

        @Override
        public String kind() {
            return SigmaRuleText.KIND_MAP.text();
        }

        public @Nullable Yaml get(String name) {
            return entries.get(name);
        }

        /** The line of what belongs to this name, else the map's own. */
        public int lineOf(String name) {
            Yaml value = entries.get(name);
            return value == null ? line : value.line();
        }

        /** The text of the scalar of this name, or null. */
        public @Nullable String text(String name) {
            return entries.get(name) instanceof Scalar scalar && scalar.value() != null ? scalar.text().strip() : null;
        }

        /** The texts of this name, one or a list of them. */
        public List<String> texts(String name) {
            return switch (entries.get(name)) {
            case Scalar scalar when scalar.value() != null -> List.of(scalar.text());
            case Items list ->
                list.items().stream().filter(Scalar.class::isInstance).map(item -> ((Scalar) item).text()).toList();
            case null, default -> List.of();
            };
        }
    }
}
