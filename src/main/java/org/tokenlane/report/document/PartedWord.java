package org.tokenlane.report.document;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The parts that long words of logs consist of, as the names between the dots of a mail address, and where such a word
 * is broken that has no room on a line: between its parts, and inside a part only where that is long itself.
 */
public final class PartedWord {

    /** A part of at most so many characters stays whole. */
    public static final int WHOLE = 10;
    /** The same where small and capital letters alternate as in a token's id, whose letters are wider. */
    public static final int WHOLE_ID = 7;
    /** So many signs that are no letters stay together, as those behind the scheme of an address. */
    public static final int SIGNS = 3;
    /** So many letters of one of several words that are written together stay whole, as in MailItemsAccessed. */
    public static final int WHOLE_WORD = 14;
    /** In front of a capital too, so many letters stay together. */
    public static final int TOGETHER_IN_WORDS = 3;
    /** Of a longer part, at least so many characters stay together at both ends. */
    public static final int TOGETHER = 4;

    /** A SHA-256 is broken in equal rows. */
    private static final int HASH = 64;
    private static final int ROW_OF_HASH = 16;
    private static final Pattern TIME = Pattern
            .compile("\\d{4}-\\d{2}-\\d{2}|(?<![\\d:])\\d{2}:\\d{2}(:\\d{2}(\\.\\d{1,9})?)?(?![\\d:])");
    /** So far around a place a time or a date is looked for. */
    private static final int LONGEST_TIME = 18;

    private PartedWord() {
    }

    /**
     * Tells whether the text may be broken in front of a character.
     *
     * @param place
     *            from 0 to the length of the text
     */
    public static boolean isPlace(String text, int place) {
        return place > 0 && place < text.length() && !isInsideTime(text, place)
                && (isBetweenParts(text, place) || isInsideLongPart(text, place)
                        || isInsideSigns(text, place));
    }

    /** Behind the signs that parts are joined by, and in front of the sign of a mail address. */
    private static boolean isBetweenParts(String text, int place) {
        return text.charAt(place) == '@'
                || text.charAt(place - 1) != '@' && !isOfPart(text, place - 1) && isOfPart(text, place);
    }

    /**
     * Tells whether a time or a date would be broken.
     *
     * @param place
     *            from 1 to the length of the text, less 1
     */
    public static boolean isInsideTime(String text, int place) {
        if (!isOfTime(text.charAt(place - 1)) || !isOfTime(text.charAt(place))) {
            return false;
        }
        int from = Math.max(0, place - LONGEST_TIME);
        Matcher time = TIME.matcher(text).region(from, Math.min(text.length(), place + LONGEST_TIME))
                .useTransparentBounds(true);
        while (time.find()) {
            if (time.start() < place && place < time.end()) {
                return true;
            }
        }
        return false;
    }

    private static boolean isOfTime(char c) {
        return c >= '0' && c <= '9' || c == ':' || c == '.' || c == '-';
    }

    private static boolean isInsideLongPart(String text, int place) {
        int begin = place;
        while (begin > 0 && isOfPart(text, begin - 1) && place - begin <= HASH) {
            begin--;
        }
        int end = place;
        while (end < text.length() && isOfPart(text, end) && end - place <= HASH) {
            end++;
        }
        if (isHash(text, begin, end)) {
            return (place - begin) % ROW_OF_HASH == 0;
        }
        if (isOfWords(text, begin, end)) {
            return isInsideWords(text, begin, place, end);
        }
        int whole = isMixed(text, begin, end) ? WHOLE_ID : WHOLE;
        return end - begin > whole && place - begin >= TOGETHER && end - place >= TOGETHER;
    }

    /** What is left of one behind a row, too: the layout asks again for each line. */
    private static boolean isHash(String text, int begin, int end) {
        return end - begin <= HASH && end - begin > ROW_OF_HASH && (end - begin) % ROW_OF_HASH == 0
                && text.substring(begin, end).chars().allMatch(c -> c < 128 && Character.digit(c, 16) >= 0);
    }

    /** Words that are written together, each with a capital; where digits are among them it is an id. */
    private static boolean isOfWords(String text, int begin, int end) {
        return isMixed(text, begin, end) && text.substring(begin, end).chars().noneMatch(Character::isDigit);
    }

    private static boolean isInsideWords(String text, int begin, int place, int end) {
        if (isCapital(text, begin, place, end)) {
            return true;
        }
        int first = place;
        while (first > begin && (first == place || !isCapital(text, begin, first, end))) {
            first--;
        }
        int last = place + 1;
        while (last < end && !isCapital(text, begin, last, end)) {
            last++;
        }
        return last - first > WHOLE_WORD && place - first >= TOGETHER && last - place >= TOGETHER;
    }

    /** In front of a word: its capital, of several the one that small letters follow. */
    private static boolean isCapital(String text, int begin, int place, int end) {
        return place - begin >= TOGETHER_IN_WORDS && end - place >= TOGETHER_IN_WORDS
                && Character.isUpperCase(text.charAt(place))
                && (!Character.isUpperCase(text.charAt(place - 1)) || Character.isLowerCase(text.charAt(place + 1)));
    }

    /** Inside a row of signs, as that of the days on which a log has events. */
    private static boolean isInsideSigns(String text, int place) {
        int begin = place;
        while (begin > 0 && isSign(text, begin - 1) && place - begin <= SIGNS) {
            begin--;
        }
        int end = place;
        while (end < text.length() && isSign(text, end) && end - place <= SIGNS) {
            end++;
        }
        return begin < place && end > place && end - begin > SIGNS;
    }

    private static boolean isSign(String text, int index) {
        return !isOfPart(text, index) && text.charAt(index) != ' ';
    }

    private static boolean isMixed(String text, int begin, int end) {
        for (int i = begin + 1; i < end; i++) {
            if (Character.isUpperCase(text.charAt(i)) && Character.isLowerCase(text.charAt(i - 1))) {
                return true;
            }
        }
        return false;
    }

    private static boolean isOfPart(String text, int index) {
        char c = text.charAt(index);
        return Character.isLetterOrDigit(c) || Character.isSurrogate(c)
                || Character.getType(c) == Character.NON_SPACING_MARK
                || Character.getType(c) == Character.COMBINING_SPACING_MARK;
    }

    /** How many characters the longest piece has that stays whole; a date or a time is one. */
    static int longestPart(String text) {
        int longest = 0;
        for (String word : text.split(" ")) {
            int begin = 0;
            boolean letters = word.chars().anyMatch(Character::isLetter);
            for (int i = 0; i <= word.length(); i++) {
                if (i == word.length() || letters && (isBetween(word, i) || isInFrontOfWord(word, i))) {
                    longest = Math.max(longest, i - begin);
                    begin = i;
                }
            }
        }
        return longest;
    }

    private static boolean isInFrontOfWord(String text, int place) {
        return place > 0 && isInsideLongPart(text, place) && Character.isUpperCase(text.charAt(place))
                && Character.isLowerCase(text.charAt(place - 1));
    }

    private static boolean isBetween(String text, int place) {
        return place > 0 && isBetweenParts(text, place);
    }
}
