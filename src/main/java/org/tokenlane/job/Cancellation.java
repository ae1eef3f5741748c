package org.tokenlane.job;

import java.util.concurrent.CancellationException;

/** The wish that a piece of work stop. Any thread may have it; the thread that works looks for it. */
public final class Cancellation {

    private volatile boolean requested;

    /** Asks the work to stop. */
    public void request() {
        requested = true;
    }

    public boolean isRequested() {
        return requested;
    }

    /**
     * Goes on only where the work is still wanted.
     *
     * @throws CancellationException
     *             where it is not
     */
    public void check() {
        if (requested) {
            throw new CancellationException();
        }
    }
}
