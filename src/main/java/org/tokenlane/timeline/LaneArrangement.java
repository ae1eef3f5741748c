package org.tokenlane.timeline;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Set;

/**
 * Which lanes the analyst pinned to the top and which are collapsed. A lane is known by its name and what is below it,
 * so it stays so in another filter.
 */
public record LaneArrangement(Set<String> pinned, Set<String> collapsed) {

    public static final LaneArrangement NONE = new LaneArrangement(Set.of(), Set.of());

    public LaneArrangement {
        pinned = Set.copyOf(pinned);
        collapsed = Set.copyOf(collapsed);
    }

    private static String id(Lane lane) {
        return lane.name() + "\n" + lane.detail();
    }

    private static Set<String> turned(Set<String> all, String id) {
        List<String> other = new ArrayList<>(all);
        if (!other.remove(id)) {
            other.add(id);
        }
        return Set.copyOf(other);
    }

    /** Pins a lane, or lets it scroll again. */
    public LaneArrangement pin(Lane lane) {
        return new LaneArrangement(turned(pinned, id(lane)), collapsed);
    }

    /** Collapses a lane, or expands it again. */
    public LaneArrangement collapse(Lane lane) {
        return new LaneArrangement(pinned, turned(collapsed, id(lane)));
    }

    public boolean isPinned(Lane lane) {
        return pinned.contains(id(lane));
    }

    public boolean isCollapsed(Lane lane) {
        return collapsed.contains(id(lane));
    }

    /** The lanes with those that are pinned first. */
    public Timeline of(Timeline timeline) {
        if (pinned.isEmpty()) {
            return timeline;
        }
        List<Lane> lanes = new ArrayList<>(timeline.lanes().stream().filter(this::isPinned).toList());
        timeline.lanes().stream().filter(lane -> !isPinned(lane)).forEach(lanes::add);
        return new Timeline(List.copyOf(lanes), timeline.origins(), timeline.events(), timeline.first(),
                timeline.last(), timeline.undated());
    }

    /** Where the lanes of such a timeline are in this height. */
    public LaneLayout layout(Timeline timeline, double room) {
        BitSet thin = new BitSet();
        int first = 0;
        for (int lane = 0; lane < timeline.lanes().size(); lane++) {
            thin.set(lane, isCollapsed(timeline.lanes().get(lane)));
            first += isPinned(timeline.lanes().get(lane)) ? 1 : 0;
        }
        return LaneLayout.of(timeline.lanes().size(), first, thin, room);
    }
}
