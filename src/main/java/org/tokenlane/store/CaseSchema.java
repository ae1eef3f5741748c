package org.tokenlane.store;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The case's tables: numbered scripts, each of which brings the schema from the number before to its own. */
final class CaseSchema {

    static final int CURRENT = 2;
    static final String INFO_TABLE = "CASE_INFO";
    private static final String VERSION = "schema version";

    private CaseSchema() {
    }

    static void create(Connection connection) throws SQLException {
        for (int version = 1; version <= CURRENT; version++) {
            run(connection, version);
        }
        try (PreparedStatement insert = connection
                .prepareStatement("insert into case_info (name, text) values (?, ?)")) {
            insert.setString(1, VERSION);
            insert.setString(2, Integer.toString(CURRENT));
            insert.executeUpdate();
        }
        connection.commit();
    }

    /** The schema's number; a newer one than this program knows is refused. */
    static int version(Connection connection, Path file) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("select text from case_info where name = ?")) {
            select.setString(1, VERSION);
            try (ResultSet row = select.executeQuery()) {
                int version = row.next() ? Integer.parseInt(row.getString(1)) : 0;
                if (version > CURRENT) {
                    throw new CaseFileException(
                            "The case " + file + " was made by a newer version of Tokenlane (its schema is " + version
                                    + ", this program knows up to " + CURRENT
                                    + "): open it with that version.");
                }
                return version;
            }
        }
    }

    static void migrate(Connection connection, Path file) throws SQLException {
        for (int version = version(connection, file) + 1; version <= CURRENT; version++) {
            run(connection, version);
        }
        try (PreparedStatement update = connection
                .prepareStatement("merge into case_info (name, text) values (?, ?)")) {
            update.setString(1, VERSION);
            update.setString(2, Integer.toString(CURRENT));
            update.executeUpdate();
        }
        connection.commit();
    }

    /** The names of all tables of all versions, upper-case as H2 keeps them. */
    static Set<String> tables() {
        Set<String> names = new TreeSet<>();
        Pattern created = Pattern.compile("create table (\\w+)");
        for (int version = 1; version <= CURRENT; version++) {
            Matcher matcher = created.matcher(script(version));
            while (matcher.find()) {
                names.add(matcher.group(1).toUpperCase(Locale.ROOT));
            }
        }
        return names;
    }

    private static void run(Connection connection, int version) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            for (String sql : script(version).replaceAll("(?m)--.*$", "").split(";")) {
                if (!sql.isBlank()) {
                    statement.execute(sql);
                }
            }
        }
    }

    private static String script(int version) {
        try (InputStream in = CaseSchema.class.getResourceAsStream("V" + version + ".sql")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
