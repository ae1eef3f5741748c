package org.tokenlane.cli;

import java.io.IOException;
import org.tokenlane.model.text.ShownException;

/** The output could not be written, for another reason than that nobody reads it any more. */
final class OutputFailure extends ShownException {

    private static final long serialVersionUID = 1;

    OutputFailure(IOException cause) {
        super(CliText.STANDARD_OUTPUT_CUT.with(String.valueOf(cause.getMessage())), cause);
    }
}
