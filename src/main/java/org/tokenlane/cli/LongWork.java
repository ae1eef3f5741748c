package org.tokenlane.cli;

import java.util.concurrent.CancellationException;
import org.jspecify.annotations.Nullable;
import org.tokenlane.job.CommandRunner;
import org.tokenlane.model.text.ProgramFailure;

/** Work of a command that takes its time: a terminal shows how far it is, and Ctrl-C ends it in good order. */
final class LongWork {

    private LongWork() {
    }

    /**
     * Does the work.
     *
     * @param drawn
     *            whether a terminal may show how far it is
     * @param stopped
     *            what is said where Ctrl-C ended it
     */
    static <T extends @Nullable Object> T run(boolean drawn, CliText stopped, CommandRunner.CommandWork<T> work) {
        ImportBar bar = new ImportBar(System.err, drawn && ImportBar.isTerminal());
        try (CommandRunner runner = new CommandRunner(bar::show, ProgramFailure::of)) {
            return runner.run(work);
        } catch (CancellationException ended) {
            throw new CommandFailure(stopped.with());
        } finally {
            bar.close();
        }
    }
}
