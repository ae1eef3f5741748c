package org.tokenlane.detect.sigma.rule;

import java.util.Locale;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;

/** The log that a rule is about, as it names it; what it does not name is null. */
public record SigmaLogsource(@Nullable String product, @Nullable String category, @Nullable String service) {

    static SigmaLogsource of(Yaml.Entries logsource) {
        return new SigmaLogsource(lower(logsource.text("product")), lower(logsource.text("category")),
                lower(logsource.text("service")));
    }

    private static @Nullable String lower(@Nullable String text) {
        return text == null ? null : text.toLowerCase(Locale.ROOT);
    }

    @Override
    public String toString() {
        StringJoiner text = new StringJoiner(", ");
        add(text, "product", product);
        add(text, "category", category);
        add(text, "service", service);
        return text.toString();
    }

    private static void add(StringJoiner text, String name, @Nullable String value) {
        if (value != null) {
            text.add(name + " " + value);
        }
    }
}
