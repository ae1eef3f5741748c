package org.tokenlane.report.pdf;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdfwriter.compress.CompressParameters;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;

/**
 * Lets what a reader searches for or copies be the letters that stand in the logs. A font has one drawing for several
 * characters (入 and the radical ⼊), and PDFBox notes
 * the one with the lowest number; joined Arabic letters are noted as the forms that were drawn.
 */
final class SearchableText {

    private static final Pattern RANGE = Pattern.compile("<([0-9A-Fa-f]{4})> <([0-9A-Fa-f]{4})> <([0-9A-Fa-f]+)>");
    private static final String BEGIN = "beginbfrange";
    private static final String END = "endbfrange";
    private static final int MOST_IN_BLOCK = 100;

    private SearchableText() {
    }

    /** Mends the document's fonts. It is then to be saved. */
    static void mend(PDDocument document) throws IOException {
        makeTables(document);
        Set<COSBase> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        for (PDPage page : document.getPages()) {
            COSDictionary fonts = page.getResources() == null ? null
                    : page.getResources().getCOSObject().getCOSDictionary(COSName.FONT);
            if (fonts != null) {
                for (COSName name : fonts.keySet()) {
                    COSDictionary font = fonts.getCOSDictionary(name);
                    COSStream letters = font == null ? null : font.getCOSStream(COSName.TO_UNICODE);
                    if (letters != null && seen.add(letters)) {
                        mend(letters);
                    }
                }
            }
        }
    }

    /**
     * Only saving makes the fonts' tables; what the document holds is taken out for so long, since that would be
     * written too.
     */
    private static void makeTables(PDDocument document) throws IOException {
        COSDictionary catalog = document.getDocumentCatalog().getCOSObject();
        Map<COSName, COSBase> content = new LinkedHashMap<>();
        for (COSName name : List.copyOf(catalog.keySet())) {
            content.put(name, catalog.getItem(name));
            catalog.removeItem(name);
        }
        catalog.setItem(COSName.TYPE, COSName.CATALOG);
        try {
            document.save(OutputStream.nullOutputStream(), CompressParameters.NO_COMPRESSION);
        } finally {
            content.forEach(catalog::setItem);
        }
    }

    private static void mend(COSStream letters) throws IOException {
        String table = new String(letters.createInputStream().readAllBytes(), StandardCharsets.US_ASCII);
        List<String> entries = new ArrayList<>();
        boolean changed = false;
        Matcher ranges = RANGE.matcher(table);
        while (ranges.find()) {
            int first = Integer.parseInt(ranges.group(1), 16);
            int last = Integer.parseInt(ranges.group(2), 16);
            String text = ranges.group(3);
            if (text.length() != 4 || !holdsForms(Integer.parseInt(text, 16), last - first)) {
                entries.add(ranges.group());
                continue;
            }
            for (int glyph = first; glyph <= last; glyph++) {
                String letter = Character.toString(Integer.parseInt(text, 16) + glyph - first);
                String plain = Normalizer.normalize(letter, Normalizer.Form.NFKC);
                changed |= !plain.equals(letter);
                entries.add(String.format("<%04X> <%04X> <%s>", glyph, glyph, hexadecimal(plain)));
            }
        }
        int begin = table.indexOf(BEGIN);
        int end = table.lastIndexOf(END);
        if (!changed || begin < 0 || end < 0) {
            return;
        }
        StringBuilder mended = new StringBuilder(table.substring(0, table.lastIndexOf('\n', begin) + 1));
        for (int from = 0; from < entries.size(); from += MOST_IN_BLOCK) {
            List<String> block = entries.subList(from, Math.min(entries.size(), from + MOST_IN_BLOCK));
            mended.append(block.size()).append(' ').append(BEGIN).append('\n').append(String.join("\n", block))
                    .append('\n').append(END).append('\n');
        }
        mended.append(table.substring(end + END.length()).stripLeading());
        try (OutputStream out = letters.createOutputStream(COSName.FLATE_DECODE)) {
            out.write(mended.toString().getBytes(StandardCharsets.US_ASCII));
        }
    }

    /**
     * Tells whether a range of characters touches those that are only forms of others: radicals, presentation forms.
     */
    private static boolean holdsForms(int first, int more) {
        int last = first + more;
        return first <= 0x2fdf && last >= 0x2e80 || first <= 0xfdff && last >= 0xfb50
                || first <= 0xfefc && last >= 0xfe70;
    }

    private static String hexadecimal(String text) {
        StringBuilder digits = new StringBuilder();
        text.chars().forEach(c -> digits.append(String.format("%04X", c)));
        return digits.toString();
    }
}
