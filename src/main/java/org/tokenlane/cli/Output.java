package org.tokenlane.cli;

import java.io.PrintWriter;
import org.tokenlane.report.JsonText;

/** Where a command writes to. */
final class Output {

    private final PrintWriter out;
    private final PrintWriter err;

    Output(PrintWriter out, PrintWriter err) {
        this.out = out;
        this.err = err;
    }

    PrintWriter out() {
        return out;
    }

    PrintWriter err() {
        return err;
    }

    /** One line for the person, about what happened beside the result. */
    void note(String line) {
        err.println(line);
        err.flush();
    }

    void line(String line) {
        out.println(line);
    }

    /**
     * Writes a value (maps, collections, arrays of int, texts, numbers, truth values, null) as one JSON text over
     * several lines.
     */
    void json(Object value) {
        JsonText.pretty(out, value);
        out.println();
    }
}
