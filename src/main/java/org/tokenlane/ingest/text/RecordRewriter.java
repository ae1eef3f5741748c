package org.tokenlane.ingest.text;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.apache.commons.csv.CSVFormat;
import org.jspecify.annotations.Nullable;

/**
 * Writes a record again in the form of its file, with other texts in place of some. What does not change keeps its
 * value, its order and its kind.
 */
public final class RecordRewriter {

    private static final JsonFactory FACTORY = new JsonFactory();

    private final Replacement replacement;

    /** Says what is to stand in place of a text. */
    public interface Replacement {

        /**
         * Gives the text that is to stand there, which may be the same. Text that holds JSON is opened, and its parts
         * are asked for instead.
         *
         * @param parent
         *            the normalised name of the member that holds the owner; empty for the record itself
         * @param owner
         *            the object or row that the text stands in
         * @param name
         *            the normalised name under which it stands there
         */
        String of(String parent, @Nullable Value owner, String name, String text);
    }

    private RecordRewriter(Replacement replacement) {
        this.replacement = replacement;
    }

    /**
     * Gives the record's bytes in the file's encoding.
     *
     * @throws DamagedRecordException
     *             when the bytes are no record of this form
     */
    public static byte[] rewrite(FileForm form, byte[] record, Replacement replacement) throws DamagedRecordException {
        RecordRewriter rewriter = new RecordRewriter(replacement);
        String text = form.decode(record, 0, record.length);
        if (form.layout() == FileForm.Layout.LINES) {
            int start = Math.max(0, text.indexOf('{'));
            int end = text.lastIndexOf('}') + 1;
            return (text.substring(0, start) + json(rewriter.value("", null, "", JsonReader.readNearly(
                    text.substring(start, Math.max(start, end))))) + text.substring(Math.max(start, end)))
                    .getBytes(form.charset());
        }
        return (form.isCsv() ? rewriter.row(form, text)
                : form.isTable() ? rewriter.values(form, text)
                        : json(rewriter.value("", null, "", plain(JsonReader.readNearly(text)))))
                .getBytes(form.charset());
    }

    /** What the names of the fields are known of. */
    private static Value plain(Value record) {
        return record instanceof ObjectValue object ? TypedValues.plain(object) : record;
    }

    private String row(FileForm form, String text) throws DamagedRecordException {
        ColumnNames columns = Objects.requireNonNull(form.columns());
        String[][] rows = CsvRows.allOrNull(text, form.delimiter(), 1);
        String[] joined = rows == null || rows[0].length > columns.size() ? RecordReader.unquotedJson(form, text)
                : null;
        if (rows == null && joined == null) {
            throw new DamagedRecordException(ReadingText.NOT_A_ROW.with());
        }
        String[] cells = joined == null
                ? RecordReader.spaced(form, text, CsvRows.lineInCell(Objects.requireNonNull(rows)[0], columns.size()))
                        .clone()
                : joined;
        Value owner = Value.row(columns, cells);
        for (int i = 0; i < cells.length; i++) {
            String name = i < columns.size() ? ColumnNames.normalise(columns.original(i)) : "";
            cells[i] = cells[i] == null || cells[i].isEmpty() ? cells[i]
                    : text("", owner, name, ObjectValue.withoutFormula(cells[i]));
        }
        return CSVFormat.RFC4180.builder().setDelimiter(form.delimiter()).get().format((Object[]) cells);
    }

    /** A row of a query service's answer: a list of values whose names stand in front of the rows. */
    private String values(FileForm form, String text) throws DamagedRecordException {
        List<Value> cells = JsonReader.read(text).items();
        ColumnNames columns = Objects.requireNonNull(form.columns());
        Value owner = Value.row(columns, cells);
        List<Value> after = new ArrayList<>();
        for (int i = 0; i < cells.size(); i++) {
            String name = i < columns.size() ? ColumnNames.normalise(columns.original(i)) : "";
            after.add(value("", owner, name, cells.get(i)));
        }
        return json(new ArrayValue(after));
    }

    /** The text that is to stand there; for JSON inside it, that JSON with other texts. */
    private String text(String parent, @Nullable Value owner, String name, String text) {
        Value before = new ScalarValue(text, true);
        Value opened = before.opened();
        if (opened == before || opened.text() != null) {
            return replacement.of(parent, owner, name, text);
        }
        Value after = value(parent, owner, name, opened);
        return after == opened ? text : json(after);
    }

    /** Gives the same object where nothing in it changes. */
    private Value value(String parent, @Nullable Value owner, String name, Value value) {
        if (value instanceof ScalarValue scalar) {
            return scalar(parent, owner, name, scalar);
        }
        boolean changed = false;
        List<Value> after = new ArrayList<>();
        if (value.isArray()) {
            for (Value item : value.items()) {
                // what is in a list stands under the list's name
                Value one = value(parent, owner, name, item);
                changed |= one != item;
                after.add(one);
            }
            return changed ? new ArrayValue(after) : value;
        }
        ObjectValue object = (ObjectValue) value;
        List<String> names = object.names();
        for (int i = 0; i < names.size(); i++) {
            Value one = value(name, value, ColumnNames.normalise(names.get(i)), object.value(i));
            changed |= one != object.value(i);
            after.add(one);
        }
        return changed ? new ObjectValue(names.toArray(String[]::new), after.toArray(Value[]::new)) : value;
    }

    private Value scalar(String parent, @Nullable Value owner, String name, ScalarValue scalar) {
        if (scalar.text() == null) {
            return scalar;
        }
        String after = scalar.isQuoted() ? text(parent, owner, name, scalar.text())
                : replacement.of(parent, owner, name, scalar.text());
        return after.equals(scalar.text()) ? scalar
                : new ScalarValue(after, scalar.isQuoted() || !after.matches("-?\\d+(\\.\\d+)?"));
    }

    private static String json(Value value) {
        StringWriter text = new StringWriter();
        try (JsonGenerator out = FACTORY.createGenerator(text)) {
            write(out, value);
        } catch (IOException impossibleInMemory) {
            throw new UncheckedIOException(impossibleInMemory);
        }
        return text.toString();
    }

    private static void write(JsonGenerator out, Value value) throws IOException {
        switch (value) {
        case ScalarValue scalar -> {
            if (scalar.text() == null) {
                out.writeNull();
            } else if (scalar.isQuoted()) {
                out.writeString(scalar.text());
            } else {
                out.writeRawValue(scalar.text());
            }
        }
        case ArrayValue array -> {
            out.writeStartArray();
            for (Value item : array.items()) {
                write(out, item);
            }
            out.writeEndArray();
        }
        case ObjectValue object -> {
            out.writeStartObject();
            List<String> names = object.names();
            for (int i = 0; i < names.size(); i++) {
                out.writeFieldName(names.get(i));
                write(out, object.value(i));
            }
            out.writeEndObject();
        }
        }
    }
}
