package org.tokenlane.cli;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.Collection;
import java.util.Map;

/** Where a command writes to. */
final class Output {

    private static final JsonFactory JSON = new JsonFactory();

    private final PrintWriter out;
    private final PrintWriter err;

    Output(PrintWriter out, PrintWriter err) {
        this.out = out;
        this.err = err;
    }

    PrintWriter out() {
        return out;
    }

    PrintWriter err() {
        return err;
    }

    /** One line for the person, about what happened beside the result. */
    void note(String line) {
        err.println(line);
        err.flush();
    }

    void line(String line) {
        out.println(line);
    }

    /** Writes a value (maps, collections, arrays of int, texts, numbers, truth values, null) as one JSON text over several lines. */
    void json(Object value) {
        json(out, value, true);
        out.println();
    }

    /** Writes a value as JSON on one line. */
    static void jsonLine(Writer writer, Object value) {
        json(writer, value, false);
        try {
            writer.write('\n');
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void json(Writer writer, Object value, boolean pretty) {
        try (JsonGenerator generator = JSON.createGenerator(writer)) {
            generator.disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
            generator.disable(JsonGenerator.Feature.FLUSH_PASSED_TO_STREAM);
            if (pretty) {
                generator.setPrettyPrinter(new DefaultPrettyPrinter());
            }
            write(generator, value);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
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
        case Long number -> generator.writeNumber(number);
        case Double number -> generator.writeNumber(number);
        default -> generator.writeString(value.toString());
        }
    }
}
