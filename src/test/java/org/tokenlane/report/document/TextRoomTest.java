package org.tokenlane.report.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Font;
import java.awt.font.FontRenderContext;
import java.io.InputStream;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tokenlane.report.pdf.PdfReport;

/** The room that texts need in pictures. */
class TextRoomTest {

    private static double real(String text) throws Exception {
        try (InputStream in = PdfReport.class.getResourceAsStream("fonts/NotoSans_400Regular.ttf")) {
            return Font.createFont(Font.TRUETYPE_FONT, in).deriveFont(100f)
                    .getStringBounds(text, new FontRenderContext(null, true, true)).getWidth();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = { "MMMM WWWW mmmm @@@@ %%%%", "Mail rule created or changed × 14", "“Løn og pension.docx”…",
        "2026-09-15 08:12:00 UTC", "ÆØÅ æøå ÄÖÜ äöü ß œ", "Жук", "{[(|/\\)]}", "日本語", "–—‘’„" })
    void noTextNeedsMoreThanIsReckonedWith(String text) throws Exception {
        assertThat(TextRoom.of(text, 100)).isGreaterThanOrEqualTo(real(text));
    }

    @Test
    void everyLetterOfWesternEuropeNeedsNoMoreThanIsReckonedWithAndNoneAWholeLetterMore() throws Exception {
        for (int point = 0x20; point < 0x17f; point++) {
            if (point != 0x7f && !Character.isISOControl(point)) {
                String letter = Character.toString(point);
                assertThat(TextRoom.of(letter, 100)).as(letter).isBetween(real(letter), real(letter) + 100);
            }
        }
    }

    @Test
    void aTextIsCutWhereItNoLongerFits() {
        double room = TextRoom.of("abcdef", 10);
        assertThat(TextRoom.cut("abcdef", 10, room)).isEqualTo("abcdef");
        assertThat(TextRoom.cut("abcdef", 10, room - 0.1)).isEqualTo("abc…");
        assertThat(TextRoom.cut("abcdef", 10, 1)).isEmpty();
        assertThat(TextRoom.cut("😀😀😀", 10, TextRoom.of("😀😀", 10) + 0.1)).isEqualTo("😀…");
    }

    @Test
    void linesBreakBetweenWordsAndTheLastOneIsCut() {
        double room = TextRoom.of("one two", 10);
        assertThat(TextRoom.lines("one two three", 10, room, 2)).containsExactly("one two", "three");
        assertThat(TextRoom.lines("one two", 10, room, 2)).containsExactly("one two");
        assertThat(TextRoom.lines("one two three four five", 10, room, 2)).isEqualTo(
                List.of("one two", TextRoom.cut("three four five", 10, room)));
    }
}
