package org.tokenlane.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Types;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.tokenlane.model.evidence.Sha256;
import org.tokenlane.model.mark.Said;

/**
 * The case's record of who did what when. Entries are only ever added; each one's hash covers the one before it. The
 * case also notes with which entry the trail ends, so that one that is missing at its end is missed.
 */
public final class AuditTrail {

    /** Covers the texts of an entry; entries of schema 1 and 2 have it, which had nothing but texts. */
    static final int HASH_OF_TEXTS = 1;
    /** Covers the kind and the fields too. */
    static final int HASH_OF_ALL = 2;

    private static final String END = "end of the audit trail"; // not for people
    private static final String ENTRIES = "select number, at_utc, who, kind, what, detail, hash, hash_version from "
            + "audit_trail";
    private static final String FIELDS = "select entry, name, number, text from audit_field";

    /**
     * One entry.
     *
     * @param at
     *            UTC
     * @param what
     *            the kind in words, as they were when the entry was written
     * @param hashVersion
     *            what the hash covers
     */
    public record Entry(int number, Instant at, String who, AuditKind kind, String what, String detail,
            Map<AuditField, String> fields, String hash, int hashVersion) {

        /** Who said what the entry is about, and when: in the copy of the case that it was merged from, or here. */
        Said said() {
            String author = fields.get(AuditField.AUTHOR);
            String madeAt = fields.get(AuditField.MADE_AT);
            return author == null || madeAt == null ? new Said(who, at) : new Said(author, time(madeAt));
        }
    }

    /** Reads a time as an entry's field has it. */
    static Instant time(String text) {
        try {
            return Instant.parse(text);
        } catch (DateTimeException e) {
            throw new CaseFileException(StoreText.BAD_ENTRY.with(), e);
        }
    }

    private final Connection connection;

    AuditTrail(Connection connection) {
        this.connection = connection;
    }

    /** Adds an entry in the transaction that is open, and gives its number. */
    int add(String who, AuditNote note) throws SQLException {
        synchronized (connection) {
            Entry last = last();
            Entry next = new Entry(last == null ? 1 : last.number() + 1, Instant.now().truncatedTo(ChronoUnit.MILLIS),
                    who, note.kind(), note.what(), note.detail(), note.fields(), "", HASH_OF_ALL);
            insert(last, next);
            return next.number();
        }
    }

    /** The number of the last entry; 0 where there is none. */
    int lastNumber() throws SQLException {
        synchronized (connection) {
            Entry last = last();
            return last == null ? 0 : last.number();
        }
    }

    /** Adds a fact to the last entry, which was added in the transaction that is open. */
    void addToLast(AuditField field, String value) throws SQLException {
        synchronized (connection) {
            Entry last = last();
            if (last == null) {
                throw new IllegalStateException("no entry"); // not for people
            }
            delete("delete from audit_trail where number = ?", last.number());
            delete("delete from audit_field where entry = ?", last.number());
            Map<AuditField, String> fields = new TreeMap<>(last.fields());
            fields.put(field, value);
            insert(last(), new Entry(last.number(), last.at(), last.who(), last.kind(), last.what(), last.detail(),
                    fields, "", HASH_OF_ALL));
        }
    }

    private void delete(String sql, int number) throws SQLException {
        try (PreparedStatement delete = connection.prepareStatement(sql)) {
            delete.setInt(1, number);
            delete.executeUpdate();
        }
    }

    private void insert(@Nullable Entry before, Entry entry) throws SQLException {
        String hash = hash(before == null ? "" : before.hash(), entry);
        insert(entry, hash);
        setFields(entry.number(), entry.fields());
        try (PreparedStatement merge = connection.prepareStatement("merge into case_info (name, text) values (?, ?)")) {
            merge.setString(1, END);
            merge.setString(2, end(entry.number(), hash));
            merge.executeUpdate();
        }
    }

    private static String end(int number, String hash) {
        return number + " " + hash;
    }

    /** Tells whether the trail ends with the entry that the case noted as its last. */
    boolean endsAsNoted(List<Entry> entries) throws SQLException {
        String end = entries.isEmpty() ? "" : end(entries.getLast().number(), entries.getLast().hash());
        try (PreparedStatement select = connection.prepareStatement("select text from case_info where name = ?")) {
            select.setString(1, END);
            try (ResultSet row = select.executeQuery()) {
                return row.next() && end.equals(row.getString(1));
            }
        }
    }

    private void insert(Entry entry, String hash) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(
                "insert into audit_trail (number, at_utc, who, kind, what, detail, hash, hash_version) values (?, ?, ?, ?, ?, ?, ?, ?)")) {
            insert.setInt(1, entry.number());
            insert.setObject(2, LocalDateTime.ofInstant(entry.at(), ZoneOffset.UTC));
            insert.setString(3, entry.who());
            insert.setString(4, entry.kind().code());
            insert.setString(5, entry.what());
            insert.setString(6, entry.detail());
            insert.setString(7, hash);
            insert.setInt(8, entry.hashVersion());
            insert.executeUpdate();
        }
    }

    /** Writes an entry's fields, each into the column of its type. */
    void setFields(int entry, Map<AuditField, String> fields) throws SQLException {
        try (PreparedStatement insert = connection
                .prepareStatement("insert into audit_field (entry, name, number, text) values (?, ?, ?, ?)")) {
            for (Map.Entry<AuditField, String> field : fields.entrySet()) {
                insert.setInt(1, entry);
                insert.setString(2, field.getKey().code());
                if (field.getKey().isNumber()) {
                    insert.setLong(3, Long.parseLong(field.getValue()));
                    insert.setNull(4, Types.VARCHAR);
                } else {
                    insert.setNull(3, Types.BIGINT);
                    insert.setString(4, field.getValue());
                }
                insert.executeUpdate();
            }
        }
    }

    /** The entry with this number, or null. */
    @Nullable
    Entry entry(int number) {
        try {
            return read(ENTRIES + " where number = " + number, FIELDS + " where entry = " + number).stream().findFirst()
                    .orElse(null);
        } catch (SQLException e) {
            throw Sql.failed(StoreText.READ_FAILED, e);
        }
    }

    /** Tells whether each entry is also found by its number, as the program reads single ones. */
    boolean isFoundByNumber(List<Entry> entries) {
        return entries.stream().allMatch(entry -> entry.equals(entry(entry.number())));
    }

    public List<Entry> entries() {
        synchronized (connection) {
            try {
                return read(ENTRIES + " order by number", FIELDS);
            } catch (SQLException e) {
                throw Sql.failed(StoreText.READ_FAILED, e);
            }
        }
    }

    /** The last entry after which a report says something else, as an import or a mark; null where there is none. */
    public @Nullable Entry lastChange() {
        return entries().reversed().stream().filter(entry -> entry.kind().changesReports()).findFirst().orElse(null);
    }

    private @Nullable Entry last() throws SQLException {
        String number = "(select max(number) from audit_trail)";
        return read(ENTRIES + " where number = " + number, FIELDS + " where entry = " + number).stream().findFirst()
                .orElse(null);
    }

    private List<Entry> read(String entriesSql, String fieldsSql) throws SQLException {
        Map<Integer, Map<AuditField, String>> fields = new HashMap<>();
        try (Statement select = connection.createStatement(); ResultSet row = select.executeQuery(fieldsSql)) {
            while (row.next()) {
                AuditField field = AuditField.of(row.getString(2));
                String value = row.getString(row.getObject(3) == null ? 4 : 3);
                if (field == null || value == null) {
                    throw new CaseFileException(
                            StoreText.BAD_ENTRY.with());
                }
                fields.computeIfAbsent(row.getInt(1), entry -> new TreeMap<>()).put(field, value);
            }
        }
        List<Entry> entries = new ArrayList<>();
        try (Statement select = connection.createStatement(); ResultSet row = select.executeQuery(entriesSql)) {
            while (row.next()) {
                entries.add(new Entry(row.getInt(1), row.getObject(2, LocalDateTime.class).toInstant(ZoneOffset.UTC),
                        row.getString(3), AuditKind.of(row.getString(4)), row.getString(5), row.getString(6),
                        fields.getOrDefault(row.getInt(1), Map.of()), row.getString(7), row.getInt(8)));
            }
        }
        return entries;
    }

    /**
     * Gives the number of the first entry that was changed or before which one is missing, or 0 where the trail is
     * whole.
     */
    int firstBroken() {
        return firstBroken(entries());
    }

    static int firstBroken(List<Entry> entries) {
        String before = "";
        int expected = 1;
        for (Entry entry : entries) {
            if (entry.number() != expected || !entry.hash().equals(hash(before, entry))) {
                return expected;
            }
            before = entry.hash();
            expected++;
        }
        return firstOutsideItsMigration(entries);
    }

    /**
     * The hashes of entries of schema 1 and 2 do not cover the kinds and fields that the migration gave them: the
     * migration's own entry does.
     */
    private static int firstOutsideItsMigration(List<Entry> entries) {
        List<Entry> old = entries.stream().filter(entry -> entry.hashVersion() == HASH_OF_TEXTS).toList();
        if (old.isEmpty()) {
            return 0;
        }
        int next = old.getLast().number();
        Entry migration = next < entries.size() ? entries.get(next) : null;
        return migration != null && migration.kind() == AuditKind.SCHEMA_MIGRATED && old.size() == next
                && fieldsHash(old).equals(migration.fields().get(AuditField.FIELDS_SHA256)) ? 0
                        : old.getFirst().number();
    }

    /** Covers the kinds and fields of entries. */
    static String fieldsHash(List<Entry> entries) {
        StringBuilder all = new StringBuilder();
        for (Entry entry : entries) {
            part(all, Integer.toString(entry.number()));
            part(all, entry.kind().code());
            part(all, Integer.toString(entry.fields().size()));
            entry.fields().forEach((field, value) -> {
                part(all, field.code());
                part(all, value);
            });
        }
        return Sha256.of(all.toString());
    }

    private static String hash(String before, Entry entry) {
        if (entry.hashVersion() == HASH_OF_TEXTS) {
            return Sha256.of(String.join("\u0000", before, Integer.toString(entry.number()), entry.at().toString(),
                    entry.who(), entry.what(), entry.detail()));
        }
        StringBuilder all = new StringBuilder();
        part(all, Integer.toString(entry.hashVersion()));
        part(all, before);
        part(all, Integer.toString(entry.number()));
        part(all, entry.at().toString());
        part(all, entry.who());
        part(all, entry.kind().code());
        part(all, entry.what());
        part(all, entry.detail());
        entry.fields().forEach((field, value) -> {
            part(all, field.code());
            part(all, value);
        });
        return Sha256.of(all.toString());
    }

    /** With its length before it, so that no two lists of parts give the same text. */
    private static void part(StringBuilder all, String part) {
        all.append(part.length()).append(':').append(part);
    }
}
