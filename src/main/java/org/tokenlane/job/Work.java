package org.tokenlane.job;

import org.jspecify.annotations.Nullable;

/** What a task does. */
@FunctionalInterface
public interface Work<T extends @Nullable Object> {

    /**
     * Does it, and looks now and then whether it is still wanted.
     *
     * @throws java.util.concurrent.CancellationException
     *             where it stopped because it was cancelled
     */
    T run(Progress progress) throws Exception;
}
