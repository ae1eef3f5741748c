package org.tokenlane.report.pdf;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.tokenlane.report.document.PartedWord;

/**
 * The report's fonts for lines of lists: of each letter the first font that has it, and its width. A font is embedded
 * where a letter of it is drawn.
 */
final class ListFont {

    /** Letters of one font that stand side by side. */
    record Run(PDFont font, String text) {
    }

    private static final float EM = 1_000f;
    /** Letters below this number, which nearly all are, are looked up in a list. */
    private static final int LATIN = 256;

    private final PDDocument document;
    private final List<String> files;
    private final List<TrueTypeFont> fonts = new ArrayList<>();
    private final List<CmapLookup> letters = new ArrayList<>();
    private final List<PDFont> embedded = new ArrayList<>();
    private final Map<Integer, int[]> known = new HashMap<>();
    private final int[][] latin = new int[LATIN][];

    /**
     * @param files
     *            in the order in which they are asked for a letter
     */
    ListFont(PDDocument document, List<String> files) {
        this.document = document;
        this.files = files;
    }

    private int[] letter(int c) throws IOException {
        int[] found = c < LATIN ? latin[c] : known.get(c);
        if (found == null) {
            found = look(c);
            if (c < LATIN) {
                latin[c] = found;
            } else {
                known.put(c, found);
            }
        }
        return found;
    }

    /** The number of the font, the width in thousandths of the size, and the letter that is drawn in its place. */
    private int[] look(int c) throws IOException {
        for (int number = 0; number < files.size(); number++) {
            if (number == fonts.size()) {
                TrueTypeFont font = new TTFParser()
                        .parse(new RandomAccessReadBuffer(ReportFonts.plain(files.get(number))));
                fonts.add(font);
                letters.add(font.getUnicodeCmapLookup());
                embedded.add(null);
            }
            int glyph = letters.get(number).getGlyphId(c);
            if (glyph != 0) {
                return new int[] { number,
                    Math.round(fonts.get(number).getAdvanceWidth(glyph) * EM / fonts.get(number).getUnitsPerEm()),
                    c };
            }
        }
        return c == '?' ? new int[] { 0, 0, c } : letter('?');
    }

    private PDFont font(int number) throws IOException {
        PDFont font = embedded.get(number);
        if (font == null) {
            font = PDType0Font.load(document, fonts.get(number), true);
            embedded.set(number, font);
        }
        return font;
    }

    /** The width of a letter in a font of this size. */
    float width(int c, float size) throws IOException {
        return letter(c)[1] * size / EM;
    }

    /** The text in parts that are each of one font; a letter that no font has is a question mark. */
    List<Run> runs(String text) throws IOException {
        List<Run> runs = new ArrayList<>();
        StringBuilder part = new StringBuilder();
        int of = -1;
        for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
            int c = text.codePointAt(i);
            int[] letter = letter(c);
            int number = letter[0];
            if (number != of && !part.isEmpty()) {
                runs.add(new Run(font(of), part.toString()));
                part.setLength(0);
            }
            of = number;
            part.appendCodePoint(letter[2]);
        }
        if (!part.isEmpty()) {
            runs.add(new Run(font(of), part.toString()));
        }
        return runs;
    }

    /**
     * The text in lines none of which is wider: broken at blanks, a word that is longer than a line between its parts,
     * and where a part is too long, too, anywhere.
     */
    List<String> lines(String text, float size, float widest) throws IOException {
        List<String> lines = new ArrayList<>();
        int start = 0;
        while (start < text.length()) {
            int end = end(text, start, size, widest);
            end = end < text.length() ? place(text, start, end, size, widest) : end;
            lines.add(text.substring(start, end).strip());
            start = end;
            while (start < text.length() && text.charAt(start) == ' ') {
                start++;
            }
        }
        return lines;
    }

    /** Where the first letter is that has no room on a line. */
    private int end(String text, int start, float size, float widest) throws IOException {
        int end = start;
        float width = 0;
        while (end < text.length()) {
            int c = text.codePointAt(end);
            width += width(c, size);
            if (width > widest && end > start) {
                break;
            }
            end += Character.charCount(c);
        }
        return end;
    }

    private int place(String text, int start, int end, float size, float widest) throws IOException {
        if (text.charAt(end) == ' ') {
            return end;
        }
        int blank = text.lastIndexOf(' ', end - 1);
        if (blank > start) {
            int next = text.indexOf(' ', blank + 1);
            if (end(text, blank + 1, size, widest) >= (next < 0 ? text.length() : next)) {
                return blank + 1;
            }
        }
        int place = end;
        while (place > start + 1 && text.charAt(place - 1) != ' ' && !PartedWord.isPlace(text, place)) {
            place--;
        }
        return place > start + 1 ? place : end;
    }
}
