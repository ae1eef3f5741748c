package org.tokenlane.report.pdf;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import java.io.InputStream;

/** The fonts of a report, which are embedded into it: Noto, under the SIL Open Font License 1.1, which allows that. */
final class ReportFonts {

    private static final String[][] FONTS = { { "NotoSans_400Regular.ttf", "Noto Sans", "400" }, { "NotoSans_700Bold.ttf", "Noto Sans", "700" },
        { "NotoSansJP_400Regular.ttf", "Noto Sans JP", "400" }, { "NotoSansArabic_400Regular.ttf", "Noto Sans Arabic", "400" },
        { "NotoSansHebrew_400Regular.ttf", "Noto Sans Hebrew", "400" }, { "NotoEmoji_400Regular.ttf", "Noto Emoji", "400" } };

    private ReportFonts() {
    }

    static void into(PdfRendererBuilder builder) {
        for (String[] font : FONTS) {
            builder.useFont(() -> stream(font[0]), font[1], Integer.valueOf(font[2]), FontStyle.NORMAL, true);
        }
    }

    static InputStream stream(String file) {
        return ReportFonts.class.getResourceAsStream("fonts/" + file);
    }
}
