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

    private final Map<Long, List<String>> byStart = new HashMap<>();
    private final Map<String, String> replacements = new HashMap<>();

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

    private static long start(String text, int place) {
        return (long) text.charAt(place) << 48 | (long) text.charAt(place + 1) << 32
                | (long) text.charAt(place + 2) << 16 | text.charAt(place + 3);
    }
}
