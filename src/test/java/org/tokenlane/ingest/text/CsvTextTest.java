package org.tokenlane.ingest.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Rows are read as the library for such tables reads them, which the program writes them with. */
class CsvTextTest {

    private static final String LETTERS = "\",,\n\r ;\ta\u00e9\0";

    /** The rows up to the end or the damage, and what ended them. */
    private static List<Object> read(String text, char delimiter) {
        List<Object> rows = new ArrayList<>();
        CsvText csv = new CsvText(text, delimiter);
        for (String[] row = csv.next(); row != null; row = csv.next()) {
            rows.add(List.of(row));
        }
        rows.add(csv.isDamaged());
        return rows;
    }

    private static List<Object> readByLibrary(String text, char delimiter) {
        List<Object> rows = new ArrayList<>();
        CSVFormat format = CSVFormat.RFC4180.builder().setDelimiter(delimiter).setIgnoreEmptyLines(true).get();
        try (CSVParser parser = CSVParser.builder().setReader(new StringReader(text)).setFormat(format).get()) {
            parser.forEach(row -> rows.add(List.of(row.values())));
            rows.add(false);
        } catch (IOException | UncheckedIOException damaged) {
            rows.add(true);
        }
        return rows;
    }

    @ParameterizedTest
    @ValueSource(strings = { "", "\n", "\r\n\n\r", "a", "a,", ",", ",\n,", "a\n\nb", "a\r\nb\r\n", "\"\"", "\"\",\"\"",
        "\"a\"\"b\"", "\"\"\"\"", "\"\"\"", "\"a\nb\",c", "\"a\" ,b", "\"a\" b", "\"a\"b", "a\"b", " \"a\"", "\"",
        "a,\"",
        "\"a\"\r\nb", "\"a\" \n", " ", "a\n\"b\"c\nd" })
    void aRowIsReadAsTheLibraryReadsIt(String text) {
        assertThat(read(text, ',')).isEqualTo(readByLibrary(text, ','));
    }

    @Test
    void soIsWhateverElseIsPutTogetherOfTheSameLetters() {
        SplittableRandom random = new SplittableRandom(4180);
        for (int i = 0; i < 20_000; i++) {
            String text = random.ints(random.nextInt(12), 0, LETTERS.length())
                    .collect(StringBuilder::new, (made, place) -> made.append(LETTERS.charAt(place)),
                            StringBuilder::append)
                    .toString();
            char delimiter = ",;\t".charAt(i % 3);
            assertThat(read(text, delimiter)).as("%s by %s", text, delimiter).isEqualTo(readByLibrary(text, delimiter));
        }
    }

    @Test
    void behindADamagedRowNothingIsRead() {
        CsvText csv = new CsvText("a,b\n\"c\"d\ne,f", ',');
        assertThat(csv.next()).containsExactly("a", "b");
        assertThat(csv.isDamaged()).isFalse();
        assertThat(csv.next()).isNull();
        assertThat(csv.isDamaged()).isTrue();
        assertThat(csv.next()).isNull();
    }
}
