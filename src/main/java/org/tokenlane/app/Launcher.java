package org.tokenlane.app;

import java.io.PrintWriter;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Path;
import org.tokenlane.cli.TokenlaneCommand;

/** The program's entry point. */
public final class Launcher {

    private static final Logger LOG = System.getLogger(Launcher.class.getName());

    private Launcher() {
    }

    public static void main(String[] arguments) {
        Path log = LogFile.open(LogFile.folder(System.getProperty("os.name"), System.getProperty("user.home"), System.getenv()));
        Thread.setDefaultUncaughtExceptionHandler((thread, failure) -> fail(failure, log));
        System.exit(new TokenlaneCommand(new PrintWriter(System.out), new PrintWriter(System.err, true), log).run(arguments));
    }

    private static void fail(Throwable failure, Path log) {
        if (failure instanceof OutOfMemoryError) {
            System.err.println("Tokenlane ran out of memory; nothing of the file being imported was kept. Give it more, for example: TOKENLANE_OPTS=-Xmx4g");
        } else {
            System.err.println("Tokenlane had to stop (" + failure + ")." + (log == null ? "" : " Details are in " + log + "."));
        }
        LOG.log(Level.ERROR, "stopped", failure);
        Runtime.getRuntime().halt(1);
    }
}
