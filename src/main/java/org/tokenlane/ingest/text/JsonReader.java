package org.tokenlane.ingest.text;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads one JSON text into a {@link Value}. Names that differ only by case stay apart, and of equal names the first is
 * found.
 */
public final class JsonReader {

    private static final int MOST_ENCODINGS = 3;
    private static final int LONGEST_TEXT = 256 << 20;
    private static final JsonFactory FACTORY = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder().maxStringLength(LONGEST_TEXT).maxNameLength(1 << 20)
                    .maxNumberLength(10_000).build())
            .disable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
            .enable(JsonReadFeature.ALLOW_UNESCAPED_CONTROL_CHARS)
            .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS).enable(JsonReadFeature.ALLOW_TRAILING_COMMA)
            .enable(JsonReadFeature.ALLOW_JAVA_COMMENTS).enable(JsonReadFeature.ALLOW_YAML_COMMENTS).build();
    private static final Value TRUE = new ScalarValue("true", false);
    private static final Value FALSE = new ScalarValue("false", false);

    private JsonReader() {
    }

    /** Reads bytes of UTF-8. */
    public static Value read(byte[] utf8, int offset, int length) throws DamagedRecordException {
        try (JsonParser parser = FACTORY.createParser(utf8, offset, length)) {
            return whole(parser);
        } catch (IOException damaged) {
            throw DamagedRecordException.of(damaged);
        }
    }

    public static Value read(String json) throws DamagedRecordException {
        try (JsonParser parser = FACTORY.createParser(json)) {
            return whole(parser);
        } catch (IOException damaged) {
            throw DamagedRecordException.of(damaged);
        }
    }

    /** Reads what is JSON, or nearly so; see {@link LooseJson}. */
    static Value readNearly(String json) throws DamagedRecordException {
        try {
            return read(json);
        } catch (DamagedRecordException damaged) {
            Value loose = LooseJson.readOrMissing(json);
            if (loose.isMissing()) {
                throw damaged;
            }
            return loose;
        }
    }

    static Value readOrMissing(String json) {
        try {
            return read(json);
        } catch (DamagedRecordException damaged) {
            return Value.MISSING;
        }
    }

    /** What a text holds, see {@link Value#opened}; the same value where it is no text, or holds nothing. */
    static Value opened(Value text) {
        Value value = text;
        for (int i = 0; i < MOST_ENCODINGS; i++) {
            String json = value.text();
            if (json == null) {
                return value;
            }
            if (!maybeJson(json)) {
                return PowerShellText.isObject(json) ? PowerShellText.read(json, value) : value;
            }
            Value inner = readOrMissing(json);
            if (inner.isMissing()) {
                inner = LooseJson.readOrMissing(json);
            }
            if (inner.isMissing()) {
                inner = SideBySide.readOrMissing(json);
            }
            if (inner.isMissing()) {
                return value;
            }
            value = inner;
        }
        return value;
    }

    /** Tells whether a text may hold a JSON object, array, or such a text encoded once more. */
    static boolean maybeJson(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c > ' ' && c != '\u00a0' && c != '\ufeff') {
                return c == '{' || c == '['
                        || c == '"' && i + 1 < text.length() && "{[\\".indexOf(text.charAt(i + 1)) >= 0;
            }
        }
        return false;
    }

    private static Value whole(JsonParser parser) throws IOException {
        JsonToken first = parser.nextToken();
        if (first == null) {
            return Value.MISSING;
        }
        Value value = value(parser, first);
        if (parser.nextToken() != null) {
            throw new IOException("trailing" // not for people
            );
        }
        return value;
    }

    private static Value value(JsonParser parser, JsonToken token) throws IOException {
        return switch (token) {
        case START_OBJECT -> object(parser);
        case START_ARRAY -> array(parser);
        case VALUE_STRING -> new ScalarValue(parser.getText(), true);
        case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> new ScalarValue(parser.getText(), false);
        case VALUE_TRUE -> TRUE;
        case VALUE_FALSE -> FALSE;
        case VALUE_NULL -> Value.MISSING;
        default -> throw new IOException(token.name());
        };
    }

    private static Value object(JsonParser parser) throws IOException {
        String[] names = new String[16];
        Value[] values = new Value[16];
        int size = 0;
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            if (size == names.length) {
                names = java.util.Arrays.copyOf(names, size * 2);
                values = java.util.Arrays.copyOf(values, size * 2);
            }
            names[size] = parser.currentName();
            values[size++] = value(parser, parser.nextToken());
        }
        return new ObjectValue(java.util.Arrays.copyOf(names, size), java.util.Arrays.copyOf(values, size));
    }

    private static Value array(JsonParser parser) throws IOException {
        List<Value> items = new ArrayList<>();
        for (JsonToken token = parser.nextToken(); token != JsonToken.END_ARRAY; token = parser.nextToken()) {
            items.add(value(parser, token));
        }
        return new ArrayValue(items);
    }
}
