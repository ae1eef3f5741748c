package org.tokenlane.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.tokenlane.model.mark.Mark;
import org.tokenlane.model.mark.Said;
import org.tokenlane.model.mark.Shared;
import org.tokenlane.model.mark.SharedMark;
import org.tokenlane.model.session.OriginSplit;

/**
 * What analysts said in this case, as another copy of the case can take it over, and the taking over. A merge is kept
 * as a whole or not at all, is one step to undo, and leaves each statement its author and time.
 */
public final class SharedMarks {

    /** An entry of the audit trail for a part of a merge is not longer than about this. */
    private static final int LETTERS_OF_A_PART = 300_000;

    /**
     * A statement of another copy that is taken over.
     *
     * @param ours
     *            what it takes the place of, or what was taken back here; null where there was nothing
     */
    public record Change(@Nullable SharedMark ours, SharedMark theirs) {

        boolean replaces() {
            return ours != null && ours.inForce();
        }
    }

    /** How many statements a merge added, replaced and removed. */
    public record Merged(int added, int replaced, int removed) {

        /** What taking these over does. */
        public static Merged of(List<Change> changes) {
            int removed = (int) changes.stream().filter(change -> !change.theirs().inForce()).count();
            int replaced = (int) changes.stream().filter(change -> change.theirs().inForce() && change.replaces())
                    .count();
            return new Merged(changes.size() - removed - replaced, replaced, removed);
        }

        public int all() {
            return added + replaced + removed;
        }
    }

    private final CaseAccess access;

    SharedMarks(CaseAccess access) {
        this.access = access;
    }

    /** What is said in this case, and what was said and taken back, in a fixed order. */
    public List<SharedMark> all() {
        return access.read(this::read);
    }

    private List<SharedMark> read() throws SQLException {
        List<AuditTrail.Entry> entries = access.trail().entries();
        Map<SharedMark.Place, SharedMark> now = new LinkedHashMap<>();
        List<SharedMark> gone = new ArrayList<>();
        for (Mark mark : MarkTable.inForce(access.connection())) {
            put(now, shared(mark));
        }
        gone(entries, gone);
        SettingsTrail settings = SettingsTrail.of(entries);
        settingsInForce(settings).forEach(mark -> put(now, mark));
        gone.addAll(settings.gone());
        List<SharedMark> all = new ArrayList<>(now.values());
        gone.stream().filter(mark -> !now.containsKey(mark.place())).forEach(all::add);
        all.sort(SharedMark.ORDER);
        return all;
    }

    private static void put(Map<SharedMark.Place, SharedMark> now, SharedMark mark) {
        now.put(mark.place(), mark);
    }

    private static SharedMark shared(Mark mark) {
        return new SharedMark(new Shared.OfMark(mark), new Said(mark.stamp().author(), mark.stamp().at()), null);
    }

    /** The marks that were taken out, or whose making was undone. */
    private void gone(List<AuditTrail.Entry> entries, List<SharedMark> gone) throws SQLException {
        Map<Integer, AuditTrail.Entry> byNumber = new HashMap<>();
        Map<Integer, AuditTrail.Entry> undone = new HashMap<>();
        for (AuditTrail.Entry entry : entries) {
            byNumber.put(entry.number(), entry);
            if (entry.kind() == AuditKind.MARKS_UNDONE && entry.fields().get(AuditField.ENTRY) != null) {
                undone.put(Integer.valueOf(entry.fields().get(AuditField.ENTRY)), entry);
            }
        }
        for (MarkTable.Gone mark : MarkTable.gone(access.connection())) {
            AuditTrail.Entry made = byNumber.get(mark.addedBy());
            // a merge that was undone says nothing of what it brought: it can be merged again
            AuditTrail.Entry by = mark.removedBy() != 0 ? byNumber.get(mark.removedBy())
                    : made == null || SettingsTrail.isMerged(made) ? null : undone.get(mark.addedBy());
            if (by != null) {
                gone.add(shared(mark.mark()).removedBy(by.said()));
            }
        }
    }

    /** The settings as the case has them; the audit trail says who made them. */
    private List<SharedMark> settingsInForce(SettingsTrail trail) throws SQLException {
        Connection connection = access.connection();
        List<Shared> all = new ArrayList<>();
        ActorTable.all(connection).forEach((session, names) -> names
                .forEach((origin, name) -> all.add(new Shared.OriginName(session, origin, name))));
        OriginSplitTable.all(connection)
                .forEach((session, splits) -> splits.forEach(split -> all.add(new Shared.Splitting(session, split))));
        SavedFilterTable.all(connection).forEach((name, text) -> all.add(new Shared.SavedFilter(name, text)));
        List<SharedMark> found = new ArrayList<>();
        for (Shared what : all) {
            found.add(new SharedMark(what, trail.said(what), null));
        }
        found.addAll(trail.stepsDone());
        return found;
    }

    /**
     * Takes statements of another copy over.
     *
     * @param changes
     *            as compared with what {@link #all} gave; another state of the case is refused
     * @param file
     *            the name of the file that they are from
     * @param left
     *            how many statements were left, because this copy says something else
     */
    public Merged merge(List<Change> changes, String file, String sha256, int left, String who) {
        return access.writeSettings(StoreText.MARK_FAILED, () -> {
            Merged merged = Merged.of(changes);
            if (merged.all() == 0 && left == 0) {
                return merged;
            }
            refuseAnotherState(changes);
            int entry = access.trail().add(who, AuditNote
                    .of(AuditKind.MARKS_MERGED,
                            StoreText.MERGED.text(file, sha256, merged.added(), merged.replaced(), merged.removed(),
                                    left))
                    .with(AuditField.FILE, file).with(AuditField.SHA256, sha256)
                    .with(AuditField.ADDED, merged.added()).with(AuditField.REPLACED, merged.replaced())
                    .with(AuditField.REMOVED, merged.removed()).with(AuditField.LEFT, left));
            take(changes, entry, who);
            return merged;
        });
    }

    private void refuseAnotherState(List<Change> changes) throws SQLException {
        Map<SharedMark.Place, SharedMark> now = new HashMap<>();
        read().stream().filter(SharedMark::inForce).forEach(mark -> now.put(mark.place(), mark));
        Set<SharedMark.Place> places = new LinkedHashSet<>();
        for (Change change : changes) {
            SharedMark here = now.get(change.theirs().place());
            SharedMark ours = change.ours();
            boolean asCompared = ours != null && ours.inForce() ? here != null && here.is(ours) : here == null;
            if (!asCompared || !places.add(change.theirs().place())) {
                throw new CaseFileException(StoreText.CHANGED_MEANWHILE.with());
            }
        }
    }

    private void take(List<Change> changes, int merge, String who) throws SQLException {
        List<Change> inOrder = changes.stream()
                .sorted(Comparator.<Change, Said> comparing(change -> change.theirs().changed())).toList();
        Part part = new Part(merge, who);
        Set<String> split = new TreeSet<>();
        for (Change change : inOrder) {
            if (change.theirs().what() instanceof Shared.OfMark) {
                part.add(change);
            } else {
                new CaseSettings(access).take(change.theirs(), merge, who);
                if (change.theirs().what() instanceof Shared.Splitting splitting) {
                    split.add(splitting.session());
                }
            }
        }
        part.write();
        sort(split);
    }

    /** What one analyst said at one time: one change of marks, with its entry. */
    private final class Part {

        private final int merge;
        private final String who;
        private @Nullable Said said;
        private int letters;
        private final List<Mark> added = new ArrayList<>();
        private final List<Mark> removed = new ArrayList<>();

        Part(int merge, String who) {
            this.merge = merge;
            this.who = who;
        }

        void add(Change change) throws SQLException {
            Said next = change.theirs().changed();
            if (!next.equals(said) || letters > LETTERS_OF_A_PART) {
                write();
                said = next;
            }
            if (change.theirs().inForce()) {
                take(change.theirs(), added);
            }
            if (change.ours() != null && change.ours().inForce()) {
                take(change.ours(), removed);
            }
        }

        private void take(SharedMark mark, List<Mark> marks) {
            if (mark.what() instanceof Shared.OfMark of) {
                marks.add(of.mark());
                letters += of.mark().words().length();
            }
        }

        void write() throws SQLException {
            if (said != null && !(added.isEmpty() && removed.isEmpty())) {
                List<Mark> out = Marks.inOrder(removed);
                boolean adds = !added.isEmpty();
                AuditNote note = Marks.note(adds ? AuditKind.MARKS_ADDED : AuditKind.MARKS_REMOVED, adds ? added : out,
                        shortened(Marks.account(added, out)));
                int entry = access.trail().add(who, note.with(AuditField.MARKS_SHA256, MarkDigest.of(added, out))
                        .with(AuditField.AUTHOR, said.author()).with(AuditField.MADE_AT, said.at().toString())
                        .with(AuditField.PART_OF, merge));
                int number = MarkChangeTable.insert(access.connection(), entry);
                MarkTable.insert(access.connection(), added, number);
                MarkTable.remove(access.connection(), out, number);
            }
            added.clear();
            removed.clear();
            letters = 0;
        }
    }

    /** The hash of the marks stands beside it. */
    private static String shortened(String account) {
        return account.length() <= Marks.MOST_LETTERS ? account
                : account.substring(0, Marks.MOST_LETTERS - 1) + "…";
    }

    /** Puts splits into the order in which they were made, in whichever copy, so that all copies have the same. */
    private void sort(Set<String> sessions) throws SQLException {
        SettingsTrail trail = SettingsTrail.of(access.trail().entries());
        for (String session : sessions) {
            List<OriginSplit> splits = new ArrayList<>(OriginSplitTable.of(access.connection(), session));
            splits.sort(
                    Comparator.<OriginSplit, Said> comparing(split -> trail.said(new Shared.Splitting(session, split)))
                            .thenComparing(OriginSplit::key));
            Set<OriginSplit> sorted = new LinkedHashSet<>();
            splits.forEach(split -> addAfterWhole(split, splits, sorted));
            for (OriginSplit split : sorted) {
                OriginSplitTable.remove(access.connection(), session, split);
                OriginSplitTable.add(access.connection(), session, split);
            }
        }
    }

    /** A part of a part comes after it, whatever the clocks of two analysts said. */
    private static void addAfterWhole(OriginSplit split, List<OriginSplit> all, Set<OriginSplit> sorted) {
        for (OriginSplit whole : all) {
            if (whole.key().equals(split.origin()) && !sorted.contains(whole)) {
                addAfterWhole(whole, all, sorted);
            }
        }
        sorted.add(split);
    }
}
