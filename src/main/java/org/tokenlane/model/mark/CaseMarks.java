package org.tokenlane.model.mark;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** All marks of a case that are in force, as they were when they were read. Never changes. */
public final class CaseMarks {

    public static final CaseMarks NONE = new CaseMarks(List.of());

    private final List<Mark> all;
    private final Map<MarkTarget, List<Mark>> byTarget = new HashMap<>();

    public CaseMarks(List<Mark> all) {
        this.all = List.copyOf(all);
        for (Mark mark : all) {
            if (mark.target() != null) {
                byTarget.computeIfAbsent(mark.target(), target -> new ArrayList<>()).add(mark);
            }
        }
    }

    /** All of them in the order in which they were made. */
    public List<Mark> all() {
        return all;
    }

    /** Those of one class. */
    public <M extends Mark> List<M> all(Class<M> kind) {
        return all.stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    /** The marks of a target. */
    public List<Mark> on(MarkTarget target) {
        return byTarget.getOrDefault(target, List.of());
    }

    /** A target's marks of one class. */
    public <M extends Mark> List<M> on(MarkTarget target, Class<M> kind) {
        return on(target).stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    /** The target's own verdict, or null. */
    public @Nullable VerdictMark verdict(MarkTarget target) {
        List<VerdictMark> found = on(target, VerdictMark.class);
        return found.isEmpty() ? null : found.getLast();
    }

    public boolean isBookmarked(MarkTarget target) {
        return !on(target, Bookmark.class).isEmpty();
    }

    /** The tags in use, in the order of the alphabet. */
    public List<String> tagNames() {
        return all(Tag.class).stream().map(Tag::name).distinct().sorted(String.CASE_INSENSITIVE_ORDER).toList();
    }

    /** The list of this name in any case, or null. */
    public @Nullable IndicatorList list(String name) {
        return all(IndicatorList.class).stream().filter(list -> list.name().equalsIgnoreCase(name)).findFirst()
                .orElse(null);
    }
}
