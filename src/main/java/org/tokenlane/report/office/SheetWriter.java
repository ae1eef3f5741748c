package org.tokenlane.report.office;

import java.io.IOException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;
import org.tokenlane.model.event.AuditEvent;
import org.tokenlane.model.text.TextKey;

/**
 * Writes the sheets of a workbook row by row: typed cells, a frozen header with filters. Texts are cells of text, which
 * no spreadsheet runs as formulas.
 */
final class SheetWriter {

    /** Limits of the format ("Excel specifications and limits", https://support.microsoft.com). */
    private static final int MOST_ROWS = 1_048_576;
    private static final int MOST_LETTERS = 32_767;
    private static final int LETTERS_OF_A_NAME = 31;
    private static final int ROWS_AT_ONCE = 1_000;
    private static final int LEAST_WIDTH = 12;
    private static final int MOST_WIDTH_OF_A_TITLE = 40;
    /** An address fits; longer texts are read in their cell. */
    private static final int MOST_WIDTH = 60;
    private static final String TIME = "yyyy-mm-dd hh:mm:ss"; // not for people

    /** A sheet that is being written. */
    static final class Sheet {

        private final Worksheet sheet;
        private final int columns;
        private final int mostRows;
        private final int[] widest;
        private int row;
        private int dropped;

        private Sheet(Worksheet sheet, List<String> titles, int mostRows) {
            this.sheet = sheet;
            this.mostRows = mostRows;
            this.columns = titles.size();
            this.widest = new int[columns];
            for (int i = 0; i < columns; i++) {
                sheet.value(0, i, clean(titles.get(i)));
                sheet.style(0, i).bold().fillColor("EAEEF2").set();
                widest[i] = Math.clamp(titles.get(i).length() + 10, LEAST_WIDTH, MOST_WIDTH_OF_A_TITLE);
            }
            sheet.freezePane(0, 1);
            row = 1;
        }

        /** Adds a row of texts, numbers, truth values and times; what is not known is left empty. */
        void row(@Nullable Object... cells) throws IOException {
            if (row >= mostRows) {
                dropped++;
                return;
            }
            for (int i = 0; i < cells.length; i++) {
                cell(i, cells[i]);
            }
            row++;
            if (row % ROWS_AT_ONCE == 0) {
                if (row == ROWS_AT_ONCE) {
                    widths();
                }
                sheet.flush();
            }
        }

        private void cell(int column, @Nullable Object value) {
            switch (value) {
            case null -> {
                // stays empty
            }
            case Number number -> sheet.value(row, column, number);
            case Boolean truth -> sheet.value(row, column, truth);
            case LocalDateTime time -> {
                sheet.value(row, column, time);
                sheet.style(row, column).format(TIME).set();
            }
            default -> {
                String text = clean(value.toString());
                sheet.value(row, column, text);
                widest[column] = Math.max(widest[column], Math.min(MOST_WIDTH, text.length() + 2));
            }
            }
        }

        /** Columns are as wide as what the first rows contain; they are written with these. */
        private void widths() {
            for (int i = 0; i < columns; i++) {
                sheet.width(i, widest[i]);
            }
        }

        private void end() throws IOException {
            if (row < ROWS_AT_ONCE) {
                widths();
            }
            sheet.setAutoFilter(0, 0, Math.max(0, row - 1), columns - 1);
            sheet.finish();
        }
    }

    /** What fills a sheet. */
    interface Filling {

        void into(Sheet sheet) throws IOException;
    }

    private final Workbook book;
    private final int mostRows;
    private final Set<String> names = new HashSet<>();
    private final Map<String, Integer> dropped = new LinkedHashMap<>();

    SheetWriter(Workbook book) {
        this(book, MOST_ROWS);
    }

    /**
     * @param mostRows
     *            how many rows a sheet may have, the one with the titles included
     */
    SheetWriter(Workbook book, int mostRows) {
        this.book = book;
        this.mostRows = mostRows;
    }

    /** How many rows did not fit, by the names of the sheets. */
    Map<String, Integer> dropped() {
        return Collections.unmodifiableMap(dropped);
    }

    void sheet(TextKey name, Filling filling, TextKey... titles) throws IOException {
        sheet(name.text(), Arrays.stream(titles).map(TextKey::text).toList(), filling);
    }

    void sheet(String name, List<String> titles, Filling filling) throws IOException {
        String own = unique(name);
        Sheet sheet = new Sheet(book.newWorksheet(own), titles, mostRows);
        filling.into(sheet);
        sheet.end();
        if (sheet.dropped > 0) {
            dropped.put(own, sheet.dropped);
        }
    }

    /** A name that no other sheet has, without the letters that names of sheets must not have. */
    private String unique(String name) {
        String plain = name.replaceAll("[\\[\\]:*?/\\\\']", " ").strip();
        String cut = plain.substring(0, Math.min(LETTERS_OF_A_NAME, plain.length()));
        for (int i = 2; !names.add(cut.toLowerCase(Locale.ROOT)); i++) {
            String end = " " + i;
            cut = plain.substring(0, Math.min(LETTERS_OF_A_NAME - end.length(), plain.length())) + end;
        }
        return cut;
    }

    /** A time in UTC; null where there is none. */
    static @Nullable LocalDateTime time(long nanos) {
        return nanos == AuditEvent.NO_TIME ? null
                : LocalDateTime.ofInstant(Instant.ofEpochSecond(Math.floorDiv(nanos, 1_000_000_000L),
                        Math.floorMod(nanos, 1_000_000_000L)), ZoneOffset.UTC);
    }

    /** Without letters that XML cannot contain, and no longer than a cell may be. */
    static String clean(String text) {
        StringBuilder plain = new StringBuilder();
        text.codePoints().limit(MOST_LETTERS / 2).forEach(letter -> plain.appendCodePoint(
                letter == '\t' || letter == '\n' || letter == '\r' || letter >= 0x20 && letter < 0xD800
                        || letter >= 0xE000 && letter < 0xFFFE || letter >= 0x10000 ? letter : 0xFFFD));
        return plain.toString();
    }
}
