package org.tokenlane.store;

import java.io.ByteArrayOutputStream;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.jspecify.annotations.Nullable;
import org.tokenlane.model.column.IntColumn;
import org.tokenlane.model.text.Program;

/** Keeps the links in the case, so that only what an import touches is linked anew. */
final class LinkTable {

    private static final String[] COLUMNS = { "FIRST_ROW", "TOKEN", "SESSION", "UPN", "RULE" };

    private static final String MADE_WITH = "links made with"; // not for people

    private LinkTable() {
    }

    static void replace(Connection connection, KeptLinks links) throws SQLException {
        IntColumn[] columns = { links.firstRows(), links.tokens(), links.sessions(), links.upns(), links.rules() };
        try (Statement delete = connection.createStatement();
                PreparedStatement insert = connection
                        .prepareStatement("insert into link_column (name, part, data) values (?, ?, ?)")) {
            delete.execute("delete from link_column");
            for (int i = 0; i < COLUMNS.length; i++) {
                byte[][] parts = Packing.parts(ColumnCodec.ofInts(columns[i].toArray(), columns[i].size()));
                for (int part = 0; part < parts.length; part++) {
                    insert.setString(1, COLUMNS[i]);
                    insert.setInt(2, part);
                    insert.setBytes(3, parts[part]);
                    insert.executeUpdate();
                }
            }
        }
        try (PreparedStatement merge = connection.prepareStatement("merge into case_info (name, text) values (?, ?)")) {
            merge.setString(1, MADE_WITH);
            merge.setString(2, Program.NAME);
            merge.executeUpdate();
        }
        connection.commit();
    }

    /** Gives null where no links were kept yet, or another version of the program kept them, whose rules may differ. */
    static @Nullable KeptLinks read(Connection connection) throws SQLException {
        if (!isOwn(connection)) {
            return null;
        }
        IntColumn[] columns = new IntColumn[COLUMNS.length];
        for (int i = 0; i < COLUMNS.length; i++) {
            IntColumn column = column(connection, COLUMNS[i]);
            if (column == null) {
                return null;
            }
            columns[i] = column;
        }
        return new KeptLinks(columns[0], columns[1], columns[2], columns[3], columns[4]);
    }

    private static boolean isOwn(Connection connection) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("select text from case_info where name = ?")) {
            select.setString(1, MADE_WITH);
            try (ResultSet row = select.executeQuery()) {
                return row.next() && Program.NAME.equals(row.getString(1));
            }
        }
    }

    private static @Nullable IntColumn column(Connection connection, String name) throws SQLException {
        try (PreparedStatement select = connection
                .prepareStatement("select data from link_column where name = ? order by part")) {
            select.setString(1, name);
            ByteArrayOutputStream data = new ByteArrayOutputStream();
            try (ResultSet parts = select.executeQuery()) {
                while (parts.next()) {
                    data.writeBytes(parts.getBytes(1));
                }
            }
            byte[] packed = data.toByteArray();
            return packed.length == 0 ? null : IntColumn.of(ColumnCodec.toInts(packed, ColumnCodec.intsIn(packed)));
        }
    }
}
