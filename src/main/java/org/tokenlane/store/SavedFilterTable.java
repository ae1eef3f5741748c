package org.tokenlane.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The analyst's own filters. */
final class SavedFilterTable {

    private SavedFilterTable() {
    }

    static Map<String, String> all(Connection connection) throws SQLException {
        Map<String, String> filters = new LinkedHashMap<>();
        synchronized (connection) {
            try (PreparedStatement select = connection
                    .prepareStatement("select name, text from saved_filter order by name");
                    ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    filters.put(rows.getString(1), rows.getString(2));
                }
            }
        }
        return filters;
    }

    static void put(Connection connection, String name, @Nullable String text) throws SQLException {
        String sql = text == null ? "delete from saved_filter where name = ?"
                : "merge into saved_filter (name, text) values (?, ?)";
        try (PreparedStatement change = connection.prepareStatement(sql)) {
            change.setString(1, name);
            if (text != null) {
                change.setString(2, text);
            }
            change.executeUpdate();
        }
    }
}
