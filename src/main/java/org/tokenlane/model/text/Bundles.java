package org.tokenlane.model.text;

import java.text.MessageFormat;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.concurrent.ConcurrentHashMap;

/** Finds texts in the bundles, in the language that holds now, whatever the machine's language is. */
final class Bundles {

    private static final Map<Language, Map<TextKey, String>> PATTERNS = new ConcurrentHashMap<>();
    private static final ResourceBundle.Control AS_WRITTEN = ResourceBundle.Control
            .getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

    private Bundles() {
    }

    /** A new format each time: {@link MessageFormat} is not safe for use by several threads. */
    static String format(TextKey key, Object... arguments) {
        Language language = Language.current();
        String pattern = PATTERNS.computeIfAbsent(language, first -> new ConcurrentHashMap<>()).computeIfAbsent(key,
                wanted -> pattern(wanted, language));
        return new MessageFormat(pattern, language.locale()).format(arguments);
    }

    private static String pattern(TextKey key, Language language) {
        Class<?> home = key.home();
        return bundle(home.getPackageName(), home.getClassLoader(), language).getString(key.key());
    }

    /** The bundle of a package; English is in the file without a language. */
    static ResourceBundle bundle(String packageName, ClassLoader loader, Language language) {
        return ResourceBundle.getBundle(packageName + ".texts", language.locale(), loader, AS_WRITTEN);
    }
}
