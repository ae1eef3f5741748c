package org.tokenlane.cli;

import java.io.Console;
import java.io.PrintStream;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.tokenlane.job.Progress;
import org.tokenlane.model.time.Durations;

/**
 * Shows how far a command is on one line of a terminal: bytes, records per second, time left. Prints nothing where no
 * terminal is.
 */
final class ImportBar {

    private static final long EVERY = 200_000_000L;
    private static final int WIDTH = 24;

    private final PrintStream terminal;
    private final boolean shown;
    private long drawn;
    private int drawnWidth;

    ImportBar(PrintStream terminal, boolean shown) {
        this.terminal = terminal;
        this.shown = shown;
    }

    static boolean isTerminal() {
        Console console = System.console();
        return console != null && console.isTerminal();
    }

    /** Draws how far the work is, at most a few times a second. */
    void show(Progress.Step step) {
        long now = System.nanoTime();
        if (shown && step.bytes() + step.records() > 0 && now - drawn > EVERY) {
            drawn = now;
            draw(line(step));
        }
    }

    /** The line for so much of a part. */
    static String line(Progress.Step step) {
        String name = step.part().substring(Math.max(step.part().lastIndexOf('/'), step.part().lastIndexOf('\\')) + 1);
        double megabytes = step.bytes() / 1e6;
        String rate = String.format(Locale.ROOT, "%,.0f records, %,.0f records/s", (double) step.records(),
                step.recordsPerSecond());
        if (step.size() <= 0) {
            return TextTable.shown(name) + "  " + String.format(Locale.ROOT, "%,.0f MB, ", megabytes) + rate;
        }
        double part = step.share();
        long left = Math.max(0, step.secondsLeft());
        int filled = (int) Math.round(part * WIDTH);
        return TextTable.shown(name) + "  [" + "#".repeat(filled) + ".".repeat(WIDTH - filled) + "] "
                + String.format(Locale.ROOT, "%3.0f %%, %,.0f of %,.0f MB, ", part * 100, megabytes, step.size() / 1e6)
                + rate
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
}
