package org.tokenlane.timeline;

import java.util.Arrays;
import java.util.List;

/**
 * What a timeline shows, before it is known at which zoom.
 *
 * @param lanes
 *            from top to bottom
 * @param origins
 *            the origins, by index; a colour each
 * @param events
 *            the numbers of all dated events, in time order
 * @param first
 *            the earliest moment, in nanoseconds since 1970, UTC
 * @param last
 *            the latest moment
 * @param undated
 *            how many events have no time and are not drawn
 */
public record Timeline(List<Lane> lanes, List<Person> origins, int[] events, long first, long last, int undated) {

    public static final Timeline EMPTY = new Timeline(List.of(), List.of(), new int[0], 0, 0, 0);

    /**
     * What has one colour: an origin, or several that the analyst says are one person.
     *
     * @param keys
     *            the origins' keys; empty where colours have no meaning
     * @param confirmed
     *            whether the name is the analyst's
     * @param events
     *            how many events it has
     * @param style
     *            how it is drawn
     */
    public record Person(String name, List<String> keys, boolean confirmed, int events, OriginStyle style) {
    }

    public boolean isEmpty() {
        return events.length == 0;
    }

    /** Tells whether the lanes are by token, and one of them has what no token is recorded for. */
    public boolean hasLaneWithoutToken() {
        // only tokens have a life
        return lanes.stream().anyMatch(lane -> lane.bars().isEmpty())
                && lanes.stream().anyMatch(lane -> !lane.bars().isEmpty());
    }

    /** How an origin is drawn, by its index. */
    public OriginStyle style(int origin) {
        return origin < origins.size() ? origins.get(origin).style() : OriginStyle.unclear(0);
    }

    /**
     * The event so many steps after this one in time, or before it; the first or last where that leads beyond. -1 where
     * there is none.
     */
    public int step(int event, int steps) {
        if (events.length == 0) {
            return -1;
        }
        int at = Arrays.binarySearch(events, event);
        int from = at >= 0 ? at : steps > 0 ? -at - 2 : -at - 1;
        return events[Math.clamp((long) from + steps, 0, events.length - 1)];
    }

    /** The lane of an event, or -1. */
    public int laneOf(int event) {
        for (int lane = 0; lane < lanes.size(); lane++) {
            if (Arrays.binarySearch(lanes.get(lane).events(), event) >= 0) {
                return lane;
            }
        }
        return -1;
    }
}
