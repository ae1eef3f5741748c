package org.tokenlane.app;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.logging.Handler;
import java.util.logging.LogManager;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.tokenlane.model.evidence.OwnerOnly;

/** Sends what the program and its libraries log to a file, and nothing of it to the terminal. */
final class LogFile {

    private LogFile() {
    }

    /**
     * Begins to log; gives today's file, or null where none can be written, which must not keep the program from
     * working.
     */
    static @Nullable Path open(Path folder) {
        Logger root = LogManager.getLogManager().getLogger("");
        for (Handler handler : root.getHandlers()) {
            root.removeHandler(handler);
        }
        try {
            // logs name files of a case
            OwnerOnly.folder(folder);
            DailyLog log = new DailyLog(folder);
            log.cleanUp(Instant.now());
            root.addHandler(log);
            return log.file(Instant.now());
        } catch (IOException | SecurityException unwritable) {
            return null;
        }
    }
}
