package org.tokenlane.model.mark;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What another copy of a case says, compared with what this one says. Nothing is changed by comparing. */
public record MarkMerge(List<Item> items) {

    /** How the two copies relate. */
    public enum State {
        /** This copy says nothing there. */
        NEW,
        /** Both have the same statement, by the same analyst at the same time. */
        SAME,
        /** Both say the same, but by another analyst or at another time. */
        AGREED,
        /** They say different things, or one took back what the other says. */
        CONFLICT
    }

    /**
     * A statement of the other copy.
     *
     * @param ours
     *            what this copy says there, or the same statement taken back; null where it says nothing
     */
    public record Item(State state, @Nullable SharedMark ours, SharedMark theirs) {

        /** Tells whether ours and theirs differ, so that one of them has to be chosen. */
        public boolean differs() {
            return state == State.AGREED || state == State.CONFLICT;
        }

        /**
         * Tells whether theirs is the newer one. Taking a statement back is newer than the statement; at the same time
         * the content decides, so that both copies come to the same.
         */
        public boolean theirsIsNewer() {
            if (ours == null) {
                return true;
            }
            if (!theirs.inForce()) {
                return theirs.changed().at().compareTo(ours.said().at()) >= 0;
            }
            if (!ours.inForce()) {
                return ours.changed().at().compareTo(theirs.said().at()) < 0;
            }
            int order = theirs.said().compareTo(ours.said());
            return order != 0 ? order > 0 : SharedMark.ORDER.compare(theirs, ours) > 0;
        }
    }

    public MarkMerge {
        items = List.copyOf(items);
    }

    /** Compares what two copies of a case say; in both those in force and those taken back. */
    public static MarkMerge of(List<SharedMark> ours, List<SharedMark> theirs) {
        Map<SharedMark.Place, SharedMark> now = new HashMap<>();
        Map<SharedMark.Identity, SharedMark> gone = new HashMap<>();
        for (SharedMark mark : ours) {
            if (mark.inForce()) {
                now.put(mark.place(), mark);
            } else {
                gone.merge(mark.identity(), mark, MarkMerge::later);
            }
        }
        Map<SharedMark.Place, SharedMark> theirsNow = new HashMap<>();
        Map<SharedMark.Identity, SharedMark> theirsGone = new HashMap<>();
        for (SharedMark mark : theirs) {
            if (mark.inForce()) {
                theirsNow.put(mark.place(), mark);
            } else {
                theirsGone.merge(mark.identity(), mark, MarkMerge::later);
            }
        }
        List<Item> items = new ArrayList<>();
        theirsNow.values().forEach(mark -> items.add(item(now.get(mark.place()), gone.get(mark.identity()), mark)));
        for (SharedMark mark : theirsGone.values()) {
            SharedMark here = now.get(mark.place());
            if (here != null && here.is(mark) && !theirsNow.containsKey(mark.place())) {
                items.add(new Item(State.CONFLICT, here, mark));
            }
        }
        items.sort((one, other) -> SharedMark.ORDER.compare(one.theirs(), other.theirs()));
        return new MarkMerge(items);
    }

    private static SharedMark later(SharedMark one, SharedMark other) {
        return one.changed().compareTo(other.changed()) >= 0 ? one : other;
    }

    private static Item item(@Nullable SharedMark here, @Nullable SharedMark takenBack, SharedMark theirs) {
        if (here == null) {
            return takenBack == null ? new Item(State.NEW, null, theirs) : new Item(State.CONFLICT, takenBack, theirs);
        }
        if (here.is(theirs)) {
            return new Item(State.SAME, here, theirs);
        }
        return new Item(here.what().says().equals(theirs.what().says()) ? State.AGREED : State.CONFLICT, here, theirs);
    }

    public List<Item> in(State state) {
        return items.stream().filter(item -> item.state() == state).toList();
    }

    /** What the statements of the other copy need and some case may not have. */
    public Set<MarkTarget> needs() {
        Set<MarkTarget> needs = new HashSet<>();
        for (Item item : items) {
            MarkTarget target = item.theirs().what().needs();
            if (target != null) {
                needs.add(target);
            }
        }
        return needs;
    }
}
