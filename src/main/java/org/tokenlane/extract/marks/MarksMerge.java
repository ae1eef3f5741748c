package org.tokenlane.extract.marks;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.tokenlane.correlate.Correlation;
import org.tokenlane.correlate.MarkedEvents;
import org.tokenlane.model.mark.MarkMerge;
import org.tokenlane.model.mark.MarkTarget;
import org.tokenlane.model.mark.SharedMark;
import org.tokenlane.store.CaseFile;
import org.tokenlane.store.SharedMarks;

/**
 * A file of marks, compared with a case. Nothing is changed before {@link #run}.
 *
 * @param missing
 *            what statements of the file are on and this case has no events of: they are kept, and take effect when
 *            their evidence is imported
 */
public record MarksMerge(MarksFile file, MarkMerge compared, Set<MarkTarget> missing) {

    public MarksMerge {
        missing = Set.copyOf(missing);
    }

    /**
     * What a merge did.
     *
     * @param same
     *            how many statements of the file the case had already
     * @param left
     *            how many were left, because the case says something else
     */
    public record Outcome(int added, int replaced, int removed, int same, int left) {
    }

    /** Writes what is said in a case, for another copy of it. Gives how much that is. */
    public static int export(CaseFile from, Writer out) throws IOException {
        String name = from.path().getFileName().toString().replaceFirst("\\.tlcase$", "");
        List<SharedMark> marks = from.sharedMarks().all();
        MarksFile.write(out, from.key(), name, marks);
        return (int) marks.stream().filter(SharedMark::inForce).count();
    }

    /**
     * Reads a file and compares it with a case.
     *
     * @throws MarksFileException
     *             where it is damaged, or of another case
     */
    public static MarksMerge of(CaseFile into, Correlation correlation, Path path) {
        MarksFile file = MarksFile.read(path);
        if (!file.caseKey().equals(into.key())) {
            throw new MarksFileException(MarksFileText.OTHER_CASE.with(path, file.caseName()));
        }
        MarkMerge compared = MarkMerge.of(into.sharedMarks().all(), file.marks());
        return new MarksMerge(file, compared, MarkedEvents.withoutEvents(compared.needs(), into, correlation));
    }

    /** Tells whether a statement has no effect in this case yet. */
    public boolean isMissing(MarkMerge.Item item) {
        MarkTarget needs = item.theirs().what().needs();
        return item.theirs().inForce() && needs != null && missing.contains(needs);
    }

    /** What {@link #run} would do. */
    public Outcome outcome(Predicate<MarkMerge.Item> theirs) {
        return outcome(SharedMarks.Merged.of(changes(theirs)), theirs);
    }

    /**
     * Merges the file: all that is new, and of what differs what is chosen.
     *
     * @param theirs
     *            chooses the differing statements of the file that take the place of this case's
     * @param who
     *            the analyst, for the audit trail
     */
    public Outcome run(CaseFile into, Predicate<MarkMerge.Item> theirs, String who) {
        List<SharedMarks.Change> changes = changes(theirs);
        Outcome would = outcome(theirs);
        return outcome(into.sharedMarks().merge(changes, file.name(), file.sha256(), would.left(), who), theirs);
    }

    private List<SharedMarks.Change> changes(Predicate<MarkMerge.Item> theirs) {
        return compared.items().stream()
                .filter(item -> item.state() == MarkMerge.State.NEW || item.differs() && theirs.test(item))
                .map(item -> new SharedMarks.Change(item.ours(), item.theirs())).toList();
    }

    private Outcome outcome(SharedMarks.Merged merged, Predicate<MarkMerge.Item> theirs) {
        int left = (int) compared.in(MarkMerge.State.CONFLICT).stream().filter(theirs.negate()).count();
        return new Outcome(merged.added(), merged.replaced(), merged.removed(),
                compared.items().size() - merged.all() - left, left);
    }
}
