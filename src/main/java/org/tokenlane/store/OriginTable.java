package org.tokenlane.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;
import org.tokenlane.model.evidence.Origin;

/** The table of the files from which extracts were taken. */
final class OriginTable {

    private OriginTable() {
    }

    /** The origin of this evidence, or null where it is a file as it was exported. */
    static @Nullable Origin of(Connection connection, int evidence) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("select * from origin where evidence_id = ?")) {
            select.setInt(1, evidence);
            try (ResultSet row = select.executeQuery()) {
                return !row.next() ? null
                        : new Origin(row.getString("case_name"), row.getLong("bytes"), row.getString("sha256"),
                                row.getLong("records"),
                                row.getObject("imported_at_utc", LocalDateTime.class).toInstant(ZoneOffset.UTC),
                                row.getString("imported_by"), row.getString("replaced"));
            }
        }
    }

    static void insert(Connection connection, int evidence, Origin origin) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(
                "insert into origin (evidence_id, case_name, bytes, sha256, records, imported_at_utc, imported_by, replaced) values (?, ?, ?, ?, ?, ?, ?, ?)")) {
            Object[] values = { evidence, origin.caseName(), origin.bytes(), origin.sha256(), origin.records(),
                LocalDateTime.ofInstant(origin.importedAt(), ZoneOffset.UTC), origin.importedBy(), origin.replaced() };
            for (int i = 0; i < values.length; i++) {
                insert.setObject(i + 1, values[i]);
            }
            insert.executeUpdate();
        }
    }
}
