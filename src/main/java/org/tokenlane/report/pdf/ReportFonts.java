package org.tokenlane.report.pdf;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import java.awt.Font;
import java.awt.FontFormatException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** The fonts of a report, which are embedded into it: Noto, under the SIL Open Font License 1.1, which allows that. */
final class ReportFonts {

    private static final String[][] FONTS = { { "NotoSans_400Regular.ttf", "Noto Sans", "400" },
        { "NotoSans_700Bold.ttf", "Noto Sans", "700" },
        { "NotoSansJP_400Regular.ttf", "Noto Sans JP", "400" },
        { "NotoSansArabic_400Regular.ttf", "Noto Sans Arabic", "400" },
        { "NotoSansHebrew_400Regular.ttf", "Noto Sans Hebrew", "400" },
        { "NotoEmoji_400Regular.ttf", "Noto Emoji", "400" } };

    /** Where in a TrueType font its tables are listed, and how long an entry is. */
    private static final int DIRECTORY = 12;
    private static final int DIRECTORY_ENTRY = 16;

    private ReportFonts() {
    }

    static void into(PdfRendererBuilder builder) {
        for (String[] font : FONTS) {
            builder.useFont(() -> new ByteArrayInputStream(plain(font[0])), font[1], Integer.valueOf(font[2]),
                    FontStyle.NORMAL, true);
        }
    }

    /**
     * The font without its table of ligatures (GSUB): PDFBox would look through it for every text with regular
     * expressions, which took nine tenths of a long report's time,
     * and would draw nothing else of what stands in reports.
     */
    static byte[] plain(String file) {
        try (InputStream in = stream(file)) {
            byte[] font = in.readAllBytes();
            int tables = (font[4] & 0xff) << 8 | font[5] & 0xff;
            for (int entry = 0; entry < tables; entry++) {
                int at = DIRECTORY + entry * DIRECTORY_ENTRY;
                if (new String(font, at, 4, StandardCharsets.US_ASCII).equals("GSUB")) {
                    font[at] = 'x';
                }
            }
            return font;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The font of timelines, made once: Java keeps a file of its own open for each that is made. */
    static Font ofTimelines() {
        return Timelines.FONT;
    }

    private static final class Timelines {

        static final Font FONT = read();

        private static Font read() {
            try (InputStream in = stream(FONTS[0][0])) {
                return Font.createFont(Font.TRUETYPE_FONT, in);
            } catch (IOException | FontFormatException e) {
                throw new UncheckedIOException(new IOException(PdfText.NO_FONT.text(), e));
            }
        }
    }

    static InputStream stream(String file) {
        return ReportFonts.class.getResourceAsStream("fonts/" + file);
    }
}
