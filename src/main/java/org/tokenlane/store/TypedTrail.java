package org.tokenlane.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.tokenlane.model.mark.Mark;
import org.tokenlane.model.time.DateReading;

/** The step to schema 3: reads the sentences of schemas 1 and 2, once and for all. */
final class TypedTrail implements SchemaStep {

    @Override
    public List<String> scripts() {
        return List.of("V3.sql", "V3-end.sql");
    }

    @Override
    public void moveData(Connection connection) throws SQLException {
        moveDateOrders(connection);
        Map<Integer, String> marks = marks(connection);
        AuditTrail trail = new AuditTrail(connection);
        try (Statement select = connection.createStatement();
                ResultSet row = select.executeQuery("select number, what, detail from audit_trail order by number");
                PreparedStatement update = connection
                        .prepareStatement("update audit_trail set kind = ?, hash_version = ? where number = ?")) {
            while (row.next()) {
                AuditNote note = OldSentences.entry(row.getString("what"), row.getString("detail"));
                update.setString(1, note.kind().code());
                update.setInt(2, AuditTrail.HASH_OF_TEXTS);
                update.setInt(3, row.getInt("number"));
                update.executeUpdate();
                Map<AuditField, String> fields = new TreeMap<>(note.fields());
                String hash = marks.get(row.getInt("number"));
                if (note.kind().isMarkChange() && hash != null) {
                    fields.put(AuditField.MARKS_SHA256, hash);
                }
                trail.setFields(row.getInt("number"), fields);
            }
        }
    }

    private static void moveDateOrders(Connection connection) throws SQLException {
        try (Statement select = connection.createStatement();
                ResultSet row = select.executeQuery("select id, date_order_words from evidence");
                PreparedStatement update = connection
                        .prepareStatement("update evidence set date_order = ?, date_order_basis = ? where id = ?")) {
            while (row.next()) {
                DateReading reading = OldSentences.dates(row.getString(2));
                update.setString(1, reading == null ? null : reading.order().code());
                update.setString(2, reading == null ? null : reading.basis().code());
                update.setInt(3, row.getInt(1));
                update.executeUpdate();
            }
        }
    }

    /**
     * By entry the hash of the marks that it tells of, where its sentence tells of them as the case has them. An entry
     * of other marks gets none, and so is found to be wrong as it was before.
     */
    private static Map<Integer, String> marks(Connection connection) throws SQLException {
        Map<Integer, String> sentences = new TreeMap<>();
        try (Statement select = connection.createStatement();
                ResultSet row = select.executeQuery("select number, detail from audit_trail")) {
            while (row.next()) {
                sentences.put(row.getInt(1), row.getString(2));
            }
        }
        Map<Integer, String> hashes = new TreeMap<>();
        for (MarkChangeTable.Change change : MarkChangeTable.all(connection)) {
            List<Mark> added = MarkTable.addedIn(connection, change.number());
            List<Mark> removed = MarkTable.removedIn(connection, change.number());
            if (OldSentences.marks(added, removed).equals(sentences.get(change.entry()))) {
                hashes.put(change.entry(), MarkDigest.of(added, removed));
            }
        }
        return hashes;
    }
}
