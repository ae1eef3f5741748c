package org.tokenlane.sample;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.apache.commons.csv.QuoteMode;
import org.tokenlane.model.time.UtcText;

/** Writes the export files and counts their records. */
final class ExportFiles {

    static final String BOM = "\ufeff";
    private static final JsonFactory JSON = new JsonFactory();
    private static final DateTimeFormatter LOG_ANALYTICS = DateTimeFormatter.ofPattern("M/d/yyyy, h:mm:ss.SSS a",
            Locale.ENGLISH);
    private static final DateTimeFormatter POWERSHELL = DateTimeFormatter.ofPattern("M/d/yyyy h:mm:ss a",
            Locale.ENGLISH);

    private final Path folder;
    private final List<SampleAnswers.File> files = new ArrayList<>();

    ExportFiles(Path folder) {
        this.folder = folder;
    }

    List<SampleAnswers.File> files() {
        return files;
    }

    /** Writes text as it is. */
    void text(String name, String shape, int records, int damaged, String text) throws IOException {
        Files.writeString(folder.resolve(name), text, StandardCharsets.UTF_8);
        files.add(new SampleAnswers.File(name, shape, records, damaged));
    }

    /** Writes a table; {@code before} is what stands before the header (a byte order mark, a type line). */
    void table(String name, String shape, String before, boolean quoteAll, String header, List<List<String>> rows)
            throws IOException {
        StringBuilder text = new StringBuilder(before + header + "\r\n");
        CSVFormat format = CSVFormat.RFC4180.builder().setQuoteMode(quoteAll ? QuoteMode.ALL : QuoteMode.MINIMAL).get();
        try (CSVPrinter printer = new CSVPrinter(text, format)) {
            for (List<String> row : rows) {
                printer.printRecord(row);
            }
        }
        text(name, shape, rows.size(), 0, text.toString());
    }

    static String json(Object value) {
        StringWriter text = new StringWriter();
        try (JsonGenerator generator = JSON.createGenerator(text)) {
            write(generator, value);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    private static void write(JsonGenerator generator, Object value) throws IOException {
        switch (value) {
        case null -> generator.writeNull();
        case Map<?, ?> map -> {
            generator.writeStartObject();
            for (Map.Entry<?, ?> entry : map.entrySet()) {
                generator.writeFieldName((String) entry.getKey());
                write(generator, entry.getValue());
            }
            generator.writeEndObject();
        }
        case Collection<?> items -> {
            generator.writeStartArray();
            for (Object item : items) {
                write(generator, item);
            }
            generator.writeEndArray();
        }
        case Boolean truth -> generator.writeBoolean(truth);
        case Integer number -> generator.writeNumber(number);
        default -> generator.writeString(value.toString());
        }
    }

    /** {@code 2026-09-15T08:12:00.1230000Z}. */
    static String iso(long nanos, int digits) {
        return UtcText.of(nanos, digits);
    }

    /** {@code 2026-09-15T08:12:00}, as the audit log writes it. */
    static String withoutZone(long nanos) {
        return UtcText.of(nanos, 0).replace("Z", "");
    }

    /** {@code 9/15/2026, 8:12:00.123 AM}, as Log Analytics exports it. */
    static String logAnalytics(long nanos) {
        return utc(nanos).format(LOG_ANALYTICS);
    }

    /** {@code 9/15/2026 8:12:00 AM}, as Windows PowerShell writes it in the United States. */
    static String powerShell(long nanos) {
        return utc(nanos).format(POWERSHELL);
    }

    private static LocalDateTime utc(long nanos) {
        return LocalDateTime.ofEpochSecond(Math.floorDiv(nanos, 1_000_000_000L),
                (int) Math.floorMod(nanos, 1_000_000_000L), ZoneOffset.UTC);
    }
}
