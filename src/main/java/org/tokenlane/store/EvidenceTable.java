package org.tokenlane.store;

import java.nio.charset.Charset;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.tokenlane.model.evidence.Evidence;
import org.tokenlane.model.evidence.ImportStamp;
import org.tokenlane.model.evidence.RecordCounts;
import org.tokenlane.model.evidence.SourceFile;
import org.tokenlane.model.time.DateReading;
import org.tokenlane.model.time.TimeSpan;

/** The table of imported files. */
final class EvidenceTable {

    private EvidenceTable() {
    }

    static List<Evidence> all(Connection connection) {
        List<Evidence> all = new ArrayList<>();
        synchronized (connection) {
            try (Statement select = connection.createStatement();
                    ResultSet row = select.executeQuery("select * from evidence order by id")) {
                while (row.next()) {
                    all.add(evidence(connection, row));
                }
            } catch (SQLException e) {
                throw Sql.failed(StoreText.READ_FAILED, e);
            }
        }
        return all;
    }

    private static Evidence evidence(Connection connection, ResultSet row) throws SQLException {
        String order = row.getString("date_order");
        return new Evidence(row.getInt("id"),
                new SourceFile(row.getString("path"), row.getString("archive_sha256"), row.getLong("bytes"),
                        row.getString("sha256")),
                row.getString("shapes"), row.getString("form"),
                Charset.forName(row.getString("encoding")),
                order == null ? null : DateReading.of(order, row.getString("date_order_basis")),
                names(row.getString("column_names")),
                new RecordCounts(row.getLong("records"), row.getLong("stored"), row.getLong("duplicates"),
                        row.getLong("rejected"), row.getLong("undated")),
                new TimeSpan(instant(row, "first_event_utc"), instant(row, "last_event_utc")),
                new ImportStamp(row.getObject("imported_at_utc", LocalDateTime.class).toInstant(ZoneOffset.UTC),
                        row.getString("imported_by"), row.getString("imported_with")),
                OriginTable.of(connection, row.getInt("id")));
    }

    static int nextId(Connection connection) throws SQLException {
        try (Statement select = connection.createStatement();
                ResultSet row = select.executeQuery("select coalesce(max(id), 0) + 1 from evidence")) {
            row.next();
            return row.getInt(1);
        }
    }

    static void insert(Connection connection, Evidence evidence) throws SQLException {
        String sql = "insert into evidence (id, path, archive_sha256, bytes, sha256, shapes, form, encoding, "
                + "date_order, date_order_basis, column_names, records, stored, duplicates, rejected, undated,"
                + " first_event_utc, last_event_utc, imported_at_utc, imported_by, imported_with) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";
        try (PreparedStatement insert = connection.prepareStatement(sql)) {
            @Nullable
            Object[] values = { evidence.id(), evidence.path(), evidence.archiveSha256(), evidence.bytes(),
                evidence.sha256(), evidence.shapes(), evidence.form(), evidence.charset().name(),
                evidence.dates() == null ? null : evidence.dates().order().code(),
                evidence.dates() == null ? null : evidence.dates().basis().code(), text(evidence.columnNames()),
                evidence.records(), evidence.stored(),
                evidence.duplicates(), evidence.rejected(), evidence.undated(),
                utc(evidence.firstEvent()),
                utc(evidence.lastEvent()), utc(evidence.importedAt()), evidence.importedBy(), evidence.importedWith() };
            for (int i = 0; i < values.length; i++) {
                insert.setObject(i + 1, values[i]);
            }
            insert.executeUpdate();
        }
        if (evidence.origin() != null) {
            OriginTable.insert(connection, evidence.id(), evidence.origin());
        }
    }

    private static String text(Map<String, String> names) {
        return String.join("\n", new TreeMap<>(names).entrySet().stream()
                .map(entry -> entry.getKey() + "\t" + entry.getValue()).toList());
    }

    private static Map<String, String> names(String text) {
        Map<String, String> names = new TreeMap<>();
        text.lines().filter(line -> line.indexOf('\t') >= 0).forEach(
                line -> names.put(line.substring(0, line.indexOf('\t')), line.substring(line.indexOf('\t') + 1)));
        return names;
    }

    private static @Nullable LocalDateTime utc(@Nullable Instant instant) {
        return instant == null ? null : LocalDateTime.ofInstant(instant, ZoneOffset.UTC);
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        LocalDateTime value = row.getObject(column, LocalDateTime.class);
        return value == null ? null : value.toInstant(ZoneOffset.UTC);
    }
}
