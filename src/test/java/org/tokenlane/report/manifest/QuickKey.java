package org.tokenlane.report.manifest;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.function.UnaryOperator;

/** Signing keys for tests, whose password is checked quickly, and what somebody may sign with them. */
public final class QuickKey {

    private static final int ITERATIONS = 1_000;

    private QuickKey() {
    }

    public static SigningKey create(Path file, String password) throws IOException {
        return SigningKey.create(file, password.toCharArray(), ITERATIONS);
    }

    /** Changes what a manifest says and signs it again. */
    public static void signAgain(Path manifest, Path key, String password, UnaryOperator<String> change)
            throws IOException {
        String text = Files.readString(manifest);
        String changed = change.apply(text.substring(0, text.indexOf("signature ")));
        Files.writeString(manifest, changed + "signature " + Base64.getEncoder().encodeToString(
                SigningKey.read(key, password.toCharArray()).sign(changed.getBytes(StandardCharsets.UTF_8))) + "\n");
    }
}
