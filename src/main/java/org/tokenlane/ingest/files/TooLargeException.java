package org.tokenlane.ingest.files;

import java.io.IOException;

/** Packed content that expands to so many times its size that it is no log. */
public final class TooLargeException extends IOException {

    private static final long serialVersionUID = 1;
}
