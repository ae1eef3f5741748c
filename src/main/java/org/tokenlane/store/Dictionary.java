package org.tokenlane.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Gives each distinct value of a shared field a code from 1 on, and writes new ones to the case. Used by one thread. */
final class Dictionary {

    private final Connection connection;
    private final Map<String, Map<String, Integer>> codes = new HashMap<>();
    private final List<Object[]> unwritten = new ArrayList<>();

    Dictionary(Connection connection) {
        this.connection = connection;
    }

    /** The value's code, a new one where it is new; 0 for null. */
    int code(String field, String text) {
        if (text == null) {
            return 0;
        }
        Map<String, Integer> known = codes.computeIfAbsent(field, this::load);
        Integer code = known.get(text);
        if (code == null) {
            code = known.size() + 1;
            known.put(text, code);
            unwritten.add(new Object[] { field, code, text });
        }
        return code;
    }

    private Map<String, Integer> load(String field) {
        Map<String, Integer> known = new HashMap<>();
        String[] values = read(connection, field);
        for (int code = 1; code < values.length; code++) {
            known.put(values[code], code);
        }
        return known;
    }

    /** Writes the values that are new since the last time. */
    void flush() throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement("insert into dictionary (field, code, text) values (?, ?, ?)")) {
            int batched = 0;
            for (Object[] entry : unwritten) {
                insert.setString(1, (String) entry[0]);
                insert.setInt(2, (Integer) entry[1]);
                insert.setString(3, (String) entry[2]);
                insert.addBatch();
                if (++batched % 1000 == 0) {
                    insert.executeBatch();
                }
            }
            insert.executeBatch();
        }
        unwritten.clear();
    }

    /** Forgets all that was taken in since the case was opened; to be called when an import is rolled back. */
    void reset() {
        codes.clear();
        unwritten.clear();
    }

    /** A field's values by code; the element at 0 is null. */
    static String[] read(Connection connection, String field) {
        try (PreparedStatement select = connection.prepareStatement("select code, text from dictionary where field = ? order by code")) {
            select.setString(1, field);
            List<String> values = new ArrayList<>();
            values.add(null);
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    if (rows.getInt(1) != values.size()) {
                        throw new CaseFileException("The case file is damaged: values of " + field + " are missing. Restore it from a copy.");
                    }
                    values.add(rows.getString(2));
                }
            }
            return values.toArray(String[]::new);
        } catch (SQLException e) {
            throw CaseFile.failed("The case could not be read", e);
        }
    }
}
