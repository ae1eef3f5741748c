package org.tokenlane.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.tokenlane.model.mark.Bookmark;
import org.tokenlane.model.mark.CaseMarks;
import org.tokenlane.model.mark.Indicator;
import org.tokenlane.model.mark.IndicatorList;
import org.tokenlane.model.mark.Mark;
import org.tokenlane.model.mark.MarkTarget;
import org.tokenlane.model.mark.Note;
import org.tokenlane.model.mark.OwnEvent;
import org.tokenlane.model.mark.Stamp;
import org.tokenlane.model.mark.Tag;
import org.tokenlane.model.mark.Verdict;
import org.tokenlane.model.mark.VerdictMark;

/**
 * The analyst's own marks in a case. Each change is kept with its entry in the audit trail or not at all, is on the
 * disk when its method returns, and can be undone;
 * undoing is an entry of its own. In each method {@code who} is the analyst, for the audit trail. A case that can only
 * be read refuses all changes.
 */
public final class Marks {

    /** No text in the case may be longer than a million characters, which is what H2 holds. */
    private static final int MOST_LETTERS = 900_000;
    private static final int MOST_IN_UNDO = 200;

    private final CaseFile caseFile;
    private final Connection connection;

    Marks(CaseFile caseFile, Connection connection) {
        this.caseFile = caseFile;
        this.connection = connection;
    }

    /** What can be asked of the case inside one transaction. */
    private interface Work<T> {
        T run() throws SQLException;
    }

    /** The marks in force. */
    public CaseMarks all() {
        return read(() -> new CaseMarks(MarkTable.inForce(connection)));
    }

    /** Says what the targets are taken for, in place of what was said before. */
    public void verdict(Collection<MarkTarget> targets, Verdict verdict, String reason, String who) {
        CaseMarks now = all();
        List<Mark> added = new ArrayList<>();
        List<Mark> removed = new ArrayList<>();
        for (MarkTarget target : new LinkedHashSet<>(targets)) {
            VerdictMark before = now.verdict(target);
            if (before == null || before.verdict() != verdict || !before.reason().equals(reason.strip())) {
                added.add(new VerdictMark(Stamp.NONE, target, verdict, reason.strip()));
                if (before != null) {
                    removed.add(before);
                }
            }
        }
        change(AuditKind.MARKS_ADDED, "verdict", added, removed, who);
    }

    /** Takes the targets' own verdicts back. */
    public void clearVerdict(Collection<MarkTarget> targets, String who) {
        takeOut(targets.stream().map(all()::verdict).toList(), who);
    }

    /** Puts a tag on the targets. */
    public void tag(Collection<MarkTarget> targets, String name, String who) {
        CaseMarks now = all();
        written(name, "The tag has no name.");
        change(AuditKind.MARKS_ADDED, "tag",
                missing(targets,
                        target -> now.on(target, Tag.class).stream().anyMatch(tag -> tag.name().equals(name.strip())),
                        target -> new Tag(Stamp.NONE, target, name.strip())),
                List.of(), who);
    }

    /** Takes a tag off the targets. */
    public void untag(Collection<MarkTarget> targets, String name, String who) {
        CaseMarks now = all();
        takeOut(targets.stream().flatMap(target -> now.on(target, Tag.class).stream())
                .filter(tag -> tag.name().equals(name.strip())).toList(), who);
    }

    public void bookmark(Collection<MarkTarget> targets, String who) {
        CaseMarks now = all();
        change(AuditKind.MARKS_ADDED, "bookmark",
                missing(targets, now::isBookmarked, target -> new Bookmark(Stamp.NONE, target)), List.of(),
                who);
    }

    public void unbookmark(Collection<MarkTarget> targets, String who) {
        CaseMarks now = all();
        takeOut(targets.stream().flatMap(target -> now.on(target, Bookmark.class).stream()).toList(), who);
    }

    /** Writes something down about the targets, beside what was written before. */
    public void note(Collection<MarkTarget> targets, String text, String who) {
        written(text, "The note is empty.");
        change(AuditKind.MARKS_ADDED, "note",
                missing(targets, target -> false, target -> new Note(Stamp.NONE, target, text.strip())),
                List.of(), who);
    }

    /** Puts something on the timeline that no log tells of; {@code time} is in nanoseconds since 1970, UTC. */
    public void ownEvent(long time, String text, String who) {
        written(text, "Say what happened then.");
        change(AuditKind.MARKS_ADDED, "own event", List.of(new OwnEvent(Stamp.NONE, time, text.strip())), List.of(),
                who);
    }

    /** Takes a list of indicators in, in place of one of the same name. */
    public void indicators(String name, String source, List<Indicator> indicators, String who) {
        written(name, "The list of indicators has no name.");
        IndicatorList before = all().list(name.strip());
        change(AuditKind.MARKS_ADDED, "indicator list",
                List.of(new IndicatorList(Stamp.NONE, name.strip(), source, indicators)),
                before == null ? List.of() : List.of(before), who);
    }

    /** Takes marks out; those that are null or not in force any more are left. */
    public void takeOut(Collection<? extends Mark> marks, String who) {
        Set<Integer> known = all().all().stream().map(mark -> mark.stamp().id()).collect(Collectors.toSet());
        List<Mark> removed = marks.stream().filter(mark -> mark != null && known.contains(mark.stamp().id()))
                .map(Mark.class::cast).toList();
        if (!removed.isEmpty()) {
            change(AuditKind.MARKS_REMOVED, removed.getFirst().kind(), List.of(), removed, who);
        }
    }

    private static void written(String text, String otherwise) {
        if (text.isBlank()) {
            throw new CaseFileException(otherwise);
        }
    }

    private static List<Mark> missing(Collection<MarkTarget> targets, Predicate<MarkTarget> isThere,
            Function<MarkTarget, Mark> made) {
        return new LinkedHashSet<>(targets).stream().filter(target -> !isThere.test(target)).map(made).toList();
    }

    /** Undoes the last change that is not undone. Gives what it was, or null where there is none. */
    public String undo(String who) {
        return turn(() -> MarkChangeTable.toUndo(connection), MarkChangeTable.UNDONE, AuditKind.MARKS_UNDONE, who);
    }

    /** Does the change again that was undone last. Gives what it was, or null where there is none. */
    public String redo(String who) {
        return turn(() -> MarkChangeTable.toRedo(connection), MarkChangeTable.DONE, AuditKind.MARKS_REDONE, who);
    }

    /** What {@link #undo} would undo, in words, or null. */
    public String nextUndo() {
        return read(() -> words(MarkChangeTable.toUndo(connection)));
    }

    /** What {@link #redo} would do again, in words, or null. */
    public String nextRedo() {
        return read(() -> words(MarkChangeTable.toRedo(connection)));
    }

    private String words(MarkChangeTable.Change change) {
        return change == null ? null : words(caseFile.auditTrail().entry(change.entry()));
    }

    static String words(AuditTrail.Entry entry) {
        String detail = entry.detail();
        return entry.what() + ": "
                + (detail.length() <= MOST_IN_UNDO ? detail : detail.substring(0, MOST_IN_UNDO - 1) + "…");
    }

    private String turn(Work<MarkChangeTable.Change> chosen, int state, AuditKind kind, String who) {
        return write(() -> {
            MarkChangeTable.Change change = chosen.run();
            if (change == null) {
                return null;
            }
            String words = words(change);
            MarkChangeTable.set(connection, change.number(), state);
            caseFile.auditTrail().add(who, AuditNote.of(kind, "entry " + change.entry() + ", " + words)
                    .with(AuditField.ENTRY, change.entry()));
            return words;
        });
    }

    private void change(AuditKind kind, String marks, List<Mark> added, List<Mark> removed, String who) {
        if (added.isEmpty() && removed.isEmpty()) {
            return;
        }
        String detail = account(added, removed);
        if (detail.length() > MOST_LETTERS) {
            throw new CaseFileException(
                    "This is too much for one entry of the audit trail: mark the token, session or origin of these events, or fewer of them at once.");
        }
        write(() -> {
            int entry = caseFile.auditTrail().add(who, AuditNote.of(kind, kind.text(marks), detail)
                    .with(AuditField.MARKS_SHA256, MarkDigest.of(added, removed)));
            int number = MarkChangeTable.insert(connection, entry);
            MarkTable.insert(connection, added, number);
            MarkTable.remove(connection, removed, number);
            return null;
        });
    }

    /** What the audit trail tells of a change. */
    static String account(List<Mark> added, List<Mark> removed) {
        String made = added.stream().map(Mark::words).collect(Collectors.joining("; "));
        String gone = removed.stream().map(Mark::words).collect(Collectors.joining("; "));
        return gone.isEmpty() ? made : made.isEmpty() ? gone : made + "; in place of: " + gone;
    }

    private <T> T read(Work<T> work) {
        synchronized (connection) {
            try {
                return work.run();
            } catch (SQLException e) {
                throw CaseFile.failed("The marks could not be read", e);
            }
        }
    }

    /**
     * All of it or nothing is kept. What an import wrote meanwhile may be kept with it, as the import's own
     * transactions do.
     */
    private <T> T write(Work<T> work) {
        if (caseFile.isReadOnly()) {
            throw new CaseFileException("The case " + caseFile.path()
                    + " can only be read: you have no right to write the file, so nothing was marked.");
        }
        synchronized (connection) {
            try {
                Savepoint before = connection.setSavepoint();
                try {
                    T done = work.run();
                    CaseFile.commit(connection);
                    return done;
                } catch (SQLException | RuntimeException e) {
                    connection.rollback(before);
                    throw e;
                }
            } catch (SQLException e) {
                throw CaseFile.failed("The mark could not be kept", e);
            }
        }
    }
}
