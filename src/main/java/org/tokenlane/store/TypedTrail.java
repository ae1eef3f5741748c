package org.tokenlane.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
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
        moveForms(connection);
        Set<Integer> told = toldAsTheyAre(connection);
        moveOrigins(connection);
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
                trail.setFields(row.getInt("number"), fields);
            }
        }
        for (MarkChangeTable.Change change : MarkChangeTable.all(connection)) {
            if (told.contains(change.entry())) {
                trail.setFields(change.entry(), Map.of(AuditField.MARKS_SHA256,
                        MarkDigest.of(MarkTable.addedIn(connection, change.number()),
                                MarkTable.removedIn(connection, change.number()))));
            }
        }
    }

    /** Corrects the keys of origins by which names, splits and marks are kept. */
    private static void moveOrigins(Connection connection) throws SQLException {
        moveOrigins(connection, "select distinct origin from actor", "update actor set origin = ? where origin = ?",
                "");
        moveOrigins(connection, "select distinct origin from origin_split",
                "update origin_split set origin = ? where origin = ?", "");
        moveOrigins(connection, "select distinct target from mark where target_kind = 'ORIGIN'",
                "update mark set target = ? where target = ? and target_kind = 'ORIGIN'", "|");
    }

    /** The key comes after the first separator, where there is one. */
    private static void moveOrigins(Connection connection, String sql, String change, String separator)
            throws SQLException {
        try (Statement select = connection.createStatement();
                ResultSet row = select.executeQuery(sql);
                PreparedStatement update = connection.prepareStatement(change)) {
            while (row.next()) {
                String old = row.getString(1);
                int start = separator.isEmpty() ? 0 : old.indexOf(separator) + 1;
                String key = old.substring(0, start) + OldSentences.origin(old.substring(start));
                if (!key.equals(old)) {
                    update.setString(1, key);
                    update.setString(2, old);
                    update.executeUpdate();
                }
            }
        }
    }

    private static void moveForms(Connection connection) throws SQLException {
        try (Statement select = connection.createStatement();
                ResultSet row = select.executeQuery("select id, date_order_words, form from evidence");
                PreparedStatement update = connection
                        .prepareStatement(
                                "update evidence set date_order = ?, date_order_basis = ?, encoding = ? where id = ?")) {
            while (row.next()) {
                DateReading reading = OldSentences.dates(row.getString(2));
                update.setString(1, reading == null ? null : reading.order().code());
                update.setString(2, reading == null ? null : reading.basis().code());
                update.setString(3, OldSentences.charset(row.getString(3)).name());
                update.setInt(4, row.getInt(1));
                update.executeUpdate();
            }
        }
    }

    /**
     * The entries whose sentence tells of their marks as the case has them. Only these get a hash of their marks, so
     * the others are found to be wrong as they were before.
     */
    private static Set<Integer> toldAsTheyAre(Connection connection) throws SQLException {
        Map<Integer, String> sentences = new TreeMap<>();
        try (Statement select = connection.createStatement();
                ResultSet row = select.executeQuery("select number, detail from audit_trail")) {
            while (row.next()) {
                sentences.put(row.getInt(1), row.getString(2));
            }
        }
        Set<Integer> told = new TreeSet<>();
        for (MarkChangeTable.Change change : MarkChangeTable.all(connection)) {
            List<Mark> added = MarkTable.addedIn(connection, change.number());
            List<Mark> removed = MarkTable.removedIn(connection, change.number());
            if (OldSentences.marks(added, removed).equals(sentences.get(change.entry()))) {
                told.add(change.entry());
            }
        }
        return told;
    }
}
