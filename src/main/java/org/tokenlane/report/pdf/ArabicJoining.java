package org.tokenlane.report.pdf;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Gives Arabic letters the forms in which they join with those beside them. Unicode has each form as a character of its
 * own (presentation forms), in the order isolated,
 * final, initial, medial, and the JDK knows which letter each is a form of; so no table is needed. Letters with two
 * forms join only with the letter before them.
 */
final class ArabicJoining {

    private static final int ISOLATED = 0;
    private static final int FINAL = 1;
    private static final int INITIAL = 2;
    private static final int MEDIAL = 3;
    private static final int TATWEEL = 0x640;
    /** By letter, or by the two letters of a ligature, its forms. */
    private static final Map<String, List<Integer>> FORMS = forms();

    private ArabicJoining() {
    }

    private static Map<String, List<Integer>> forms() {
        Map<String, List<Integer>> forms = new HashMap<>();
        // the second block first: it has the two forms of alef maksura that the first adds two to
        for (int[] block : new int[][] { { 0xfe70, 0xfefc }, { 0xfb50, 0xfbe9 } }) {
            for (int form = block[0]; form <= block[1]; form++) {
                String letters = Normalizer.normalize(Character.toString(form), Normalizer.Form.NFKC);
                boolean ligature = letters.length() == 2 && letters.charAt(0) == 0x644;
                if ((letters.length() == 1 || ligature) && letters.charAt(0) != form
                        && letters.charAt(0) > TATWEEL - 0x20 && Character.isDefined(form)) {
                    forms.computeIfAbsent(letters, none -> new ArrayList<>()).add(form);
                }
            }
        }
        return forms;
    }

    /** The text, in the order in which it is read, with joined letters. */
    static String joined(String text) {
        if (text.chars().noneMatch(c -> c >= 0x620 && c <= 0x6d3)) {
            return text;
        }
        StringBuilder joined = new StringBuilder(text.length());
        boolean openBefore = false;
        for (int i = 0; i < text.length(); i++) {
            char letter = text.charAt(i);
            if (isMark(letter)) {
                joined.append(letter);
                continue;
            }
            int next = next(text, i);
            List<Integer> ligature = next < text.length() ? FORMS.get("" + letter + text.charAt(next)) : null;
            if (ligature != null && next == i + 1) {
                joined.appendCodePoint(ligature.get(openBefore ? FINAL : ISOLATED));
                openBefore = false;
                i++;
                continue;
            }
            List<Integer> forms = FORMS.get(String.valueOf(letter));
            int ways = forms == null ? 0 : forms.size();
            boolean before = openBefore && ways > FINAL;
            boolean after = ways > MEDIAL && next < text.length() && takes(text.charAt(next));
            if (forms != null && ways > FINAL) {
                joined.appendCodePoint(
                        forms.get(before && after ? MEDIAL : before ? FINAL : after ? INITIAL : ISOLATED));
            } else {
                joined.append(letter);
            }
            openBefore = ways > MEDIAL || letter == TATWEEL;
        }
        return joined.toString();
    }

    private static boolean takes(char letter) {
        List<Integer> forms = FORMS.get(String.valueOf(letter));
        return letter == TATWEEL || forms != null && forms.size() > FINAL;
    }

    /** The place of the next letter that is no mark above or below another. */
    private static int next(String text, int place) {
        int next = place + 1;
        while (next < text.length() && isMark(text.charAt(next))) {
            next++;
        }
        return next;
    }

    private static boolean isMark(char letter) {
        return Character.getType(letter) == Character.NON_SPACING_MARK;
    }
}
