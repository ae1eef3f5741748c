package org.tokenlane.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** One run of a command as a person at a terminal has it: what it printed, what it said beside, and its exit code. */
public record CommandRun(int exitCode, String out, String err) {

    public static CommandRun of(Object... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        String[] words = java.util.Arrays.stream(arguments).map(Object::toString).toArray(String[]::new);
        int code = new TokenlaneCommand(new PrintWriter(out), new PrintWriter(err), null).run(words);
        return new CommandRun(code, out.toString(), err.toString());
    }

    public CommandRun isDone() {
        assertThat(exitCode).as(err).isZero();
        return this;
    }

    /** What was printed, read as one JSON text: maps, lists, texts, numbers. */
    Object json() {
        return json(out);
    }

    @SuppressWarnings("unchecked")
    Map<String, Object> jsonObject() {
        return (Map<String, Object>) json();
    }

    @SuppressWarnings("unchecked")
    List<Map<String, Object>> jsonArray() {
        return (List<Map<String, Object>>) json();
    }

    @SuppressWarnings("unchecked")
    List<Map<String, Object>> jsonLines() {
        return out.lines().map(line -> (Map<String, Object>) json(line)).toList();
    }

    /** A JSON text as maps, lists, texts, numbers. */
    public static Object json(String text) {
        try (JsonParser parser = new JsonFactory().createParser(text)) {
            parser.nextToken();
            return value(parser);
        } catch (IOException e) {
            throw new UncheckedIOException(text, e);
        }
    }

    private static Object value(JsonParser parser) throws IOException {
        return switch (parser.currentToken()) {
        case START_OBJECT -> object(parser);
        case START_ARRAY -> array(parser);
        case VALUE_STRING -> parser.getText();
        case VALUE_NUMBER_INT ->
            parser.getLongValue() == (int) parser.getLongValue() ? (Object) (int) parser.getLongValue()
                    : (Object) parser.getLongValue();
        case VALUE_NUMBER_FLOAT -> parser.getDoubleValue();
        case VALUE_TRUE -> true;
        case VALUE_FALSE -> false;
        default -> null;
        };
    }

    private static Map<String, Object> object(JsonParser parser) throws IOException {
        Map<String, Object> map = new LinkedHashMap<>();
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String name = parser.currentName();
            parser.nextToken();
            map.put(name, value(parser));
        }
        return map;
    }

    private static List<Object> array(JsonParser parser) throws IOException {
        List<Object> list = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            list.add(value(parser));
        }
        return list;
    }
}
