package org.tokenlane.cli;

import java.io.Console;
import java.io.PrintStream;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.tokenlane.job.Progress;
import org.tokenlane.model.time.Durations;

/**
 * Shows how far an import is on one line of a terminal: bytes, records per second, time left. Prints nothing where no
 * terminal is.
 */
final class ImportBar implements Progress {

    private static final long EVERY = 200_000_000L;
    private static final int WIDTH = 24;

    private final Interruption interruption;
    private final PrintStream terminal;
    private final boolean shown;
    private String name = "";
    private long bytes;
    private long done;
    private long records;
    private long started;
    private long drawn;
    private int drawnWidth;

    ImportBar(Interruption interruption, PrintStream terminal, boolean shown) {
        this.interruption = interruption;
        this.terminal = terminal;
        this.shown = shown;
    }

    static boolean isTerminal() {
        Console console = System.console();
        return console != null && console.isTerminal();
    }

    @Override
    public void begin(String what, long size) {
        name = what.substring(Math.max(what.lastIndexOf('/'), what.lastIndexOf('\\')) + 1);
        bytes = size;
        done = 0;
        records = 0;
        started = System.nanoTime();
        drawn = 0;
    }

    @Override
    public void advance(long moreBytes, long moreRecords) {
        done += moreBytes;
        records += moreRecords;
        long now = System.nanoTime();
        if (shown && now - drawn > EVERY) {
            drawn = now;
            draw(line((now - started) / 1e9));
        }
    }

    /** The line after so many seconds. */
    String line(double seconds) {
        double megabytes = done / 1e6;
        String rate = String.format(Locale.ROOT, "%,.0f records, %,.0f records/s", (double) records,
                records / Math.max(seconds, 1e-3));
        if (bytes <= 0) {
            return TextTable.shown(name) + "  " + String.format(Locale.ROOT, "%,.0f MB, ", megabytes) + rate;
        }
        double part = Math.min(1, (double) done / bytes);
        long left = Math.round(seconds / Math.max(part, 1e-6) * (1 - part));
        int filled = (int) Math.round(part * WIDTH);
        return TextTable.shown(name) + "  [" + "#".repeat(filled) + ".".repeat(WIDTH - filled) + "] "
                + String.format(Locale.ROOT, "%3.0f %%, %,.0f of %,.0f MB, ", part * 100, megabytes, bytes / 1e6) + rate
                + ", "
                + Durations.units(TimeUnit.SECONDS.toNanos(left)) + " left";
    }

    private void draw(String line) {
        terminal.print("\r" + line + " ".repeat(Math.max(0, drawnWidth - line.length())));
        terminal.flush();
        drawnWidth = line.length();
    }

    void close() {
        if (drawnWidth > 0) {
            draw("");
            terminal.print("\r");
            terminal.flush();
            drawnWidth = 0;
        }
    }

    @Override
    public boolean isCancelled() {
        return interruption.isWanted();
    }
}
