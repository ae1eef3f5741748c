package org.tokenlane.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.tokenlane.model.session.OriginSplit;

/** How the analyst took origins of sessions apart. */
final class OriginSplitTable {

    private OriginSplitTable() {
    }

    /** In the order in which they were made, so that a part of a part comes after it. */
    static List<OriginSplit> of(Connection connection, String session) throws SQLException {
        List<OriginSplit> splits = new ArrayList<>();
        synchronized (connection) {
            try (PreparedStatement select = connection.prepareStatement(
                    "select origin, split_by, text from origin_split where session_id = ? order by number")) {
                select.setString(1, session);
                try (ResultSet rows = select.executeQuery()) {
                    while (rows.next()) {
                        splits.add(new OriginSplit(rows.getString(1), OriginSplit.By.valueOf(rows.getString(2)),
                                rows.getString(3)));
                    }
                }
            }
        }
        return splits;
    }

    /** Of all sessions that have some, each in the order in which they were made. */
    static Map<String, List<OriginSplit>> all(Connection connection) throws SQLException {
        Map<String, List<OriginSplit>> all = new TreeMap<>();
        synchronized (connection) {
            try (PreparedStatement select = connection.prepareStatement(
                    "select session_id, origin, split_by, text from origin_split order by session_id, number");
                    ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    all.computeIfAbsent(rows.getString(1), key -> new ArrayList<>()).add(new OriginSplit(
                            rows.getString(2), OriginSplit.By.valueOf(rows.getString(3)), rows.getString(4)));
                }
            }
        }
        return all;
    }

    static void add(Connection connection, String session, OriginSplit split) throws SQLException {
        synchronized (connection) {
            String sql = "insert into origin_split (session_id, number, origin, split_by, text) select ?, "
                    + "coalesce(max(number), 0) + 1, ?, ?, ? from origin_split"
                    + " where session_id = ?";
            try (PreparedStatement insert = connection.prepareStatement(sql)) {
                insert.setString(1, session);
                insert.setString(2, split.origin());
                insert.setString(3, split.by().name());
                insert.setString(4, split.value());
                insert.setString(5, session);
                insert.executeUpdate();
            }
        }
    }

    static void remove(Connection connection, String session, OriginSplit split) throws SQLException {
        synchronized (connection) {
            try (PreparedStatement delete = connection.prepareStatement(
                    "delete from origin_split where session_id = ? and origin = ? and split_by = ? and text = ?")) {
                delete.setString(1, session);
                delete.setString(2, split.origin());
                delete.setString(3, split.by().name());
                delete.setString(4, split.value());
                delete.executeUpdate();
            }
        }
    }
}
