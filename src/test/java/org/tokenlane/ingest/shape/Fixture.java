package org.tokenlane.ingest.shape;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.tokenlane.ingest.text.ColumnNames;
import org.tokenlane.ingest.text.DamagedRecordException;
import org.tokenlane.ingest.text.JsonReader;
import org.tokenlane.ingest.text.TimeReader;
import org.tokenlane.ingest.text.Value;
import org.tokenlane.model.event.AuditEvent;
import org.tokenlane.model.time.DateOrder;

/**
 * Rows of a fixture for the tests of single importers: a resource below {@code /ingest} or text in the test itself, CSV
 * or JSON.
 */
public final class Fixture {

    private Fixture() {
    }

    public static List<Value> file(String name) {
        try (InputStream in = Fixture.class.getResourceAsStream("/ingest/" + name)) {
            assertThat(in).as("fixture " + name).isNotNull();
            return text(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static List<Value> text(String text) {
        String plain = text.startsWith("\ufeff") ? text.substring(1) : text;
        return plain.stripLeading().startsWith("{") || plain.stripLeading().startsWith("[") ? json(plain) : csv(plain);
    }

    /** The events that the importer makes of a fixture's rows, all of which it has to accept. */
    public static List<AuditEvent> events(Importer importer, List<Value> rows, String fileName) {
        RowContext context = new RowContext(fileName, new TimeReader(DateOrder.MONTH_FIRST, false));
        List<AuditEvent> events = new ArrayList<>();
        for (Value row : rows) {
            assertThat(importer.accepts(row)).as("accepts " + row).isTrue();
            try {
                events.add((AuditEvent) importer.map(row, context));
            } catch (DamagedRecordException e) {
                throw new AssertionError(e);
            }
        }
        return events;
    }

    private static List<Value> csv(String text) {
        try (CSVParser parser = CSVParser.parse(new StringReader(text), CSVFormat.RFC4180)) {
            List<CSVRecord> records = parser.getRecords();
            ColumnNames columns = new ColumnNames(records.getFirst().toList());
            return records.stream().skip(1).map(record -> Value.row(columns, record.values())).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Value> json(String text) {
        try {
            Value whole = JsonReader.read(text);
            return whole.isArray() ? whole.items()
                    : whole.get("value").isArray() ? whole.get("value").items()
                            : whole.get("records").isArray() ? whole.get("records").items() : List.of(whole);
        } catch (DamagedRecordException several) {
            return text.lines().filter(line -> !line.isBlank()).map(Fixture::object).toList();
        }
    }

    private static Value object(String line) {
        try {
            return JsonReader.read(line);
        } catch (DamagedRecordException e) {
            throw new AssertionError(e);
        }
    }
}
