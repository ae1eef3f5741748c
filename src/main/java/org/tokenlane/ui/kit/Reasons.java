package org.tokenlane.ui.kit;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.util.Objects;
import org.tokenlane.model.text.ShownException;
import org.tokenlane.model.text.Text;
import org.tokenlane.store.SystemWords;

/** Why something failed, as a sentence for the analyst. The log file has the details. */
public final class Reasons {

    private Reasons() {
    }

    public static Text of(Throwable failure) {
        return switch (failure) {
        case ShownException shown -> shown.shown();
        case NoSuchFileException missing -> KitText.NO_SUCH_FILE.with(missing.getFile());
        case FileNotFoundException missing -> KitText.NO_SUCH_FILE.with(Objects.toString(missing.getMessage(), ""));
        case AccessDeniedException denied -> KitText.ACCESS_DENIED.with(denied.getFile());
        case IOException io -> SystemWords.known(io).<Text> map(KitText.DISK_FAILED::with)
                .orElseGet(() -> KitText.FILE_FAILED.with(Objects.toString(io.getMessage(), "")));
        default -> other(failure);
        };
    }

    /** For a failure that no part of the window expects. */
    public static Text unexpected(Throwable failure) {
        return KitText.UNEXPECTED_NAMED.with(failure.toString());
    }

    /** The message of a failure that this program describes itself; others say nothing to an analyst. */
    private static Text other(Throwable failure) {
        String message = failure.getMessage();
        return message != null && failure.getClass().getName().startsWith("org.tokenlane.")
                ? KitText.AS_GIVEN.with(message)
                : KitText.UNEXPECTED.with();
    }
}
