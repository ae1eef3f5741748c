package org.tokenlane.detect.sigma.rule;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Puts values in place of {@code %name%}; {@code \%} stands for the character itself. */
final class Placeholders {

    private static final Pattern NAME = Pattern.compile("(?<!\\\\)%([^%\\\\]+)%");
    private static final int MOST_VALUES = 10_000;

    private Placeholders() {
    }

    /**
     * The texts that this one stands for.
     *
     * @throws SigmaException
     *             where no values are given for a placeholder
     */
    static List<String> expand(String text, Map<String, List<String>> values) {
        Matcher found = NAME.matcher(text);
        if (!found.find()) {
            return List.of(text.replace("\\%", "%"));
        }
        List<String> given = values.get(found.group(1));
        if (given == null) {
            throw new SigmaException("No values are given for the placeholder %" + found.group(1)
                    + "%, which the modifier “expand” asks for");
        }
        List<String> expanded = new ArrayList<>();
        String before = text.substring(0, found.start()).replace("\\%", "%");
        for (String rest : expand(text.substring(found.end()), values)) {
            given.forEach(value -> expanded.add(before + value + rest));
        }
        if (expanded.size() > MOST_VALUES) {
            throw new SigmaException("The placeholders stand for more than " + MOST_VALUES + " values");
        }
        return expanded;
    }
}
