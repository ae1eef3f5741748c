package org.tokenlane.store;

import java.io.ByteArrayOutputStream;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.tokenlane.model.evidence.Evidence;

/**
 * Hashes of what an import wrote into the case: one for each segment of events, each page of a dictionary and each
 * table with rows of the file. The blocks of the file itself need none, as the file's own hash covers them. The audit
 * trail has the hash of a file's hashes.
 */
final class ContentHashes {

    /** What a hash covers. */
    enum Kind {
        SEGMENT("segment"), DICTIONARY("dictionary"), ROWS("rows");

        private final String code;

        Kind(String code) {
            this.code = code;
        }

        String code() {
            return code;
        }
    }

    /**
     * What a hash covers.
     *
     * @param kind
     *            its code
     * @param name
     *            the segment, page or table
     */
    record Covered(String kind, String name) implements Comparable<Covered> {

        static Covered of(Kind kind, String name) {
            return new Covered(kind.code(), name);
        }

        static Covered page(String field, int firstCode) {
            return of(Kind.DICTIONARY, field + " " + firstCode);
        }

        @Override
        public int compareTo(Covered other) {
            int byKind = kind.compareTo(other.kind);
            return byKind != 0 ? byKind : name.compareTo(other.name);
        }
    }

    /** A table with rows of evidence files: the column with the file's number, the others, and the order of rows. */
    record RowsTable(String name, String file, String columns, String order) {

        /**
         * The file's next rows as most queries find them, by its number: what they are ordered by first, then the
         * columns. The parameters are the number, unless it is the first page what the rows begin with, how many of
         * those to pass over, and how many rows to give.
         */
        String page(boolean isFirst) {
            String by = order.split(", ")[0];
            return "select " + by + ", " + columns + " from " + name + " where " + file + " = ?"
                    + (isFirst ? "" : " and " + by + " >= ?") + " order by "
                    + (by.equals(file) ? "" : file + ", ") + order + " offset ? rows fetch next ? rows only";
        }

        /** All rows as they are in the table, without any index: the number of the file, then the columns. */
        String all() {
            return "select " + file + ", " + columns + " from " + name + " use index () order by " + file + ", "
                    + order;
        }
    }

    static final List<RowsTable> TABLES = List.of(
            new RowsTable("evidence", "id",
                    "path, archive_sha256, bytes, sha256, shapes, form, encoding, date_order, date_order_basis, "
                            + "column_names, records, stored, duplicates, rejected, undated, first_event_utc, "
                            + "last_event_utc, imported_at_utc, imported_by, imported_with",
                    "id"),
            new RowsTable("origin", "evidence_id",
                    "case_name, bytes, sha256, records, imported_at_utc, imported_by, replaced", "evidence_id"),
            new RowsTable("rejected", "evidence_id", "record_number, line, block, block_offset, bytes, reason",
                    "record_number"),
            new RowsTable("state_fact", "evidence_id",
                    "record_number, part, line, block, block_offset, bytes, is_duplicate, kind, mailbox, name, fields",
                    "record_number, part"),
            new RowsTable("state_export", "evidence_id", "exported_at, basis", "evidence_id"),
            new RowsTable("table_header", "evidence_id", "block, block_offset, bytes, line", "block, block_offset"));

    /** So many rows of a file are read at a time. */
    private static final int PAGE = 10_000;

    private ContentHashes() {
    }

    /** The hashes of the segments and pages that an import wrote, which takes the longest. */
    static Map<Covered, String> ofBulk(Connection connection, int evidence) throws SQLException {
        Map<Covered, String> hashes = segments(connection, evidence);
        hashes.putAll(pages(connection, evidence));
        return hashes;
    }

    /**
     * Stores the hashes of what an import wrote, in the transaction that is open, and gives the hash of them all.
     *
     * @param bulk
     *            those of its segments and pages
     */
    static String insert(Connection connection, int evidence, Map<Covered, String> bulk) throws SQLException {
        Map<Covered, String> hashes = new TreeMap<>(bulk);
        for (RowsTable table : TABLES) {
            hashes.put(Covered.of(Kind.ROWS, table.name()),
                    ofRows(connection, table, evidence));
        }
        try (PreparedStatement insert = connection
                .prepareStatement("insert into content_hash (evidence_id, kind, name, sha256) values (?, ?, ?, ?)")) {
            for (Map.Entry<Covered, String> hash : hashes.entrySet()) {
                insert.setInt(1, evidence);
                insert.setString(2, hash.getKey().kind());
                insert.setString(3, hash.getKey().name());
                insert.setString(4, hash.getValue());
                insert.addBatch();
            }
            insert.executeBatch();
        }
        return of(hashes);
    }

    /** The hash of a file's rows in a table. */
    static String ofRows(Connection connection, RowsTable table, int evidence) throws SQLException {
        return ofRows(connection, table, evidence, PAGE);
    }

    /**
     * The same, reading so many rows at a time: the database keeps a result in memory where it would be written to a
     * file that is not encrypted.
     */
    static String ofRows(Connection connection, RowsTable table, int evidence, int page) throws SQLException {
        PartsDigest digest = new PartsDigest();
        long from = 0;
        int passed = 0;
        int rows = page;
        for (boolean isFirst = true; rows == page; isFirst = false) {
            rows = 0;
            synchronized (connection) {
                try (PreparedStatement select = connection.prepareStatement(table.page(isFirst))) {
                    int parameter = 1;
                    select.setInt(parameter++, evidence);
                    if (!isFirst) {
                        select.setLong(parameter++, from);
                    }
                    select.setInt(parameter++, passed);
                    select.setInt(parameter, page);
                    try (ResultSet row = select.executeQuery()) {
                        while (row.next()) {
                            passed = row.getLong(1) == from && !(isFirst && rows == 0) ? passed + 1 : 1;
                            from = row.getLong(1);
                            rows++;
                            digest.addRow(row, 2);
                        }
                    }
                }
            }
        }
        return digest.hex();
    }

    private static Map<Covered, String> segments(Connection connection, int evidence) throws SQLException {
        Map<Integer, Integer> rows = new LinkedHashMap<>();
        try (PreparedStatement select = connection
                .prepareStatement("select id, row_count from segment where evidence_id = ? order by id")) {
            select.setInt(1, evidence);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    rows.put(row.getInt(1), row.getInt(2));
                }
            }
        }
        Map<Covered, String> hashes = new LinkedHashMap<>();
        for (Map.Entry<Integer, Integer> segment : rows.entrySet()) {
            Map<String, byte[]> columns = new TreeMap<>();
            try (PreparedStatement select = connection.prepareStatement(
                    "select name, data from segment_column where segment_id = ? order by name, part")) {
                select.setInt(1, segment.getKey());
                try (ResultSet part = select.executeQuery()) {
                    while (part.next()) {
                        columns.merge(part.getString(1), part.getBytes(2), ContentHashes::joined);
                    }
                }
            }
            hashes.put(Covered.of(Kind.SEGMENT, segment.getKey().toString()), segment(segment.getValue(), columns));
        }
        return hashes;
    }

    private static byte[] joined(byte[] one, byte[] other) {
        ByteArrayOutputStream both = new ByteArrayOutputStream(one.length + other.length);
        both.writeBytes(one);
        both.writeBytes(other);
        return both.toByteArray();
    }

    /** The hash of a segment with its columns as they are stored. */
    static String segment(int rows, Map<String, byte[]> columns) {
        PartsDigest digest = new PartsDigest().add(rows);
        new TreeMap<>(columns).forEach((name, data) -> digest.add(name).add(data));
        return digest.hex();
    }

    private static Map<Covered, String> pages(Connection connection, int evidence) throws SQLException {
        try (PreparedStatement select = connection
                .prepareStatement("select field, first_code, value_count, evidence_id, data from dictionary_page "
                        + "where evidence_id = ? order by field, first_code, part")) {
            select.setInt(1, evidence);
            try (ResultSet part = select.executeQuery()) {
                Map<Covered, String> hashes = new LinkedHashMap<>();
                pages(part).forEach((page, found) -> hashes.put(page, found.sha256()));
                return hashes;
            }
        }
    }

    /** A page's hash, and the file with which it came. */
    record Page(int evidence, String sha256) {
    }

    /** The pages of one field as the dictionary reads them. */
    static Map<Covered, Page> pagesOf(Connection connection, String field) throws SQLException {
        synchronized (connection) {
            try (PreparedStatement select = connection
                    .prepareStatement("select field, first_code, value_count, evidence_id, data from dictionary_page "
                            + "where field = ? order by first_code, part")) {
                select.setString(1, field);
                try (ResultSet part = select.executeQuery()) {
                    return pages(part);
                }
            }
        }
    }

    private static Map<Covered, Page> pages(ResultSet part) throws SQLException {
        Map<Covered, Page> pages = new LinkedHashMap<>();
        Covered page = null;
        int evidence = 0;
        PartsDigest digest = new PartsDigest();
        while (part.next()) {
            Covered next = Covered.page(part.getString(1), part.getInt(2));
            if (page != null && !next.equals(page)) {
                pages.put(page, new Page(evidence, digest.hex()));
            }
            page = next;
            evidence = part.getInt(4);
            digest.add(part.getInt(3)).add(part.getBytes(5));
        }
        if (page != null) {
            pages.put(page, new Page(evidence, digest.hex()));
        }
        return pages;
    }

    /** The hash of a file's hashes. */
    static String of(Map<Covered, String> hashes) {
        PartsDigest digest = new PartsDigest();
        new TreeMap<>(hashes)
                .forEach((covered, hash) -> digest.add(covered.kind()).add(covered.name()).add(hash));
        return digest.hex();
    }

    /** The stored hashes by the number of the file. */
    static Map<Integer, Map<Covered, String>> stored(Connection connection) throws SQLException {
        Map<Integer, Map<Covered, String>> hashes = new TreeMap<>();
        synchronized (connection) {
            try (Statement select = connection.createStatement();
                    ResultSet row = select
                            .executeQuery("select evidence_id, kind, name, sha256 from content_hash use index ()")) {
                while (row.next()) {
                    hashes.computeIfAbsent(row.getInt(1), file -> new TreeMap<>())
                            .put(new Covered(row.getString(2), row.getString(3)), row.getString(4));
                }
            }
        }
        return hashes;
    }

    /** The hash of all that imports wrote; null where a file has no hashes yet, as its import is not at its end. */
    static @Nullable String ofCase(Connection connection) throws SQLException {
        Map<Integer, Map<Covered, String>> stored = stored(connection);
        PartsDigest digest = new PartsDigest();
        for (Evidence file : EvidenceTable.all(connection)) {
            Map<Covered, String> hashes = stored.get(file.id());
            if (hashes == null) {
                return null;
            }
            digest.add(file.id()).add(of(hashes));
        }
        return digest.hex();
    }

    /** The hash of the hashes of several files, in the order of their numbers. */
    static String ofFiles(Connection connection, List<Evidence> files) throws SQLException {
        Map<Integer, Map<Covered, String>> stored = stored(connection);
        return ofFiles(files.stream().map(file -> of(stored.getOrDefault(file.id(), Map.of()))).toList());
    }

    static String ofFiles(List<String> hashesOfFiles) {
        PartsDigest digest = new PartsDigest();
        hashesOfFiles.forEach(digest::add);
        return digest.hex();
    }
}
