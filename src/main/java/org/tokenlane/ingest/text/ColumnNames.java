package org.tokenlane.ingest.text;

import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The column names of a table, each also in its normalised form, by which columns are found: accents stripped,
 * lower-cased, letters and digits only. So {@code Application ID␠}, {@code ApplicationId} and {@code applicationId} are
 * one name. A doubled name gets {@code #2} behind it.
 *
 * <p>
 * Tools that flatten nested fields write their path as the column's name ({@code AppAccessContext.AADSessionId}, {@code
 * ExtendedProperties_0_Name}), and some put the type behind it ({@code UserId_s}). The path is taken apart again here,
 * once for a header, so that the nested value is found where it was.
 */
public final class ColumnNames {

    private static final int CACHE_LIMIT = 20_000;
    private static final int LAYOUT_LIMIT = 2_000;
    private static final int DEEPEST = 6;
    private static final Map<String, String> NORMALISED = new ConcurrentHashMap<>();
    private static final Map<List<String>, ColumnNames> LAYOUTS = new ConcurrentHashMap<>();
    /** Log Analytics writes the zone of a time column behind its name. */
    private static final Pattern ZONE = Pattern.compile("(.*\\S)\\s*\\[([^\\]]*[^\\]\\d][^\\]]*)\\]\\s*");
    /** Other tools write a zone that is not UTC in parentheses. */
    private static final Pattern ZONE_IN_PARENTHESES = Pattern
            .compile("(?i)(.*\\S)\\s*\\((local(?:[ -]?time)?|(?:UTC|GMT)"
                    + "\\s*[+-]\\s*\\d{1,2}(?::?\\d{2})?|CES?T|[ECMP][SD]T|BST|IST|JST|AES?T|[a-z]+/[a-z_/]+)\\)\\s*");
    /** The portal's own "Date (UTC)" is known by its whole name. */
    private static final Pattern IN_UTC = Pattern.compile("(?i)(?!date\\W)(.*\\S)\\s*\\((?:UTC|GMT)\\)\\s*");
    /** The types that custom log tables and unions write behind a name. */
    private static final Pattern TYPED = Pattern.compile("(.+)_(?:s|g|t|d|b|dynamic|string)");
    private static final Pattern INDEX = Pattern.compile("\\d{1,4}");

    private final String[] original;
    private final boolean[] local;
    private final Map<String, Integer> positions = new HashMap<>();
    private final Map<String, Group> groups = new LinkedHashMap<>();
    /** Worked out once for a header, as every row is asked for them. */
    private final List<String> carriers;
    private boolean jsonCells;
    private @Nullable ZoneId localZone;

    /**
     * Columns whose names begin with the same part of a path.
     *
     * @param isList
     *            whether the paths go on with numbers
     * @param isLines
     *            whether each line of a cell is of another element of a list, as Splunk writes {@code
     *            Parameters{}.Name}
     */
    record Group(int[] columns, ColumnNames inside, boolean isList, boolean isLines) {
    }

    public ColumnNames(List<String> names) {
        this(names, 0);
    }

    private ColumnNames(List<String> names, int depth) {
        original = names.toArray(String[]::new);
        local = new boolean[original.length];
        for (int i = 0; i < original.length; i++) {
            local[i] = isLocal(original[i]);
            String name = normalise(original[i]);
            String unique = name;
            for (int n = 2; positions.containsKey(unique); n++) {
                unique = name + "#" + n;
            }
            positions.put(unique, i);
        }
        for (int i = 0; i < original.length; i++) {
            if (local[i]) {
                // the column that is "Date (UTC)" elsewhere
                positions.putIfAbsent(normalise(original[i]) + "utc", i);
            }
        }
        for (int i = 0; i < original.length; i++) {
            Matcher utc = IN_UTC.matcher(original[i]);
            if (utc.matches()) {
                positions.putIfAbsent(normalise(utc.group(1)), i);
            }
        }
        for (int i = 0; i < original.length; i++) {
            Matcher typed = TYPED.matcher(withoutZone(original[i]));
            if (typed.matches()) {
                positions.putIfAbsent(normalise(typed.group(1)), i);
            }
        }
        if (depth < DEEPEST) {
            group(depth);
        }
        carriers = Carriers.COLUMNS.stream()
                .filter(name -> positions.containsKey(name) || groups.containsKey(name) && isPathTo(name)).toList();
    }

    /**
     * Tells whether a column's path begins with this name. In {@code message_id} the first word says what is meant and
     * is no place of a record, which a search in every row would find out slowly.
     */
    private boolean isPathTo(String name) {
        for (String column : original) {
            int end = endOfPart(column);
            if (end > 0 && (column.charAt(end) != '_' || divides(column.charAt(0)))
                    && normalise(column.substring(0, end)).equals(name)) {
                return true;
            }
        }
        return false;
    }

    /** Puts columns together whose names are paths that begin alike. */
    private void group(int depth) {
        Map<String, List<Integer>> columns = new LinkedHashMap<>();
        Map<String, List<String>> rests = new LinkedHashMap<>();
        for (int i = 0; i < original.length; i++) {
            String plain = withoutZone(original[i]);
            Matcher typed = TYPED.matcher(plain);
            String path = typed.matches() ? typed.group(1) : plain;
            int end = endOfPart(path);
            int next = end < 0 ? -1 : startOfRest(path, end);
            if (next > 0 && next < path.length()) {
                String part = path.substring(0, end);
                columns.computeIfAbsent(part, name -> new ArrayList<>()).add(i);
                rests.computeIfAbsent(part, name -> new ArrayList<>()).add(path.substring(next));
            }
        }
        columns.forEach((part, places) -> {
            String name = normalise(part);
            List<String> names = rests.getOrDefault(part, List.of());
            ColumnNames inside = new ColumnNames(names, depth + 1);
            boolean list = names.stream().allMatch(rest -> INDEX.matcher(firstPart(rest)).matches());
            groups.putIfAbsent(name,
                    new Group(places.stream().mapToInt(Integer::intValue).toArray(), inside, list,
                            original[places.getFirst()].startsWith(part + "{}")));
        });
    }

    private static boolean divides(char c) {
        return c == '.' || c == '_' || c == '/' || c == ':' || c == '[' || c == ']' || c == '{' || c == '}';
    }

    /** Where the first part of a path ends; marks before it are part of it, as in {@code _source.x}. */
    private static int endOfPart(String name) {
        int i = 0;
        while (i < name.length() && divides(name.charAt(i))) {
            i++;
        }
        for (; i < name.length(); i++) {
            if (divides(name.charAt(i))) {
                return i;
            }
        }
        return -1;
    }

    private static int startOfRest(String name, int end) {
        int i = end;
        while (i < name.length() && divides(name.charAt(i))) {
            i++;
        }
        return i;
    }

    private static String firstPart(String path) {
        int end = endOfPart(path);
        return end < 0 ? path : path.substring(0, end);
    }

    /** The layout of objects with these names, which is worked out once for all objects that have them. */
    static ColumnNames of(List<String> names) {
        ColumnNames known = LAYOUTS.get(names);
        if (known == null) {
            known = new ColumnNames(names);
            if (LAYOUTS.size() < LAYOUT_LIMIT) {
                LAYOUTS.put(List.copyOf(names), known);
            }
        }
        return known;
    }

    /** Tells whether one of the names may be a path, or has its type behind it. */
    static boolean mayBePaths(String[] names) {
        for (String name : names) {
            if ((isInside(name, '.') || isInside(name, '_') || isInside(name, ':') || isInside(name, '/'))
                    && name.indexOf('@') < 0) {
                return true;
            }
        }
        return false;
    }

    /** Tells whether the mark stands in the name, with letters before and behind it. */
    private static boolean isInside(String name, char mark) {
        int at = name.indexOf(mark, 1);
        return at > 0 && at < name.length() - 1;
    }

    /** Gives the name's normalised form; the zone behind a Log Analytics column ({@code [UTC]}) is dropped. */
    public static String normalise(String name) {
        String known = NORMALISED.get(name);
        if (known != null) {
            return known;
        }
        String result = normaliseOnce(name);
        if (NORMALISED.size() < CACHE_LIMIT) {
            NORMALISED.put(name, result);
        }
        return result;
    }

    /**
     * As {@link #normalise}, but for a text that is hardly a name: it is not remembered, as the texts of a long table
     * would take the place of all names.
     */
    static String normaliseOnce(String text) {
        String plain = withoutZone(text);
        String letters = isAscii(plain) ? plain : Normalizer.normalize(plain, Normalizer.Form.NFKD);
        letters = letters.toLowerCase(Locale.ROOT);
        StringBuilder kept = new StringBuilder(letters.length());
        for (int i = 0; i < letters.length(); i += Character.charCount(letters.codePointAt(i))) {
            int letter = letters.codePointAt(i);
            if (Character.isLetterOrDigit(letter)) {
                kept.appendCodePoint(letter);
            }
        }
        return kept.isEmpty() ? text.strip() : kept.toString();
    }

    private static String withoutZone(String name) {
        if (name.indexOf(']') >= 0) {
            Matcher zone = ZONE.matcher(name);
            if (zone.matches()) {
                return zone.group(1);
            }
        }
        if (name.indexOf(')') >= 0) {
            Matcher local = ZONE_IN_PARENTHESES.matcher(name);
            if (local.matches()) {
                return local.group(1);
            }
        }
        return name;
    }

    private static boolean isAscii(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) > 127) {
                return false;
            }
        }
        return true;
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

    /** The columns below this normalised part of a path, or null. */
    @Nullable
    Group group(String normalised) {
        return groups.isEmpty() ? null : groups.get(normalised);
    }

    /** Those of the columns by which a carrier is known. */
    List<String> carriers() {
        return carriers;
    }

    /** The columns whose names are paths, by the paths' first parts. */
    Iterable<Group> groups() {
        return groups.values();
    }

    /** Tells whether the column's name says that its times are of another zone than UTC. */
    boolean isLocal(int position) {
        return local[position];
    }

    /** Says that a column's times are of another zone than UTC, which its name does not say. */
    void setLocal(int position) {
        local[position] = true;
    }

    /** Tells whether a column's name says that its times are of another zone than UTC. */
    static boolean isLocal(String name) {
        String zone = zoneWords(name);
        return zone != null && !zone.equalsIgnoreCase("UTC") && !zone.equalsIgnoreCase("GMT");
    }

    /** The zone that a column's name states, {@code [UTC+2]}; null where it states none, or only that it is local. */
    static @Nullable ZoneId statedZone(String name) {
        String words = zoneWords(name);
        if (words == null || !words.matches("(?i)(UTC|GMT)\\s*[+-]\\s*\\d{1,2}(:?\\d{2})?|[A-Za-z]+/[A-Za-z_/]+")) {
            return null;
        }
        try {
            return ZoneId.of(words.indexOf('/') > 0 ? words
                    : words.toUpperCase(Locale.ROOT).replaceAll("\\s", "").replaceAll("([+-])(\\d)(?!\\d)", "$10$2"));
        } catch (DateTimeException noZone) {
            return null;
        }
    }

    private static @Nullable String zoneWords(String name) {
        Matcher zone = ZONE.matcher(name);
        if (zone.matches()) {
            return zone.group(2).strip();
        }
        Matcher bracketed = ZONE_IN_PARENTHESES.matcher(name);
        return bracketed.matches() ? bracketed.group(2).strip() : null;
    }

    /** The zone of the times in a local column: the one that its name states, else the one that was given. */
    @Nullable
    ZoneId zone(int position) {
        ZoneId stated = statedZone(original[position]);
        return stated == null ? localZone : stated;
    }

    /** Tells whether a time column is in local time and does not say of which zone. */
    public boolean hasLocalTimes() {
        for (int i = 0; i < local.length; i++) {
            if (local[i] && statedZone(original[i]) == null) {
                return true;
            }
        }
        return false;
    }

    /** Says of which zone the local times are. */
    ColumnNames withLocalZone(@Nullable ZoneId zone) {
        localZone = zone;
        return this;
    }

    @Nullable
    ZoneId localZone() {
        return localZone;
    }

    /** Says that each cell is written as a JSON value, texts in quotes. */
    ColumnNames withJsonCells() {
        jsonCells = true;
        return this;
    }

    boolean hasJsonCells() {
        return jsonCells;
    }
}
