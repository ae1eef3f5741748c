package org.tokenlane.fuzz;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What Jazzer runs, in a process of its own: one of {@link Fuzzed}, named by {@code --target_args}. */
public final class FuzzTarget {

    private static @Nullable Fuzzed fuzzed;
    private static @Nullable Path folder;

    private FuzzTarget() {
    }

    public static void fuzzerInitialize(String[] arguments) throws IOException {
        fuzzed = Fuzzed.valueOf(arguments[0]);
        folder = Files.createTempDirectory("fuzzed");
        // a record that cannot be mapped is a finding here; its log would only be noise
        java.util.logging.Logger.getLogger("").setLevel(java.util.logging.Level.OFF);
    }

    public static void fuzzerTestOneInput(byte[] bytes) {
        Objects.requireNonNull(fuzzed).check(bytes, Objects.requireNonNull(folder));
    }
}
