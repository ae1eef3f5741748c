package org.tokenlane.store;

import java.io.ByteArrayOutputStream;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.jspecify.annotations.Nullable;

/** Keeps what the rules found when they last ran, so that they need not run again on a case that is as it was. */
final class RuleRunTable {

    private RuleRunTable() {
    }

    /** Keeps a run in place of the one that was kept before. */
    static void replace(Connection connection, String madeFrom, byte[] outcomes) throws SQLException {
        byte[] packed = ColumnCodec.packed(outcomes);
        String hash = hash(madeFrom, packed);
        clear(connection);
        try (PreparedStatement insert = connection
                .prepareStatement("insert into rule_run (part, made_from, sha256, data) values (?, ?, ?, ?)")) {
            byte[][] parts = Packing.parts(packed);
            for (int part = 0; part < parts.length; part++) {
                insert.setInt(1, part);
                insert.setString(2, madeFrom);
                insert.setString(3, hash);
                insert.setBytes(4, parts[part]);
                insert.executeUpdate();
            }
        }
    }

    static void clear(Connection connection) throws SQLException {
        try (Statement delete = connection.createStatement()) {
            delete.execute("delete from rule_run");
        }
    }

    /** The run that is kept, or null where none is, it was made from something else, or it is not as it was written. */
    static byte @Nullable [] read(Connection connection, String madeFrom) throws SQLException {
        ByteArrayOutputStream data = new ByteArrayOutputStream();
        String hash = "";
        try (PreparedStatement select = connection
                .prepareStatement("select sha256, data from rule_run where made_from = ? order by part")) {
            select.setString(1, madeFrom);
            try (ResultSet parts = select.executeQuery()) {
                while (parts.next()) {
                    hash = parts.getString(1);
                    data.writeBytes(parts.getBytes(2));
                }
            }
        }
        byte[] packed = data.toByteArray();
        return packed.length == 0 || !hash.equals(hash(madeFrom, packed)) ? null : ColumnCodec.unpacked(packed);
    }

    private static String hash(String madeFrom, byte[] packed) {
        return new PartsDigest().add(madeFrom).add(packed).hex();
    }
}
