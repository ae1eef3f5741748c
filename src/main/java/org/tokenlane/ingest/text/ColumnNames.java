package org.tokenlane.ingest.text;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The column names of a table, each also in its normalised form, by which columns are found: accents stripped,
 * lower-cased, letters and digits only. So
 * {@code Application ID␠}, {@code ApplicationId} and {@code applicationId} are one name. A doubled name gets {@code #2}
 * behind it.
 */
public final class ColumnNames {

    private static final int CACHE_LIMIT = 20_000;
    private static final Map<String, String> NORMALISED = new ConcurrentHashMap<>();

    private final String[] original;
    private final Map<String, Integer> positions = new HashMap<>();

    public ColumnNames(List<String> names) {
        original = names.toArray(String[]::new);
        for (int i = 0; i < original.length; i++) {
            String name = normalise(original[i]);
            String unique = name;
            for (int n = 2; positions.containsKey(unique); n++) {
                unique = name + "#" + n;
            }
            positions.put(unique, i);
        }
    }

    /** Gives the name's normalised form; {@code [UTC]} behind a Log Analytics column is dropped. */
    public static String normalise(String name) {
        String known = NORMALISED.get(name);
        if (known != null) {
            return known;
        }
        String plain = name.endsWith("[UTC]") ? name.substring(0, name.length() - 5) : name;
        String letters = Normalizer.normalize(plain, Normalizer.Form.NFKD).toLowerCase(Locale.ROOT);
        StringBuilder kept = new StringBuilder(letters.length());
        letters.codePoints().filter(Character::isLetterOrDigit).forEach(kept::appendCodePoint);
        String result = kept.isEmpty() ? name.strip() : kept.toString();
        if (NORMALISED.size() < CACHE_LIMIT) {
            NORMALISED.put(name, result);
        }
        return result;
    }

    public int size() {
        return original.length;
    }

    public String original(int position) {
        return original[position];
    }

    /** Gives the position of the column with this normalised name, or -1. */
    public int position(String normalised) {
        return positions.getOrDefault(normalised, -1);
    }
}
