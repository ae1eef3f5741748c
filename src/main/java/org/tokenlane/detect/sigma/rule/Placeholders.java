package org.tokenlane.detect.sigma.rule;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Replaces {@code %name%} by its values; {@code \%} is the character itself. */
final class Placeholders {

    private static final Pattern NAME = Pattern.compile("(?<!\\\\)%([^%\\\\]+)%");
    private static final int MOST_VALUES = 10_000;

    private Placeholders() {
    }

    /**
     * The texts that this one stands for.
     *
     * @throws SigmaException
     *             where a placeholder has no values
     */
    static List<String> expand(SigmaPlace place, String text, Map<String, List<String>> values) {
        Matcher found = NAME.matcher(text);
        if (!found.find()) {
            return List.of(text.replace("\\%", "%"));
        }
        List<String> given = values.get(found.group(1));
        if (given == null) {
            throw new SigmaException(place, SigmaRuleText.PLACEHOLDER_WITHOUT_VALUES.with(found.group(1)));
        }
        List<String> expanded = new ArrayList<>();
        String before = text.substring(0, found.start()).replace("\\%", "%");
        for (String rest : expand(place, text.substring(found.end()), values)) {
            for (String value : given) {
                expanded.add(before + value + rest);
                if (expanded.size() > MOST_VALUES) {
                    throw new SigmaException(place, SigmaRuleText.PLACEHOLDERS_TOO_MANY.with(MOST_VALUES));
                }
            }
        }
        return expanded;
    }
}
