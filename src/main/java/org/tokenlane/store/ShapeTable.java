package org.tokenlane.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.tokenlane.model.event.LogSource;
import org.tokenlane.model.evidence.Shape;

/** The export shapes that occur in the case, kept with it so that a case is understood without the importers. */
public final class ShapeTable {

    /** One shape; see {@link Shape}. */
    public record Row(String id, String title, LogSource source, int richness) {
    }

    private ShapeTable() {
    }

    static List<Row> all(Connection connection) {
        List<Row> all = new ArrayList<>();
        synchronized (connection) {
            try (Statement select = connection.createStatement();
                    ResultSet row = select.executeQuery("select id, title, source, richness from shape order by id")) {
                while (row.next()) {
                    all.add(new Row(row.getString(1), row.getString(2), LogSource.valueOf(row.getString(3)),
                            row.getInt(4)));
                }
            } catch (SQLException e) {
                throw Sql.failed(StoreText.READ_FAILED, e);
            }
        }
        return all;
    }

    static void merge(Connection connection, Collection<Shape> shapes) throws SQLException {
        try (PreparedStatement merge = connection
                .prepareStatement("merge into shape (id, title, source, richness) key (id) values (?, ?, ?, ?)")) {
            for (Shape shape : shapes) {
                merge.setString(1, shape.id());
                merge.setString(2, shape.title());
                merge.setString(3, shape.source().name());
                merge.setInt(4, shape.richness());
                merge.executeUpdate();
            }
        }
    }
}
