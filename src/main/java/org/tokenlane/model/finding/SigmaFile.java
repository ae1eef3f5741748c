package org.tokenlane.model.finding;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A file of Sigma rules that the analyst loaded into a case, or the values of a placeholder that rules use, one a line.
 *
 * @param name
 *            the name in the case; another file of the same name replaces it. Values of a placeholder are called
 *            {@code %name%}
 * @param sha256
 *            of its text in UTF-8, lower-case hexadecimal
 */
public record SigmaFile(String name, String sha256, String text) {

    private static final Pattern PLACEHOLDER = Pattern.compile("%([^%\\\\]+)%");

    /** The values of a placeholder. */
    public static SigmaFile ofPlaceholder(String placeholder, String sha256, String text) {
        return new SigmaFile("%" + placeholder + "%", sha256, text);
    }

    /** The placeholder whose values these are, or null for a file of rules. */
    public @Nullable String placeholder() {
        Matcher named = PLACEHOLDER.matcher(name);
        return named.matches() ? named.group(1) : null;
    }
}
