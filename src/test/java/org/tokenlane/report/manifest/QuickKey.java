package org.tokenlane.report.manifest;

import java.io.IOException;
import java.nio.file.Path;

/** Signing keys for tests, whose password is checked quickly. */
public final class QuickKey {

    private static final int ITERATIONS = 1_000;

    private QuickKey() {
    }

    public static void create(Path file, String password) throws IOException {
        SigningKey.create(file, password.toCharArray(), ITERATIONS);
    }
}
