package org.tokenlane.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.logging.FileHandler;
import java.util.logging.Handler;
import java.util.logging.LogManager;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;

/** Sends all that the program and its libraries log to a file, and nothing of it to the terminal. */
final class LogFile {

    private static final int BYTES = 1 << 20;
    private static final int KEPT = 3;

    private LogFile() {
    }

    /**
     * Begins to log; gives the file, or null where none can be written, which must not keep the program from working.
     */
    static Path open(Path folder) {
        Logger root = LogManager.getLogManager().getLogger("");
        for (Handler handler : root.getHandlers()) {
            root.removeHandler(handler);
        }
        try {
            Files.createDirectories(folder);
            // % is an escape in the handler's patterns
            FileHandler file = new FileHandler(folder.toString().replace("%", "%%") + "/tokenlane-%g.log", BYTES, KEPT,
                    true);
            file.setFormatter(new SimpleFormatter());
            file.setEncoding("UTF-8");
            root.addHandler(file);
            return folder.resolve("tokenlane-0.log");
        } catch (IOException | SecurityException unwritable) {
            return null;
        }
    }
}
