package org.tokenlane.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.tokenlane.model.evidence.RawPlace;

/** The table of rejected records; their texts stand in the raw blocks. */
final class RejectedTable {

    private RejectedTable() {
    }

    static RejectedList all(Connection connection, RawRecords raw) {
        List<RejectedList.Row> all = new ArrayList<>();
        String sql = "select e.path, r.* from rejected r join evidence e on e.id = r.evidence_id order by "
                + "r.evidence_id, r.record_number";
        synchronized (connection) {
            try (Statement select = connection.createStatement();
                    ResultSet row = select.executeQuery(sql)) {
                while (row.next()) {
                    RawPlace place = new RawPlace(row.getInt("evidence_id"), row.getInt("block"),
                            row.getInt("block_offset"), row.getInt("bytes"), row.getInt("line"));
                    all.add(new RejectedList.Row(row.getString("path"), place, row.getString("reason")));
                }
            } catch (SQLException e) {
                throw Sql.failed(StoreText.READ_FAILED, e);
            }
        }
        return new RejectedList(all, raw);
    }

    /** Where the records of a file that are no events are, in order. */
    static List<RawPlace> others(Connection connection, int evidence) {
        String sql = "select block, block_offset, bytes, line from rejected where evidence_id = ? union "
                + "select block, block_offset, bytes, line from state_fact where evidence_id = ? order by 1, 2";
        List<RawPlace> places = new ArrayList<>();
        synchronized (connection) {
            try (PreparedStatement select = connection.prepareStatement(sql)) {
                select.setInt(1, evidence);
                select.setInt(2, evidence);
                try (ResultSet row = select.executeQuery()) {
                    while (row.next()) {
                        places.add(new RawPlace(evidence, row.getInt(1), row.getInt(2), row.getInt(3), row.getInt(4)));
                    }
                }
            } catch (SQLException e) {
                throw Sql.failed(StoreText.READ_FAILED, e);
            }
        }
        return places;
    }
}
