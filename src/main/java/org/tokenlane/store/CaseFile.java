package org.tokenlane.store;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.h2.api.ErrorCode;
import org.tokenlane.model.evidence.Evidence;
import org.tokenlane.model.evidence.RejectedRecord;
import org.tokenlane.model.finding.SigmaFile;
import org.tokenlane.model.session.OriginSplit;

/**
 * An open case: one file {@code NAME.tlcase}, an H2 database with the evidence, its raw records and the events. It is
 * opened by one program at a time. All methods may
 * be called from any thread; writing is one thread's at a time.
 */
public final class CaseFile implements AutoCloseable {

    /** What is written into the case as the program that made an entry. */
    public static final String PROGRAM = "Tokenlane 0.1.0";

    private static final String USER = "TOKENLANE";
    private static final byte[] ENCRYPTED_HEADER = "H2encrypt".getBytes(StandardCharsets.US_ASCII);

    private final Path path;
    private final Connection connection;
    private Dictionary dictionary;
    private KnownEvents known;

    private CaseFile(Path path, Connection connection) {
        this.path = path;
        this.connection = connection;
    }

    /**
     * Makes a new case.
     *
     * @param file
     *            {@code .tlcase} is appended where it is missing
     * @param password
     *            encrypts the file with AES, or null
     * @param who
     *            the analyst, for the audit trail
     */
    public static CaseFile create(Path file, char[] password, String who) {
        Path target = withSuffix(file);
        if (Files.exists(target)) {
            throw new CaseFileException("The file " + target + " exists already.");
        }
        Path folder = target.toAbsolutePath().getParent();
        if (!Files.isDirectory(folder)) {
            throw new CaseFileException("The case cannot be made: there is no folder " + folder + ".");
        }
        if (!Files.isWritable(folder)) {
            throw new CaseFileException("The case cannot be made: you may not write into the folder " + folder + ".");
        }
        CaseFile created = new CaseFile(target, connect(target, password));
        try {
            CaseSchema.create(created.connection);
            created.audit(who, AuditNote.of(AuditKind.CASE_CREATED, target.getFileName().toString())
                    .with(AuditField.FILE, target.getFileName().toString()));
            return created;
        } catch (SQLException e) {
            created.close();
            throw failed("The case could not be made", e);
        }
    }

    /**
     * Opens a case after a look at its catalogue. A case of an older schema is brought up to date, a copy of it kept
     * beside it.
     */
    public static CaseFile open(Path file, char[] password) {
        Path target = Files.exists(file) ? file : withSuffix(file);
        if (!Files.exists(target)) {
            throw new CaseFileException("There is no case " + target + ". “import” makes one.");
        }
        if (Files.isDirectory(target) || !Files.isReadable(target)) {
            throw new CaseFileException("The case " + target + " cannot be read: "
                    + (Files.isDirectory(target) ? "it is a folder." : "you have no right to."));
        }
        if (!target.getFileName().toString().endsWith(TlcasePath.SUFFIX)) {
            throw new CaseFileException("The file " + target + " is not a Tokenlane case: its name does not end in "
                    + TlcasePath.SUFFIX + ".");
        }
        if (password == null && isEncrypted(target)) {
            throw new CaseFileException("The case " + target + " is encrypted: give its password.");
        }
        TlcasePath.register();
        CaseCatalogue.check(target, password, CaseSchema.tables());
        CaseFile opened = new CaseFile(target, connect(target, password));
        try {
            if (CaseSchema.version(opened.connection, target) < CaseSchema.CURRENT) {
                if (opened.isReadOnly()) {
                    throw new CaseFileException("The case " + target
                            + " is of an older version and has to be brought up to date before it is read, but you have no right"
                            + " to write the file. Copy it to where you may write and open the copy.");
                }
                opened.close();
                CaseMigration.run(target, password);
                opened = new CaseFile(target, connect(target, password));
            }
            if (!opened.isReadOnly()) {
                UnfinishedImport.takeOut(opened.connection);
            }
            return opened;
        } catch (SQLException e) {
            opened.close();
            throw failed("The case " + target + " could not be opened", e);
        } catch (CaseFileException e) {
            opened.close();
            throw e;
        }
    }

    static Connection connect(Path file, char[] password) {
        TlcasePath.register();
        Properties settings = new Properties();
        settings.setProperty("user", USER);
        if (password != null) {
            settings.setProperty("CIPHER", "AES");
            char[] key = filePassword(password);
            char[] both = Arrays.copyOf(key, key.length + 1);
            both[key.length] = ' ';
            settings.put("password", both);
        }
        settings.setProperty("TRACE_LEVEL_FILE", "0");
        settings.setProperty("MAX_COMPACT_TIME", "4000");
        settings.setProperty("DB_CLOSE_ON_EXIT", "FALSE");
        try {
            Connection connection = DriverManager.getConnection(TlcasePath.address(file), settings);
            connection.setAutoCommit(false);
            return connection;
        } catch (SQLException e) {
            if (e.getErrorCode() == ErrorCode.DATABASE_ALREADY_OPEN_1) {
                throw inUse(file, e);
            }
            if (e.getErrorCode() == ErrorCode.FILE_ENCRYPTION_ERROR_1
                    || e.getErrorCode() == ErrorCode.WRONG_USER_OR_PASSWORD) {
                throw new CaseFileException("The password does not open the case " + file + ".", e);
            }
            throw failed("The case " + file + " could not be opened", e);
        }
    }

    /**
     * H2 takes a blank for the end of the file's password and loses half of each letter beyond Latin 1, so it is given
     * the password's UTF-8 bytes in hexadecimal.
     */
    static char[] filePassword(char[] password) {
        ByteBuffer bytes = StandardCharsets.UTF_8.encode(CharBuffer.wrap(password));
        char[] digits = new char[bytes.remaining() * 2];
        for (int i = 0; i < digits.length; i += 2) {
            int value = bytes.get();
            digits[i] = Character.forDigit(value >> 4 & 0xf, 16);
            digits[i + 1] = Character.forDigit(value & 0xf, 16);
        }
        return digits;
    }

    static CaseFileException inUse(Path file, Throwable cause) {
        return new CaseFileException(
                "The case " + file + " is open in another window or command: close it there first.", cause);
    }

    /** Tells whether a case needs a password. */
    public static boolean isEncrypted(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            return Arrays.equals(in.readNBytes(ENCRYPTED_HEADER.length), ENCRYPTED_HEADER);
        } catch (IOException unreadable) {
            return false;
        }
    }

    /** Turns what H2 says into a sentence for a person. */
    static CaseFileException failed(String what, SQLException e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            String message = String.valueOf(cause.getMessage());
            if (message.contains("No space left") || message.contains("not enough space")) {
                return new CaseFileException(what + ": the disk is full. Free some space and try again.", e);
            }
        }
        return new CaseFileException(what + ": " + e.getMessage().lines().findFirst().orElse("unknown reason"), e);
    }

    private static Path withSuffix(Path file) {
        return file.getFileName().toString().endsWith(TlcasePath.SUFFIX) ? file
                : file.resolveSibling(file.getFileName() + TlcasePath.SUFFIX);
    }

    /** The case's file. */
    public Path path() {
        return path;
    }

    /** The imported files in the order of their import. */
    public List<Evidence> evidence() {
        return EvidenceTable.all(connection);
    }

    /** Gives the evidence with this content, or null. */
    public Evidence evidenceWithHash(String sha256) {
        return evidence().stream().filter(known -> known.sha256().equals(sha256)).findFirst().orElse(null);
    }

    /** Begins to write one evidence file; all of it or nothing is kept. */
    public EvidenceWriter write() {
        if (isReadOnly()) {
            throw new CaseFileException("The case " + path
                    + " can only be read: you have no right to write the file, so nothing was imported.");
        }
        if (dictionary == null) {
            dictionary = new Dictionary(connection);
        }
        if (known == null) {
            known = KnownEvents.of(segments());
        }
        return new EvidenceWriter(this, connection, dictionary, known);
    }

    /** To be called when an import was rolled back: what was taken in meanwhile is forgotten. */
    void forget() {
        dictionary = null;
        known = null;
    }

    public Segments segments() {
        return new Segments(connection);
    }

    /** A field's values by code; the element at 0 is null. */
    public String[] dictionary(String field) {
        return Dictionary.read(connection, field);
    }

    public RawRecords rawRecords() {
        return new RawRecords(connection);
    }

    /** The shapes that records of this case have. */
    public List<ShapeTable.Row> shapes() {
        return ShapeTable.all(connection);
    }

    /** The rejected records with their texts. */
    public List<RejectedRecord> rejected() {
        return RejectedTable.all(connection, rawRecords());
    }

    /** Who the analyst takes the origins inside a session for: the name by the origin's key. */
    public Map<String, String> actors(String session) {
        try {
            return ActorTable.of(connection, session);
        } catch (SQLException e) {
            throw failed("The case could not be read", e);
        }
    }

    /**
     * Keeps who an origin inside a session is.
     *
     * @param name
     *            null where that is open again
     * @param who
     *            the analyst, for the audit trail
     */
    public void setActor(String session, String origin, String name, String who) {
        if (isReadOnly()) {
            throw new CaseFileException("The case " + path + " can only be read: you have no right to write the file.");
        }
        try {
            ActorTable.set(connection, session, origin, name);
            String detail = "session " + session + ", " + origin;
            AuditNote note = name == null ? AuditNote.of(AuditKind.ORIGIN_UNCONFIRMED, detail)
                    : AuditNote.of(AuditKind.ORIGIN_CONFIRMED, AuditKind.ORIGIN_CONFIRMED.text(name), detail)
                            .with(AuditField.NAME, name);
            audit(who, note.with(AuditField.SESSION, session).with(AuditField.ORIGIN, origin));
        } catch (SQLException e) {
            throw failed("The name could not be kept", e);
        }
    }

    /** How the analyst took the origins inside a session apart, in the order in which that was done. */
    public List<OriginSplit> originSplits(String session) {
        try {
            return OriginSplitTable.of(connection, session);
        } catch (SQLException e) {
            throw failed("The case could not be read", e);
        }
    }

    /**
     * Takes an origin inside a session apart, or puts it together again.
     *
     * @param who
     *            the analyst, for the audit trail
     */
    public void splitOrigin(String session, OriginSplit split, boolean apart, String who) {
        if (isReadOnly()) {
            throw new CaseFileException("The case " + path + " can only be read: you have no right to write the file.");
        }
        try {
            if (apart) {
                OriginSplitTable.add(connection, session, split);
            } else {
                OriginSplitTable.remove(connection, session, split);
            }
            audit(who,
                    AuditNote.of(apart ? AuditKind.ORIGIN_SPLIT : AuditKind.ORIGIN_JOINED,
                            "session " + session + ", " + split.key()).with(AuditField.SESSION, session)
                            .with(AuditField.ORIGIN, split.origin()).with(AuditField.SPLIT_BY, split.by().name())
                            .with(AuditField.VALUE, split.value()));
        } catch (SQLException e) {
            throw failed("The origin could not be split", e);
        }
    }

    /** The analyst's own filters by name, in the filter language. */
    public Map<String, String> savedFilters() {
        try {
            return SavedFilterTable.all(connection);
        } catch (SQLException e) {
            throw failed("The case could not be read", e);
        }
    }

    /**
     * Keeps a filter in the case.
     *
     * @param text
     *            in the filter language; null takes the filter out
     */
    public void saveFilter(String name, String text) {
        if (isReadOnly()) {
            throw new CaseFileException("The case " + path + " can only be read: you have no right to write the file.");
        }
        try {
            SavedFilterTable.put(connection, name, text);
            commit(connection);
        } catch (SQLException e) {
            throw failed("The filter could not be kept", e);
        }
    }

    /** How the analyst tuned the rules: by rule the settings by name. */
    public Map<String, Map<String, String>> ruleSettings() {
        try {
            return RuleSettingTable.all(connection);
        } catch (SQLException e) {
            throw failed("The case could not be read", e);
        }
    }

    /**
     * Keeps how a rule is tuned in this case.
     *
     * @param text
     *            null takes the rule's own value again
     * @param who
     *            the analyst, for the audit trail
     */
    public void setRule(String rule, String name, String text, String who) {
        if (isReadOnly()) {
            throw new CaseFileException("The case " + path + " can only be read: you have no right to write the file.");
        }
        try {
            RuleSettingTable.put(connection, rule, name, text);
            AuditNote note = AuditNote
                    .of(AuditKind.RULE_TUNED, rule + ": " + name + (text == null ? " as in its file" : " = " + text))
                    .with(AuditField.RULE, rule).with(AuditField.SETTING, name);
            audit(who, text == null ? note : note.with(AuditField.VALUE, text));
        } catch (SQLException e) {
            throw failed("The rule's setting could not be kept", e);
        }
    }

    /** The files of Sigma rules that were loaded into the case, by name. */
    public List<SigmaFile> sigmaFiles() {
        try {
            return SigmaFileTable.all(connection);
        } catch (SQLException e) {
            throw failed("The case could not be read", e);
        }
    }

    /**
     * Keeps a file of Sigma rules, in place of one of the same name.
     *
     * @param who
     *            the analyst, for the audit trail
     */
    public void keepSigma(SigmaFile file, String who) {
        if (isReadOnly()) {
            throw new CaseFileException("The case " + path + " can only be read: you have no right to write the file.");
        }
        try {
            SigmaFileTable.put(connection, file);
            audit(who, AuditNote.of(AuditKind.SIGMA_LOADED, file.name() + ", SHA-256 " + file.sha256())
                    .with(AuditField.FILE, file.name()).with(AuditField.SHA256, file.sha256()));
        } catch (SQLException e) {
            throw failed("The Sigma rules could not be kept", e);
        }
    }

    /**
     * Takes a file of Sigma rules out.
     *
     * @param who
     *            the analyst, for the audit trail
     * @return whether there was one of this name
     */
    public boolean removeSigma(String name, String who) {
        if (isReadOnly()) {
            throw new CaseFileException("The case " + path + " can only be read: you have no right to write the file.");
        }
        try {
            boolean removed = SigmaFileTable.remove(connection, name);
            if (removed) {
                audit(who, AuditNote.of(AuditKind.SIGMA_REMOVED, name).with(AuditField.FILE, name));
            }
            return removed;
        } catch (SQLException e) {
            throw failed("The Sigma rules could not be taken out", e);
        }
    }

    /** The links as the last import left them, or null where none were kept. */
    public KeptLinks keptLinks() {
        try {
            return LinkTable.read(connection);
        } catch (SQLException e) {
            throw failed("The case could not be read", e);
        }
    }

    /** Tells whether the case can only be read, because the file may not be written. */
    public boolean isReadOnly() {
        try {
            return connection.isReadOnly();
        } catch (SQLException e) {
            throw failed("The case could not be read", e);
        }
    }

    /** Keeps the links in place of those that were kept before; does nothing in a case that can only be read. */
    public void keep(KeptLinks links) {
        try {
            if (!connection.isReadOnly()) {
                LinkTable.replace(connection, links);
            }
        } catch (SQLException e) {
            throw failed("The links between events could not be kept", e);
        }
    }

    /** The analyst's verdicts, tags, notes and the like. */
    public Marks marks() {
        return new Marks(this, connection);
    }

    public AuditTrail auditTrail() {
        return new AuditTrail(connection);
    }

    /** Adds an entry to the audit trail. */
    public void audit(String who, AuditNote note) {
        try {
            auditTrail().add(who, note);
            commit(connection);
        } catch (SQLException e) {
            throw failed("The audit trail could not be written", e);
        }
    }

    /**
     * Commits, and waits until it is on the disk: by itself H2 writes a while later, and a program that is killed
     * meanwhile would lose what it said was kept.
     */
    static void commit(Connection connection) throws SQLException {
        synchronized (connection) {
            connection.commit();
        }
        try (Statement checkpoint = connection.createStatement()) {
            checkpoint.execute("checkpoint sync");
        }
    }

    /**
     * Checks the case against itself: hashes, blocks, counts, audit trail. Gives a sentence for each fault; none where
     * all is well.
     */
    public List<String> verify() {
        return new CaseVerifier(this, connection).faults();
    }

    /** The number of rows in a table, for the verifier. */
    static long count(Connection connection, String sql, int parameter) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            select.setInt(1, parameter);
            try (ResultSet row = select.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        }
    }

    static List<String> strings(Connection connection, String sql) throws SQLException {
        try (Statement select = connection.createStatement();
                ResultSet rows = select.executeQuery(sql)) {
            List<String> values = new ArrayList<>();
            while (rows.next()) {
                values.add(rows.getString(1));
            }
            return values;
        }
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException e) {
            throw failed("The case could not be closed", e);
        }
    }
}
