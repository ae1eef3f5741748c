package org.tokenlane.store;

import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * For tests that open encrypted cases often and are about something else: their keys are derived by fewer rounds, which
 * count as enough meanwhile. With the compiler that tests run with, a real key takes seconds.
 */
public final class QuickKeys implements BeforeAllCallback, AfterAllCallback {

    private static final int ROUNDS = 1_000;

    @Override
    public void beforeAll(ExtensionContext context) {
        use();
    }

    @Override
    public void afterAll(ExtensionContext context) {
        KeyHeader.quick(KeyHeader.ROUNDS);
    }

    /** For a process of its own. */
    static void use() {
        KeyHeader.quick(ROUNDS);
    }
}
