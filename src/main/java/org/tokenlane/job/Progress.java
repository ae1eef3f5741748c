package org.tokenlane.job;

/** Takes word of how far a piece of work is, and says whether it is still wanted. Called from the thread that works. */
public interface Progress {

    /** Nobody looks on and nobody cancels. */
    Progress NONE = new Progress() {
    };

    /**
     * A part of the work begins.
     *
     * @param name
     *            what it is, for people
     * @param bytes
     *            its size in bytes, or -1 where that is not known
     */
    default void begin(String name, long bytes) {
    }

    /** So many bytes and records of the present part are done. */
    default void advance(long bytes, long records) {
    }

    /** The present part is over. */
    default void end() {
    }

    /** Tells whether the work is to stop; what was begun is then undone. */
    default boolean isCancelled() {
        return false;
    }
}
