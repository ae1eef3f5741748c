package org.tokenlane.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javafx.application.Application;

/**
 * Runs commands one after another in one process, and the window, so that the build of the packages can record what they need in a cache
 * of classes (jpackage/ClassCache.java). It is not called otherwise.
 */
final class Rehearsal {

    private Rehearsal() {
    }

    /**
     * The arguments: a file with one command a line, its words between spaces, and the case that is meant by CASE. A line
     * with the case alone opens the window, as it does for the launcher, looks at its pages and closes it.
     */
    public static void main(String[] arguments) throws IOException {
        System.exit(run(Path.of(arguments[0]), arguments[1]));
    }

    /** Gives the exit code of the first command that does not end well, which is the last to say why, else 0. */
    static int run(Path commands, String caseFile) throws IOException {
        List<String> lines = Files.readAllLines(commands).stream().filter(line -> !line.startsWith("#")).toList();
        for (String line : lines) {
            String[] words = line.split(" ");
            for (int i = 0; i < words.length; i++) {
                words[i] = words[i].equals("CASE") ? caseFile : words[i];
            }
            if (Launcher.wantsWindow(words)) {
                Application.launch(WindowRehearsal.class, words);
                continue;
            }
            int code = Launcher.run(words);
            if (code != 0) {
                return code;
            }
        }
        return 0;
    }
}
