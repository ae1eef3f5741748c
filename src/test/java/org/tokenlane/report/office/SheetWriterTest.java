package org.tokenlane.report.office;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.zip.ZipFile;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Sheet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The limits of the format, each with the number beside it. */
class SheetWriterTest {

    @TempDir
    private Path folder;
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final Workbook book = new Workbook(out, "test", null);

    private List<String> names(String... names) throws IOException {
        SheetWriter sheets = new SheetWriter(book);
        for (String name : names) {
            sheets.sheet(name, List.of("title"), sheet -> sheet.row("x"));
        }
        book.finish();
        try (ReadableWorkbook read = new ReadableWorkbook(new ByteArrayInputStream(out.toByteArray()))) {
            return read.getSheets().map(Sheet::getName).toList();
        }
    }

    @Test
    void aNameOfThirtyOneLettersIsWholeALongerOneIsCutAndTwoOfOneNameAreNumbered() throws IOException {
        assertThat(names("a".repeat(31), "b".repeat(32), "B".repeat(31), "what?/who")).containsExactly("a".repeat(31),
                "b".repeat(31), "B".repeat(29) + " 2", "what  who");
    }

    private Map<String, Integer> dropped(int rows) throws IOException {
        SheetWriter sheets = new SheetWriter(book, 4);
        sheets.sheet("full", List.of("title"), sheet -> {
            for (int i = 0; i < rows; i++) {
                sheet.row(i);
            }
        });
        return sheets.dropped();
    }

    private String columns(int rows, String last) throws IOException {
        new SheetWriter(book).sheet("wide", List.of("title"), sheet -> {
            for (int i = 1; i < rows; i++) {
                sheet.row("x");
            }
            sheet.row(last);
        });
        book.finish();
        Path file = folder.resolve("wide.xlsx");
        Files.write(file, out.toByteArray());
        try (ZipFile zip = new ZipFile(file.toFile())) {
            String xml = new String(zip.getInputStream(zip.getEntry("xl/worksheets/sheet1.xml")).readAllBytes(),
                    StandardCharsets.UTF_8);
            return xml.substring(xml.indexOf("<cols>"), xml.indexOf("</cols>"));
        }
    }

    @Test
    void aColumnIsAsWideAsAnAddressNeedsAndNoWiderThanSixtyLetters() throws IOException {
        assertThat(columns(1, "soren.ostergard@contoso.example")).contains("width=\"33");
    }

    @Test
    void aLongTextIsReadInItsCell() throws IOException {
        assertThat(columns(3, "x".repeat(59))).contains("width=\"60");
    }

    @Test
    void aLongSheetHasTheWidthOfItsFirstRows() throws IOException {
        assertThat(columns(1_001, "x".repeat(59))).contains("width=\"15");
    }

    @Test
    void whatFitsBelowTheTitlesIsWhole() throws IOException {
        assertThat(dropped(3)).isEmpty();
    }

    @Test
    void oneMoreRowIsCounted() throws IOException {
        assertThat(dropped(4)).containsExactly(Map.entry("full", 1));
    }

    @Test
    void lettersThatXmlCannotContainAreReplacedAndTheirNeighboursStay() {
        List<Integer> replaced = new ArrayList<>();
        IntStream.of(0x8, 0x9, 0xA, 0xB, 0xD, 0xE, 0x1F, 0x20, 0xD7FF, 0xE000, 0xFFFD, 0xFFFE, 0xFFFF, 0x10000)
                .filter(letter -> letter != 0xFFFD
                        && SheetWriter.clean(Character.toString(letter)).codePointAt(0) == 0xFFFD)
                .forEach(replaced::add);
        assertThat(replaced).containsExactly(0x8, 0xB, 0xE, 0x1F, 0xFFFE, 0xFFFF);
        assertThat(SheetWriter.clean("a\ud83db")).isEqualTo("a\ufffdb");
        assertThat(SheetWriter.clean("x".repeat(16_383))).hasSize(16_383);
        assertThat(SheetWriter.clean("x".repeat(16_384))).hasSize(16_383);
        assertThat(SheetWriter.clean("😀".repeat(16_384)).length()).isLessThanOrEqualTo(32_767);
    }
}
