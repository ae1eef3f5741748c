package org.tokenlane.report;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.Collection;
import java.util.Map;
import org.tokenlane.model.text.WholeText;

/** Writes values (maps, collections, texts, numbers, truth values, null) as JSON. */
public final class JsonText {

    private static final JsonFactory JSON = new JsonFactory();

    private JsonText() {
    }

    /** Writes a value over several lines. */
    public static void pretty(Writer writer, Object value) {
        json(writer, value, true);
    }

    /** Writes a value on one line. */
    public static void line(Writer writer, Object value) {
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
        default -> generator.writeString(WholeText.of(value.toString()));
        }
    }
}
