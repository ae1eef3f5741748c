package org.tokenlane.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import org.tokenlane.model.evidence.RawPlace;

/** The table of further headers, in files that were joined from several tables. */
final class HeaderTable {

    private HeaderTable() {
    }

    static void insert(Connection connection, int evidence, RawPlace place) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(
                "insert into table_header (evidence_id, block, block_offset, bytes, line) values (?, ?, ?, ?, ?)")) {
            insert.setInt(1, evidence);
            insert.setInt(2, place.block());
            insert.setInt(3, place.offset());
            insert.setInt(4, place.length());
            insert.setInt(5, place.line());
            insert.executeUpdate();
        }
    }

    /** The headers of each file that has any, by their {@link #position}. */
    static Map<Integer, TreeMap<Long, RawPlace>> all(Connection connection) {
        Map<Integer, TreeMap<Long, RawPlace>> all = new HashMap<>();
        synchronized (connection) {
            try (Statement select = connection.createStatement();
                    ResultSet row = select.executeQuery("select * from table_header")) {
                while (row.next()) {
                    RawPlace place = new RawPlace(row.getInt("evidence_id"), row.getInt("block"),
                            row.getInt("block_offset"), row.getInt("bytes"), row.getInt("line"));
                    all.computeIfAbsent(place.evidence(), id -> new TreeMap<>()).put(position(place), place);
                }
            } catch (SQLException e) {
                throw Sql.failed(StoreText.READ_FAILED, e);
            }
        }
        return all;
    }

    static long position(RawPlace place) {
        return ((long) place.block() << 32) + place.offset();
    }
}
