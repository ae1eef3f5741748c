package org.tokenlane.extract.pseudonym;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds any of many texts in a text, in any case, the longest first. */
final class KnownTexts {

    /** What the table is sorted by: as many letters as fit into a long. */
    private static final int LETTERS = 4;
    /** Odd, so that no two numbers become one by it. */
    private static final long SPREAD = 0x9e3779b97f4a7c15L;

    private static final int SHORTEST_WORD = 6;
    /** Of which pseudonyms and the exports themselves are made. */
    private static final Set<String> OWN_WORDS = Set.of("person", "tenant", "device", "domain", "example", "folder",
            "subject", "message", "documents", "default",
            "microsoft",
            "office", "outlook", "exchange", "sharepoint", "onedrive", "system", "windows", "android", "regular",
            "success", "succeeded", "failure", "unknown", "member",
            "standard",
            "german", "active", "mailbox", "webmail", "server", "online", "cloud", "portal", "account", "accounts",
            "service", "support");
    /** What short values of any field are, so that they are nobody's name. */
    private static final Set<String> SAYS_NOTHING = Set.of("true", "false", "null", "none", "yes", "no", "n/a", "user",
            "users", "admin", "app", "file", "list", "web", "test", "mail", "name", "value", "type", "id", "re", "fw",
            "fwd", "aw", "wg", "inbox", "other", "update", "add", "get", "post", "set", "item", "home", "guest");
    /** What separates values in records, JSON inside a table cell included. */
    private static final String DELIMITERS = "\",;\t|\\[]{}=\n\r";

    private final Map<Long, List<String>> byStart = new HashMap<>();
    private final Map<String, String> replacements = new HashMap<>();
    /** Texts that would be found inside others where they mean something else: only whole values are compared. */
    private final Map<String, String> wholes = new HashMap<>();

    /** Takes in a name; one that is short or a common word is looked for as a whole value only. */
    void addName(String text, String replacement) {
        String lower = lower(text.strip());
        if (isWholeOnly(lower) && !replacement.equalsIgnoreCase(text)) {
            wholes.putIfAbsent(lower, replacement);
        }
        add(text, replacement);
    }

    /** Takes in a text; what is short or a common word would be found where it means something else. */
    void add(String text, String replacement) {
        String lower = lower(text);
        if (lower.length() >= LETTERS && !isCommon(lower) && replacements.putIfAbsent(lower, replacement) == null) {
            List<String> same = byStart.computeIfAbsent(start(lower, 0), none -> new ArrayList<>());
            same.add(lower);
            same.sort((a, b) -> b.length() - a.length());
        }
    }

    private static boolean isCommon(String lower) {
        return lower.chars().allMatch(Character::isLetter)
                && (lower.length() < SHORTEST_WORD || OWN_WORDS.contains(lower))
                || lower.chars().allMatch(c -> Character.isDigit(c) || c == '.');
    }

    /** A name of few letters; a single letter, a number or a word of the exports themselves says nothing. */
    private static boolean isWholeOnly(String lower) {
        return lower.length() > 1 && lower.chars().anyMatch(Character::isLetter) && !OWN_WORDS.contains(lower)
                && !SAYS_NOTHING.contains(lower) && (lower.length() < LETTERS || isCommon(lower));
    }

    /** The first short text that is a whole value somewhere in a record, whatever its form; or null. */
    @Nullable
    String wholeIn(String lower) {
        if (wholes.isEmpty()) {
            return null;
        }
        int from = 0;
        for (int i = 0; i <= lower.length(); i++) {
            if (i == lower.length() || DELIMITERS.indexOf(lower.charAt(i)) >= 0) {
                String value = lower.substring(from, i).strip();
                boolean isName = lower.startsWith("\":", i) || lower.startsWith("\\\":", i);
                if (!isName && wholes.containsKey(value)) {
                    return value;
                }
                from = i + 1;
            }
        }
        return null;
    }

    /** The longest text that stands at this place, or null. */
    @Nullable
    String at(String lower, int place, boolean asWord) {
        if (place + LETTERS > lower.length()
                || asWord && place > 0 && isLetter(lower, place - 1) && isLetter(lower, place)
                        && !isAfterEscape(lower, place)) {
            return null;
        }
        List<String> same = byStart.get(start(lower, place));
        if (same == null) {
            return null;
        }
        for (String text : same) {
            int end = place + text.length();
            if (lower.startsWith(text, place)
                    && !(asWord && end < lower.length() && isLetter(lower, end - 1) && isLetter(lower, end))) {
                return text;
            }
        }
        return null;
    }

    @Nullable
    String replacement(String text) {
        return replacements.get(text);
    }

    /** The text with a replacement in place of each that is found as a word of its own. */
    String replaced(String text) {
        String lower = lower(text);
        String whole = wholes.get(lower.strip());
        if (whole != null) {
            return whole;
        }
        StringBuilder after = null;
        int done = 0;
        int i = 0;
        while (i + LETTERS <= lower.length()) {
            String found = at(lower, i, true);
            if (found == null) {
                i++;
                continue;
            }
            after = after == null ? new StringBuilder(text.length() + 16) : after;
            after.append(text, done, i).append(replacements.get(found));
            i += found.length();
            done = i;
        }
        return after == null ? text : after.append(text, done, text.length()).toString();
    }

    /**
     * Lower-case letter by letter, so that places stay what they are; {@link String#toLowerCase} makes two letters of
     * some.
     */
    static String lower(String text) {
        char[] letters = text.toCharArray();
        for (int i = 0; i < letters.length; i++) {
            letters[i] = Character.toLowerCase(letters[i]);
        }
        return new String(letters);
    }

    /** In the address of a call, the quotation mark before a word is {@code %22}. */
    private static boolean isAfterEscape(String text, int place) {
        return place >= 3 && text.charAt(place - 3) == '%' && Character.digit(text.charAt(place - 2), 16) >= 0
                && Character.digit(text.charAt(place - 1), 16) >= 0;
    }

    private static boolean isLetter(String text, int place) {
        return Character.isLetterOrDigit(text.charAt(place));
    }

    /** The first letters as one number, spread so that texts of similar letters do not share a place in the table. */
    private static long start(String text, int place) {
        long letters = (long) text.charAt(place) << 48 | (long) text.charAt(place + 1) << 32
                | (long) text.charAt(place + 2) << 16 | text.charAt(place + 3);
        return letters * SPREAD;
    }
}
