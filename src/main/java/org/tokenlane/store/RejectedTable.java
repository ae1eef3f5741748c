package org.tokenlane.store;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.tokenlane.model.evidence.RawPlace;
import org.tokenlane.model.evidence.RejectedRecord;

/** The table of rejected records; their texts stand in the raw blocks. */
final class RejectedTable {

    private RejectedTable() {
    }

    static List<RejectedRecord> all(Connection connection, RawRecords raw) {
        List<RejectedRecord> all = new ArrayList<>();
        String sql = "select e.path, r.* from rejected r join evidence e on e.id = r.evidence_id order by "
                + "r.evidence_id, r.record_number";
        synchronized (connection) {
            try (Statement select = connection.createStatement();
                    ResultSet row = select.executeQuery(sql)) {
                while (row.next()) {
                    RawPlace place = new RawPlace(row.getInt("evidence_id"), row.getInt("block"),
                            row.getInt("block_offset"), row.getInt("bytes"), row.getInt("line"));
                    all.add(new RejectedRecord(row.getString("path"), place, row.getString("reason"),
                            text(row.getString("path"), place, raw)));
                }
            } catch (SQLException e) {
                throw Sql.failed(StoreText.READ_FAILED, e);
            }
        }
        return all;
    }

    private static String text(String path, RawPlace place, RawRecords raw) {
        try {
            return raw.text(place);
        } catch (CaseFileException damaged) {
            throw new CaseFileException(StoreText.REJECTED_UNREADABLE.with(place.line(), path, damaged.shown()),
                    damaged);
        }
    }
}
