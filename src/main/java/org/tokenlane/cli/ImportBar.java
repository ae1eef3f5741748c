package org.tokenlane.cli;

import java.io.Console;
import java.io.PrintStream;
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
        long megabytes = Math.round(step.bytes() / 1e6);
        long pace = Math.round(step.recordsPerSecond());
        if (step.size() <= 0) {
            return step.bytes() == 0 ? CliText.PROGRESS_OF_RECORDS.text(TextTable.shown(name), step.records(), pace)
                    : CliText.PROGRESS.text(TextTable.shown(name), megabytes, step.records(), pace);
        }
        int filled = (int) Math.round(step.share() * WIDTH);
        String bar = '[' + "#".repeat(filled) + ".".repeat(WIDTH - filled) + ']';
        if (step.counted()) {
            return CliText.PROGRESS_OF_PIECES.text(TextTable.shown(name), bar, step.bytes(), step.size());
        }
        return CliText.PROGRESS_OF_SIZE.text(TextTable.shown(name), bar, Math.round(step.share() * 100), megabytes,
                Math.round(step.size() / 1e6), step.records(), pace,
                Durations.units(TimeUnit.SECONDS.toNanos(Math.max(0, step.secondsLeft()))));
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
