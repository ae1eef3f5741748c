package org.tokenlane.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** How the analyst tuned the rules in this case. */
final class RuleSettingTable {

    private RuleSettingTable() {
    }

    static Map<String, Map<String, String>> all(Connection connection) throws SQLException {
        Map<String, Map<String, String>> settings = new TreeMap<>();
        synchronized (connection) {
            try (PreparedStatement select = connection
                    .prepareStatement("select rule, name, text from rule_setting order by rule, name");
                    ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    settings.computeIfAbsent(rows.getString(1), rule -> new LinkedHashMap<>()).put(rows.getString(2),
                            rows.getString(3));
                }
            }
        }
        return settings;
    }

    static void put(Connection connection, String rule, String name, @Nullable String text) throws SQLException {
        String sql = text == null ? "delete from rule_setting where rule = ? and name = ?"
                : "merge into rule_setting (rule, name, text) values (?, ?, ?)";
        synchronized (connection) {
            try (PreparedStatement change = connection.prepareStatement(sql)) {
                change.setString(1, rule);
                change.setString(2, name);
                if (text != null) {
                    change.setString(3, text);
                }
                change.executeUpdate();
            }
        }
    }
}
