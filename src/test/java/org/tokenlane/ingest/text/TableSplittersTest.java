package org.tokenlane.ingest.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Where the rows of a table and the lines of a log begin and end, whether all bytes are there or one after another. */
class TableSplittersTest {

    private static final String NUL = "\0";

    private static List<String> rows(String text) {
        List<String> whole = Pieces.of(new CsvSplitter(','), text);
        assertThat(Pieces.of(new CsvSplitter(','), text, 1)).as("byte by byte").isEqualTo(whole);
        return whole;
    }

    private static List<String> lines(String text) {
        List<String> whole = Pieces.of(new LineSplitter(), text);
        assertThat(Pieces.of(new LineSplitter(), text, 1)).as("byte by byte").isEqualTo(whole);
        return whole;
    }

    @Test
    void aRowEndsWithItsLine() {
        assertThat(rows("a,b\nc,d")).containsExactly("a,b", "c,d");
        assertThat(rows("a,b\r\nc,d\r\n")).containsExactly("a,b", "c,d");
        assertThat(rows("a\rb\r")).containsExactly("a", "b");
        assertThat(rows("\n\r\n\na\n\n\nb\n\n")).containsExactly("a", "b");
        assertThat(rows("")).isEmpty();
        assertThat(rows("\r\n")).isEmpty();
        assertThat(rows(",b\n,\nc,")).containsExactly(",b", "c,");
    }

    @Test
    void rowsOfDelimitersAloneAreNone() {
        assertThat(rows("a,b\n,\n,,,\r\nc,d\n,,")).containsExactly("a,b", "c,d");
        assertThat(rows(",,\n,")).isEmpty();
        assertThat(rows("a,b\n, \n,\"\"\n")).containsExactly("a,b", ", ", ",\"\"");
    }

    @Test
    void aLineBreakInQuotesIsPartOfTheRow() {
        assertThat(rows("a,\"b\nc\",d\ne")).containsExactly("a,\"b\nc\",d", "e");
        assertThat(rows("\"a\nb\"\nc")).containsExactly("\"a\nb\"", "c");
        assertThat(rows("a,\"b\r\n\"\r\nc")).containsExactly("a,\"b\r\n\"", "c");
        assertThat(rows("a,\"\"\nb")).containsExactly("a,\"\"", "b");
        assertThat(rows("\"a\"")).containsExactly("\"a\"");
        assertThat(rows("\"a\"\r\"b\"")).containsExactly("\"a\"", "\"b\"");
        assertThat(rows("\"\n\",\"\n\"\nb")).containsExactly("\"\n\",\"\n\"", "b");
    }

    @Test
    void aDoubledQuoteIsOneInsideOfTheCell() {
        assertThat(rows("\"a\"\"\nb\",c\nd")).containsExactly("\"a\"\"\nb\",c", "d");
        assertThat(rows("\"\"\"\n\"\nd")).containsExactly("\"\"\"\n\"", "d");
    }

    @Test
    void aQuoteInsideOfACellIsALetter() {
        assertThat(rows("a\"b\nc\"d\ne")).containsExactly("a\"b", "c\"d", "e");
        assertThat(rows("x, \"b\nc")).containsExactly("x, \"b", "c");
    }

    @Test
    void aRowWhoseQuotesDoNotMatchCostsOneLine() {
        assertThat(Pieces.of(new CsvSplitter(','), "\"a\"b,c\nd,e\nf")).containsExactly("\"a\"b,c", "d,e", "f");
        assertThat(Pieces.of(new CsvSplitter(','), "a,\"b\nd,e\nf")).containsExactly("a,\"b", "d,e", "f");
        assertThat(Pieces.of(new CsvSplitter(','), "a,\"b")).containsExactly("a,\"b");
        assertThat(Pieces.of(new CsvSplitter(','), "\"a\nb\" c\n\"d\n\"")).containsExactly("\"a", "b\" c", "\"d\n\"");
    }

    @Test
    void theDelimiterSaysWhereACellBegins() {
        assertThat(Pieces.of(new CsvSplitter(';'), "a;\"b\nc\";d\ne")).containsExactly("a;\"b\nc\";d", "e");
        assertThat(Pieces.of(new CsvSplitter(';'), "a,\"b\nc")).containsExactly("a,\"b", "c");
        assertThat(Pieces.of(new CsvSplitter(';'), "\"a\",b\nc")).containsExactly("\"a\",b", "c");
    }

    @Test
    void nulBytesBetweenRowsAreAPieceOfTheirOwn() {
        assertThat(rows("a\n" + NUL.repeat(5) + "b\n")).containsExactly("a", NUL.repeat(5), "b");
        assertThat(rows(NUL + NUL)).containsExactly(NUL + NUL);
        assertThat(rows("a" + NUL + "b\n")).containsExactly("a" + NUL + "b");
        String many = NUL.repeat(RecordSplitter.LONGEST_GARBAGE);
        assertThat(Pieces.of(new CsvSplitter(','), many + NUL + "b", RecordSplitter.LONGEST_GARBAGE))
                .containsExactly(many, NUL, "b");
        assertThat(Pieces.of(new LineSplitter(), many + NUL + "b", RecordSplitter.LONGEST_GARBAGE))
                .containsExactly(many, NUL, "b");
    }

    @Test
    void aLineIsARecord() {
        assertThat(lines("a \"b\nc,\r\nd\re")).containsExactly("a \"b", "c,", "d", "e");
        assertThat(lines("\n\r\na\n\n")).containsExactly("a");
        assertThat(lines("")).isEmpty();
        assertThat(lines("a\n" + NUL.repeat(3) + "b\n" + NUL)).containsExactly("a", NUL.repeat(3), "b", NUL);
    }

    @Test
    void cellsAreReadFromOneRow() throws UnreadableFileException {
        assertThat(CsvRows.cells("a,\"b,c\",,\"d\"\"e\"", ',')).containsExactly("a", "b,c", "", "d\"e");
        assertThat(CsvRows.cells("a;b\nc;d", ';')).containsExactly("a", "b");
        assertThatThrownBy(() -> CsvRows.cells("", ',')).isInstanceOf(UnreadableFileException.class)
                .hasMessage(ReadingText.NO_HEADER.text());
        assertThatThrownBy(() -> CsvRows.cells("\"a\"b", ',')).isInstanceOf(UnreadableFileException.class)
                .hasMessage(ReadingText.HEADER_DAMAGED.text());
    }

    @Test
    void rowsAreReadOnlyWhereThereAreJustAsManyAsExpected() {
        assertThat(CsvRows.allOrNull("a,b\n\nc,\"d\n\"\n", ',', 2))
                .isEqualTo(new String[][] { { "a", "b" }, { "c", "d\n" } });
        assertThat(CsvRows.allOrNull("a,b\nc,d", ',', 1)).isNull();
        assertThat(CsvRows.allOrNull("a,b\nc,d", ',', 3)).isNull();
        assertThat(CsvRows.allOrNull("\"a\"b\nc,d", ',', 2)).isNull();
        assertThat(CsvRows.allOrNull("", ',', 0)).isEqualTo(new String[0][]);
    }

    @Test
    void aRowThatASpreadsheetTookForOneCellIsTakenApart() {
        for (List<String> cells : List.of(List.of("a,b"), List.of("a;b"), List.of("a|b", " "), List.of("a\tb", ""))) {
            assertThat(CsvRows.lineInCell(cells, inside -> inside.size() == 2)).as("%s", cells).containsExactly("a",
                    "b");
        }
        for (List<String> cells : List.of(List.of("a,b,c"), List.of("a,b", "c"), List.of("ab"), List.<String> of(),
                List.of("\"a\"b,c"))) {
            assertThat(CsvRows.lineInCell(cells, inside -> inside.size() == 2)).as("%s", cells).isEqualTo(cells);
        }
        assertThat(CsvRows.lineInCell(new String[] { "a,b" }, 2)).containsExactly("a", "b");
        assertThat(CsvRows.lineInCell(new String[] { "a,b", "" }, 2)).containsExactly("a", "b");
        assertThat(CsvRows.lineInCell(new String[] { "a,b", "c" }, 2)).containsExactly("a,b", "c");
        assertThat(CsvRows.lineInCell(new String[] { "a,b" }, 1)).containsExactly("a,b");
        assertThat(CsvRows.lineInCell(new String[] { "a,b" }, 3)).containsExactly("a,b");
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(delimiter = '|', value = { "PAR1|Parquet|false", "SQLite format 3|SQLite|false",
        "%PDF-1.7|PDF|false", "Rar!|RAR archive|true", "BZh9|bzip2|true", "!BDN|Outlook data file (PST)|false" })
    void aBinaryFileIsNamedByItsFirstBytes(String beginning, String kind, boolean packed) {
        assertThat(BinaryKind.of(latin(beginning + " and more"))).isEqualTo(kind);
        assertThat(BinaryKind.isPacked(kind)).isEqualTo(packed);
        assertThat(BinaryKind.of(latin(" " + beginning))).isNull();
    }

    @Test
    void aTarArchiveIsKnownByAMarkInsideOfItsFirstBlock() {
        assertThat(BinaryKind.of(latin("x".repeat(257) + "ustar"))).isEqualTo("tar archive");
        assertThat(BinaryKind.of(latin("x".repeat(257) + "ustar" + "x".repeat(500)))).isEqualTo("tar archive");
        assertThat(BinaryKind.of(latin("x".repeat(256) + "ustar"))).isNull();
        assertThat(BinaryKind.of(latin("x".repeat(258) + "ustar"))).isNull();
        assertThat(BinaryKind.of(latin("x".repeat(257) + "usta"))).isNull();
        assertThat(BinaryKind.isPacked("tar archive")).isTrue();
        assertThat(BinaryKind.of(latin("Obj\u0001x"))).isEqualTo("Avro");
        assertThat(BinaryKind.of(new byte[0])).isNull();
    }

    private static byte[] latin(String text) {
        return text.getBytes(java.nio.charset.StandardCharsets.ISO_8859_1);
    }

    /** Else a file of that would be kept in memory as a whole. */
    @Test
    void whatIsNoRowOfAJsonTableIsGivenInPieces() {
        int longest = 4 << 20;
        ColumnNames columns = new ColumnNames(List.of("a"));
        for (String filler : List.of("], ", " ")) {
            String text = filler + " ".repeat(longest);
            assertThat(Pieces.of(new JsonRowSplitter(columns).within(longest), text.substring(0, longest))).isEmpty();
            assertThat(Pieces.of(new JsonRowSplitter(columns).within(longest), text.substring(0, longest + 1)))
                    .singleElement()
                    .satisfies(piece -> assertThat(piece).hasSize(RecordSplitter.LONGEST_GARBAGE));
        }
    }

    /** The tests here give their splitters a shorter length, at whose edge the same happens with less text. */
    @Test
    void aRecordIsTooLongBeyondSixtyFourMegabytes() {
        ColumnNames columns = new ColumnNames(List.of("a"));
        for (RecordSplitter splitter : List.of(new CsvSplitter(','), new LineSplitter(), new JsonSplitter(false),
                new JsonRowSplitter(columns))) {
            assertThat(splitter.isTooLong(1, 1 + 67_108_864)).isFalse();
            assertThat(splitter.isTooLong(1, 1 + 67_108_865)).isTrue();
        }
    }

    /** Else some of these at once, each in several forms, would need more memory than a small computer has. */
    @Test
    void aRowLongerThanAnyIsGivenInPieces() {
        int longest = 4 << 20;
        ColumnNames columns = new ColumnNames(List.of("a"));
        for (String before : List.of("\"", "", "[\"", "\"{")) {
            RecordSplitter splitter = switch (before) {
            case "[\"" -> new JsonRowSplitter(columns);
            case "\"{" -> new JsonSplitter(false);
            default -> new CsvSplitter(',');
            };
            String head = before.equals("[\"") ? "\"columns\":[{\"name\":\"a\"}],\"rows\":[" : "";
            String text = head + before + "x".repeat(longest - before.length() + 1);
            assertThat(Pieces.of(splitter.within(longest), text).getFirst()).as(before)
                    .hasSize(RecordSplitter.LONGEST_GARBAGE);
        }
        String longest1 = "x".repeat(longest + 1);
        assertThat(Pieces.of(new LineSplitter().within(longest), longest1).getFirst())
                .hasSize(RecordSplitter.LONGEST_GARBAGE);
        assertThat(Pieces.of(new LineSplitter().within(longest), longest1.substring(1))).singleElement()
                .satisfies(piece -> assertThat(piece).hasSize(longest));
        assertThat(Pieces.of(new CsvSplitter(',').within(longest), longest1.substring(1))).singleElement()
                .satisfies(piece -> assertThat(piece).hasSize(longest));
    }

    @ParameterizedTest
    @ValueSource(ints = { 0, 1, -1 })
    void behindALineThatIsTooLongTheNextRowIsFound(int more) {
        int piece = RecordSplitter.LONGEST_GARBAGE;
        int longest = 4 << 20;
        int length = longest + piece + more;
        String text = "x".repeat(length) + "\nb,c\n";
        for (RecordSplitter splitter : List.of(new CsvSplitter(',').within(longest),
                new LineSplitter().within(longest))) {
            for (int step : new int[] { Integer.MAX_VALUE, length - piece / 2 }) {
                List<String> pieces = Pieces.of(splitter, text, step);
                assertThat(pieces.getLast()).isEqualTo("b,c");
                assertThat(pieces.subList(0, pieces.size() - 1).stream().mapToInt(String::length).sum())
                        .isEqualTo(length);
                assertThat(pieces.stream().mapToInt(String::length).max()).hasValue(piece);
            }
        }
    }
}
