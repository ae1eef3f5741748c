package org.tokenlane.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The changes of the analyst's marks, each with its entry in the audit trail. */
final class MarkChangeTable {

    static final int DONE = 0;
    static final int UNDONE = 1;
    /** Undone, and something else was done since, so that it cannot be done again. */
    static final int LEFT = 2;

    /** A change; {@code entry} is the number of its entry in the audit trail. */
    record Change(int number, int entry, int state) {
    }

    private MarkChangeTable() {
    }

    static List<Change> all(Connection connection) throws SQLException {
        List<Change> changes = new ArrayList<>();
        try (PreparedStatement select = connection
                .prepareStatement("select number, entry, state from mark_change order by number");
                ResultSet rows = select.executeQuery()) {
            while (rows.next()) {
                changes.add(new Change(rows.getInt(1), rows.getInt(2), rows.getInt(3)));
            }
        }
        return changes;
    }

    /** The change to undo: the last one that is done. */
    static Optional<Change> toUndo(Connection connection) throws SQLException {
        return one(connection,
                "select number, entry, state from mark_change where state = 0 order by number desc fetch first row "
                        + "only");
    }

    /** The change to do again: the first one that is undone. */
    static Optional<Change> toRedo(Connection connection) throws SQLException {
        return one(connection,
                "select number, entry, state from mark_change where state = 1 order by number fetch first row only");
    }

    private static Optional<Change> one(Connection connection, String sql) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(sql);
                ResultSet row = select.executeQuery()) {
            return row.next() ? Optional.of(new Change(row.getInt(1), row.getInt(2), row.getInt(3))) : Optional.empty();
        }
    }

    /** Begins a change; those that are undone stay so from now on. */
    static int insert(Connection connection, int entry) throws SQLException {
        try (PreparedStatement leave = connection
                .prepareStatement("update mark_change set state = 2 where state = 1")) {
            leave.executeUpdate();
        }
        int number = Math
                .toIntExact(Sql.count(connection, "select coalesce(max(number), 0) + ? from mark_change", 1));
        try (PreparedStatement insert = connection
                .prepareStatement("insert into mark_change (number, entry, state) values (?, ?, 0)")) {
            insert.setInt(1, number);
            insert.setInt(2, entry);
            insert.executeUpdate();
        }
        return number;
    }

    static void set(Connection connection, int number, int state) throws SQLException {
        try (PreparedStatement update = connection
                .prepareStatement("update mark_change set state = ? where number = ?")) {
            update.setInt(1, state);
            update.setInt(2, number);
            update.executeUpdate();
        }
    }
}
