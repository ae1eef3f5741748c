package org.tokenlane.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** The computer's name as the system has it. Java's own way may ask the network for it, which Tokenlane never does. */
final class HostName {

    private static final Path LINUX = Path.of("/proc/sys/kernel/hostname");

    private HostName() {
    }

    /** Null where it is not known. */
    static @Nullable String get() {
        String windows = System.getenv("COMPUTERNAME");
        if (windows != null) {
            return windows;
        }
        try {
            return Files.isReadable(LINUX) ? Files.readString(LINUX).strip() : System.getenv("HOSTNAME");
        } catch (IOException unknown) {
            return System.getenv("HOSTNAME");
        }
    }
}
