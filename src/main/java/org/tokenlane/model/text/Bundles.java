package org.tokenlane.model.text;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.concurrent.ConcurrentHashMap;

/** Finds texts in the bundles, in English whatever the machine's language is. */
final class Bundles {

    private static final Locale LANGUAGE = Locale.ENGLISH;
    private static final Map<TextKey, String> PATTERNS = new ConcurrentHashMap<>();
    private static final ResourceBundle.Control AS_WRITTEN = ResourceBundle.Control
            .getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

    private Bundles() {
    }

    /** A new format each time: {@link MessageFormat} is not safe for use by several threads. */
    static String format(TextKey key, Object... arguments) {
        return new MessageFormat(PATTERNS.computeIfAbsent(key, Bundles::pattern), LANGUAGE).format(arguments);
    }

    private static String pattern(TextKey key) {
        Class<?> home = key.home();
        return ResourceBundle
                .getBundle(home.getPackageName() + ".texts", LANGUAGE, home.getClassLoader(), AS_WRITTEN)
                .getString(key.key());
    }
}
