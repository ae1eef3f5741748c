package org.tokenlane.detect.sigma.rule;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.tokenlane.model.finding.Severity;

/**
 * What a rule says about itself. Texts that it does not give are null, lists are empty.
 *
 * @param name
 *            the name that correlation rules use for it
 * @param level
 *            informational, low, medium, high, critical
 * @param falsePositives
 *            what ordinary activity it also finds
 */
public record SigmaAbout(String title, @Nullable String id, @Nullable String name, @Nullable String status,
        @Nullable String level, @Nullable String description, @Nullable String author, List<String> references,
        List<String> falsePositives, List<String> tags) {

    public SigmaAbout {
        references = List.copyOf(references);
        falsePositives = List.copyOf(falsePositives);
        tags = List.copyOf(tags);
    }

    static SigmaAbout of(SigmaPlace place, Yaml.Entries rule) {
        String title = rule.text("title");
        return new SigmaAbout(title == null ? place.file() : title, rule.text("id"), rule.text("name"),
                rule.text("status"), rule.text("level"), rule.text("description"),
                rule.text("author"), rule.texts("references"), rule.texts("falsepositives"), rule.texts("tags"));
    }

    /** Of a file that cannot be read at all. */
    static SigmaAbout ofFile(String file) {
        return new SigmaAbout(file, null, null, null, null, null, null, List.of(), List.of(), List.of());
    }

    /** The ids of the ATT&amp;CK techniques that its tags name, {@code T1078.004}. */
    public List<String> techniques() {
        return tags.stream().map(tag -> tag.toLowerCase(Locale.ROOT))
                .filter(tag -> tag.matches("attack\\.t\\d{4}(\\.\\d{3})?"))
                .map(tag -> tag.substring("attack.".length()).toUpperCase(Locale.ROOT)).distinct().toList();
    }

    /** The level as a severity of Tokenlane; without a level it is low. */
    public Severity severity() {
        return switch (level == null ? "" : level.toLowerCase(Locale.ROOT)) {
        case "informational" -> Severity.INFO;
        case "medium" -> Severity.MEDIUM;
        case "high", "critical" -> Severity.HIGH;
        default -> Severity.LOW;
        };
    }
}
