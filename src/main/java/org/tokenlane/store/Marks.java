package org.tokenlane.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tokenlane.model.mark.CaseMarks;
import org.tokenlane.model.mark.Indicator;
import org.tokenlane.model.mark.Mark;
import org.tokenlane.model.mark.MarkTarget;
import org.tokenlane.model.mark.Verdict;

/**
 * The analyst's own marks in a case. Each change is kept with its entry in the audit trail or not at all, is on the
 * disk when its method returns, and can be undone; undoing is an entry of its own. In each method {@code who} is the
 * analyst, for the audit trail. A case that can only be read refuses all changes.
 */
public final class Marks {

    /** No text in the case may be longer than a million characters, which is what H2 holds. */
    static final int MOST_LETTERS = 900_000;
    private static final int MOST_IN_UNDO = 200;

    private final CaseAccess access;
    private final Connection connection;

    Marks(CaseAccess access) {
        this.access = access;
        connection = access.connection();
    }

    /** The marks in force. */
    public CaseMarks all() {
        return access.read(() -> new CaseMarks(MarkTable.inForce(connection)));
    }

    /** Adds and removes several marks at once: all of that is one change, which is undone in one step. */
    public void change(Consumer<MarkBatch> changes, String who) {
        access.write(StoreText.MARK_FAILED, () -> {
            make(changes, 0, who);
            return true;
        });
    }

    /**
     * Makes a change in the transaction that is open.
     *
     * @param partOf
     *            the entry that it is undone with; 0 for none
     */
    void make(Consumer<MarkBatch> changes, int partOf, String who) throws SQLException {
        MarkBatch batch = new MarkBatch(new CaseMarks(MarkTable.inForce(connection)));
        changes.accept(batch);
        List<Mark> added = batch.added();
        List<Mark> removed = inOrder(batch.removed());
        if (!added.isEmpty() || !removed.isEmpty()) {
            String detail = account(added, removed);
            if (detail.length() > MOST_LETTERS) {
                throw new CaseFileException(StoreText.TOO_MUCH_AT_ONCE.with());
            }
            AuditNote note = note(added.isEmpty() ? AuditKind.MARKS_REMOVED : AuditKind.MARKS_ADDED,
                    added.isEmpty() ? removed : added, detail)
                    .with(AuditField.MARKS_SHA256, MarkDigest.of(added, removed));
            int entry = access.trail().add(who, partOf == 0 ? note : note.with(AuditField.PART_OF, partOf));
            int number = MarkChangeTable.insert(connection, entry);
            MarkTable.insert(connection, added, number);
            MarkTable.remove(connection, removed, number);
        }
    }

    /** As they are read again, so that their hash is the same. */
    static List<Mark> inOrder(List<Mark> removed) {
        return removed.stream().sorted(Comparator.comparingInt(mark -> mark.stamp().id())).toList();
    }

    static AuditNote note(AuditKind kind, List<Mark> marks, String detail) {
        String kinds = marks.stream().map(Mark::kind).distinct().collect(Collectors.joining(", "));
        return AuditNote.of(kind, kind.text(kinds), detail);
    }

    /** Sets a verdict on the targets, in place of the one that they have. */
    public void verdict(Collection<MarkTarget> targets, Verdict verdict, String reason, String who) {
        change(batch -> batch.verdict(targets, verdict, reason), who);
    }

    /** Removes the targets' own verdicts. */
    public void clearVerdict(Collection<MarkTarget> targets, String who) {
        change(batch -> batch.clearVerdict(targets), who);
    }

    /** Puts a tag on the targets. */
    public void tag(Collection<MarkTarget> targets, String name, String who) {
        change(batch -> batch.tag(targets, name), who);
    }

    /** Takes a tag off the targets. */
    public void untag(Collection<MarkTarget> targets, String name, String who) {
        change(batch -> batch.untag(targets, name), who);
    }

    public void bookmark(Collection<MarkTarget> targets, String who) {
        change(batch -> batch.bookmark(targets), who);
    }

    public void unbookmark(Collection<MarkTarget> targets, String who) {
        change(batch -> batch.unbookmark(targets), who);
    }

    /** Adds a note on the targets, beside those that they have. */
    public void note(Collection<MarkTarget> targets, String text, String who) {
        change(batch -> batch.note(targets, text), who);
    }

    /** Adds an event that no log has; {@code time} is in nanoseconds since 1970, UTC. */
    public void ownEvent(long time, String text, String who) {
        change(batch -> batch.ownEvent(time, text), who);
    }

    /** Adds a list of indicators, in place of one of the same name. */
    public void indicators(String name, String source, List<Indicator> indicators, String who) {
        change(batch -> batch.indicators(name, source, indicators), who);
    }

    /** Removes marks; those that are null or not in force any more are left out. */
    public void takeOut(Collection<? extends @Nullable Mark> marks, String who) {
        change(batch -> batch.takeOut(marks.stream().filter(Objects::nonNull).map(Mark.class::cast).toList()), who);
    }

    /** Undoes the last change that is not undone. Gives what it was, or null where there is none. */
    public @Nullable String undo(String who) {
        return turn(() -> MarkChangeTable.toUndo(connection), MarkChangeTable.UNDONE, AuditKind.MARKS_UNDONE, who);
    }

    /** Does the change again that was undone last. Gives what it was, or null where there is none. */
    public @Nullable String redo(String who) {
        return turn(() -> MarkChangeTable.toRedo(connection), MarkChangeTable.DONE, AuditKind.MARKS_REDONE, who);
    }

    /** What {@link #undo} would undo, in words, or null. */
    public @Nullable String nextUndo() {
        return access.read(() -> MarkChangeTable.toUndo(connection).map(this::words)).orElse(null);
    }

    /** What {@link #redo} would do again, in words, or null. */
    public @Nullable String nextRedo() {
        return access.read(() -> MarkChangeTable.toRedo(connection).map(this::words)).orElse(null);
    }

    /** Undoes the change of this entry, or does it again, in the transaction that is open. */
    void turn(int entry, boolean undo, String who) throws SQLException {
        MarkChangeTable.Change change = MarkChangeTable.all(connection).stream()
                .filter(each -> each.entry() == entry).findFirst()
                .orElseThrow(() -> new CaseFileException(StoreText.BAD_ENTRY.with()));
        turn(change, undo ? MarkChangeTable.UNDONE : MarkChangeTable.DONE,
                undo ? AuditKind.MARKS_UNDONE : AuditKind.MARKS_REDONE, who);
    }

    /** The ids of the events that the change of this entry put marks on, or took them off. */
    List<String> eventsOf(int entry) throws SQLException {
        List<String> events = new ArrayList<>();
        for (MarkChangeTable.Change change : MarkChangeTable.all(connection)) {
            if (change.entry() == entry) {
                Stream.concat(MarkTable.addedIn(connection, change.number()).stream(),
                        MarkTable.removedIn(connection, change.number()).stream()).map(Mark::target)
                        .filter(target -> target != null && target.kind() == MarkTarget.Kind.EVENT)
                        .forEach(target -> events.add(target.key()));
            }
        }
        return events;
    }

    private @Nullable String words(MarkChangeTable.Change change) {
        AuditTrail.Entry entry = access.trail().entry(change.entry());
        return entry == null ? null : words(entry);
    }

    static String words(AuditTrail.Entry entry) {
        String detail = entry.detail();
        return entry.what() + ": "
                + (detail.length() <= MOST_IN_UNDO ? detail : detail.substring(0, MOST_IN_UNDO - 1) + "…");
    }

    private @Nullable String turn(CaseAccess.Work<Optional<MarkChangeTable.Change>> chosen, int state, AuditKind kind,
            String who) {
        return access.writeSettings(StoreText.MARK_FAILED, () -> {
            Optional<MarkChangeTable.Change> found = chosen.run();
            if (found.isEmpty()) {
                return Optional.<String> empty();
            }
            AuditTrail.Entry entry = access.trail().entry(found.get().entry());
            String merge = entry == null ? null : entry.fields().get(AuditField.PART_OF);
            return Optional.of(merge == null ? turn(found.get(), state, kind, who)
                    : new ChangeHistory(access).turn(Integer.parseInt(merge), kind == AuditKind.MARKS_UNDONE, who));
        }).orElse(null);
    }

    private String turn(MarkChangeTable.Change change, int state, AuditKind kind, String who) throws SQLException {
        String words = String.valueOf(words(change));
        MarkChangeTable.set(connection, change.number(), state);
        access.trail().add(who, AuditNote.of(kind, StoreText.ENTRY.text(Integer.toString(change.entry()), words))
                .with(AuditField.ENTRY, change.entry()));
        return words;
    }

    /** What the audit trail tells of a change. */
    static String account(List<Mark> added, List<Mark> removed) {
        String made = added.stream().map(Mark::words).collect(Collectors.joining("; "));
        String gone = removed.stream().map(Mark::words).collect(Collectors.joining("; "));
        return gone.isEmpty() ? made : made.isEmpty() ? gone : StoreText.IN_PLACE_OF.text(made, gone);
    }
}
