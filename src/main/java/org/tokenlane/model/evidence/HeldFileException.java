package org.tokenlane.model.evidence;

import java.io.IOException;
import java.nio.file.Path;

/** A file is not opened or replaced, because this program has it open. The message is a clause for people. */
public final class HeldFileException extends IOException {

    private static final long serialVersionUID = 1;

    HeldFileException(Path file) {
        super(HeldText.OPEN_CASE.text(file.getFileName()));
    }
}
