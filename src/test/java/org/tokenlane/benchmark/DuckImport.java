package org.tokenlane.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;

/**
 * Imports a Purview CSV into a DuckDB database: its columns, and nine fields of the JSON in it as columns of their own.
 */
final class DuckImport {

    private static final String[] FIELDS = { "Id", "CreationTime", "Operation", "Workload", "UserId", "ClientIP",
        "ObjectId", "AppAccessContext.AADSessionId", "AppAccessContext.UniqueTokenId" };

    private DuckImport() {
    }

    /** How long it takes, to the closed database. */
    static double seconds(Path export, Path database, int records) throws Exception {
        StringBuilder fields = new StringBuilder();
        for (String field : FIELDS) {
            fields.append(", json_extract_string(AuditData, '$.").append(field).append("') as \"json.").append(field)
                    .append('"');
        }
        long started = System.nanoTime();
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:" + database);
                Statement statement = connection.createStatement()) {
            statement.execute("set threads = 2");
            statement.execute("create table audit as select *" + fields + " from read_csv('" + export
                    + "', header = true, all_varchar = true)");
            try (ResultSet row = statement.executeQuery("select count(*) from audit")) {
                row.next();
                assertThat(row.getInt(1)).isEqualTo(records);
            }
        }
        return (System.nanoTime() - started) / 1e9;
    }
}
