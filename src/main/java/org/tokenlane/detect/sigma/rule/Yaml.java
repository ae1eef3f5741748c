package org.tokenlane.detect.sigma.rule;

import java.util.List;
import java.util.Map;

/** A part of a YAML file with its line, so that what is wrong with it can be said with the place. */
public sealed interface Yaml {

    /** From 1. */
    int line();

    /** What kind of part it is, for messages. */
    String kind();

    /**
     * @param value
     *            a String, a BigDecimal, a Boolean, or null for YAML's null
     * @param text
     *            as it stands in the file
     */
    record Scalar(Object value, String text, int line) implements Yaml {

        @Override
        public String kind() {
            return value == null ? "null"
                    : value instanceof String ? "a text" : value instanceof Boolean ? "true or false" : "a number";
        }
    }

    record Items(List<Yaml> items, int line) implements Yaml {

        @Override
        public String kind() {
            return "a list";
        }
    }

    /** Names with what stands under them, in the order of the file. */
    record Entries(Map<String, Yaml> entries, int line) implements Yaml {

        @Override
        public String kind() {
            return "a map";
        }

        public Yaml get(String name) {
            return entries.get(name);
        }

        /** The text of the scalar under this name, or null. */
        public String text(String name) {
            return entries.get(name) instanceof Scalar scalar && scalar.value() != null ? scalar.text().strip() : null;
        }

        /** The texts under this name, one or a list of them. */
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
