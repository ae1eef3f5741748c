package org.tokenlane.model.text;

import java.text.MessageFormat;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.concurrent.ConcurrentHashMap;

/** Finds texts in the bundles, in the language that holds now, whatever the machine's language is. */
final class Bundles {

    private static final Map<Language, Map<TextKey, MessageFormat>> FORMATS = new ConcurrentHashMap<>();
    private static final ResourceBundle.Control AS_WRITTEN = ResourceBundle.Control
            .getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

    private Bundles() {
    }

    /**
     * Puts a text into words. A pattern is taken apart once; as a {@link MessageFormat} is not safe for use by several
     * threads, one at a time uses it, with arguments that are in words already, so that none waits for a second one.
     */
    static String format(TextKey key, Object... arguments) {
        Language language = Language.current();
        MessageFormat format = FORMATS.computeIfAbsent(language, first -> new ConcurrentHashMap<>()).computeIfAbsent(
                key, wanted -> new MessageFormat(pattern(wanted, language), language.locale()));
        Object[] plain = new Object[arguments.length];
        for (int i = 0; i < plain.length; i++) {
            plain[i] = arguments[i] instanceof Number ? arguments[i] : arguments[i].toString();
        }
        synchronized (format) {
            return format.format(plain);
        }
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
