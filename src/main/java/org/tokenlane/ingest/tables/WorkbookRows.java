package org.tokenlane.ingest.tables;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ExcelReaderException;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;
import org.jspecify.annotations.Nullable;
import org.tokenlane.ingest.text.HeaderNames;
import org.tokenlane.ingest.text.UnreadableFileException;

/**
 * The rows of a sheet in an Excel workbook (Office Open XML, ECMA-376). The line of a row is its number in the sheet:
 * what stands above the header, the header itself and empty rows are empty lines. Cells that a number format shows as
 * a date or a time are written as such, without a zone, as they stand in the sheet.
 */
public final class WorkbookRows extends JsonLines {

    private static final int MOST_TITLE_ROWS = 20;
    private static final int LEAST_CELLS = 3;
    /** A spreadsheet keeps so many digits of a number. */
    private static final int EXACT_DIGITS = 15;
    private static final String UNKNOWN_NAME = "#NAME?";
    private static final Pattern ESCAPED = Pattern.compile("_x([0-9A-Fa-f]{4})_");

    private final ReadableWorkbook workbook;
    private final boolean from1904;
    /** The cells that are merged over several rows: by column, the last row of each by its first. */
    private final Map<Integer, TreeMap<Integer, Integer>> merged;
    /** By column, the cell that is merged with those below it. */
    private final Map<Integer, Cell> above = new HashMap<>();
    private final Stream<Row> stream;
    private final Iterator<Row> rows;
    private List<String> names = List.of();
    private final int headerRow;
    private int line = 1;
    private @Nullable Row ahead;

    private WorkbookRows(Path path, int sheet) throws IOException {
        workbook = workbook(path);
        try {
            from1904 = WorkbookParts.countsFrom1904(path);
            Sheet one = workbook.getSheet(sheet).orElseThrow(IOException::new);
            merged = WorkbookParts.merged(path, one.getId());
            headerRow = headerRow(one);
            stream = one.openStream();
            rows = stream.iterator();
        } catch (IOException | RuntimeException | Error failed) {
            workbook.close();
            throw failed;
        }
    }

    private static ReadableWorkbook workbook(Path path) throws IOException {
        try {
            return new ReadableWorkbook(path.toFile(), new ReadingOptions(true, true));
        } catch (ExcelReaderException withoutFormats) {
            // small writers leave the part with the number formats out
            return new ReadableWorkbook(path.toFile(), new ReadingOptions(false, true));
        }
    }

    /**
     * The names of the workbook's sheets, in their order; null for those without any content.
     *
     * @throws UnreadableFileException
     *             when it is no workbook, or all sheets are empty
     */
    public static List<@Nullable String> sheets(Path path) throws UnreadableFileException {
        List<@Nullable String> names = new ArrayList<>();
        try (ReadableWorkbook workbook = new ReadableWorkbook(path.toFile())) {
            for (Sheet sheet : workbook.getSheets().toList()) {
                try (Stream<Row> rows = sheet.openStream()) {
                    names.add(rows.anyMatch(row -> row.getFirstNonEmptyCell().isPresent()) ? sheet.getName() : null);
                }
            }
        } catch (IOException | RuntimeException damaged) {
            throw new UnreadableFileException(TablesText.WORKBOOK_DAMAGED.with());
        }
        if (names.stream().allMatch(name -> name == null)) {
            throw new UnreadableFileException(TablesText.WORKBOOK_EMPTY.with());
        }
        return names;
    }

    /** Opens the rows of the sheet with this number, counted from 0. */
    public static InputStream open(Path path, int sheet) throws IOException {
        try {
            return new WorkbookRows(path, sheet);
        } catch (RuntimeException damaged) {
            throw new IOException(damaged);
        }
    }

    /** The number of the row with the header: the first that is known as one, else the first with some cells. */
    private int headerRow(Sheet sheet) throws IOException {
        int first = 0;
        try (Stream<Row> all = sheet.openStream()) {
            Iterator<Row> some = all.limit(MOST_TITLE_ROWS).iterator();
            while (some.hasNext()) {
                Row row = some.next();
                List<String> cells = texts(row);
                if (HeaderNames.areHeader(cells)) {
                    return row.getRowNum();
                }
                if (first == 0 && cells.stream().filter(cell -> !cell.isBlank()).count() >= LEAST_CELLS) {
                    first = row.getRowNum();
                }
            }
        }
        return Math.max(first, 1);
    }

    @Override
    boolean write(JsonGenerator out) throws IOException {
        try {
            if (ahead == null) {
                if (!rows.hasNext()) {
                    return false;
                }
                ahead = rows.next();
            }
            if (ahead.getRowNum() > line) {
                line++;
                return true;
            }
            Row row = ahead;
            ahead = null;
            line++;
            if (row.getRowNum() < headerRow || row.getFirstNonEmptyCell().isEmpty()) {
                return true;
            }
            List<String> texts = texts(row);
            if (row.getRowNum() == headerRow || HeaderNames.areHeader(texts)) {
                // of sheets that were put below each other each has its own header
                names = texts;
                return true;
            }
            record(out, row);
            return true;
        } catch (RuntimeException damaged) {
            throw new IOException(damaged);
        }
    }

    private void record(JsonGenerator out, Row row) throws IOException {
        out.writeStartObject();
        for (int i = 0; i < names.size(); i++) {
            if (!names.get(i).isEmpty()) {
                out.writeFieldName(names.get(i));
                value(out, mergedCell(row, i));
            }
        }
        for (int i = names.size(); i < row.getCellCount(); i++) {
            Cell cell = cell(row, i);
            if (cell != null && !cell.getText().isEmpty()) {
                out.writeFieldName("column " + (i + 1)); // not for people
                value(out, cell);
            }
        }
        out.writeEndObject();
    }

    /** The cell, or the one above it with which it is merged. */
    private @Nullable Cell mergedCell(Row row, int column) {
        Cell cell = cell(row, column);
        TreeMap<Integer, Integer> ranges = merged.get(column);
        Map.Entry<Integer, Integer> range = ranges == null ? null : ranges.floorEntry(row.getRowNum());
        if (range == null || range.getValue() < row.getRowNum() || range.getKey() <= headerRow) {
            return cell;
        }
        if (range.getKey() == row.getRowNum()) {
            above.remove(column);
            if (cell != null) {
                above.put(column, cell);
            }
        }
        return above.get(column);
    }

    private static @Nullable Cell cell(Row row, int column) {
        return row.hasCell(column) ? row.getCell(column) : null;
    }

    private void value(JsonGenerator out, @Nullable Cell cell) throws IOException {
        if (cell == null || cell.getType() == CellType.EMPTY || cell.getRawValue() == null) {
            out.writeNull();
        } else if (cell.getValue() instanceof Boolean truth) {
            out.writeBoolean(truth);
        } else if (cell.getValue() instanceof BigDecimal number) {
            String date = SheetDates.read(number, cell.getDataFormatId(), cell.getDataFormatString(), from1904);
            if (date == null && number.precision() - number.scale() > EXACT_DIGITS) {
                // the spreadsheet did not keep the digits behind these
                out.writeString(cell.getRawValue());
            } else if (date == null) {
                out.writeNumber(number.toPlainString());
            } else {
                out.writeString(date);
            }
        } else {
            String text = text(cell);
            // what begins with a minus was taken for a formula of names that do not exist
            out.writeString(UNKNOWN_NAME.equals(text) && cell.getFormula() != null ? cell.getFormula() : text);
        }
    }

    /** The cell's text; characters that XML cannot hold are written in it by their numbers. */
    private static String text(Cell cell) {
        String text = cell.getType() == CellType.STRING ? cell.asString() : cell.getRawValue();
        return text == null ? ""
                : text.contains("_x") ? ESCAPED.matcher(text).replaceAll(
                        code -> Matcher.quoteReplacement(String.valueOf((char) Integer.parseInt(code.group(1), 16))))
                        : text;
    }

    private static List<String> texts(Row row) {
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < row.getCellCount(); i++) {
            Cell cell = cell(row, i);
            texts.add(cell == null || cell.getType() != CellType.STRING ? "" : text(cell));
        }
        return texts;
    }

    @Override
    public void close() throws IOException {
        try (workbook; stream) {
            super.close();
        }
    }
}
