package org.tokenlane.store;

import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** What all tables of the case need of SQL. */
final class Sql {

    private Sql() {
    }

    /** What H2 reports, for a person; {@code {0}} of the text is the reason. */
    static CaseFileException failed(StoreText what, SQLException e) {
        return new CaseFileException(what.with(reason(e)), e);
    }

    /** What H2 reports, for a person; {@code {0}} of the text is what it is about, {@code {1}} the reason. */
    static CaseFileException failed(StoreText what, Object about, SQLException e) {
        return new CaseFileException(what.with(about, reason(e)), e);
    }

    private static String reason(SQLException e) {
        return SystemWords.known(e).orElseGet(() -> String.valueOf(e.getMessage()).lines().findFirst()
                .orElse("SQLSTATE " + e.getSQLState()));
    }

    /** What the system reports of a file, for a person. */
    static String reason(IOException e) {
        return SystemWords.known(e).orElseGet(() -> String.valueOf(e.getMessage()));
    }

    /**
     * Commits, and waits until it is on the disk: by itself H2 writes a while later, and a program that is killed
     * meanwhile would lose what it said was kept.
     */
    static void commit(Connection connection) throws SQLException {
        synchronized (connection) {
            connection.commit();
        }
        try (Statement checkpoint = connection.createStatement()) {
            checkpoint.execute("checkpoint sync"); // not for people
        }
    }

    /** The number that a query with one parameter gives. */
    static long count(Connection connection, String sql, int parameter) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            select.setInt(1, parameter);
            try (ResultSet row = select.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        }
    }
}
