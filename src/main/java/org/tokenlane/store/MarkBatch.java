package org.tokenlane.store;

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

/** Marks that are added and removed together: one transaction, one entry of the audit trail, one step to undo. */
public final class MarkBatch {

    private final CaseMarks now;
    private final List<Mark> added = new ArrayList<>();
    private final List<Mark> removed = new ArrayList<>();

    MarkBatch(CaseMarks now) {
        this.now = now;
    }

    List<Mark> added() {
        return added;
    }

    List<Mark> removed() {
        return removed;
    }

    /** Sets a verdict on the targets, in place of the one that they have. */
    public void verdict(Collection<MarkTarget> targets, Verdict verdict, String reason) {
        for (MarkTarget target : new LinkedHashSet<>(targets)) {
            VerdictMark before = now.verdict(target);
            if (before == null || before.verdict() != verdict || !before.reason().equals(reason.strip())) {
                added.add(new VerdictMark(Stamp.NONE, target, verdict, reason.strip()));
                if (before != null) {
                    removed.add(before);
                }
            }
        }
    }

    /** Removes the targets' own verdicts. */
    public void clearVerdict(Collection<MarkTarget> targets) {
        takeOut(targets.stream().map(now::verdict).filter(verdict -> verdict != null).toList());
    }

    public void tag(Collection<MarkTarget> targets, String name) {
        written(name, StoreText.TAG_WITHOUT_NAME);
        add(targets, target -> now.on(target, Tag.class).stream().anyMatch(tag -> tag.name().equals(name.strip())),
                target -> new Tag(Stamp.NONE, target, name.strip()));
    }

    public void untag(Collection<MarkTarget> targets, String name) {
        takeOut(targets.stream().flatMap(target -> now.on(target, Tag.class).stream())
                .filter(tag -> tag.name().equals(name.strip())).toList());
    }

    public void bookmark(Collection<MarkTarget> targets) {
        add(targets, now::isBookmarked, target -> new Bookmark(Stamp.NONE, target));
    }

    public void unbookmark(Collection<MarkTarget> targets) {
        takeOut(targets.stream().flatMap(target -> now.on(target, Bookmark.class).stream()).toList());
    }

    /** Adds a note on the targets, beside those that they have. */
    public void note(Collection<MarkTarget> targets, String text) {
        written(text, StoreText.EMPTY_NOTE);
        add(targets, target -> false, target -> new Note(Stamp.NONE, target, text.strip()));
    }

    /** Adds an event that no log has; {@code time} is in nanoseconds since 1970, UTC. */
    public void ownEvent(long time, String text) {
        written(text, StoreText.EMPTY_OWN_EVENT);
        added.add(new OwnEvent(Stamp.NONE, time, text.strip()));
    }

    /** Adds a list of indicators, in place of one of the same name. */
    public void indicators(String name, String source, List<Indicator> indicators) {
        written(name, StoreText.LIST_WITHOUT_NAME);
        IndicatorList before = now.list(name.strip());
        added.add(new IndicatorList(Stamp.NONE, name.strip(), source, indicators));
        if (before != null) {
            removed.add(before);
        }
    }

    /** Removes marks; those that are not in force any more are left out. */
    public void takeOut(Collection<? extends Mark> marks) {
        Set<Integer> known = now.all().stream().map(mark -> mark.stamp().id()).collect(Collectors.toSet());
        marks.stream().filter(mark -> known.contains(mark.stamp().id())).forEach(removed::add);
    }

    private void add(Collection<MarkTarget> targets, Predicate<MarkTarget> isThere, Function<MarkTarget, Mark> made) {
        new LinkedHashSet<>(targets).stream().filter(target -> !isThere.test(target)).map(made).forEach(added::add);
    }

    private static void written(String text, StoreText otherwise) {
        if (text.isBlank()) {
            throw new CaseFileException(otherwise.with());
        }
    }
}
