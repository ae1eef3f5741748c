package org.tokenlane.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.tokenlane.model.event.StateRecord;
import org.tokenlane.model.evidence.RawPlace;
import org.tokenlane.model.state.ExportTime;
import org.tokenlane.model.state.SeenState;
import org.tokenlane.model.state.StateFact;
import org.tokenlane.model.state.StateField;
import org.tokenlane.model.state.StateKind;

/** The tables of facts of a state and of the times of their exports. */
final class StateFactTable {

    private StateFactTable() {
    }

    static void insert(Connection connection, int evidence, long record, RawPlace place, StateRecord facts,
            boolean duplicate) throws SQLException {
        String sql = "insert into state_fact (evidence_id, record_number, part, line, block, block_offset, bytes,"
                + " is_duplicate, kind, mailbox, name, fields) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";
        try (PreparedStatement insert = connection.prepareStatement(sql)) {
            int part = 0;
            for (StateFact fact : facts.facts()) {
                @Nullable
                Object[] values = { evidence, record, part++, place.line(), place.block(), place.offset(),
                    place.length(), duplicate ? 1 : 0, fact.kind().code(), fact.mailbox(), fact.name(),
                    text(fact.fields()) };
                for (int i = 0; i < values.length; i++) {
                    insert.setObject(i + 1, values[i]);
                }
                insert.executeUpdate();
            }
        }
    }

    static void insertExport(Connection connection, int evidence, ExportTime time) throws SQLException {
        try (PreparedStatement insert = connection
                .prepareStatement("insert into state_export (evidence_id, exported_at, basis) values (?, ?, ?)")) {
            insert.setInt(1, evidence);
            insert.setObject(2, time.at() == null ? null : LocalDateTime.ofInstant(time.at(), ZoneOffset.UTC));
            insert.setString(3, time.basis().code());
            insert.executeUpdate();
        }
    }

    /** All facts but those of records that their file has twice, in the order of the files. */
    static List<SeenState> all(Connection connection) {
        String sql = "select f.*, e.path from state_fact f join evidence e on e.id = f.evidence_id"
                + " where f.is_duplicate = 0 order by f.evidence_id, f.record_number, f.part";
        List<SeenState> all = new ArrayList<>();
        synchronized (connection) {
            try (Statement select = connection.createStatement()) {
                Map<Integer, ExportTime> exports = exports(connection);
                try (ResultSet row = select.executeQuery(sql)) {
                    while (row.next()) {
                        int evidence = row.getInt("evidence_id");
                        all.add(new SeenState(
                                new StateFact(StateKind.of(row.getString("kind")), row.getString("mailbox"),
                                        row.getString("name"), fields(row.getString("fields"))),
                                exports.getOrDefault(evidence, ExportTime.UNKNOWN),
                                new RawPlace(evidence, row.getInt("block"), row.getInt("block_offset"),
                                        row.getInt("bytes"), row.getInt("line")),
                                row.getString("path")));
                    }
                }
            } catch (SQLException e) {
                throw Sql.failed(StoreText.READ_FAILED, e);
            }
        }
        return all;
    }

    private static Map<Integer, ExportTime> exports(Connection connection) throws SQLException {
        Map<Integer, ExportTime> exports = new HashMap<>();
        try (Statement select = connection.createStatement();
                ResultSet row = select.executeQuery("select * from state_export")) {
            while (row.next()) {
                LocalDateTime at = row.getObject("exported_at", LocalDateTime.class);
                Instant instant = at == null ? null : at.toInstant(ZoneOffset.UTC);
                exports.put(row.getInt("evidence_id"),
                        new ExportTime(instant, ExportTime.Basis.of(row.getString("basis"))));
            }
        }
        return exports;
    }

    /** How many records of a file show a state, duplicates included. */
    static long records(Connection connection, int evidence) throws SQLException {
        return Sql.count(connection, "select count(distinct record_number) from state_fact where evidence_id = ?",
                evidence);
    }

    /** How many of them are stored, duplicates left out. */
    static long stored(Connection connection, int evidence) throws SQLException {
        return Sql.count(connection,
                "select count(distinct record_number) from state_fact where is_duplicate = 0 and evidence_id = ?",
                evidence);
    }

    private static String text(Map<StateField, String> fields) {
        StringBuilder text = new StringBuilder();
        fields.forEach((field, value) -> text.append(field.code()).append('\t').append(value.replace("\\", "\\\\")
                .replace("\n", "\\n").replace("\r", "\\r").replace("\t", "\\t")).append('\n'));
        return text.toString();
    }

    private static Map<StateField, String> fields(String text) {
        Map<StateField, String> fields = new EnumMap<>(StateField.class);
        for (String line : text.split("\n")) {
            int tab = line.indexOf('\t');
            if (tab > 0) {
                fields.put(StateField.of(line.substring(0, tab)),
                        Objects.requireNonNull(plain(line.substring(tab + 1))));
            }
        }
        return fields;
    }

    private static String plain(String escaped) {
        StringBuilder text = new StringBuilder(escaped.length());
        for (int i = 0; i < escaped.length(); i++) {
            char c = escaped.charAt(i);
            if (c == '\\' && i + 1 < escaped.length()) {
                char next = escaped.charAt(++i);
                text.append(next == 'n' ? '\n' : next == 'r' ? '\r' : next == 't' ? '\t' : next);
            } else {
                text.append(c);
            }
        }
        return text.toString();
    }
}
