package org.tokenlane.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.tokenlane.model.finding.SigmaFile;

/** The files of Sigma rules that the analyst loaded. */
final class SigmaFileTable {

    private SigmaFileTable() {
    }

    static List<SigmaFile> all(Connection connection) throws SQLException {
        List<SigmaFile> files = new ArrayList<>();
        synchronized (connection) {
            try (PreparedStatement select = connection
                    .prepareStatement("select name, sha256, text from sigma_file order by name");
                    ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    files.add(new SigmaFile(rows.getString(1), rows.getString(2), rows.getString(3)));
                }
            }
        }
        return files;
    }

    static void put(Connection connection, SigmaFile file) throws SQLException {
        synchronized (connection) {
            try (PreparedStatement merge = connection
                    .prepareStatement("merge into sigma_file (name, sha256, text) values (?, ?, ?)")) {
                merge.setString(1, file.name());
                merge.setString(2, file.sha256());
                merge.setString(3, file.text());
                merge.executeUpdate();
            }
        }
    }

    /** Tells whether there was such a file. */
    static boolean remove(Connection connection, String name) throws SQLException {
        synchronized (connection) {
            try (PreparedStatement delete = connection.prepareStatement("delete from sigma_file where name = ?")) {
                delete.setString(1, name);
                return delete.executeUpdate() > 0;
            }
        }
    }
}
