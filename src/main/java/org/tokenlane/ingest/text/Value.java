package org.tokenlane.ingest.text;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One value of a record as it was written: an object, an array or a scalar, whether it comes from JSON or from a row of
 * a table. Nothing here is ever null: what is
 * not there is {@link #MISSING}, whose text is null.
 *
 * <p>
 * Values do not change once they are read and can be shared between threads.
 */
public abstract sealed class Value permits ObjectValue, ArrayValue, ScalarValue {

    /** Stands for what is not there, and for JSON's null. */
    public static final Value MISSING = new ScalarValue(null, false);

    /**
     * A row of a table: cells beyond the last column have no name, cells that are not there or empty are missing
     * values.
     */
    public static Value row(ColumnNames columns, String[] cells) {
        return new ObjectValue(columns, cells);
    }

    /** An object with these members. */
    public static Value object(Map<String, Value> members) {
        return new ObjectValue(members.keySet().toArray(String[]::new), members.values().toArray(Value[]::new));
    }

    /** The object or list that a JSON text holds; {@link #MISSING} where it holds none. */
    public static Value ofJson(String text) {
        return JsonReader.readOrMissing(text);
    }

    /** The member with exactly this name; of members with one name the first. */
    public Value get(String name) {
        return MISSING;
    }

    /**
     * The member whose name normalises to one of these (see {@link ColumnNames#normalise}); the first of the given
     * names that has a value wins.
     */
    public Value find(String... normalisedNames) {
        return MISSING;
    }

    /**
     * Tells whether an object has a member, or a table a column, whose name normalises to this, with a value or
     * without.
     */
    public boolean has(String normalisedName) {
        return false;
    }

    /**
     * The value at a path of exact names, {@code properties.status.errorCode}; text that holds JSON is opened on the
     * way.
     */
    public Value path(String path) {
        Value value = this;
        int start = 0;
        while (start <= path.length()) {
            int dot = path.indexOf('.', start);
            int end = dot < 0 ? path.length() : dot;
            value = value.opened().get(path.substring(start, end));
            start = end + 1;
        }
        return value;
    }

    /** A scalar's text as it was written, or null for what is missing and for objects and arrays. */
    public @Nullable String text() {
        return null;
    }

    /**
     * Tells whether every text of an object still stands in quotation marks, as where a table was written from values
     * that had some: then no value compares equal to that of another file. One alone may be meant so.
     */
    public boolean hasOnlyQuotedTexts() {
        return false;
    }

    /** The elements of an array; a lone value counts as an array of one, what is missing as an empty one. */
    public List<Value> items() {
        return List.of(this);
    }

    /** The values of an object's members, and what its members' names lead to where they are paths. */
    List<Value> members() {
        return List.of();
    }

    /** What the members hold that are objects, or texts that hold one. */
    public List<Value> innerObjects() {
        return members().stream().map(Value::opened).filter(Value::isObject).toList();
    }

    /** Those of a row's columns by which a carrier is known. */
    List<String> carrierColumns() {
        return List.of();
    }

    /** Tells whether a time that is written here is of another zone than UTC. */
    public boolean isLocalTime() {
        return false;
    }

    /** The zone of a time that is not in UTC; null where it is not known, and for everything else. */
    public @Nullable ZoneId zone() {
        return null;
    }

    /** The names of an object's members in the order in which they were written. */
    public List<String> names() {
        return List.of();
    }

    public boolean isMissing() {
        return false;
    }

    /** Tells whether a scalar is a text; else it is a number or a truth value. */
    public boolean isQuoted() {
        return false;
    }

    public boolean isObject() {
        return false;
    }

    public boolean isArray() {
        return false;
    }

    /**
     * Tells whether this is a row of a table, so that shapes which use the same names in CSV and in JSON can be told
     * apart.
     */
    public boolean isTableRow() {
        return false;
    }

    /** A row whose cells may be objects and lists. */
    public static Value row(ColumnNames columns, List<Value> cells) {
        return ObjectValue.rowOf(columns, cells);
    }

    /** The same object as a row of a table, as a converter that turned a table into JSON found it. */
    public Value asRow() {
        return this;
    }

    /** The same value; of an object, members are found by {@link #get} in any case and spelling. */
    public Value normalised() {
        return this;
    }

    /**
     * This value, or, where it is a text that holds an object or a list, that object or list. It may be JSON, encoded
     * once or several times, or what PowerShell writes for an object that lies too deep ({@code @{Name=a; Value=b}}).
     */
    public Value opened() {
        return this;
    }

    /**
     * The names of those members of an object whose texts hold several JSON values beside each other, in no list. Only
     * what was opened so far is known; the rest was not needed for an event.
     */
    public List<String> namesOfSeveral() {
        return List.of();
    }

    /** Tells whether a text that was opened holds several values beside each other, in no list. */
    boolean holdsSeveral() {
        return false;
    }

    /**
     * In an array of pairs ({@code Name}/{@code Value}, {@code key}/{@code value}, {@code displayName}/{@code
     * newValue}), the value of the pair with this name, any
     * case.
     */
    public Value pair(String name) {
        for (Value item : opened().items()) {
            String found = item.find("name", "key", "displayname").text();
            if (name.equalsIgnoreCase(found)) {
                return item.find("value", "newvalue");
            }
        }
        return MISSING;
    }

    /** The first of these values that has a text with more than white space, as that text; or null. */
    public static @Nullable String firstText(Value... values) {
        for (Value value : values) {
            String text = value.text();
            if (text != null && !text.isBlank()) {
                return text;
            }
        }
        return null;
    }

    /** The texts of an array's elements. */
    public List<String> texts() {
        List<String> texts = new ArrayList<>();
        for (Value item : items()) {
            if (item.text() != null) {
                texts.add(item.text());
            }
        }
        return texts;
    }
}
