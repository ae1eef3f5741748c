package org.tokenlane.lake;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.Collection;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tokenlane.model.text.WholeText;

/** Writes maps, collections, texts, numbers and truth values as JSON, as the workbench's commands do; their writer is in a stage that the lake does without. */
final class Json {

    private static final JsonFactory JSON = new JsonFactory();

    private Json() {
    }

    /** Writes a value over several lines. */
    static void print(PrintWriter out, Object value) {
        write(out, value, true);
        out.println();
    }

    /** The value on one line. */
    static String line(Object value) {
        StringWriter text = new StringWriter();
        write(text, value, false);
        return text.toString();
    }

    /** The value over several lines. */
    static String pretty(Object value) {
        StringWriter text = new StringWriter();
        write(text, value, true);
        return text + "\n";
    }

    private static void write(Writer writer, Object value, boolean pretty) {
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

    private static void write(JsonGenerator generator, @Nullable Object value) throws IOException {
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
        default -> generator.writeString(WholeText.of(value.toString()));
        }
    }
}
