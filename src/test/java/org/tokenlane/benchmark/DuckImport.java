package org.tokenlane.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/**
 * Imports a log into a DuckDB database: the columns of a table, or the objects of a file of JSON, and fields of the JSON
 * as columns of their own.
 */
final class DuckImport {

    private static final List<String> AUDIT_DATA = List.of("Id", "CreationTime", "Operation", "Workload", "UserId",
            "ClientIP", "ObjectId", "AppAccessContext.AADSessionId", "AppAccessContext.UniqueTokenId");

    private DuckImport() {
    }

    /** How long a Purview CSV takes, to the closed database. */
    static double seconds(Path export, Path database, int records) throws Exception {
        String source = "read_csv('" + export + "', header = true, all_varchar = true)";
        return Measured.of(() -> load(source, "AuditData", AUDIT_DATA, database, records)).seconds();
    }

    /** Imports a table, or, where fields are wanted, a file with a JSON object in each line. */
    static void load(Path export, Path database, int records, List<String> jsonFields) throws Exception {
        String source = jsonFields.isEmpty() ? "read_csv('" + export + "', header = true, all_varchar = true)"
                : "read_ndjson_objects('" + export + "')";
        load(source, "json", jsonFields, database, records);
    }

    private static void load(String source, String json, List<String> wanted, Path database, int records)
            throws SQLException {
        StringBuilder fields = new StringBuilder();
        for (String field : wanted) {
            fields.append(", json_extract_string(").append(json).append(", '$.").append(field).append("') as \"json.")
                    .append(field).append('"');
        }
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:" + database);
                Statement statement = connection.createStatement()) {
            statement.execute("set threads = 2");
            statement.execute("create table log as select *" + fields + " from " + source);
            try (ResultSet row = statement.executeQuery("select count(*) from log")) {
                row.next();
                assertThat(row.getInt(1)).isEqualTo(records);
            }
        }
    }
}
