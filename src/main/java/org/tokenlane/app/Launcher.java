package org.tokenlane.app;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import javafx.application.Application;
import org.jspecify.annotations.Nullable;
import org.tokenlane.cli.StandardOutput;
import org.tokenlane.cli.TokenlaneCommand;
import org.tokenlane.detect.library.Library;
import org.tokenlane.model.text.Language;
import org.tokenlane.ui.state.Settings;

/** The program's entry point: a command, or the window where none is given. */
public final class Launcher {

    private static final Logger LOG = System.getLogger(Launcher.class.getName());

    private Launcher() {
    }

    public static void main(String[] arguments) {
        System.exit(run(arguments));
    }

    /** Runs a command, or the window until it is closed, and gives the exit code. */
    static int run(String... arguments) {
        @Nullable
        Path log = LogFile.open(
                ProgramFolders.logs(System.getProperty("os.name"), System.getProperty("user.home"), System.getenv()));
        Thread.setDefaultUncaughtExceptionHandler((thread, failure) -> fail(failure, log));
        Path settings = ProgramFolders.settings(System.getProperty("os.name"), System.getProperty("user.home"),
                System.getenv());
        Language.choose(ProgramLanguage.of(System.getenv(),
                new Settings(settings.resolve(WindowProgram.SETTINGS)).language(), Locale.getDefault()));
        if (wantsWindow(arguments) && hasDisplay(System.getProperty("os.name"), System.getenv())) {
            Application.launch(WindowProgram.class, arguments);
            return 0;
        }
        return new TokenlaneCommand(new PrintWriter(
                new OutputStreamWriter(new StandardOutput(new FileOutputStream(FileDescriptor.out)),
                        System.out.charset())),
                new PrintWriter(System.err, true), log)
                .withLibrary(settings.resolve(Library.FILE))
                .run(arguments);
    }

    /** No command, a case file, or the sample case. */
    static boolean wantsWindow(String... arguments) {
        return arguments.length == 0 || arguments.length == 1
                && (arguments[0].endsWith(".tlcase") || arguments[0].startsWith(WindowProgram.SAMPLE));
    }

    /** Elsewhere than on Linux and its like there always is one. */
    static boolean hasDisplay(String operatingSystem, Map<String, String> environment) {
        String system = operatingSystem.toLowerCase(Locale.ROOT);
        return system.startsWith("windows") || system.startsWith("mac")
                || !environment.getOrDefault("DISPLAY", "").isBlank()
                || !environment.getOrDefault("WAYLAND_DISPLAY", "").isBlank();
    }

    private static void fail(Throwable failure, @Nullable Path log) {
        System.err.println(StopReason.of(failure, log));
        LOG.log(Level.ERROR, "stopped", failure);
        Runtime.getRuntime().halt(1);
    }
}
