package org.tokenlane.timeline;

import java.util.Arrays;
import java.util.BitSet;
import org.jspecify.annotations.Nullable;
import org.tokenlane.model.finding.Severity;
import org.tokenlane.model.mark.Verdict;

/**
 * What is drawn where: the marks of a timeline at one zoom, as arrays. Events that would overlap are one mark with
 * their count; which ones these are depends on their
 * times and the zoom alone, so that marks do not flicker while panning. Drawing and finding what is under the pointer
 * both use it, so that they cannot differ.
 */
public final class TimelineScene {

    /** Half the width of a single mark, in pixels. */
    public static final double HALF_MARK = 4;
    private static final double BUCKET_PIXELS = 9;

    private final Timeline timeline;
    private final TimeScale scale;
    private final double laneHeight;
    private int size;
    private double[] left = new double[256];
    private double[] right = new double[256];
    private int[] lanes = new int[256];
    private int[] firsts = new int[256];
    private int[] counts = new int[256];
    private int[] matched = new int[256];
    private int[] hostile = new int[256];
    private int[] byOrigin;
    private byte[] kinds = new byte[256];
    private byte[] severities = new byte[256];
    private byte[] verdicts = new byte[256];
    private int mostInMark;

    private TimelineScene(Timeline timeline, TimeScale scale, double laneHeight) {
        this.timeline = timeline;
        this.scale = scale;
        this.laneHeight = laneHeight;
        this.byOrigin = new int[256 * origins()];
    }

    /**
     * @param matching
     *            the events that match the filter; null where all are
     */
    public static TimelineScene of(Timeline timeline, TimeScale scale, double laneHeight,
            @Nullable BitSet matching) {
        return of(timeline, scale, laneHeight, matching, EventWeights.NONE);
    }

    /**
     * @param matching
     *            the events that match the filter; null where all are
     * @param weights
     *            what events weigh
     */
    public static TimelineScene of(Timeline timeline, TimeScale scale, double laneHeight, @Nullable BitSet matching,
            EventWeights weights) {
        TimelineScene scene = new TimelineScene(timeline, scale, laneHeight);
        long bucket = Long.highestOneBit(Math.max(1, (long) (BUCKET_PIXELS * scale.nanosPerPixel()))) << 1;
        int shift = Long.numberOfTrailingZeros(bucket);
        for (int lane = 0; lane < timeline.lanes().size(); lane++) {
            scene.add(lane, timeline.lanes().get(lane), shift, matching, weights);
        }
        return scene;
    }

    private void add(int number, Lane lane, int shift, @Nullable BitSet matching, EventWeights weights) {
        long[] times = lane.times();
        int from = lowerBound(times, scale.time(-BUCKET_PIXELS * 2) >> shift << shift);
        int to = lowerBound(times, scale.time(scale.width() + BUCKET_PIXELS * 2));
        int origins = origins();
        int[] ofOrigin = new int[origins];
        int i = from;
        while (i < to) {
            int first = i;
            long bucket = times[i] >> shift;
            int chosen = 0;
            int attacker = 0;
            byte kind = 0;
            byte severest = 0;
            byte worst = 0;
            Arrays.fill(ofOrigin, 0);
            do {
                ofOrigin[lane.origins()[i]]++;
                kind = lane.marks()[i] > kind ? lane.marks()[i] : kind;
                if (matching == null || matching.get(lane.events()[i])) {
                    chosen++;
                }
                byte severity = weights.severityOf(lane.events()[i]);
                byte verdict = weights.verdictOf(lane.events()[i]);
                severest = severity > severest ? severity : severest;
                worst = verdict > worst ? verdict : worst;
                attacker += verdict == EventWeights.MALICIOUS ? 1 : 0;
                i++;
            } while (i < to && times[i] >> shift == bucket);
            ensure(origins);
            left[size] = scale.x(times[first]) - HALF_MARK;
            if (size > 0 && lanes[size - 1] == number && right[size - 1] > left[size]) {
                right[size - 1] = left[size];
            }
            right[size] = scale.x(times[i - 1]) + HALF_MARK;
            lanes[size] = number;
            firsts[size] = first;
            counts[size] = i - first;
            matched[size] = chosen;
            hostile[size] = attacker;
            kinds[size] = kind;
            severities[size] = severest;
            verdicts[size] = worst;
            System.arraycopy(ofOrigin, 0, byOrigin, size * origins, origins);
            mostInMark = Math.max(mostInMark, i - first);
            size++;
        }
    }

    private void ensure(int origins) {
        if (size == left.length) {
            int more = size * 2;
            left = Arrays.copyOf(left, more);
            right = Arrays.copyOf(right, more);
            lanes = Arrays.copyOf(lanes, more);
            firsts = Arrays.copyOf(firsts, more);
            counts = Arrays.copyOf(counts, more);
            matched = Arrays.copyOf(matched, more);
            hostile = Arrays.copyOf(hostile, more);
            kinds = Arrays.copyOf(kinds, more);
            severities = Arrays.copyOf(severities, more);
            verdicts = Arrays.copyOf(verdicts, more);
            byOrigin = Arrays.copyOf(byOrigin, more * origins);
        }
    }

    private static int lowerBound(long[] times, long time) {
        int from = 0;
        int to = times.length;
        while (from < to) {
            int middle = from + to >>> 1;
            if (times[middle] < time) {
                from = middle + 1;
            } else {
                to = middle;
            }
        }
        return from;
    }

    private int origins() {
        return Math.max(1, timeline.origins().size());
    }

    public TimeScale scale() {
        return scale;
    }

    /** The number of marks. */
    public int size() {
        return size;
    }

    public double left(int mark) {
        return left[mark];
    }

    /** The moment of a single mark. */
    public double middle(int mark) {
        return left[mark] + HALF_MARK;
    }

    /** Never beyond the left edge of the next mark in the lane. */
    public double right(int mark) {
        return right[mark];
    }

    public int lane(int mark) {
        return lanes[mark];
    }

    /** How many events the mark stands for. */
    public int count(int mark) {
        return counts[mark];
    }

    /** How many of them the filter chooses. */
    public int matched(int mark) {
        return matched[mark];
    }

    /** How many of them count as the attacker's. */
    public int hostile(int mark) {
        return hostile[mark];
    }

    /** Whether any mark has a finding or a verdict. */
    public boolean isWeighed() {
        for (int mark = 0; mark < size; mark++) {
            if (severities[mark] > 0 || verdicts[mark] > 0) {
                return true;
            }
        }
        return false;
    }

    /** How severe the worst finding is that one of them proves; null where there is none. */
    public @Nullable Severity severity(int mark) {
        return EventWeights.severity(severities[mark]);
    }

    /** The gravest verdict on one of them; null where there is none. */
    public @Nullable Verdict verdict(int mark) {
        return EventWeights.verdict(verdicts[mark]);
    }

    /** How many of them are of an origin. */
    public int ofOrigin(int mark, int origin) {
        return byOrigin[mark * origins() + origin];
    }

    /** The origin of all of the mark's events; -1 where they have several. */
    public int onlyOrigin(int mark) {
        for (int origin = 0; origin < origins(); origin++) {
            int share = ofOrigin(mark, origin);
            if (share > 0) {
                return share == counts[mark] ? origin : -1;
            }
        }
        return -1;
    }

    /** What the mark is drawn as: the most telling of its events. */
    public Lane.Mark kind(int mark) {
        return Lane.Mark.values()[kinds[mark]];
    }

    /** The left edge of the next mark in the lane; infinite where there is none. */
    public double next(int mark) {
        return mark + 1 < size && lanes[mark + 1] == lanes[mark] ? left[mark + 1] : Double.POSITIVE_INFINITY;
    }

    /** The largest count of a mark. */
    public int mostInMark() {
        return mostInMark;
    }

    /** The number of one of the mark's events, counted from 0 in time order. */
    int event(int mark, int place) {
        return timeline.lanes().get(lanes[mark]).events()[firsts[mark] + place];
    }

    /** The numbers of the mark's events, in time order. */
    public int[] events(int mark) {
        return Arrays.copyOfRange(timeline.lanes().get(lanes[mark]).events(), firsts[mark],
                firsts[mark] + counts[mark]);
    }

    /** The mark at a point, the nearest within a mark's half width; -1 where there is none. */
    public int markAt(double x, double y) {
        return markIn((int) Math.floor(y / laneHeight), x);
    }

    /** The mark of a lane at a pixel, the nearest within a mark's half width; -1 where there is none. */
    public int markIn(int lane, double x) {
        int found = -1;
        double nearest = HALF_MARK;
        for (int mark = 0; mark < size; mark++) {
            if (lanes[mark] == lane) {
                double distance = x < left[mark] ? left[mark] - x : x > right[mark] ? x - right[mark] : 0;
                if (distance < nearest) {
                    nearest = distance;
                    found = mark;
                }
            }
        }
        return found;
    }
}
