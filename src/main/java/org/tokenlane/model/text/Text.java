package org.tokenlane.model.text;

import java.util.Arrays;
import java.util.List;

/**
 * A text for a person: its key, and what stands in it. It is resolved when it is shown, so that what keeps it does not
 * depend on a language.
 *
 * @param arguments
 *            numbers, strings, or further texts
 */
public record Text(TextKey key, List<Object> arguments) {

    public Text {
        arguments = List.copyOf(arguments);
    }

    Text(TextKey key, Object... arguments) {
        this(key, Arrays.asList(arguments));
    }

    /** The text for a person. */
    @Override
    public String toString() {
        return Bundles.format(key, arguments.toArray());
    }
}
