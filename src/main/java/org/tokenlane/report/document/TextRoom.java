package org.tokenlane.report.document;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * How much room a text needs in a picture, whoever draws it: never less than Noto Sans takes, so that what is laid
 * out by it does not overlap, and the same on every computer.
 */
final class TextRoom {

    /** The widths of Noto Sans, as parts of its size, rounded up; what is in none of them is as wide as the widest. */
    private static final Map<String, Double> WIDTHS = Map.of(" ijl!,.:;'`´’‘·()", 0.31, "It[]f-", 0.37, "r/\\\"{}“”",
            0.42,
            "czs?°_–", 0.51, "0123456789aevyxkLFSETJYZ+<>=~$×«»éèàäêëáâ*|", 0.575, "bdghnopquPVXKBRCAöüóòúñß#", 0.65,
            "ADGHNOQUwŵØÅÄÖÜ&", 0.8, "MWm@%æÆœŒŴ…", 0.96);
    /** Of dashes and quotation marks. */
    private static final double DASH = 0.51;
    private static final double WIDEST = 1;
    private static final double SMALL_LETTER = 0.67;
    private static final double CAPITAL = 0.8;
    private static final int LATIN_ENDS = 0x180;
    private static final double[] OF_LATIN = latin();
    /** Other fonts, where Noto Sans is not at hand, are a little wider. */
    private static final double SPARE = 1.03;

    private TextRoom() {
    }

    private static double[] latin() {
        double[] widths = new double[LATIN_ENDS];
        for (int point = 0; point < LATIN_ENDS; point++) {
            widths[point] = Character.isLowerCase(point) ? SMALL_LETTER
                    : Character.isUpperCase(point) ? CAPITAL : WIDEST;
        }
        WIDTHS.forEach((letters, width) -> letters.chars().filter(point -> point < LATIN_ENDS)
                .forEach(point -> widths[point] = width));
        return widths;
    }

    /** The width of a line, in the same unit as its size. */
    static double of(String text, double size) {
        return Plain.line(text).codePoints().mapToDouble(TextRoom::of).sum() * size * SPARE;
    }

    private static double of(int point) {
        return point < LATIN_ENDS ? OF_LATIN[point] : isPunctuation(point) ? DASH : WIDEST;
    }

    /** Dashes and quotation marks; the ellipsis is wider. */
    private static boolean isPunctuation(int point) {
        return point >= 0x2010 && point <= 0x201f && point != 0x2014 && point != 0x2015;
    }

    /** The text as far as it fits, with an ellipsis where it does not. */
    static String cut(String text, double size, double room) {
        String line = Plain.line(text);
        if (of(line, size) <= room) {
            return line;
        }
        int end = line.length();
        while (end > 0 && of(line.substring(0, end) + "…", size) > room) {
            end = line.offsetByCodePoints(end, -1);
        }
        return end == 0 ? "" : line.substring(0, end) + "…";
    }

    /** The text in at most so many lines, broken between words; the last is cut where there is more. */
    static List<String> lines(String text, double size, double room, int most) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String word : Plain.line(text).split(" ")) {
            boolean fits = line.isEmpty() || of(line + " " + word, size) <= room;
            if (!fits && lines.size() + 1 < most) {
                lines.add(line.toString());
                line.setLength(0);
            }
            line.append(line.isEmpty() ? "" : " ").append(word);
        }
        lines.add(line.toString());
        return lines.stream().map(one -> cut(one, size, room)).toList();
    }
}
