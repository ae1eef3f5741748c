package org.tokenlane.ingest.text;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A JSON object, or a row of a table whose columns have names. */
final class ObjectValue extends Value {

    private static final int MOST_LINES = 1_000;
    /** A member among more is looked for by a map of the names; among fewer the first look is sooner without one. */
    private static final int MANY = 500;
    private static final int LEAST_QUOTED = 2;
    /** What Power Query saves of a nested value that was not expanded, or was expanded into other columns. */
    private static final Set<String> UNEXPANDED = Set.of("[Record]", "[List]", "[Table]");
    /** So tools keep spreadsheets from taking a text for a number or a formula. */
    private static final String FORMULA = "=\"";
    private static final Set<String> MONGO = Set.of("$date", "$numberInt", "$numberLong", "$numberDouble", "$oid",
            "$uuid");
    private static final int MOST_TIME_MEMBERS = 3;
    private static final String OPENING = "\"'`\u201c\u2018\u201e\u00ab";
    private static final String CLOSING = "\"'`\u201d\u2019\u201c\u00bb";
    /** Numbers, truth values and JSON are written without quotation marks also where texts have them. */
    private static final Pattern NO_TEXT = Pattern.compile("[+-]?[\\d.,]+|(?i:true|false|null)|\\{.*|\\[.*",
            Pattern.DOTALL);

    private final @Nullable ColumnNames columns;
    private final String @Nullable [] names;
    private final Value[] values;
    private final boolean tableRow;
    private volatile String @Nullable [] normalised;
    private volatile @Nullable Map<String, Value> byName;

    /** A JSON object. */
    ObjectValue(String[] names, Value[] values) {
        this(null, names, values, false);
    }

    private ObjectValue(@Nullable ColumnNames columns, String @Nullable [] names, Value[] values, boolean tableRow) {
        this.columns = columns;
        this.names = names;
        this.values = values;
        this.tableRow = tableRow;
    }

    /** A row: cells beyond the last column are kept but have no name, missing cells are missing values. */
    ObjectValue(ColumnNames columns, String[] cells) {
        this(columns, null, new Value[columns.size()], true);
        for (int i = 0; i < values.length; i++) {
            values[i] = i < cells.length ? cell(columns, i, cells[i]) : MISSING;
        }
    }

    /** A row of these cells, one for each column. */
    ObjectValue(ColumnNames columns, Value[] cells) {
        this(columns, null, cells, true);
    }

    /** What a cell of this column holds. */
    static Value cell(ColumnNames columns, int column, @Nullable String cell) {
        if (cell == null || cell.isEmpty() || cell.charAt(0) == '[' && UNEXPANDED.contains(cell)) {
            return MISSING;
        }
        String text = withoutFormula(cell);
        return columns.isLocal(column) ? new LocalTime(text, columns.zone(column))
                : columns.hasJsonCells() ? fromJson(text) : new ScalarValue(text, true);
    }

    /** The text that a spreadsheet shows for {@code ="text"}. */
    static String withoutFormula(String cell) {
        return cell.startsWith(FORMULA) && cell.endsWith("\"") && cell.length() > FORMULA.length()
                ? cell.substring(FORMULA.length(), cell.length() - 1)
                : cell;
    }

    /** A row whose cells are values of any kind. */
    static ObjectValue rowOf(ColumnNames columns, List<Value> cells) {
        Value[] values = new Value[columns.size()];
        for (int i = 0; i < values.length; i++) {
            Value cell = i < cells.size() ? cells.get(i) : MISSING;
            values[i] = columns.isLocal(i) && cell.text() != null ? new LocalTime(cell.text(), columns.zone(i))
                    : cell;
        }
        return new ObjectValue(columns, null, values, true);
    }

    private static Value fromJson(String cell) {
        if (cell.equals("null")) {
            return MISSING;
        }
        if (cell.length() > 1 && cell.charAt(0) == '\'' && cell.charAt(cell.length() - 1) == '\'') {
            return new ScalarValue(cell.substring(1, cell.length() - 1).replace("''", "'"), true);
        }
        if (cell.length() < 2 || cell.charAt(0) != '"' || cell.charAt(cell.length() - 1) != '"') {
            return new ScalarValue(cell, true);
        }
        Value value = JsonReader.readOrMissing(cell);
        return value.text() == null ? new ScalarValue(cell, true) : value;
    }

    private static boolean isLocal(String name) {
        return (name.endsWith("]") || name.endsWith(")")) && ColumnNames.isLocal(name);
    }

    /** The same object, in which members whose names say so are times of this zone. */
    ObjectValue withLocalTimes(@Nullable ZoneId zone) {
        if (names == null || Arrays.stream(names).noneMatch(ObjectValue::isLocal)) {
            return this;
        }
        Value[] own = values.clone();
        for (int i = 0; i < own.length; i++) {
            if (isLocal(names[i]) && own[i].text() != null) {
                ZoneId stated = ColumnNames.statedZone(names[i]);
                own[i] = new LocalTime(own[i].text(), stated == null ? zone : stated);
            }
        }
        return new ObjectValue(names, own);
    }

    /** The same object, in which members whose names are paths are also found where the paths lead. */
    Value unflattened() {
        return columns != null || names == null || !ColumnNames.mayBePaths(names) ? this
                : new ObjectValue(ColumnNames.of(Arrays.asList(names)), names, values, false);
    }

    @Override
    public Value asRow() {
        return tableRow || names == null ? this
                : new ObjectValue(ColumnNames.of(Arrays.asList(names)), null, values, true);
    }

    @Override
    public Value normalised() {
        return columns != null || names == null ? this
                : new ObjectValue(ColumnNames.of(Arrays.asList(names)), names, values, false);
    }

    /** The value that MongoDB's way of writing JSON puts into an object of its own: {@code {"$date": "…"}}. */
    @Override
    public @Nullable String text() {
        if (names == null || names.length == 0 || names.length > MOST_TIME_MEMBERS) {
            return null;
        }
        return names.length == 1 ? names[0].startsWith("$") && MONGO.contains(names[0]) ? values[0].text() : null
                : timeOfPowerShell();
    }

    /** The time in what PowerShell writes for one that has more members: {@code {"value":"/Date(…)/","DateTime":"…"}}. */
    private @Nullable String timeOfPowerShell() {
        if (get("DateTime").isMissing() && get("DisplayHint").isMissing()) {
            return null;
        }
        String time = get("value").text();
        return time != null && time.contains("/Date(") ? time : null;
    }

    @Override
    public Value get(String name) {
        if (names != null) {
            Value value = names.length > MANY ? byName(names).get(name) : named(names, name);
            if (value != null) {
                return value;
            }
        }
        return columns == null ? MISSING : inColumns(columns, ColumnNames.normalise(name));
    }

    private @Nullable Value named(String[] written, String name) {
        for (int i = 0; i < written.length; i++) {
            if (written[i].equals(name)) {
                return values[i];
            }
        }
        return null;
    }

    /** Of members with one name the first. Made by several threads, they are equal. */
    private Map<String, Value> byName(String[] written) {
        Map<String, Value> known = byName;
        if (known == null) {
            known = HashMap.newHashMap(written.length);
            for (int i = 0; i < written.length; i++) {
                known.putIfAbsent(written[i], values[i]);
            }
            byName = known;
        }
        return known;
    }

    @Override
    public Value find(String... normalisedNames) {
        for (String wanted : normalisedNames) {
            Value value = findOne(wanted);
            if (!value.isMissing()) {
                return value;
            }
        }
        return MISSING;
    }

    private Value findOne(String wanted) {
        if (names != null) {
            String[] known = normalisedNames(names);
            for (int i = 0; i < known.length; i++) {
                if (known[i].equals(wanted) && !values[i].isMissing()) {
                    return values[i];
                }
            }
        }
        return columns == null ? MISSING : inColumns(columns, wanted);
    }

    /** The names as they are looked for: a record is asked for many of them. Made by several threads, they are equal. */
    private String[] normalisedNames(String[] written) {
        String[] known = normalised;
        if (known == null) {
            known = new String[written.length];
            for (int i = 0; i < known.length; i++) {
                known[i] = ColumnNames.normalise(written[i]);
            }
            normalised = known;
        }
        return known;
    }

    private Value inColumns(ColumnNames layout, String normalised) {
        int position = layout.position(normalised);
        if (position >= 0 && !values[position].isMissing()) {
            return values[position];
        }
        ColumnNames.Group group = layout.group(normalised);
        return group == null ? MISSING : grouped(group);
    }

    /** What columns hold whose names are paths: an object, or a list where the paths go on with numbers. */
    private Value grouped(ColumnNames.Group group) {
        Value[] inside = new Value[group.columns().length];
        boolean empty = true;
        for (int i = 0; i < inside.length; i++) {
            inside[i] = values[group.columns()[i]];
            empty &= inside[i].isMissing();
        }
        if (empty) {
            return MISSING;
        }
        ObjectValue object = new ObjectValue(group.inside(), null, inside, false);
        if (group.isLines()) {
            return lines(group.inside(), inside);
        }
        if (!group.isList()) {
            return object;
        }
        List<Value> items = new ArrayList<>();
        object.parts(group.inside()).forEach(item -> {
            if (!item.isMissing()) {
                items.add(item);
            }
        });
        return new ArrayValue(items);
    }

    private static Value lines(ColumnNames columns, Value[] cells) {
        List<Value> items = new ArrayList<>();
        for (int line = 0; line < MOST_LINES; line++) {
            Value[] parts = new Value[cells.length];
            boolean any = false;
            for (int i = 0; i < cells.length; i++) {
                String[] texts = cells[i].text() == null ? new String[0] : cells[i].text().split("\n", -1);
                parts[i] = line < texts.length ? new ScalarValue(texts[line].strip(), true) : MISSING;
                any |= line < texts.length;
            }
            if (!any) {
                break;
            }
            items.add(new ObjectValue(columns, null, parts, false));
        }
        return new ArrayValue(items);
    }

    /** What the paths lead to, besides the members themselves. */
    private List<Value> parts(ColumnNames layout) {
        List<Value> parts = new ArrayList<>();
        for (ColumnNames.Group group : layout.groups()) {
            parts.add(grouped(group));
        }
        for (int i = 0; i < values.length; i++) {
            if (layout.original(i).chars().allMatch(Character::isDigit)) {
                parts.add(values[i]);
            }
        }
        return parts;
    }

    @Override
    List<Value> members() {
        List<Value> members = new ArrayList<>(Arrays.asList(values));
        if (columns != null) {
            members.addAll(parts(columns));
        }
        return members;
    }

    @Override
    List<String> carrierColumns() {
        return columns == null ? List.of() : columns.carriers();
    }

    @Override
    public boolean has(String normalisedName) {
        if (columns != null) {
            return columns.position(normalisedName) >= 0 || columns.group(normalisedName) != null;
        }
        return names != null && Arrays.asList(normalisedNames(names)).contains(normalisedName);
    }

    @Override
    public boolean hasOnlyQuotedTexts() {
        int inQuotes = 0;
        for (Value value : values) {
            String text = value.text();
            if (text == null || text.isBlank() || !value.isQuoted() || NO_TEXT.matcher(text.strip()).matches()) {
                continue;
            }
            if (!isInQuotes(text.strip())) {
                return false;
            }
            inQuotes++;
        }
        return inQuotes >= LEAST_QUOTED;
    }

    private static boolean isInQuotes(String text) {
        int kind = OPENING.indexOf(text.charAt(0));
        return text.length() > 1 && kind >= 0 && text.charAt(text.length() - 1) == CLOSING.charAt(kind);
    }

    @Override
    public List<String> namesOfSeveral() {
        List<String> several = List.of();
        for (int i = 0; i < values.length; i++) {
            if (values[i].holdsSeveral()) {
                several = new ArrayList<>(several);
                several.add(names().get(i));
            }
        }
        return several;
    }

    @Override
    public List<String> names() {
        if (names != null) {
            return Arrays.asList(names);
        }
        List<String> all = new ArrayList<>();
        for (int i = 0; columns != null && i < columns.size(); i++) {
            all.add(columns.original(i));
        }
        return all;
    }

    int size() {
        return values.length;
    }

    /** The value of the member at this place among the {@link #names}. */
    Value value(int place) {
        return values[place];
    }

    @Override
    public boolean isObject() {
        return true;
    }

    @Override
    public boolean isTableRow() {
        return tableRow;
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder("{");
        List<String> all = names();
        for (int i = 0; i < values.length; i++) {
            text.append(i == 0 ? "" : ",").append('"').append(all.get(i)).append("\":").append(values[i]);
        }
        return text.append('}').toString();
    }
}
