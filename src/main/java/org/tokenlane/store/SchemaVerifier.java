package org.tokenlane.store;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** Checks that a case's tables are those of its schema: the same columns, types and keys as in a new case. */
final class SchemaVerifier {

    private static final String COLUMNS = "select table_name, column_name, ordinal_position, data_type, is_nullable, "
            + "character_maximum_length, datetime_precision, column_default from information_schema.columns "
            + "where table_schema = 'PUBLIC' order by table_name, ordinal_position";
    private static final String KEYS = "select c.table_name, i.index_type_name, c.column_name, c.ordinal_position from "
            + "information_schema.index_columns c, information_schema.indexes i where i.index_schema = c.index_schema "
            + "and i.index_name = c.index_name and c.index_schema = 'PUBLIC' order by 1, 2, 3, 4"; // not for people

    /** Columns and keys of all tables. */
    private record Tables(List<List<String>> columns, List<List<String>> keys) {
    }

    /** They are the same for every case that this program verifies. */
    private static final AtomicReference<@Nullable Tables> MADE = new AtomicReference<>();

    private SchemaVerifier() {
    }

    static boolean isAsCreated(Connection connection) throws SQLException {
        Tables created = created();
        return created.columns().equals(rows(connection, COLUMNS)) && created.keys().equals(rows(connection, KEYS));
    }

    /** Those of a new case. Made by several threads, they are equal. */
    private static Tables created() throws SQLException {
        Tables known = MADE.get();
        if (known == null) {
            // a database of its own, without a name, that is gone when it is closed
            try (Connection created = DriverManager.getConnection("jdbc:h2:mem:")) {
                created.setAutoCommit(false);
                CaseSchema.create(created);
                known = new Tables(rows(created, COLUMNS), rows(created, KEYS));
            }
            MADE.set(known);
        }
        return known;
    }

    private static List<List<String>> rows(Connection connection, String sql) throws SQLException {
        List<List<String>> rows = new ArrayList<>();
        synchronized (connection) {
            try (Statement select = connection.createStatement(); ResultSet row = select.executeQuery(sql)) {
                while (row.next()) {
                    List<String> values = new ArrayList<>();
                    for (int column = 1; column <= row.getMetaData().getColumnCount(); column++) {
                        values.add(String.valueOf(row.getString(column)));
                    }
                    rows.add(values);
                }
            }
        }
        return rows;
    }
}
