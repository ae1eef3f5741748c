package org.tokenlane.cli;

import java.io.PrintWriter;
import org.tokenlane.model.text.Text;
import org.tokenlane.model.text.TextKey;
import org.tokenlane.report.JsonText;

/** Where a command writes to: texts of the catalogue and values of the case; nothing else prints in commands. */
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

    /** One line for the person on standard error, apart from the result. */
    void note(TextKey key, Object... arguments) {
        noteValue(key.text(arguments));
    }

    /** As {@link #note}, for a line that is put together already. */
    void noteValue(String line) {
        err.println(line);
        err.flush();
    }

    void line(TextKey key, Object... arguments) {
        out.println(key.text(arguments));
    }

    void line(Text text) {
        out.println(text);
    }

    void blank() {
        out.println();
    }

    /** A line that is put together already: values of the case, rows of a table. */
    void value(String line) {
        out.println(line);
    }

    /** A text of several lines that is put together already. */
    void text(String lines) {
        out.print(lines);
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
