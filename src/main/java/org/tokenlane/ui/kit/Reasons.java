package org.tokenlane.ui.kit;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.util.Objects;
import org.tokenlane.model.text.ShownException;
import org.tokenlane.model.text.Text;

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
        case IOException io -> KitText.FILE_FAILED.with(Objects.toString(io.getMessage(), ""));
        default -> isOurs(failure) ? KitText.AS_GIVEN.with(failure.getMessage()) : KitText.UNEXPECTED.with();
        };
    }

    /** For a failure that no part of the window expects. */
    public static Text unexpected(Throwable failure) {
        return KitText.UNEXPECTED_NAMED.with(failure.toString());
    }

    /** Failures that this program describes itself. */
    private static boolean isOurs(Throwable failure) {
        return failure.getMessage() != null && failure.getClass().getName().startsWith("org.tokenlane.");
    }
}
