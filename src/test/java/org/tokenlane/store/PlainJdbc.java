package org.tokenlane.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Properties;

/** Opens a closed case file with nothing but H2, as somebody does who wants to change what Tokenlane wrote. */
public final class PlainJdbc {

    private PlainJdbc() {
    }

    static Connection connect(Path file, String password) throws SQLException {
        TlcasePath.register();
        Properties settings = new Properties();
        settings.setProperty("user", "TOKENLANE");
        // an assertion of H2 2.4.240 about where a chunk would be moved to is too strict (2.5 asks another question)
        settings.setProperty("MAX_COMPACT_TIME", "0");
        if (password != null) {
            settings.setProperty("CIPHER", "AES");
            settings.put("password", CaseKey.of(file, password.toCharArray()).forConnection());
        }
        return DriverManager.getConnection(TlcasePath.address(file), settings);
    }

    /** Runs the statements and gives the number of rows that the last one changed. */
    public static int run(Path file, String... statements) {
        int changed = 0;
        try (Connection connection = connect(file, null);
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                changed = statement.executeUpdate(sql);
            }
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
        return changed;
    }

    static void update(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.executeUpdate(sql);
        }
    }

    /** What H2 wrote beside the case of errors that no statement met. */
    static String trace(Path file) throws IOException {
        Path trace = file.resolveSibling(file.getFileName().toString().replace(TlcasePath.SUFFIX, ".trace.db"));
        return Files.exists(trace) ? Files.readString(trace) : "";
    }
}
