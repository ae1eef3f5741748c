package org.tokenlane.job;

import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What a piece of work reports while it runs, and asks whether it is still wanted. Used by the threads that work; what
 * listens hears of the beginning and the end of each part and, in between, a few times a second.
 */
public final class Progress {

    private static final Duration PAUSE = Duration.ofMillis(150);

    /** Nobody listens and nobody cancels. */
    public static final Progress NONE = new Progress(new Cancellation());

    /**
     * How far a part of the work is.
     *
     * @param part
     *            what it is
     * @param size
     *            its size in bytes, or -1 where that is not known; in pieces where it is counted
     * @param bytes
     *            the bytes, or pieces, that are done
     * @param records
     *            the records that are done
     * @param nanos
     *            how long that took, in nanoseconds
     * @param ended
     *            whether the part is over
     * @param counted
     *            whether it is counted in pieces, such as rules, and not in bytes
     */
    public record Step(String part, long size, long bytes, long records, long nanos, boolean ended, boolean counted) {

        /** How much of the part is done, from 0 to 1; -1 where its size is not known. */
        public double share() {
            return size <= 0 ? -1 : Math.min(1, (double) bytes / size);
        }

        public double recordsPerSecond() {
            return records / Math.max(nanos / 1e9, 1e-3);
        }

        /** How long the rest will take at the pace so far, in seconds; -1 where that cannot be estimated. */
        public long secondsLeft() {
            double share = share();
            return share <= 0 ? -1 : Math.round(nanos / 1e9 / share * (1 - share));
        }
    }

    private final Cancellation cancellation;
    private final @Nullable Consumer<Step> listener;
    private final long pause;
    private String part = "";
    private long size = -1;
    private boolean counted;
    private long bytes;
    private long records;
    private long begun;
    private long reported;

    /** Nobody listens. */
    public Progress(Cancellation cancellation) {
        this(cancellation, null, PAUSE);
    }

    /** Reports a few times a second. */
    public Progress(Cancellation cancellation, Consumer<Step> listener) {
        this(cancellation, listener, PAUSE);
    }

    /**
     * @param pause
     *            the shortest time between two reports of one part
     */
    public Progress(Cancellation cancellation, @Nullable Consumer<Step> listener, Duration pause) {
        this.cancellation = cancellation;
        this.listener = listener;
        this.pause = pause.toNanos();
    }

    /**
     * A part of the work begins.
     *
     * @param name
     *            what it is
     * @param length
     *            its size in bytes, or -1 where that is not known
     */
    public void begin(String name, long length) {
        begin(name, length, false);
    }

    /** A part of the work begins that consists of so many pieces; {@link #advance} counts them in place of bytes. */
    public void beginPieces(String name, int pieces) {
        begin(name, pieces, true);
    }

    private synchronized void begin(String name, long length, boolean inPieces) {
        if (listener != null) {
            part = name;
            size = length;
            counted = inPieces;
            bytes = 0;
            records = 0;
            begun = System.nanoTime();
            report(listener, begun, false);
        }
    }

    /** So many more bytes and records of the present part are done. */
    public synchronized void advance(long moreBytes, long moreRecords) {
        if (listener != null) {
            bytes += moreBytes;
            records += moreRecords;
            long now = System.nanoTime();
            if (now - reported >= pause) {
                report(listener, now, false);
            }
        }
    }

    /** The present part is over. */
    public synchronized void end() {
        if (listener != null) {
            report(listener, System.nanoTime(), true);
        }
    }

    private void report(Consumer<Step> to, long now, boolean ended) {
        reported = now;
        to.accept(new Step(part, size, bytes, records, now - begun, ended, counted));
    }

    /** Whether the work is to stop; what was begun is then undone. */
    public boolean isCancelled() {
        return cancellation.isRequested();
    }

    /**
     * Goes on only where the work is still wanted.
     *
     * @throws CancellationException
     *             where it is not
     */
    public void stopIfCancelled() {
        cancellation.check();
    }
}
