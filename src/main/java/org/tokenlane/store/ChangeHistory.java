package org.tokenlane.store;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What the analyst changed in a case, to be undone and done again in order: marks, who uses an origin, how origins are
 * split, saved filters, rule settings, containment steps, what was merged from another copy of the case. It is read from the audit trail, so that it outlives the
 * program; undoing is an entry of its own.
 */
public final class ChangeHistory {

    private static final Set<AuditKind> MARKS = Set.of(AuditKind.MARKS_ADDED, AuditKind.MARKS_REMOVED);
    /** Their entries say what is to be done to undo them. */
    private static final Set<AuditKind> REVERSIBLE = Set.of(AuditKind.ORIGIN_SPLIT, AuditKind.ORIGIN_JOINED,
            AuditKind.CONTAINMENT_DONE, AuditKind.CONTAINMENT_OPEN);
    /** Their entries say what was there before; those of earlier versions did not. */
    private static final Set<AuditKind> WITH_BEFORE = Set.of(AuditKind.ORIGIN_CONFIRMED, AuditKind.ORIGIN_UNCONFIRMED,
            AuditKind.FILTER_SAVED, AuditKind.FILTER_REMOVED, AuditKind.RULE_TUNED);

    /**
     * A change as the audit trail tells it.
     *
     * @param text
     *            what was done
     * @param events
     *            the ids of the events that the text names
     */
    public record Words(String text, List<String> events) {
    }

    /**
     * What would be undone and done again next.
     *
     * @param undo
     *            in words; null where there is nothing to undo
     * @param redo
     *            in words; null where there is nothing to do again
     */
    public record Next(@Nullable Words undo, @Nullable Words redo) {

        public static final Next NONE = new Next(null, null);
    }

    /**
     * A change that was undone or done again.
     *
     * @param words
     *            what it was
     * @param marks
     *            whether it was one of marks, not of settings
     */
    public record Turned(Words words, boolean marks) {
    }

    /** A change with its entries, of which it has several where it was on several things at once. */
    private record Step(List<AuditTrail.Entry> entries) {

        AuditTrail.Entry first() {
            return entries.getFirst();
        }

        boolean is(int entry) {
            return first().number() == entry;
        }

        String words() {
            return Marks.words(first());
        }
    }

    private final CaseAccess access;

    ChangeHistory(CaseAccess access) {
        this.access = access;
    }

    public Next next() {
        return access.read(() -> {
            Steps steps = Steps.of(access.trail().entries());
            return new Next(steps.done.isEmpty() ? null : words(steps.done.getLast()),
                    steps.undone.isEmpty() ? null : words(steps.undone.getLast()));
        });
    }

    /** Undoes the last change that is not undone. Gives what it was, or null where there is none. */
    public @Nullable Turned undo(String who) {
        return turn(true, who);
    }

    /** Does the change again that was undone last. Gives what it was, or null where there is none. */
    public @Nullable Turned redo(String who) {
        return turn(false, who);
    }

    private @Nullable Turned turn(boolean undo, String who) {
        return access.writeSettings(StoreText.SETTING_FAILED, () -> {
            Steps steps = Steps.of(access.trail().entries());
            List<Step> from = undo ? steps.done : steps.undone;
            if (from.isEmpty()) {
                return Optional.<Turned> empty();
            }
            Step step = from.getLast();
            turn(step, undo, who);
            return Optional.of(new Turned(words(step), MARKS.contains(step.first().kind())));
        }).orElse(null);
    }

    private Words words(Step step) throws SQLException {
        String text = step.words();
        return new Words(text, MARKS.contains(step.first().kind())
                ? new Marks(access).eventsOf(step.first().number()).stream().filter(text::contains).toList()
                : List.of());
    }

    /** Undoes the change that begins with this entry, or does it again, in the transaction that is open. */
    String turn(int first, boolean undo, String who) throws SQLException {
        Steps steps = Steps.of(access.trail().entries());
        Step step = (undo ? steps.done : steps.undone).stream().filter(each -> each.is(first)).findFirst()
                .orElseThrow(() -> new CaseFileException(StoreText.BAD_ENTRY.with()));
        turn(step, undo, who);
        return step.words();
    }

    private void turn(Step step, boolean undo, String who) throws SQLException {
        for (AuditTrail.Entry entry : undo ? step.entries().reversed() : step.entries()) {
            if (entry.kind() == AuditKind.MARKS_MERGED) {
                access.trail().add(who, AuditNote
                        .of(undo ? AuditKind.MARKS_UNDONE : AuditKind.MARKS_REDONE,
                                StoreText.ENTRY.text(Integer.toString(entry.number()), step.words()))
                        .with(AuditField.ENTRY, entry.number()));
            } else if (MARKS.contains(entry.kind())) {
                new Marks(access).turn(entry.number(), undo, who);
            } else {
                new CaseSettings(access).turn(entry, undo, who);
            }
        }
    }

    /** The changes as they follow from the entries: those that are done, and those that can be done again. */
    private static final class Steps {

        private final List<Step> done = new ArrayList<>();
        private final List<Step> undone = new ArrayList<>();

        static Steps of(List<AuditTrail.Entry> entries) {
            Steps steps = new Steps();
            entries.forEach(steps::take);
            return steps;
        }

        private void take(AuditTrail.Entry entry) {
            String turned = entry.fields().get(AuditField.ENTRY);
            String part = entry.fields().get(AuditField.PART_OF);
            if (turned != null) {
                turn(Integer.parseInt(turned));
            } else if (part != null) {
                done.stream().filter(step -> step.is(Integer.parseInt(part))).forEach(step -> step.entries.add(entry));
            } else if (canBeUndone(entry)) {
                done.add(new Step(new ArrayList<>(List.of(entry))));
                undone.clear();
            }
        }

        /** What is done is undone, and the other way round; of a change with several entries, by its first. */
        private void turn(int entry) {
            if (!moved(entry, done, undone)) {
                moved(entry, undone, done);
            }
        }

        private static boolean moved(int entry, List<Step> from, List<Step> to) {
            for (Iterator<Step> steps = from.iterator(); steps.hasNext();) {
                Step step = steps.next();
                if (step.is(entry)) {
                    steps.remove();
                    to.add(step);
                    return true;
                }
            }
            return false;
        }

        private static boolean changedSomething(AuditTrail.Entry merge) {
            return merge.kind() == AuditKind.MARKS_MERGED
                    && Stream.of(AuditField.ADDED, AuditField.REPLACED, AuditField.REMOVED)
                            .anyMatch(field -> !merge.fields().getOrDefault(field, "0").equals("0"));
        }

        private static boolean canBeUndone(AuditTrail.Entry entry) {
            return MARKS.contains(entry.kind()) || changedSomething(entry) || REVERSIBLE.contains(entry.kind())
                    || WITH_BEFORE.contains(entry.kind()) && entry.fields().containsKey(AuditField.BEFORE);
        }
    }
}
