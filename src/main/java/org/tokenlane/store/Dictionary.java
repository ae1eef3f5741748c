package org.tokenlane.store;

import java.io.ByteArrayOutputStream;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Gives each distinct value of a shared field a code from 1 on, and writes new ones to the case, a page of them at a
 * time. Used by one thread.
 */
final class Dictionary {

    private final Connection connection;
    private final Map<String, Values> fields = new HashMap<>();

    /** The values of one field. */
    private static final class Values {

        private final Map<String, Integer> codes = new HashMap<>();
        private final List<String> unwritten = new ArrayList<>();
    }

    Dictionary(Connection connection) {
        this.connection = connection;
    }

    /** The value's code, a new one where it is new; 0 for null. */
    int code(String field, @Nullable String text) {
        if (text == null) {
            return 0;
        }
        Values values = fields.computeIfAbsent(field, this::load);
        Integer code = values.codes.get(text);
        if (code == null) {
            code = values.codes.size() + 1;
            values.codes.put(text, code);
            values.unwritten.add(text);
        }
        return code;
    }

    private Values load(String field) {
        Values values = new Values();
        String[] known = read(connection, field);
        for (int code = 1; code < known.length; code++) {
            values.codes.put(known[code], code);
        }
        return values;
    }

    /** Writes the values that are new since the last time, as those of this evidence. */
    void flush(int evidence) throws SQLException {
        String sql = "insert into dictionary_page (field, first_code, part, value_count, evidence_id, data) values (?, ?, ?, ?, ?, ?)";
        try (PreparedStatement insert = connection.prepareStatement(sql)) {
            for (Map.Entry<String, Values> field : fields.entrySet()) {
                List<String> unwritten = field.getValue().unwritten;
                if (!unwritten.isEmpty()) {
                    int count = unwritten.size();
                    byte[][] parts = Packing.parts(ColumnCodec.ofTexts(unwritten.toArray(String[]::new), count));
                    for (int part = 0; part < parts.length; part++) {
                        insert.setString(1, field.getKey());
                        insert.setInt(2, field.getValue().codes.size() - count + 1);
                        insert.setInt(3, part);
                        insert.setInt(4, count);
                        insert.setInt(5, evidence);
                        insert.setBytes(6, parts[part]);
                        insert.executeUpdate();
                    }
                    unwritten.clear();
                }
            }
        }
    }

    /** A field's values by code; the element at 0 is null. */
    static String[] read(Connection connection, String field) {
        String[] values = { null };
        synchronized (connection) {
            try (PreparedStatement select = connection
                    .prepareStatement(
                            "select first_code, value_count, data from dictionary_page where field = ? order by "
                                    + "first_code, part")) {
                select.setString(1, field);
                ByteArrayOutputStream page = new ByteArrayOutputStream();
                int first = 1;
                int count = 0;
                try (ResultSet rows = select.executeQuery()) {
                    while (rows.next()) {
                        if (rows.getInt(1) != first) {
                            values = with(values, field, first, page, count);
                            first = rows.getInt(1);
                        }
                        count = rows.getInt(2);
                        page.writeBytes(rows.getBytes(3));
                    }
                }
                return with(values, field, first, page, count);
            } catch (SQLException e) {
                throw Sql.failed(StoreText.READ_FAILED, e);
            }
        }
    }

    private static String[] with(String[] values, String field, int first, ByteArrayOutputStream page, int count) {
        if (count == 0) {
            return values;
        }
        if (first != values.length) {
            throw new CaseFileException(
                    StoreText.VALUES_MISSING.with(field));
        }
        String[] all = Arrays.copyOf(values, values.length + count);
        System.arraycopy(ColumnCodec.toTexts(page.toByteArray(), count), 0, all, first, count);
        page.reset();
        return all;
    }
}
