package org.tokenlane.extract.pseudonym;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;
import org.tokenlane.model.evidence.HeldFiles;
import org.tokenlane.model.evidence.OwnerOnly;
import org.tokenlane.store.CaseFileException;

/**
 * Which pseudonym stands for what: the only way back. It is a file of its own, never a part of what is handed on, and
 * can be used for the next extract too, so that one
 * value has one pseudonym in all of them. As JSON: by table (user, domain, ipv4 …) the pseudonym by the original.
 */
public final class PseudonymKey {

    private static final JsonFactory FACTORY = new JsonFactory();

    private final Map<String, Map<String, String>> tables = new TreeMap<>();
    /** The originals as they were first written, by table and by their lower-case form, where the two differ. */
    private final Map<String, Map<String, String>> spellings = new TreeMap<>();

    /**
     * Reads a key.
     *
     * @throws CaseFileException
     *             when the file is not a key or cannot be read
     */
    public static PseudonymKey read(Path file) {
        PseudonymKey key = new PseudonymKey();
        try (JsonParser parser = FACTORY.createParser(HeldFiles.text(file))) {
            expect(parser.nextToken(), JsonToken.START_OBJECT);
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                String name = parser.currentName();
                Map<String, String> table = key.table(name);
                expect(parser.nextToken(), JsonToken.START_OBJECT);
                while (parser.nextToken() == JsonToken.FIELD_NAME) {
                    String original = parser.currentName();
                    expect(parser.nextToken(), JsonToken.VALUE_STRING);
                    table.put(lower(key, name, original), parser.getText());
                }
            }
            return key;
        } catch (IOException e) {
            throw new CaseFileException(
                    PseudonymText.NOT_A_KEY.with(file), e);
        }
    }

    private static void expect(@Nullable JsonToken token, JsonToken wanted) throws IOException {
        if (token != wanted) {
            throw new IOException(wanted + " was expected, not " + token); // not for people
        }
    }

    /** Writes the key, beside its place first; only its owner may read it where the file system knows owners. */
    public void write(Path file) throws IOException {
        Path part = OwnerOnly.temporary(file, ".part");
        try {
            try (Writer writer = Files.newBufferedWriter(part, StandardCharsets.UTF_8);
                    JsonGenerator out = FACTORY.createGenerator(writer).useDefaultPrettyPrinter()) {
                out.writeStartObject();
                for (Map.Entry<String, Map<String, String>> table : tables.entrySet()) {
                    out.writeObjectFieldStart(table.getKey());
                    for (Map.Entry<String, String> entry : table.getValue().entrySet()) {
                        out.writeStringField(
                                spellings.getOrDefault(table.getKey(), Map.of()).getOrDefault(entry.getKey(),
                                        entry.getKey()),
                                entry.getValue());
                    }
                    out.writeEndObject();
                }
                out.writeEndObject();
            }
            OwnerOnly.replace(part, file);
        } finally {
            Files.deleteIfExists(part);
        }
    }

    /** How many values have a pseudonym. */
    public int size() {
        return tables.values().stream().mapToInt(Map::size).sum();
    }

    /**
     * Gives what stands for a value, any case of it.
     *
     * @param make
     *            makes a new pseudonym of the number of values in this table, this one included
     */
    String of(String table, String original, IntFunction<String> make) {
        Map<String, String> known = table(table);
        String lower = original.toLowerCase(Locale.ROOT);
        String pseudonym = known.get(lower);
        if (pseudonym == null) {
            lower(this, table, original);
            pseudonym = make.apply(known.size() + 1);
            known.put(lower, pseudonym);
        }
        return pseudonym;
    }

    /** The form by which a value is found; its spelling is kept for the file. */
    private static String lower(PseudonymKey key, String table, String original) {
        String lower = original.toLowerCase(Locale.ROOT);
        if (!lower.equals(original)) {
            key.spellings.computeIfAbsent(table, none -> new HashMap<>()).putIfAbsent(lower, original);
        }
        return lower;
    }

    /** What stands for a value that was met before, or null. */
    @Nullable
    String known(String table, String original) {
        return table(table).get(original.toLowerCase(Locale.ROOT));
    }

    /** All values of a table with what stands for them. */
    void forEach(String table, BiConsumer<String, String> action) {
        Map.copyOf(table(table)).forEach(action);
    }

    private Map<String, String> table(String name) {
        return tables.computeIfAbsent(name, none -> new LinkedHashMap<>());
    }
}
