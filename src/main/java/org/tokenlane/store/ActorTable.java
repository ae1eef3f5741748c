package org.tokenlane.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Who the analyst takes the origins of sessions for. */
final class ActorTable {

    private ActorTable() {
    }

    static Map<String, String> of(Connection connection, String session) throws SQLException {
        Map<String, String> names = new TreeMap<>();
        synchronized (connection) {
            try (PreparedStatement select = connection
                    .prepareStatement("select origin, name from actor where session_id = ?")) {
                select.setString(1, session);
                try (ResultSet rows = select.executeQuery()) {
                    while (rows.next()) {
                        names.put(rows.getString(1), rows.getString(2));
                    }
                }
            }
        }
        return names;
    }

    /** Of all sessions that have some. */
    static Map<String, Map<String, String>> all(Connection connection) throws SQLException {
        Map<String, Map<String, String>> all = new TreeMap<>();
        synchronized (connection) {
            try (PreparedStatement select = connection.prepareStatement("select session_id, origin, name from actor");
                    ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    all.computeIfAbsent(rows.getString(1), key -> new TreeMap<>()).put(rows.getString(2),
                            rows.getString(3));
                }
            }
        }
        return all;
    }

    static void set(Connection connection, String session, String origin, @Nullable String name) throws SQLException {
        String sql = name == null ? "delete from actor where session_id = ? and origin = ?"
                : "merge into actor (session_id, origin, name) values (?, ?, ?)";
        try (PreparedStatement change = connection.prepareStatement(sql)) {
            change.setString(1, session);
            change.setString(2, origin);
            if (name != null) {
                change.setString(3, name);
            }
            change.executeUpdate();
        }
    }
}
