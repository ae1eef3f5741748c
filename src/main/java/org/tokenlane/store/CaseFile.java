package org.tokenlane.store;

import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tokenlane.model.column.TextColumn;
import org.tokenlane.model.evidence.Evidence;
import org.tokenlane.model.evidence.ImportCount;
import org.tokenlane.model.evidence.ImportWarning;
import org.tokenlane.model.evidence.ImportWarnings;
import org.tokenlane.model.evidence.RawPlace;
import org.tokenlane.model.state.SeenState;
import org.tokenlane.model.text.Program;
import org.tokenlane.model.thread.WindowThread;

/**
 * An open case: one file {@code NAME.tlcase}, an H2 database with the evidence, its raw records and the events. It is
 * opened by one program at a time. All methods may
 * be called from any thread; writing is one thread's at a time.
 */
public final class CaseFile implements AutoCloseable {

    /** What is written into the case as the program that made an entry. */
    public static final String PROGRAM = Program.NAME;

    private final OpenedCase opened;
    private final CaseAccess access;
    private final EvidenceWriting writing;

    private CaseFile(OpenedCase opened) {
        this.opened = opened;
        access = opened.access();
        writing = new EvidenceWriting(access);
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
    public static CaseFile create(Path file, char @Nullable [] password, String who) {
        assert !WindowThread.isCurrent() : "the window waits for the case file"; // not for people
        Path target = CasePlace.withSuffix(file);
        return new CaseFile(OpenedCase.of(target, CaseCreation.run(target, password, who, () -> {
        })));
    }

    /** A new case that gets its name when it is filled, so that what is filled in part looks like no case. */
    public record Unnamed(CaseFile caseFile, Path name) {

        /** Closes it, and gives it its name. */
        public void giveItsName() {
            caseFile.writing.forget();
            caseFile.opened.close(StoreText.CREATE_FAILED, name);
            CaseCreation.name(caseFile.path(), name);
        }
    }

    /** Makes a new case that does not have its name yet; otherwise as {@link #create}. */
    public static Unnamed createUnnamed(Path file, char @Nullable [] password, String who) {
        assert !WindowThread.isCurrent() : "the window waits for the case file"; // not for people
        Path target = CasePlace.withSuffix(file);
        CaseCreation.Made made = CaseCreation.unnamed(target, password, who);
        try {
            return new Unnamed(new CaseFile(OpenedCase.unnamed(made.part(), made.key(),
                    CaseConnection.connect(made.part(), made.key(), false))), target);
        } catch (SQLException e) {
            CaseCreation.remove(made.part(), target);
            throw Sql.failed(StoreText.CREATE_FAILED, target, e);
        }
    }

    /**
     * Opens a case after a look at its catalogue. A case of an older schema is brought up to date, a copy of it kept
     * beside it.
     */
    public static CaseFile open(Path file, char @Nullable [] password) {
        return open(file, password, () -> {
        });
    }

    /**
     * Opens a copy of a case as it is now, which can only be read; another program may have the case open. The copy is
     * made beside the case and deleted when it is closed.
     */
    public static CaseFile openCopy(Path file, char @Nullable [] password) {
        return new CaseFile(CaseOpening.openCopy(file, password));
    }

    static CaseFile open(Path file, char @Nullable [] password, Runnable beforeItIsOpen) {
        return new CaseFile(CaseOpening.open(file, password, beforeItIsOpen));
    }

    /** Tells whether a case needs a password. */
    public static boolean isEncrypted(Path file) {
        return CasePlace.isEncrypted(file);
    }

    /** The file of the case with this name, which may be given without its suffix. */
    public static Path named(Path file) {
        return CasePlace.named(file);
    }

    /** The case's file. */
    public Path path() {
        return access.path();
    }

    /** The imported files in the order of their import. */
    public List<Evidence> evidence() {
        return EvidenceTable.all(access.connection());
    }

    /** What has to be known of the imported files before they are trusted, by the number of the file. */
    public Map<Integer, List<ImportWarning>> warnings() {
        List<Evidence> files = evidence();
        return ImportWarnings.of(files, ImportCounts.of(files, auditTrail().entries()));
    }

    /** The numbers of the files whose records are rows of another file (Parquet, a workbook), written as JSON. */
    public Set<Integer> derived() {
        Set<Integer> derived = new HashSet<>();
        ImportCounts.of(evidence(), auditTrail().entries()).forEach((file, counts) -> {
            if (counts.getOrDefault(ImportCount.DERIVED, 0L) > 0) {
                derived.add(file);
            }
        });
        return derived;
    }

    /** Gives the evidence with this content, or null. */
    public @Nullable Evidence evidenceWithHash(String sha256) {
        return evidence().stream().filter(known -> known.sha256().equals(sha256)).findFirst().orElse(null);
    }

    /** Begins to write one evidence file; all of it or nothing is kept. */
    public EvidenceWriter write() {
        return writing.begin();
    }

    public Segments segments() {
        return new Segments(access.connection());
    }

    /** A field's values by code; that of 0 is null. Those of a case with a password are nowhere but in the heap. */
    public TextColumn dictionary(String field) {
        return Dictionary.read(access.connection(), field, opened.encrypted());
    }

    /** The number of a field's codes, 0 among them; its values are not read for that. */
    public int dictionarySize(String field) {
        return Dictionary.size(access.connection(), field);
    }

    public RawRecords rawRecords() {
        return new RawRecords(access.connection());
    }

    /** Raw records of which unpacked blocks are kept up to so many bytes. */
    RawRecords rawRecords(long mostBytes) {
        return new RawRecords(access.connection(), mostBytes);
    }

    /** The shapes that records of this case have. */
    public List<ShapeTable.Row> shapes() {
        return ShapeTable.all(access.connection());
    }

    /** The rejected records, whose texts are read as long as the case is open. */
    public RejectedList rejected() {
        return RejectedTable.all(access.connection(), rawRecords());
    }

    /** Where the records of an evidence file that are no events are, in their order. */
    public List<RawPlace> others(int evidence) {
        return RejectedTable.others(access.connection(), evidence);
    }

    /** How things are set, as exports of their state show it. */
    public List<SeenState> state() {
        return StateFactTable.all(access.connection());
    }

    /** What the analyst set in the case. */
    public CaseSettings settings() {
        return new CaseSettings(access);
    }

    /** The links as the last import left them, or null where none were kept. */
    public @Nullable KeptLinks keptLinks() {
        return access.read(() -> Optional.ofNullable(LinkTable.read(access.connection()))).orElse(null);
    }

    /**
     * Tells whether the case is encrypted with a key that is derived from its password as earlier versions did, so that
     * passwords are quickly tried. It gets another one when a password is set, be it the same.
     */
    public boolean hasWeakKey() {
        return opened.weakKey();
    }

    /** When the copy was made that is read in the case's place; null where this is the case itself. */
    public @Nullable Instant copiedAt() {
        return access.copiedAt();
    }

    /** The size of that copy in bytes; 0 where this is the case itself. */
    public long copiedBytes() {
        CaseCopy copy = opened.copy();
        return copy == null ? 0 : copy.size();
    }

    /** Tells whether the case can only be read, because the file may not be written or this is a copy. */
    public boolean isReadOnly() {
        return access.isReadOnly();
    }

    /**
     * Keeps the links in place of those that were kept before. Does nothing in a case that can only be read, or where
     * nothing may be compressed: they are only kept to save time.
     */
    public void keep(KeptLinks links) {
        try {
            if (!isReadOnly() && !UnsafeCompression.isHere()) {
                LinkTable.replace(access.connection(), links);
            }
        } catch (SQLException e) {
            throw Sql.failed(StoreText.SETTING_FAILED, e);
        }
    }

    /**
     * The hash of all that imports wrote into the case; null while an import has not come to its end. What was written
     * behind the program's back is not in it: verifying finds that.
     */
    public @Nullable String contentHash() {
        return access.read(() -> Optional.ofNullable(ContentHashes.ofCase(access.connection()))).orElse(null);
    }

    /** What the rules found when they last ran. */
    public KeptRules keptRules() {
        return new KeptRules(access);
    }

    /** The analyst's verdicts, tags, notes and the like. */
    public Marks marks() {
        return new Marks(access);
    }

    /** What analysts said, for another copy of the case and from another copy. */
    public SharedMarks sharedMarks() {
        return new SharedMarks(access);
    }

    /**
     * What all copies of this case have in common and no other case has: the hash of the first entry of the audit
     * trail.
     */
    public String key() {
        AuditTrail.Entry first = auditTrail().entry(1);
        if (first == null) {
            throw new CaseFileException(StoreText.BAD_ENTRY.with());
        }
        return first.hash();
    }

    /** What the analyst changed, to be undone and done again. */
    public ChangeHistory history() {
        return new ChangeHistory(access);
    }

    public AuditTrail auditTrail() {
        return access.trail();
    }

    /** The number of the audit trail's last entry: it is another one after every import and every change of a setting. */
    public int lastEntry() {
        return access.read(() -> access.trail().lastNumber());
    }

    /**
     * Enters that all checks of the case found no fault. A case with faults gets no entry: it is not to be written to.
     */
    public void noteVerified(String who) {
        if (!isReadOnly()) {
            audit(who, AuditNote.of(AuditKind.VERIFIED, PROGRAM));
        }
    }

    /** Adds an entry to the audit trail. */
    public void audit(String who, AuditNote note) {
        try {
            auditTrail().add(who, note);
            Sql.commit(access.connection());
        } catch (SQLException e) {
            throw Sql.failed(StoreText.AUDIT_FAILED, e);
        }
    }

    /**
     * Checks the case against itself: hashes, blocks, counts, audit trail. Gives a sentence for each fault; none where
     * all is well.
     */
    public List<String> verify() {
        return new CaseVerifier(access.connection()).faults();
    }

    @Override
    public void close() {
        writing.forget();
        opened.close();
    }
}
