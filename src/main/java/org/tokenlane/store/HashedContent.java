package org.tokenlane.store;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** The step to schema 6: the hashes of what earlier imports wrote, as the case has it when it is updated. */
final class HashedContent implements SchemaStep {

    /** The first schema with hashes of the content. */
    static final int SCHEMA = 6;

    @Override
    public List<String> scripts() {
        return List.of("V6.sql");
    }

    @Override
    public void moveData(Connection connection) throws SQLException {
        List<Integer> files = new ArrayList<>();
        try (Statement select = connection.createStatement();
                ResultSet row = select.executeQuery("select id from evidence order by id")) {
            while (row.next()) {
                files.add(row.getInt(1));
            }
        }
        for (int file : files) {
            ContentHashes.insert(connection, file, ContentHashes.ofBulk(connection, file));
        }
    }
}
