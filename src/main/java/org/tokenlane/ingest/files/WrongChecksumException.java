package org.tokenlane.ingest.files;

import java.io.IOException;

/** Content that was unpacked to its end but is not what was packed: nothing shows which of it was changed. */
public final class WrongChecksumException extends IOException {

    private static final long serialVersionUID = 1;
}
