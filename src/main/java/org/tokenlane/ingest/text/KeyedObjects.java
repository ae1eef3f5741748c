package org.tokenlane.ingest.text;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.HashSet;
import java.util.Set;

/**
 * Tells an object whose members are records ({@code {"id1": {…}, "id2": {…}}}), or lists of records, from one that is a
 * record: its members are at least two, all of one kind, and the first two have names in common.
 */
final class KeyedObjects {

    private static final int SHARED_NAMES = 3;
    private static final JsonFactory FACTORY = new JsonFactory();

    private KeyedObjects() {
    }

    static boolean areIn(String text) {
        if (!text.stripLeading().startsWith("{")) {
            return false;
        }
        try (JsonParser parser = FACTORY.createParser(text)) {
            parser.nextToken();
            Set<String> first = names(parser);
            Set<String> second = names(parser);
            second.retainAll(first);
            return second.size() >= SHARED_NAMES;
        } catch (IOException cutOrNoJson) {
            return false;
        }
    }

    /** The names of the next member's object, or of the first one in its list; none where it is something else. */
    private static Set<String> names(JsonParser parser) throws IOException {
        Set<String> names = new HashSet<>();
        if (parser.nextToken() != JsonToken.FIELD_NAME) {
            return names;
        }
        JsonToken value = parser.nextToken();
        boolean list = value == JsonToken.START_ARRAY;
        if (list) {
            value = parser.nextToken();
        }
        if (value != JsonToken.START_OBJECT) {
            return names;
        }
        int depth = 1;
        while (depth > 0) {
            JsonToken token = parser.nextToken();
            if (token == null) {
                return names;
            }
            if (token == JsonToken.FIELD_NAME && depth == 1 && !parser.currentName().matches("\\d*")) {
                names.add(parser.currentName());
            }
            depth += token.isStructStart() ? 1 : token.isStructEnd() ? -1 : 0;
        }
        while (list && depth >= 0) {
            JsonToken token = parser.nextToken();
            if (token == null) {
                return names;
            }
            depth += token.isStructStart() ? 1 : token.isStructEnd() ? -1 : 0;
        }
        return names;
    }
}
