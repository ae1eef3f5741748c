package org.tokenlane.app;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.tokenlane.model.text.Text;

/** Why the program had to stop, for the person who started it. */
final class StopReason {

    private StopReason() {
    }

    /**
     * Says what happened and what to do.
     *
     * @param log
     *            the file with the details, null where there is none
     */
    static Text of(Throwable failure, @Nullable Path log) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            String message = String.valueOf(cause.getMessage());
            if (cause instanceof OutOfMemoryError) {
                return AppText.OUT_OF_MEMORY.with();
            }
            // the words of JavaFX's GtkApplication and of the loader of its libraries
            if (message.contains("Unable to load glass GTK library") || message.contains("libgtk-3")
                    || message.contains("libglassgtk3")) {
                return AppText.NO_GTK.with();
            }
            // not for people
            if (message.contains("Unable to open DISPLAY")) {
                return AppText.NO_DISPLAY.with();
            }
        }
        return log == null ? AppText.STOPPED.with() : AppText.STOPPED_LOGGED.with(log);
    }
}
