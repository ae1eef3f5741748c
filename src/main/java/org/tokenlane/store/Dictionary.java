package org.tokenlane.store;

import java.io.ByteArrayOutputStream;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.tokenlane.model.column.TextColumn;

/**
 * Gives each distinct value of a shared field a code from 1 on, and writes new ones to the case, a page of them at a
 * time. It remembers a value by its fingerprint, so that its memory does not grow with the texts. Used by one thread.
 */
final class Dictionary implements AutoCloseable {

    /** Most records have the values of records before them; a power of two. */
    private static final int RECENT = 1 << 12;

    private final Connection connection;
    private final Fingerprints fingerprints = new Fingerprints();
    private final Map<String, Values> fields = new HashMap<>();

    /** The values of one field. */
    private static final class Values {

        private final KeyTable codes = KeyTable.ofNumbers();
        /** The next new value's code. The table may have fewer keys: two stored values can have one fingerprint. */
        private int next = 1;
        private final @Nullable String[] recent = new String[RECENT];
        private final int[] recentCodes = new int[RECENT];
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
        Values values = fields.get(field);
        if (values == null) {
            values = load(field);
            fields.put(field, values);
        }
        int hash = text.hashCode();
        int place = (hash ^ hash >>> 16) & RECENT - 1;
        if (text.equals(values.recent[place])) {
            return values.recentCodes[place];
        }
        fingerprints.take(text);
        int code = values.codes.numberOr(fingerprints.high(), fingerprints.low(), values.next);
        if (code == values.next) {
            values.next++;
            values.unwritten.add(text);
        }
        values.recent[place] = text;
        values.recentCodes[place] = code;
        return code;
    }

    private Values load(String field) {
        Values values = new Values();
        try {
            pages(connection, field, page -> {
                for (String text : page) {
                    fingerprints.take(text);
                    values.codes.numberOr(fingerprints.high(), fingerprints.low(), values.next);
                    values.next++;
                }
            });
            return values;
        } catch (RuntimeException | Error unreadable) {
            values.codes.close();
            throw unreadable;
        }
    }

    @Override
    public void close() {
        fields.values().forEach(values -> values.codes.close());
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
                        insert.setInt(2, field.getValue().next - count);
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

    /** A field's values by code, in the heap; that of 0 is null. */
    static TextColumn read(Connection connection, String field) {
        return read(connection, field, true);
    }

    /**
     * A field's values by code; that of 0 is null. Very many are in a temporary file.
     *
     * @param inHeap
     *            whether none of them may be written there, as that file is not encrypted
     */
    static TextColumn read(Connection connection, String field, boolean inHeap) {
        int size = believed(connection, field);
        TextColumn.Builder values = inHeap ? TextColumn.Builder.inHeap(size) : new TextColumn.Builder(size);
        pages(connection, field, values::add);
        return values.build();
    }

    /**
     * The number of a field's codes, 0 among them. A large number is what a damaged or forged case may say, too, so the
     * values are counted before there is room made for them.
     */
    private static int believed(Connection connection, String field) {
        int size = size(connection, field);
        if (size >= 1 && size <= TextColumn.MOST_IN_HEAP) {
            return size;
        }
        int[] counted = { 1 };
        pages(connection, field, page -> counted[0] += page.length);
        return counted[0];
    }

    /** The number of a field's codes, 0 among them, as its pages say. */
    static int size(Connection connection, String field) {
        String sql = "select coalesce(max(first_code + value_count), 1) from dictionary_page where field = ?";
        synchronized (connection) {
            try (PreparedStatement select = connection.prepareStatement(sql)) {
                select.setString(1, field);
                try (ResultSet row = select.executeQuery()) {
                    row.next();
                    return row.getInt(1);
                }
            } catch (SQLException e) {
                throw Sql.failed(StoreText.READ_FAILED, e);
            }
        }
    }

    /** Hands over the field's values, page by page in the order of their codes. */
    private static void pages(Connection connection, String field, Consumer<String[]> pages) {
        String sql = "select first_code, value_count, data from dictionary_page where field = ? order by first_code, part";
        synchronized (connection) {
            try (PreparedStatement select = connection.prepareStatement(sql)) {
                select.setString(1, field);
                ByteArrayOutputStream page = new ByteArrayOutputStream();
                int next = 1;
                int first = 1;
                int count = 0;
                try (ResultSet rows = select.executeQuery()) {
                    while (rows.next()) {
                        if (rows.getInt(1) != first) {
                            next += handOver(field, first, next, count, page, pages);
                            first = rows.getInt(1);
                        }
                        count = rows.getInt(2);
                        page.writeBytes(rows.getBytes(3));
                    }
                }
                handOver(field, first, next, count, page, pages);
            } catch (SQLException e) {
                throw Sql.failed(StoreText.READ_FAILED, e);
            }
        }
    }

    /** Gives the number of values in the page, which has to begin where the one before it ended. */
    private static int handOver(String field, int first, int expected, int count, ByteArrayOutputStream page,
            Consumer<String[]> pages) {
        if (count > 0) {
            if (first != expected) {
                throw new CaseFileException(StoreText.VALUES_MISSING.with(field));
            }
            pages.accept(ColumnCodec.toTexts(page.toByteArray(), count));
            page.reset();
        }
        return count;
    }
}
