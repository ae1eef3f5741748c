package org.tokenlane.app;

import java.io.IOException;
import java.nio.file.Path;
import java.util.logging.FileHandler;
import java.util.logging.Handler;
import java.util.logging.LogManager;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import org.jspecify.annotations.Nullable;
import org.tokenlane.model.evidence.OwnerOnly;

/** Sends all that the program and its libraries log to a file, and nothing of it to the terminal. */
final class LogFile {

    private static final int BYTES = 1 << 20;
    private static final int KEPT = 3;

    private LogFile() {
    }

    /**
     * Begins to log; gives the file, or null where none can be written, which must not keep the program from working.
     */
    static @Nullable Path open(Path folder) {
        Logger root = LogManager.getLogManager().getLogger("");
        for (Handler handler : root.getHandlers()) {
            root.removeHandler(handler);
        }
        try {
            // logs name files and failures of a case; the rights of the folder also hold for what the handler makes
            // later
            OwnerOnly.folder(folder);
            // % is an escape in the handler's patterns
            FileHandler file = new FileHandler(folder.toString().replace("%", "%%") + "/tokenlane-%g.log", BYTES, KEPT,
                    true);
            file.setFormatter(new SimpleFormatter());
            file.setEncoding("UTF-8");
            root.addHandler(file);
            Path log = folder.resolve("tokenlane-0.log");
            OwnerOnly.restrict(log);
            return log;
        } catch (IOException | SecurityException unwritable) {
            return null;
        }
    }
}
