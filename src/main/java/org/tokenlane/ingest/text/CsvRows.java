package org.tokenlane.ingest.text;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;

/** Reads the cells of rows. */
final class CsvRows {

    private CsvRows() {
    }

    /** The cells of the only row in the text. */
    static List<String> cells(String row, char delimiter) throws UnreadableFileException {
        try (CSVParser parser = parser(row, delimiter)) {
            List<CSVRecord> records = parser.getRecords();
            if (records.isEmpty()) {
                throw new UnreadableFileException(ReadingText.NO_HEADER.with());
            }
            return records.getFirst().toList();
        } catch (IOException | UncheckedIOException | IllegalArgumentException damaged) {
            throw new UnreadableFileException(ReadingText.HEADER_DAMAGED.with());
        }
    }

    /** The cells of each row in the text, or null where it does not hold just that many undamaged rows. */
    static String @Nullable [][] allOrNull(String rows, char delimiter, int count) {
        String[][] cells = new String[count][];
        int size = 0;
        try (CSVParser parser = parser(rows, delimiter)) {
            for (CSVRecord record : parser) {
                if (size == count) {
                    return null;
                }
                cells[size++] = record.values();
            }
        } catch (IOException | UncheckedIOException | IllegalArgumentException damaged) {
            return null;
        }
        return size == count ? cells : null;
    }

    private static CSVParser parser(String text, char delimiter) throws IOException {
        return CSVParser.builder().setReader(new StringReader(text))
                .setFormat(CSVFormat.RFC4180.builder().setDelimiter(delimiter).setIgnoreEmptyLines(true).get()).get();
    }
}
