package org.tokenlane.ingest.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tokenlane.ingest.text.FileForm.Layout;

/** How a file is written, told by its first bytes. */
class FileFormTest {

    private static FileForm of(String text) throws UnreadableFileException {
        return FileForm.of(text.getBytes(StandardCharsets.UTF_8), Map.of());
    }

    private static Object refusal(byte[] head) {
        try {
            return FileForm.of(head, Map.of());
        } catch (UnreadableFileException refused) {
            return refused.reason().key();
        }
    }

    private static Object refusal(String head) {
        return refusal(head.getBytes(StandardCharsets.ISO_8859_1));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = { "{\"a\":1} | JSON", "[{\"a\":1}] | JSON",
        "\"{\\\"a\\\":1}\" | JSON", "`  {\"a\":1}` | JSON", "a,b | TABLE", "\"a\",\"b\" | TABLE",
        "{\"columns\":[\"A\"],\"rows\":[[1]]} | JSON_ROWS",
        "{\"x\":{\"a\":1,\"b\":2,\"c\":3},\"y\":{\"a\":1,\"b\":2,\"c\":3}} | JSON_KEYED",
        "<134>Mar 2 host app: {\"a\":1} | LINES", "[1772439307.123, {\"a\":1}] | LINES", "x {\"a\":1} | LINES",
        "x {a} | TABLE", "a,\"{\"\"a\"\":1}\" | TABLE", "x {\"a\":1 | TABLE", "x} {\"a\":1} | TABLE" })
    void theLayoutIsToldByTheBeginning(String text, Layout layout) throws UnreadableFileException {
        FileForm form = of(text + "\n");
        assertThat(form.layout()).isEqualTo(layout);
        assertThat(form.isCsv()).isEqualTo(layout == Layout.TABLE);
        assertThat(form.isTable()).isEqualTo(layout == Layout.TABLE || layout == Layout.JSON_ROWS);
        assertThat(form.splitter().getClass().getSimpleName()).isEqualTo(switch (layout) {
        case TABLE -> "CsvSplitter";
        case JSON_ROWS -> "JsonRowSplitter";
        case LINES -> "LineSplitter";
        case JSON, JSON_KEYED -> "JsonSplitter";
        });
        assertThat(form.description()).isEqualTo(switch (layout) {
        case TABLE -> ReadingText.FORM_TABLE.text("UTF-8", ",");
        case JSON_ROWS -> ReadingText.FORM_JSON_ROWS.text("UTF-8");
        case LINES -> ReadingText.FORM_LINES.text("UTF-8");
        case JSON, JSON_KEYED -> ReadingText.FORM_JSON.text("UTF-8");
        });
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = { "UTF-8", "UTF-16LE", "UTF-16BE" })
    void theEncodingIsToldByAMarkOrByTheZerosBetweenLetters(String name) throws UnreadableFileException {
        Charset charset = Charset.forName(name);
        for (String mark : List.of("", "\ufeff")) {
            String text = mark + "Date,User\n1,Søren\n";
            FileForm form = FileForm.of(text.getBytes(charset), Map.of());
            assertThat(form.charset()).isEqualTo(charset);
            assertThat(form.columnNames()).containsExactly("Date", "User");
            assertThat(form.headBytes()).isEqualTo((mark + "Date,User").getBytes(charset).length);
            assertThat(form.unitBytes()).isEqualTo(charset == StandardCharsets.UTF_8 ? 1 : 2);
            assertThat(form.bigEndian()).isEqualTo(charset == StandardCharsets.UTF_16BE);
            assertThat(FileForm.text(text.getBytes(charset))).isEqualTo("Date,User\n1,Søren\n");
            byte[] row = "1,Søren".getBytes(charset);
            assertThat(form.decode(row, 0, row.length)).isEqualTo("1,Søren");
        }
        byte[] odd = ("\ufeffDate,User\nx").getBytes(StandardCharsets.UTF_16LE);
        assertThat(FileForm.of(java.util.Arrays.copyOf(odd, odd.length - 1), Map.of()).columnNames())
                .containsExactly("Date", "User");
    }

    @Test
    void aRecordThatIsNotUtf8IsReadAsWindows1252() throws UnreadableFileException {
        FileForm form = of("a,b\n");
        byte[] latin = { 'x', 'S', (byte) 0xf8, 'r', 'x' };
        assertThat(form.decode(latin, 1, 3)).isEqualTo("Sør");
        byte[] replacement = "\ufffd".getBytes(StandardCharsets.UTF_8);
        assertThat(form.decode(replacement, 0, replacement.length)).isEqualTo("\ufffd");
    }

    @Test
    void theDelimiterStandsMostOftenInTheFirstLineOutsideOfQuotes() throws UnreadableFileException {
        for (String text : List.of("a,b,c;d", "a", "\"a;b;c\",d", "a,b;c", "a,b\n;;;", "a,b\r;;;", "a,b\t\"\t\t\"")) {
            assertThat(of(text).delimiter()).as(text).isEqualTo(',');
        }
        for (String text : List.of("a;b;c,d", "a;b\t\"c\td\"", "a;b\r,,,", "a;b\n,,,")) {
            assertThat(of(text).delimiter()).as(text).isEqualTo(';');
        }
        assertThat(of("a\tb").delimiter()).isEqualTo('\t');
        assertThat(of("a|b|c,d").delimiter()).isEqualTo('|');
    }

    @Test
    void aTabIsNamedInWords() throws UnreadableFileException {
        assertThat(of("a\tb\n").description()).isEqualTo(ReadingText.FORM_TABLE.text("UTF-8", ReadingText.TAB.text()));
        assertThat(of("a\tb\n").toString()).endsWith("[a, b]");
        assertThat(of("{}").toString()).isEqualTo(of("{}").description());
        assertThat(of("{}").columnNames()).isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = { "sep=;\n", "SEP=;\r\n", "#TYPE Selected.X\n", "==> a.csv <==\n", "\0\0\0", "\0\0\n",
        "Report\n\n", "Sign-ins\r\nof;March\r\n", "\n\nTitle\n" })
    void whatStandsAboveTheHeaderIsSkipped(String above) throws UnreadableFileException {
        String header = "Date;User;Operation;IP address;Status";
        FileForm form = of(above + header + "\n1;2;3;4;5\n");
        assertThat(form.columnNames()).containsExactly(header.split(";"));
        assertThat(form.delimiter()).isEqualTo(';');
        assertThat(form.headBytes()).isEqualTo((above + header).length());
    }

    @Test
    void twentyLinesOfATitleAreSkippedAndNotOneMore() throws UnreadableFileException {
        String header = "Date,User,Operation,IP address,Status\n";
        assertThat(of("t\n".repeat(19) + header).columnNames()).hasSize(5);
        assertThat(of("t\n".repeat(20) + header).columnNames()).containsExactly("t");
        assertThat(of("a,b\n" + header).columnNames()).hasSize(5);
        assertThat(of("a,b,c\n" + header).columnNames()).containsExactly("a", "b", "c");
        assertThat(of("a,,,b\n" + header).columnNames()).hasSize(5);
    }

    @Test
    void namesThatTheAnalystGaveReplaceThoseOfTheFile() throws UnreadableFileException {
        byte[] table = "Datum ,Wer\n".getBytes(StandardCharsets.UTF_8);
        assertThat(FileForm.of(table, Map.of("Datum", "Date")).columnNames()).containsExactly("Date", "Wer");
        byte[] rows = "{\"columns\":[\"Datum\"],\"rows\":[[1]]}".getBytes(StandardCharsets.UTF_8);
        FileForm form = FileForm.of(rows, Map.of("Datum", "Date"));
        assertThat(form.columnNames()).containsExactly("Date");
        assertThat(form.headBytes()).isEqualTo("{\"columns\":[\"Datum\"],\"rows\":[".length());
    }

    @Test
    void aNameInLocalTimeEndsInBracketsBeforeAQuoteAndAColon() throws UnreadableFileException {
        String longest = "D".repeat(68) + " [Local Time]";
        assertThat(longest).hasSize(81);
        assertThat(of("{\"" + longest + "\":1}").hasLocalTimes()).isTrue();
        assertThat(of("{\"D" + longest + "\":1}").hasLocalTimes()).as("too long for a name").isFalse();
        assertThat(of("{\"a\":1,\"Date [Local Time] \"\r\n\t :1}").hasLocalTimes()).isTrue();
        assertThat(of("{\"Date (Local Time)\":1}").hasLocalTimes()).isTrue();
        assertThat(of("{\"a\":\"Date [Local Time]\"}").hasLocalTimes()).as("a value").isFalse();
        assertThat(of("{\"a\":\"Date [Local Time]: now\"}").hasLocalTimes()).as("within a value").isFalse();
        assertThat(of("{\"a\":[\"Date [Local Time]\"").hasLocalTimes()).as("cut behind the quote").isFalse();
        assertThat(of("{\"a\":1}\n{\"Date\n [Local Time]\":1}").hasLocalTimes()).as("over two lines").isFalse();
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = { "Date [Local Time],a\n", "{\"Date [Local Time]\":1}", "x {\"Date [Local Time]\":1}",
        "{\"columns\":[\"Date [Local Time]\"],\"rows\":[[1]]}" })
    void localTimesNeedAZone(String text) throws UnreadableFileException {
        assertThat(of(text).hasLocalTimes()).isTrue();
        assertThat(of(text).localZone()).isNull();
        assertThat(of(text.replace("Local Time", "UTC")).hasLocalTimes()).isFalse();
        assertThat(of(text.replace("Local Time", "UTC+2")).hasLocalTimes()).isFalse();
        FileForm form = FileForm.of(text.getBytes(StandardCharsets.UTF_8), Map.of(FileForm.LOCAL_TIME, "Europe/Oslo"));
        assertThat(form.localZone()).isEqualTo(ZoneId.of("Europe/Oslo"));
        if (form.columns() != null) {
            assertThat(form.columns().localZone()).isEqualTo(ZoneId.of("Europe/Oslo"));
        }
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(delimiter = '|', quoteCharacter = '~', value = { "\"\"\"x\"\"\",\"\"\"y\"\"\",\"\"\"z\"\"\",5 | true",
        "'x','y','z',null | true", "'x','y',1,true | false", "'x','y','z',a | true", "'x','y','z',a b,c,d | false",
        "'x','y','z',a,false,-1,{},[] | true", "'x','y',z,' | false", "x,y,z | false" })
    void cellsAreJsonWhereThreeAreQuotedAndFewerAreNot(String row, boolean json) throws UnreadableFileException {
        FileForm form = of("a,b,c,d\n" + row + "\n");
        assertThat(form.columns()).isNotNull();
        assertThat(form.columns().hasJsonCells()).isEqualTo(json);
    }

    @Test
    void whatIsNoTextIsRefusedWithTheReason() {
        assertThat(refusal("")).isEqualTo(ReadingText.EMPTY_FILE);
        assertThat(refusal(" \n\t")).isEqualTo(ReadingText.EMPTY_FILE);
        assertThat(refusal("version https://git-lfs.github.com/spec/v1\n")).isEqualTo(ReadingText.LFS_POINTER);
        assertThat(refusal("<html>")).isEqualTo(ReadingText.MARKUP);
        assertThat(refusal("\u00d0\u00cf\u0011\u00e0")).isEqualTo(ReadingText.OLD_EXCEL);
        assertThat(refusal("Rar!")).isEqualTo(ReadingText.PACKED);
        assertThat(refusal("PAR1")).isEqualTo(ReadingText.KNOWN_BINARY);
        assertThat(refusal("\0\0\0\0")).isEqualTo(ReadingText.BINARY);
        assertThat(refusal(new byte[] { (byte) 0xff, (byte) 0xfe })).isEqualTo(ReadingText.EMPTY_FILE);
        assertThat(refusal(new byte[] { (byte) 0xfe, (byte) 0xff })).isEqualTo(ReadingText.EMPTY_FILE);
    }

    @Test
    void aTextHasLessThanOneControlCharacterInFifty() {
        assertThat(refusal("a,b" + "x".repeat(46) + "\u0001")).isInstanceOf(FileForm.class);
        assertThat(refusal("a,b" + "x".repeat(45) + "\u0001")).isEqualTo(ReadingText.BINARY);
        assertThat(refusal("a,b\t\r\n\f\u001a\t\t")).isInstanceOf(FileForm.class);
    }
}
