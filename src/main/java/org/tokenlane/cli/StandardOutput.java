package org.tokenlane.cli;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Locale;

/**
 * Where the results of commands go. A print stream swallows what goes wrong; here it ends the command: quietly where
 * the reader has gone, else with the reason.
 */
public final class StandardOutput extends FilterOutputStream {

    /** How the systems say that a pipe's reader has gone: Linux, macOS and Windows in two ways. */
    private static final String[] GONE = { "broken pipe", "pipe is being closed", "pipe has been ended" };

    public StandardOutput(OutputStream out) {
        super(out);
    }

    @Override
    public void write(int value) {
        write(new byte[] { (byte) value }, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int from, int length) {
        try {
            out.write(bytes, from, length);
        } catch (IOException e) {
            throw failure(e);
        }
    }

    @Override
    public void flush() {
        try {
            out.flush();
        } catch (IOException e) {
            throw failure(e);
        }
    }

    private static RuntimeException failure(IOException e) {
        String reason = String.valueOf(e.getMessage()).toLowerCase(Locale.ROOT);
        for (String gone : GONE) {
            if (reason.contains(gone)) {
                return new ReaderGoneException(e);
            }
        }
        return new OutputFailure(e);
    }
}
