package org.tokenlane.store;

import java.util.List;
import java.util.Optional;

/** What the operating system says of a disk or share, which has no code in Java, in words that people can act on. */
public final class SystemWords {

    private static final List<String> FULL = List.of("No space left", "not enough space"); // not for people
    /** What systems call a drive that was taken out, or a share that does not answer. */
    private static final List<String> GONE = List.of("Input/output error", "Stale file handle", // not for people
            "No such device", "Host is down", "Transport endpoint is not connected", // not for people
            "device is not ready", "device does not exist", "network path was not found", // not for people
            "network name is no longer available"); // not for people

    private SystemWords() {
    }

    /** Why something failed, as the end of a sentence with its full stop; empty for what is neither of the two. */
    public static Optional<String> known(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            String message = String.valueOf(cause.getMessage());
            if (FULL.stream().anyMatch(message::contains)) {
                return Optional.of(StoreText.DISK_FULL.text());
            }
            if (GONE.stream().anyMatch(message::contains)) {
                return Optional.of(StoreText.DRIVE_GONE.text());
            }
        }
        return Optional.empty();
    }
}
