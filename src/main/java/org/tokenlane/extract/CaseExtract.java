package org.tokenlane.extract;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CancellationException;
import org.jspecify.annotations.Nullable;
import org.tokenlane.correlate.Correlation;
import org.tokenlane.extract.TakenFile.Taken;
import org.tokenlane.extract.pseudonym.Pseudonymiser;
import org.tokenlane.ingest.Importers;
import org.tokenlane.ingest.text.UnreadableFileException;
import org.tokenlane.intake.ImportOptions;
import org.tokenlane.intake.ImportService;
import org.tokenlane.job.Progress;
import org.tokenlane.model.event.EventField;
import org.tokenlane.model.evidence.Evidence;
import org.tokenlane.model.evidence.Origin;
import org.tokenlane.model.evidence.RawPlace;
import org.tokenlane.model.state.ExportTime;
import org.tokenlane.model.state.SeenState;
import org.tokenlane.model.text.Count;
import org.tokenlane.query.CaseEvents;
import org.tokenlane.store.AuditField;
import org.tokenlane.store.AuditKind;
import org.tokenlane.store.AuditNote;
import org.tokenlane.store.AuditTrail;
import org.tokenlane.store.CaseFile;
import org.tokenlane.store.CaseFileException;
import org.tokenlane.store.RawRecords;

/**
 * Writes selected events of a case into a new one: every raw record of them, byte for byte or with pseudonyms, under
 * the
 * path, hash and line of its original file, and the analyst's marks on them. The new case is read from those records as
 * in any import, so that nothing else of the old one is in it.
 */
public final class CaseExtract {

    private final CaseFile from;
    private final Correlation correlation;
    private final Wish wish;
    private final Progress progress;
    private final Translation translation;

    /**
     * What is wanted.
     *
     * @param file
     *            the new case, which must not exist yet
     * @param password
     *            encrypts it, or null
     * @param who
     *            the analyst, for the audit trails of both cases
     * @param chosenBy
     *            how the events were selected, for the audit trails
     * @param pseudonymiser
     *            null where records are to stay as they are
     * @param keyFile
     *            where the key of the pseudonyms is written; without it there is no extract, as nothing would lead back
     *            from it
     * @param logged
     *            whether the action log of the full case gets an entry; not where the new case is only a means to an
     *            export that has its own
     */
    public record Wish(Path file, char @Nullable [] password, String who, String chosenBy,
            @Nullable Pseudonymiser pseudonymiser, @Nullable Path keyFile, boolean logged) {
    }

    private CaseExtract(CaseFile from, Correlation correlation, Wish wish, Progress progress) {
        this.from = from;
        this.correlation = correlation;
        this.wish = wish;
        this.progress = progress;
        this.translation = wish.pseudonymiser() == null ? Translation.NONE
                : new PseudonymTranslation(wish.pseudonymiser(), progress);
    }

    /**
     * Writes the extract. It gets its name when it is complete; where it cannot be finished, no new case is left.
     *
     * @throws CancellationException
     *             when the progress says that it is not wanted any more
     */
    public static ExtractAccount write(CaseFile from, Correlation correlation, BitSet chosen, Wish wish,
            Progress progress) {
        if (chosen.isEmpty()) {
            throw new CaseFileException(ExtractText.NOTHING_SELECTED.with());
        }
        CaseFile.Unnamed made = CaseFile.createUnnamed(wish.file(), wish.password(), wish.who());
        CaseFile target = made.caseFile();
        try {
            CaseExtract extract = new CaseExtract(from, correlation, wish, progress);
            ExtractAccount account;
            try (target) {
                account = extract.into(target, made.name(), chosen);
                made.giveItsName();
            }
            try {
                extract.log(account);
            } catch (CaseFileException notLogged) {
                delete(made.name());
                throw notLogged;
            }
            return account;
        } catch (UnreadableFileException | IOException | UncheckedIOException unreadable) {
            throw withoutRest(target.path(), new CaseFileException(
                    ExtractText.RECORDS_UNREADABLE.with(Objects.requireNonNullElse(unreadable.getMessage(), "")),
                    unreadable));
        } catch (CaseFileException failed) {
            throw withoutRest(target.path(), failed);
        } catch (RuntimeException | Error stopped) {
            delete(target.path());
            throw stopped;
        }
    }

    /** Deletes what was written; where it cannot be deleted, that is said too. */
    private static CaseFileException withoutRest(Path file, CaseFileException failed) {
        try {
            Files.deleteIfExists(file);
            return failed;
        } catch (IOException alsoFailed) {
            failed.addSuppressed(alsoFailed);
            return new CaseFileException(ExtractText.NOT_DELETED_EITHER.with(failed.shown(), file), failed);
        }
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new CaseFileException(ExtractText.NOT_DELETED.with(file), e);
        }
    }

    private ExtractAccount into(CaseFile target, Path name, BitSet chosen)
            throws UnreadableFileException, IOException {
        List<TakenFile> files = files(chosen, translation);
        translation.learn(files);
        String source = translation.replaced().isEmpty() ? from.path().getFileName().toString() : "";
        AuditTrail.Entry last = from.auditTrail().entries().getLast();
        AuditNote note = AuditNote.of(AuditKind.EXTRACTED,
                ExtractText.EXTRACTED.text(source.isEmpty() ? ExtractText.UNNAMED_CASE.text() : source, last.hash(),
                        translation.text(wish.chosenBy())))
                .with(AuditField.LAST_HASH, last.hash());
        target.audit(wish.who(), source.isEmpty() ? note : note.with(AuditField.ORIGIN_CASE, source));
        List<Evidence> taken = new ArrayList<>();
        for (TakenFile file : files) {
            taken.add(take(file, target, source, translation));
        }
        Correlation linked = Correlation.upToDate(target);
        EventPairs pairs = EventPairs.of(files, taken, linked.events());
        TakenMarks marks = TakenMarks.take(from, correlation, target, chosen, event -> pairs.id(event), translation,
                wish.who());
        long records = taken.stream().mapToLong(Evidence::records).sum();
        ExtractAccount account = new ExtractAccount(name, chosen.cardinality(), records,
                correlation.sessionsAmong(chosen).cardinality(), files.size(),
                linkedOtherwise(chosen, linked, pairs), marks.taken(), marks.left(),
                wish.pseudonymiser() == null ? 0 : wish.pseudonymiser().key().size(),
                translation instanceof PseudonymTranslation pseudonyms ? pseudonyms.left(target) : List.of(), pairs);
        keepKey();
        return account;
    }

    /** Enters in the full case that there is an extract. */
    private void log(ExtractAccount account) {
        if (wish.logged() && !from.isReadOnly()) {
            String name = account.file().getFileName().toString();
            ExtractText words = translation.replaced().isEmpty() ? ExtractText.WRITTEN
                    : ExtractText.WRITTEN_WITH_PSEUDONYMS;
            from.audit(wish.who(),
                    AuditNote.of(AuditKind.EXTRACT_WRITTEN,
                            words.text(name, Count.EVENTS.of(account.events()), Count.RECORDS.of(account.records()),
                                    wish.chosenBy(), translation.replaced()))
                            .with(AuditField.FILE, name));
        }
    }

    private void keepKey() {
        if (wish.pseudonymiser() != null && wish.keyFile() != null) {
            try {
                wish.pseudonymiser().key().write(wish.keyFile());
            } catch (IOException e) {
                throw new CaseFileException(
                        ExtractText.KEY_NOT_WRITTEN.with(wish.keyFile()), e);
            }
        }
    }

    /** The selected records by the file and the header below which they are, in their order. */
    private List<TakenFile> files(BitSet chosen, Translation translation) throws UnreadableFileException {
        RawRecords raw = from.rawRecords();
        Map<Integer, Map<Long, List<Taken>>> byTable = new TreeMap<>();
        chosen.stream().forEach(event -> correlation.events().places(event)
                .forEach(place -> take(byTable, raw, new Taken(place, event))));
        statesOf(chosen).stream().map(SeenState::place).distinct()
                .forEach(place -> take(byTable, raw, new Taken(place, -1)));
        List<TakenFile> files = new ArrayList<>();
        for (Map<Long, List<Taken>> tables : byTable.values()) {
            for (List<Taken> records : tables.values()) {
                records.sort(Comparator.<Taken> comparingInt(record -> record.place().block())
                        .thenComparingInt(record -> record.place().offset()));
                files.add(new TakenFile(raw, evidence(records.getFirst().place().evidence()), records,
                        translation.records()));
            }
        }
        return files;
    }

    private static void take(Map<Integer, Map<Long, List<Taken>>> byTable, RawRecords raw, Taken record) {
        RawPlace header = raw.header(record.place());
        long position = header == null ? -1 : ((long) header.block() << 32) + header.offset();
        byTable.computeIfAbsent(record.place().evidence(), id -> new TreeMap<>())
                .computeIfAbsent(position, id -> new ArrayList<>()).add(record);
    }

    private Evidence evidence(int id) {
        return from.evidence().stream().filter(file -> file.id() == id).findFirst().orElseThrow();
    }

    /** How the mailboxes are set that the selected events are of or on. */
    private List<SeenState> statesOf(BitSet chosen) {
        Set<String> mailboxes = new HashSet<>();
        for (EventField field : List.of(EventField.UPN, EventField.MAILBOX)) {
            chosen.stream().mapToObj(event -> correlation.events().text(field, event)).filter(Objects::nonNull)
                    .forEach(name -> mailboxes.add(name.toLowerCase(Locale.ROOT)));
        }
        return from.state().stream().filter(state -> state.fact().mailbox() != null
                && mailboxes.contains(state.fact().mailbox())).toList();
    }

    private Evidence take(TakenFile file, CaseFile target, String source, Translation translation)
            throws UnreadableFileException, IOException {
        Evidence evidence = file.evidence();
        Origin before = evidence.origin();
        String replaced = before == null || before.replaced().isEmpty() ? translation.replaced() : before.replaced();
        String by = translation.replaced().isEmpty() ? evidence.importedBy() : "";
        Origin origin = before == null
                ? new Origin(source, evidence.bytes(), evidence.sha256(), evidence.records(), evidence.importedAt(), by,
                        replaced)
                : new Origin(source, before.bytes(), before.sha256(), before.records(), before.importedAt(), by,
                        replaced);
        Evidence taken = new ImportService(target, Importers.all()).importTaken(
                file.file(translation.path(evidence.path())),
                new ImportService.Taken(origin, evidence.dates(), file.lines(), exported(evidence),
                        from.derived().contains(evidence.id())),
                new ImportOptions(wish.who(), null, evidence.columnNames()), progress);
        if (taken == null || taken.rejected() > 0 || taken.records() != file.records().size()) {
            throw new IOException(ExtractText.RECORDS_LOST.text(
                    taken == null ? 0 : taken.records() - taken.rejected(), file.records().size(), evidence.path()));
        }
        return taken;
    }

    private ExportTime exported(Evidence evidence) {
        return from.state().stream().filter(state -> state.place().evidence() == evidence.id())
                .map(SeenState::exported).findFirst().orElse(ExportTime.UNKNOWN);
    }

    private int linkedOtherwise(BitSet chosen, Correlation linked, EventPairs pairs) {
        CaseEvents before = correlation.events();
        CaseEvents after = linked.events();
        return (int) chosen.stream().filter(event -> {
            int now = pairs.event(event);
            return now < 0 || correlation.rule(event) != linked.rule(now)
                    || !same(before.dictionary(EventField.SESSION_ID).get(correlation.session(event)),
                            after.dictionary(EventField.SESSION_ID).get(linked.session(now)))
                    || !same(before.dictionary(EventField.UTI).get(correlation.token(event)),
                            after.dictionary(EventField.UTI).get(linked.token(now)));
        }).count();
    }

    private static boolean same(@Nullable String before, @Nullable String after) {
        return before == null ? after == null : before.equals(after);
    }
}
