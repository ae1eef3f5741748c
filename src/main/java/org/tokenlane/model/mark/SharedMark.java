package org.tokenlane.model.mark;

import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a copy of a case says, or said and took back.
 *
 * @param removed
 *            who took it back; null while it is in force
 */
public record SharedMark(Shared what, Said said, @Nullable Said removed) {

    /** By what it is on, so that a file always has the same order. */
    public static final Comparator<SharedMark> ORDER = Comparator
            .<SharedMark, SharedKind> comparing(mark -> mark.what().kind())
            .thenComparing(mark -> mark.place().parts(), SharedMark::compare)
            .thenComparing(mark -> mark.what().says(), SharedMark::compare).thenComparing(SharedMark::said);

    /** Where a copy of a case has one thing in force. */
    public record Place(SharedKind kind, List<String> parts) {
    }

    /** One statement, by which it is found in another copy. */
    record Identity(Place place, List<String> says, Said said) {
    }

    private static int compare(List<String> one, List<String> other) {
        for (int i = 0; i < Math.min(one.size(), other.size()); i++) {
            int order = one.get(i).compareTo(other.get(i));
            if (order != 0) {
                return order;
            }
        }
        return Integer.compare(one.size(), other.size());
    }

    public boolean inForce() {
        return removed == null;
    }

    public SharedMark removedBy(Said who) {
        return new SharedMark(what, said, who);
    }

    /** Notes and events of different analysts stay beside each other, whatever they say. */
    public Place place() {
        if (what.kind() == SharedKind.NOTE || what.kind() == SharedKind.OWN_EVENT) {
            List<String> parts = new java.util.ArrayList<>(what.place());
            parts.add(said.author());
            return new Place(what.kind(), List.copyOf(parts));
        }
        return new Place(what.kind(), what.place());
    }

    Identity identity() {
        return new Identity(place(), what.says(), said);
    }

    /** Tells whether it is the same statement, by the same analyst at the same time. */
    public boolean is(SharedMark other) {
        return identity().equals(other.identity());
    }

    /** Who last changed it, and when. */
    public Said changed() {
        return removed == null ? said : removed;
    }
}
