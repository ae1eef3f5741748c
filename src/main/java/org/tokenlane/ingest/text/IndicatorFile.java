package org.tokenlane.ingest.text;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tokenlane.model.evidence.HeldFiles;
import org.tokenlane.model.mark.Indicator;

/**
 * Reads lists of indicators: a text file with one on each line ({@code #} begins a comment), or a table with a header.
 * In a table the columns are found by name: one
 * that is named after a type ({@code ip}, {@code domain}, {@code user agent}, {@code session id}, {@code uti}, ...) or
 * a general one ({@code indicator}, {@code value},
 * {@code ioc}) with a {@code type} beside it; {@code comment}, {@code description} or {@code note} are kept. Defanged
 * spellings are understood.
 */
public final class IndicatorFile {

    private static final long MOST_BYTES = 64L << 20;
    private static final List<String> VALUES = List.of("indicator", "indicatorvalue", "value", "ioc", "observable",
            "iocvalue");
    private static final List<String> TYPES = List.of("type", "indicatortype", "ioctype", "kind");
    private static final List<String> COMMENTS = List.of("comment", "comments", "description", "note", "notes",
            "context", "source");

    /**
     * A line that names no indicator that these logs could hold.
     *
     * @param line
     *            counted from 1
     */
    public record Refused(int line, String text, String reason) {
    }

    /** What was read. */
    public record Content(List<Indicator> indicators, List<Refused> refused) {

        public Content {
            indicators = List.copyOf(indicators);
            refused = List.copyOf(refused);
        }
    }

    private final List<Indicator> indicators = new ArrayList<>();
    private final List<Refused> refused = new ArrayList<>();

    private IndicatorFile() {
    }

    /**
     * @throws UnreadableFileException
     *             when the content is no list of indicators, saying what to do
     */
    public static Content read(Path file) throws IOException, UnreadableFileException {
        if (Files.size(file) > MOST_BYTES) {
            throw new UnreadableFileException(
                    ReadingText.INDICATORS_TOO_LARGE.with());
        }
        return of(FileForm.text(HeldFiles.bytes(file)));
    }

    static Content of(String text) throws UnreadableFileException {
        IndicatorFile reader = new IndicatorFile();
        List<String> lines = text.lines().toList();
        int header = 0;
        while (header < lines.size() && (lines.get(header).isBlank() || lines.get(header).startsWith("#"))) {
            header++;
        }
        if (header == lines.size()) {
            throw new UnreadableFileException(ReadingText.NO_INDICATORS.with());
        }
        char delimiter = delimiter(lines.get(header));
        Columns columns = Columns.of(CsvRows.cells(lines.get(header), delimiter));
        for (int number = columns == null ? header : header + 1; number < lines.size(); number++) {
            String line = lines.get(number);
            if (!line.isBlank() && !line.startsWith("#")) {
                if (columns == null) {
                    reader.line(number + 1, line);
                } else {
                    reader.row(number + 1, line, delimiter, columns);
                }
            }
        }
        return new Content(reader.indicators.stream().distinct().toList(), reader.refused);
    }

    private static char delimiter(String header) {
        char most = ',';
        for (char one : new char[] { ',', ';', '\t', '|' }) {
            most = count(header, one) > count(header, most) ? one : most;
        }
        return most;
    }

    private static long count(String text, char wanted) {
        return text.chars().filter(c -> c == wanted).count();
    }

    /**
     * Where a table's columns stand.
     *
     * @param values
     *            the type's word by column; empty for a general column
     */
    private record Columns(Map<Integer, String> values, int type, int comment) {

        static @Nullable Columns of(List<String> header) {
            Map<Integer, String> values = new java.util.TreeMap<>();
            int type = -1;
            int comment = -1;
            for (int column = 0; column < header.size(); column++) {
                String name = ColumnNames.normalise(header.get(column).strip());
                if (VALUES.contains(name)) {
                    values.put(column, "");
                } else if (IndicatorText.isType(name)) {
                    values.put(column, name);
                } else if (TYPES.contains(name)) {
                    type = column;
                } else if (COMMENTS.contains(name) && comment < 0) {
                    comment = column;
                }
            }
            return values.isEmpty() ? null : new Columns(values, type, comment);
        }
    }

    /** A comment may stand behind an indicator that has no comma in itself. */
    private void line(int number, String line) {
        String whole = line.strip();
        int hash = whole.indexOf(" #");
        String text = hash < 0 ? whole : whole.substring(0, hash).strip();
        String comment = hash < 0 ? "" : whole.substring(hash + 2).strip();
        int comma = text.indexOf(',');
        if (comma > 0 && IndicatorText.names(text.substring(0, comma))) {
            add(number, text.substring(0, comma), "", text.substring(comma + 1).strip());
        } else {
            add(number, text, "", comment);
        }
    }

    private void row(int number, String line, char delimiter, Columns columns) {
        List<String> cells;
        try {
            cells = CsvRows.cells(line, delimiter);
        } catch (UnreadableFileException damaged) {
            refused.add(new Refused(number, line, ReadingText.INDICATOR_ROW_DAMAGED.text()));
            return;
        }
        columns.values().forEach((column, type) -> {
            String value = cell(cells, column);
            if (!value.isEmpty()) {
                add(number, value, type.isEmpty() ? ColumnNames.normalise(cell(cells, columns.type())) : type,
                        cell(cells, columns.comment()));
            }
        });
    }

    private static String cell(List<String> cells, int column) {
        return column < 0 || column >= cells.size() ? "" : cells.get(column).strip();
    }

    private void add(int number, String text, String type, String comment) {
        try {
            IndicatorText.read(text, type)
                    .forEach((value, kind) -> indicators.add(new Indicator(kind, value, comment)));
        } catch (DamagedRecordException unfit) {
            refused.add(new Refused(number, text, unfit.reason().toString()));
        }
    }
}
