package org.tokenlane.model.thread;

/**
 * The thread that draws the window must not wait for a disk. Whatever reads or writes a file asserts that it runs on
 * another thread, so that each test with a window fails where it does not.
 */
public final class WindowThread {

    private static final String NAME = "JavaFX Application Thread"; // not for people

    private WindowThread() {
    }

    /** Whether the calling thread draws the window. */
    public static boolean isCurrent() {
        return Thread.currentThread().getName().equals(NAME);
    }
}
