package org.tokenlane.model.text;

import java.util.Arrays;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * A language that the program speaks: one for the whole program, and for a while another on one thread, for a report in
 * the language of those who read it. Texts that are kept as {@link Text} follow; what was put into words before does
 * not.
 */
public enum Language {
    ENGLISH("en", "English"),
    GERMAN("de", "Deutsch"),
    DANISH("da", "Dansk");

    /** Work that puts texts into words. */
    public interface Worded<T, E extends Exception> {

        T put() throws E;
    }

    private static final ThreadLocal<@Nullable Language> FOR_A_WHILE = new ThreadLocal<>();
    /** The one setting of the whole program; whoever puts a text into words cannot be asked for it. */
    private static final AtomicReference<Language> CHOSEN = new AtomicReference<>(ENGLISH);

    private final String tag;
    private final String ownName;
    private final Locale locale;

    Language(String tag, String ownName) {
        this.tag = tag;
        this.ownName = ownName;
        this.locale = Locale.forLanguageTag(tag);
    }

    /** The language of texts that are put into words on this thread now. */
    public static Language current() {
        Language other = FOR_A_WHILE.get();
        return other == null ? Objects.requireNonNull(CHOSEN.get()) : other;
    }

    /** Makes it the program's language; texts that are already shown stay as they are. */
    public static void choose(Language language) {
        CHOSEN.set(language);
    }

    /** The language with a tag such as {@code de} or {@code de-AT}; empty for one that the program does not speak. */
    public static Optional<Language> of(String tag) {
        String wanted = Locale.forLanguageTag(tag.strip().replace('_', '-')).getLanguage();
        return Arrays.stream(values()).filter(language -> language.tag.equals(wanted)).findFirst();
    }

    /** The language tag, as settings and options write it. */
    public String tag() {
        return tag;
    }

    /** Its name in itself, for lists to choose from. */
    public String ownName() {
        return ownName;
    }

    /**
     * The texts in the bundle of a class's package, for a library that looks texts up itself; what is not translated is
     * in English.
     */
    public ResourceBundle bundle(Class<?> home) {
        return Bundles.bundle(home.getPackageName(), home.getClassLoader(), this);
    }

    /** How numbers, months and days of the week are written beside its texts. */
    public Locale locale() {
        return locale;
    }

    /** A label as an adjective inside a sentence. */
    public String adjective(String label) {
        return small(label);
    }

    /** A label as a noun inside a sentence, which German alone writes with a capital. */
    public String noun(String label) {
        return this == GERMAN ? label : small(label);
    }

    /** Abbreviations such as IP stay as they are. */
    private String small(String label) {
        return label.length() > 1 && Character.isUpperCase(label.charAt(1)) ? label
                : label.substring(0, 1).toLowerCase(locale) + label.substring(1);
    }

    /**
     * Does work whose texts are put into words in this language. It holds for this thread alone: work that is handed on
     * must take the language with it.
     */
    public <T, E extends Exception> T during(Worded<T, E> work) throws E {
        Language before = FOR_A_WHILE.get();
        FOR_A_WHILE.set(this);
        try {
            return work.put();
        } finally {
            if (before == null) {
                FOR_A_WHILE.remove();
            } else {
                FOR_A_WHILE.set(before);
            }
        }
    }
}
