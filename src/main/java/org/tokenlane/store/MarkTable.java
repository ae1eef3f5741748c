package org.tokenlane.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.tokenlane.model.mark.Bookmark;
import org.tokenlane.model.mark.Indicator;
import org.tokenlane.model.mark.IndicatorList;
import org.tokenlane.model.mark.Mark;
import org.tokenlane.model.mark.MarkTarget;
import org.tokenlane.model.mark.Note;
import org.tokenlane.model.mark.OwnEvent;
import org.tokenlane.model.mark.Stamp;
import org.tokenlane.model.mark.Tag;
import org.tokenlane.model.mark.Verdict;
import org.tokenlane.model.mark.VerdictMark;

/**
 * The analyst's marks. A mark is never deleted: it is in force while the change that made it is done and none that
 * takes it out is.
 */
final class MarkTable {

    /** What was merged from another copy of the case keeps the author and the time that it has there. */
    private static final String ALL = "select m.*, c.state, c.entry, t.at_utc, coalesce((select f.text from "
            + "audit_field f where f.entry = c.entry and f.name = 'author'), t.who) as said_by, (select f.text from "
            + "audit_field f where f.entry = c.entry and f.name = 'made-at') as made_at " // not for people
            + "from mark m join mark_change c on c.number = m.added_in join audit_trail t on t.number = c.entry";
    private static final String REMOVAL = "(select max(rc.entry) from mark_removal r join mark_change rc on "
            + "rc.number = r.change_number where r.mark = m.id and rc.state = " + MarkChangeTable.DONE + ")";
    private static final String IN_FORCE = ALL + " where c.state = " + MarkChangeTable.DONE + " and " + REMOVAL
            + " is null order by m.id";

    /**
     * A mark that is not in force.
     *
     * @param addedBy
     *            the entry of the change that made it
     * @param removedBy
     *            the entry of the change that took it out; 0 where the change that made it was undone
     */
    record Gone(Mark mark, int addedBy, int removedBy) {
    }

    private MarkTable() {
    }

    static List<Mark> inForce(Connection connection) throws SQLException {
        return read(connection, IN_FORCE);
    }

    /** The marks that are not in force any more. */
    static List<Gone> gone(Connection connection) throws SQLException {
        Map<Integer, int[]> entries = new HashMap<>();
        String notInForce = " where c.state <> " + MarkChangeTable.DONE + " or " + REMOVAL + " is not null";
        try (PreparedStatement select = connection.prepareStatement("select m.id, c.entry, " + REMOVAL
                + " from mark m join mark_change c on c.number = m.added_in" + notInForce);
                ResultSet rows = select.executeQuery()) {
            while (rows.next()) {
                entries.put(rows.getInt(1), new int[] { rows.getInt(2), rows.getInt(3) });
            }
        }
        return read(connection, ALL + notInForce + " order by m.id").stream().map(mark -> {
            int[] entry = entries.getOrDefault(mark.stamp().id(), new int[2]);
            return new Gone(mark, entry[0], entry[1]);
        }).toList();
    }

    /** The marks that a change made. */
    static List<Mark> addedIn(Connection connection, int change) throws SQLException {
        return read(connection, ALL + " where m.added_in = ? order by m.id", change);
    }

    /** The marks that a change took out. */
    static List<Mark> removedIn(Connection connection, int change) throws SQLException {
        return read(connection,
                ALL + " join mark_removal x on x.mark = m.id where x.change_number = ? order by m.id", change);
    }

    private static List<Mark> read(Connection connection, String sql, int... change) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            for (int number : change) {
                select.setInt(1, number);
            }
            return read(connection, select);
        }
    }

    private static List<Mark> read(Connection connection, PreparedStatement select) throws SQLException {
        Map<Integer, List<Indicator>> indicators = new HashMap<>();
        List<Mark> marks = new ArrayList<>();
        try (ResultSet rows = select.executeQuery()) {
            while (rows.next()) {
                if (rows.getString("kind").equals("LIST")) {
                    indicators.put(rows.getInt("id"), indicators(connection, rows.getInt("id")));
                }
                marks.add(mark(rows, indicators.getOrDefault(rows.getInt("id"), List.of())));
            }
        } catch (IllegalArgumentException unknown) {
            throw new CaseFileException(
                    StoreText.BAD_MARK.with(), unknown);
        }
        return marks;
    }

    private static List<Indicator> indicators(Connection connection, int mark) throws SQLException {
        List<Indicator> indicators = new ArrayList<>();
        try (PreparedStatement select = connection
                .prepareStatement("select type, text, comment from indicator where mark = ? order by number")) {
            select.setInt(1, mark);
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    indicators.add(new Indicator(Indicator.Type.valueOf(rows.getString(1)), rows.getString(2),
                            rows.getString(3)));
                }
            }
        }
        return indicators;
    }

    private static Mark mark(ResultSet row, List<Indicator> indicators) throws SQLException {
        String madeAt = row.getString("made_at");
        Instant at = madeAt == null ? row.getObject("at_utc", LocalDateTime.class).toInstant(ZoneOffset.UTC)
                : AuditTrail.time(madeAt);
        Stamp stamp = new Stamp(row.getInt("id"), row.getString("said_by"), at);
        String text = row.getString("text");
        return switch (row.getString("kind")) {
        case "VERDICT" -> new VerdictMark(stamp, target(row), Verdict.valueOf(text), row.getString("reason"));
        case "NOTE" -> new Note(stamp, target(row), text);
        case "TAG" -> new Tag(stamp, target(row), text);
        case "BOOKMARK" -> new Bookmark(stamp, target(row));
        case "OWN_EVENT" -> new OwnEvent(stamp, row.getLong("time_nanos"), text);
        case "LIST" -> new IndicatorList(stamp, text, row.getString("reason"), indicators);
        default -> throw new IllegalArgumentException(row.getString("kind"));
        };
    }

    private static MarkTarget target(ResultSet row) throws SQLException {
        String kind = row.getString("target_kind");
        if (kind == null) {
            throw new IllegalArgumentException(row.getString("kind"));
        }
        return new MarkTarget(MarkTarget.Kind.valueOf(kind), row.getString("target"));
    }

    static void insert(Connection connection, List<Mark> marks, int change) throws SQLException {
        int id = Math.toIntExact(Sql.count(connection, "select coalesce(max(id), 0) + ? from mark", 1));
        try (PreparedStatement insert = connection
                .prepareStatement(
                        "insert into mark (id, kind, target_kind, target, text, reason, time_nanos, added_in) values (?, ?, ?, ?, ?, ?, ?, ?)")) {
            for (Mark mark : marks) {
                insert.setInt(1, id);
                insert.setString(3, mark.target() == null ? null : mark.target().kind().name());
                insert.setString(4, mark.target() == null ? null : mark.target().key());
                insert.setInt(8, change);
                switch (mark) {
                case VerdictMark verdict -> fill(insert, "VERDICT", verdict.verdict().name(), verdict.reason(), 0);
                case Note note -> fill(insert, "NOTE", note.text(), "", 0);
                case Tag tag -> fill(insert, "TAG", tag.name(), "", 0);
                case Bookmark bookmark -> fill(insert, "BOOKMARK", "", "", 0);
                case OwnEvent own -> fill(insert, "OWN_EVENT", own.text(), "", own.time());
                case IndicatorList list -> {
                    fill(insert, "LIST", list.name(), list.source(), 0);
                    insert(connection, id, list.indicators());
                }
                }
                insert.addBatch();
                id++;
            }
            insert.executeBatch();
        }
    }

    private static void fill(PreparedStatement insert, String kind, String text, String reason, long time)
            throws SQLException {
        insert.setString(2, kind);
        insert.setString(5, text);
        insert.setString(6, reason);
        insert.setLong(7, time);
    }

    private static void insert(Connection connection, int mark, List<Indicator> indicators) throws SQLException {
        try (PreparedStatement insert = connection
                .prepareStatement("insert into indicator (mark, number, type, text, comment) values (?, ?, ?, ?, ?)")) {
            for (int i = 0; i < indicators.size(); i++) {
                insert.setInt(1, mark);
                insert.setInt(2, i + 1);
                insert.setString(3, indicators.get(i).type().name());
                insert.setString(4, indicators.get(i).value());
                insert.setString(5, indicators.get(i).comment());
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    static void remove(Connection connection, List<Mark> marks, int change) throws SQLException {
        try (PreparedStatement insert = connection
                .prepareStatement("insert into mark_removal (change_number, mark) values (?, ?)")) {
            for (Mark mark : marks) {
                insert.setInt(1, change);
                insert.setInt(2, mark.stamp().id());
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }
}
