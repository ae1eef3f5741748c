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
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The case's tables: one step for each version of the schema. */
final class CaseSchema {

    /** The step to version 1 comes first. */
    private static final List<SchemaStep> STEPS = List.of(() -> List.of("V1.sql"), () -> List.of("V2.sql"),
            new TypedTrail(), () -> List.of("V4.sql"), () -> List.of("V5.sql"),
            new HashedContent(), () -> List.of("V7.sql"));

    static final int CURRENT = STEPS.size();
    static final String INFO_TABLE = "CASE_INFO";
    private static final String VERSION = "schema version"; // not for people

    private CaseSchema() {
    }

    static void create(Connection connection) throws SQLException {
        migrate(connection, 0);
    }

    /** The schema's number; a newer one than this program knows is refused. */
    static int version(Connection connection, Path file) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("select text from case_info where name = ?")) {
            select.setString(1, VERSION);
            try (ResultSet row = select.executeQuery()) {
                int version = row.next() ? Integer.parseInt(row.getString(1)) : 0;
                if (version < 0) {
                    throw new CaseFileException(StoreText.NOT_A_CASE.with(file));
                }
                if (version > CURRENT) {
                    throw new CaseFileException(
                            StoreText.NEWER_SCHEMA.with(file, version, CURRENT));
                }
                return version;
            }
        } catch (NumberFormatException damaged) {
            throw new CaseFileException(StoreText.NOT_A_CASE.with(file), damaged);
        }
    }

    /** Takes the steps after this version. Each commits, so a case is migrated in a copy that then takes its place. */
    static void migrate(Connection connection, int from) throws SQLException {
        for (SchemaStep step : STEPS.subList(from, CURRENT)) {
            run(connection, step.scripts().getFirst());
            step.moveData(connection);
            for (String script : step.scripts().subList(1, step.scripts().size())) {
                run(connection, script);
            }
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
        for (SchemaStep step : STEPS) {
            for (String script : step.scripts()) {
                Matcher matcher = created.matcher(text(script));
                while (matcher.find()) {
                    names.add(matcher.group(1).toUpperCase(Locale.ROOT));
                }
            }
        }
        return names;
    }

    private static void run(Connection connection, String script) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            for (String sql : text(script).replaceAll("(?m)--.*$", "").split(";")) {
                if (!sql.isBlank()) {
                    statement.execute(sql);
                }
            }
        }
    }

    private static String text(String script) {
        try (InputStream in = CaseSchema.class.getResourceAsStream(script)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
