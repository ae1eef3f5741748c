package org.tokenlane.report.document;

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
    /** Of a longer part, at least so many characters stay together at both ends. */
    public static final int TOGETHER = 4;

    private PartedWord() {
    }

    /**
     * Tells whether the text may be broken in front of a character.
     *
     * @param place
     *            from 0 to the length of the text
     */
    public static boolean isPlace(String text, int place) {
        return place > 0 && place < text.length() && (isBetweenParts(text, place) || isInsideLongPart(text, place)
                || isInsideSigns(text, place));
    }

    /** Behind the signs that parts are joined by, and in front of the sign of a mail address. */
    private static boolean isBetweenParts(String text, int place) {
        return text.charAt(place) == '@'
                || text.charAt(place - 1) != '@' && !isOfPart(text, place - 1) && isOfPart(text, place);
    }

    private static boolean isInsideLongPart(String text, int place) {
        int begin = place;
        while (begin > 0 && isOfPart(text, begin - 1) && place - begin <= WHOLE) {
            begin--;
        }
        int end = place;
        while (end < text.length() && isOfPart(text, end) && end - place <= WHOLE) {
            end++;
        }
        int whole = isMixed(text, begin, end) ? WHOLE_ID : WHOLE;
        return end - begin > whole && place - begin >= TOGETHER && end - place >= TOGETHER;
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
                if (i == word.length() || letters && isBetween(word, i)) {
                    longest = Math.max(longest, i - begin);
                    begin = i;
                }
            }
        }
        return longest;
    }

    private static boolean isBetween(String text, int place) {
        return place > 0 && isBetweenParts(text, place);
    }
}
