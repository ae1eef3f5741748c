package org.tokenlane.store;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/** The case's record of who did what when. Entries are only ever added; each one's hash covers the one before it. */
public final class AuditTrail {

    /** One entry; {@code at} is UTC. */
    public record Entry(int number, Instant at, String who, String what, String detail, String hash) {
    }

    private final Connection connection;

    AuditTrail(Connection connection) {
        this.connection = connection;
    }

    /** Adds an entry in the transaction that is open, and gives its number. */
    int add(String who, String what, String detail) throws SQLException {
        synchronized (connection) {
            return addNext(who, what, detail);
        }
    }

    private int addNext(String who, String what, String detail) throws SQLException {
        Entry last = last();
        Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
        int number = last == null ? 1 : last.number() + 1;
        try (PreparedStatement insert = connection.prepareStatement(
                "insert into audit_trail (number, at_utc, who, what, detail, hash) values (?, ?, ?, ?, ?, ?)")) {
            insert.setInt(1, number);
            insert.setObject(2, LocalDateTime.ofInstant(now, ZoneOffset.UTC));
            insert.setString(3, who);
            insert.setString(4, what);
            insert.setString(5, detail);
            insert.setString(6, hash(last == null ? "" : last.hash(), number, now, who, what, detail));
            insert.executeUpdate();
        }
        return number;
    }

    /** The entry with this number, or null. */
    Entry entry(int number) {
        try (PreparedStatement select = connection.prepareStatement("select * from audit_trail where number = ?")) {
            select.setInt(1, number);
            try (ResultSet row = select.executeQuery()) {
                return row.next() ? entry(row) : null;
            }
        } catch (SQLException e) {
            throw CaseFile.failed("The audit trail could not be read", e);
        }
    }

    public List<Entry> entries() {
        List<Entry> entries = new ArrayList<>();
        try (Statement select = connection.createStatement();
                ResultSet rows = select.executeQuery("select * from audit_trail order by number")) {
            while (rows.next()) {
                entries.add(entry(rows));
            }
        } catch (SQLException e) {
            throw CaseFile.failed("The audit trail could not be read", e);
        }
        return entries;
    }

    /**
     * Gives the number of the first entry that was changed or before which one is missing, or 0 where the trail is
     * whole.
     */
    int firstBroken() {
        String before = "";
        int expected = 1;
        for (Entry entry : entries()) {
            if (entry.number() != expected || !entry.hash()
                    .equals(hash(before, entry.number(), entry.at(), entry.who(), entry.what(), entry.detail()))) {
                return expected;
            }
            before = entry.hash();
            expected++;
        }
        return 0;
    }

    private Entry last() throws SQLException {
        try (Statement select = connection.createStatement();
                ResultSet rows = select
                        .executeQuery("select * from audit_trail order by number desc fetch first row only")) {
            return rows.next() ? entry(rows) : null;
        }
    }

    private static Entry entry(ResultSet row) throws SQLException {
        return new Entry(row.getInt("number"), row.getObject("at_utc", LocalDateTime.class).toInstant(ZoneOffset.UTC),
                row.getString("who"), row.getString("what"),
                row.getString("detail"), row.getString("hash"));
    }

    private static String hash(String before, int number, Instant at, String who, String what, String detail) {
        try {
            String text = String.join("\u0000", before, Integer.toString(number), at.toString(), who, what, detail);
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }
}
