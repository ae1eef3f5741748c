package org.tokenlane.ingest.text;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Finds the table in the answer of a query service that names columns once and then lists rows of values: Log Analytics
 * ({@code tables}, {@code columns}, {@code rows}), Kusto's first version and the frames of its second.
 *
 * @param columns
 *            the names of the columns
 * @param end
 *            the place of the character behind the bracket that opens the rows
 */
record JsonRows(List<String> columns, int end) {

    private static final Set<String> COLUMNS = Set.of("columns", "fields");
    private static final Set<String> ROWS = Set.of("rows", "data", "values", "datarows");
    private static final Set<String> NAMES = Set.of("name", "columnname");
    private static final Set<String> KINDS = Set.of("tablekind", "tablename");
    /** Tables that the service adds about the query itself. */
    private static final Set<String> ABOUT_THE_QUERY = Set.of("queryproperties", "querycompletioninformation",
            "querystatus", "tableofcontents", "querytracelog", "queryperflog", "@extendedproperties");
    /** The columns by which the first version of the service's answers shows such tables, which it only numbers. */
    private static final Set<List<String>> QUERY_COLUMNS = Set.of(List.of("Value"),
            List.of("Ordinal", "Kind", "Name", "Id", "PrettyName"),
            List.of("Timestamp", "Severity", "SeverityName", "StatusCode", "StatusDescription", "Count", "RequestId",
                    "ActivityId", "SubActivityId", "ClientActivityId"));
    private static final Pattern KIND = Pattern.compile("(?i)\"(?:tablekind|tablename)\"\\s*:\\s*\"([^\"]*)\"");
    private static final Pattern COLUMN = Pattern.compile("(?i)\"(?:columnname|name)\"\\s*:\\s*\"([^\"]*)\"");
    private static final JsonFactory FACTORY = new JsonFactory();

    /** The first table of rows in the beginning of a file, or null. */
    static @Nullable JsonRows in(String text) {
        if (!hasQuoted(text, COLUMNS) || !hasQuoted(text, ROWS)) {
            return null;
        }
        try (JsonParser parser = FACTORY.createParser(text)) {
            return find(parser);
        } catch (IOException cutOrNoJson) {
            return null;
        }
    }

    /** Tells whether one of these stands between quotes, in whatever case; the text itself is not copied for it. */
    private static boolean hasQuoted(String text, Set<String> names) {
        for (int quote = text.indexOf('"'); quote >= 0; quote = text.indexOf('"', quote + 1)) {
            for (String name : names) {
                int end = quote + 1 + name.length();
                if (end < text.length() && text.charAt(end) == '"'
                        && text.regionMatches(true, quote + 1, name, 0, name.length())) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Tells by what stands in front of rows whether they go on with a table of these columns. */
    static boolean isOfSameTable(String before, ColumnNames columns) {
        String lower = before.toLowerCase(Locale.ROOT);
        List<String> names = lastColumns(before);
        if (names.isEmpty()) {
            return lower.contains("tablefragment");
        }
        List<String> own = new ArrayList<>();
        for (int i = 0; i < columns.size(); i++) {
            own.add(columns.original(i));
        }
        return names.equals(own);
    }

    /** Tells by what stands in front of rows whether the service added them about the query itself. */
    static boolean isAboutTheQuery(String before) {
        Matcher kind = KIND.matcher(before);
        boolean about = false;
        while (kind.find()) {
            about = ABOUT_THE_QUERY.contains(kind.group(1).toLowerCase(Locale.ROOT));
        }
        return about || QUERY_COLUMNS.contains(lastColumns(before));
    }

    private static List<String> lastColumns(String before) {
        int at = Math.max(before.lastIndexOf("\"columns\""), before.lastIndexOf("\"Columns\""));
        List<String> names = new ArrayList<>();
        Matcher name = COLUMN.matcher(at < 0 ? "" : before.substring(at));
        while (name.find()) {
            names.add(name.group(1));
        }
        return names;
    }

    private static @Nullable JsonRows find(JsonParser parser) throws IOException {
        List<String> columns = List.of();
        boolean aboutTheQuery = false;
        for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
            if (token != JsonToken.FIELD_NAME) {
                continue;
            }
            String name = parser.currentName().toLowerCase(Locale.ROOT);
            JsonToken value = parser.nextToken();
            if (KINDS.contains(name) && value == JsonToken.VALUE_STRING) {
                aboutTheQuery = ABOUT_THE_QUERY.contains(parser.getText().toLowerCase(Locale.ROOT));
            } else if (COLUMNS.contains(name) && value == JsonToken.START_ARRAY) {
                columns = names(parser);
            } else if (ROWS.contains(name) && value == JsonToken.START_ARRAY && !columns.isEmpty()) {
                int end = (int) parser.currentTokenLocation().getCharOffset() + 1;
                JsonToken first = parser.nextToken();
                if ((first == JsonToken.START_ARRAY || first == JsonToken.END_ARRAY) && !aboutTheQuery) {
                    return new JsonRows(columns, end);
                }
            }
        }
        return null;
    }

    /** The names of the columns: objects with a name, or texts. */
    private static List<String> names(JsonParser parser) throws IOException {
        List<String> names = new ArrayList<>();
        int depth = 0;
        for (JsonToken token = parser.nextToken(); token != JsonToken.END_ARRAY || depth > 0; token = parser
                .nextToken()) {
            if (token == null) {
                return List.of();
            }
            depth += token.isStructStart() ? 1 : token.isStructEnd() ? -1 : 0;
            if (token == JsonToken.VALUE_STRING && (depth == 0
                    || depth == 1 && parser.currentName() != null
                            && NAMES.contains(parser.currentName().toLowerCase(Locale.ROOT)))) {
                names.add(parser.getText());
            }
        }
        return names;
    }
}
