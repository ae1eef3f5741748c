package org.tokenlane.timeline;

import java.util.BitSet;

/**
 * Where the lanes are: they fill the height that they have, pinned ones stay above while the others scroll, collapsed
 * ones are thin. Heights are pixels below the axis.
 */
public final class LaneLayout {

    /** The height of a lane that can be read. */
    public static final double LEAST = 34;
    /** Lanes that are higher than this look empty. */
    public static final double MOST = 96;
    public static final double COLLAPSED = 15;

    private final double[] tops;
    private final int pinned;
    private final double room;

    private LaneLayout(double[] tops, int pinned, double room) {
        this.tops = tops;
        this.pinned = pinned;
        this.room = room;
    }

    /**
     * @param pinned
     *            so many of the first lanes do not scroll
     * @param collapsed
     *            the lanes that are thin
     * @param room
     *            the height that all lanes have together
     */
    public static LaneLayout of(int lanes, int pinned, BitSet collapsed, double room) {
        int thin = collapsed.get(0, lanes).cardinality();
        double each = lanes == thin ? LEAST
                : Math.clamp(Math.floor((room - thin * COLLAPSED) / (lanes - thin)), LEAST, MOST);
        double[] tops = new double[lanes + 1];
        for (int lane = 0; lane < lanes; lane++) {
            tops[lane + 1] = tops[lane] + (collapsed.get(lane) ? COLLAPSED : each);
        }
        // lanes that would fill all of the room are not pinned, else nothing could be scrolled into sight
        int kept = Math.min(pinned, lanes);
        while (kept > 0 && tops[kept] > room - LEAST && tops[lanes] > room) {
            kept--;
        }
        return new LaneLayout(tops, kept, room);
    }

    public int lanes() {
        return tops.length - 1;
    }

    /** So many of the first lanes do not scroll. */
    public int pinned() {
        return pinned;
    }

    /** The height of the lanes that do not scroll. */
    public double pinnedHeight() {
        return tops[pinned];
    }

    public double total() {
        return tops[lanes()];
    }

    /** How far the lanes can be scrolled. */
    public double mostScroll() {
        return Math.max(0, total() - room);
    }

    /** The upper edge of a lane; above the room or below it where the lane is out of sight. */
    public double top(int lane, double scroll) {
        return lane < pinned ? tops[lane] : tops[lane] - scroll;
    }

    public double height(int lane) {
        return tops[lane + 1] - tops[lane];
    }

    public boolean isCollapsed(int lane) {
        return height(lane) < LEAST;
    }

    /** Whether anything of a lane can be seen. */
    public boolean isSeen(int lane, double scroll) {
        double top = top(lane, scroll);
        return top < room && top + height(lane) > (lane < pinned ? 0 : pinnedHeight());
    }

    /** The lane at a height, or -1. */
    public int laneAt(double y, double scroll) {
        double at = y < pinnedHeight() ? y : y + scroll;
        for (int lane = 0; lane < lanes(); lane++) {
            if (at >= tops[lane] && at < tops[lane + 1]) {
                return y < 0 ? -1 : lane;
            }
        }
        return -1;
    }

    /** The scroll that shows a lane, the same where it is in sight. */
    public double scrollTo(int lane, double scroll) {
        double top = top(lane, scroll);
        if (lane < pinned || top >= pinnedHeight() && top + height(lane) <= room) {
            return scroll;
        }
        double place = Math.max(pinnedHeight(), Math.min((pinnedHeight() + room) / 2, room - height(lane)));
        return Math.clamp(tops[lane] - place, 0, mostScroll());
    }
}
