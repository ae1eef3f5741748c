package org.tokenlane.query;

/** Follows an evaluation while it runs. Asked and told by several threads. */
@FunctionalInterface
public interface Watch {

    /** Ends the evaluation with an exception where its answer is not wanted any more. */
    void check();

    /** So many of the blocks of raw records are read. */
    default void read(int blocks, int ofBlocks) {
        // not everyone wants to know
    }
}
