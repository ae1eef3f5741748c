package org.tokenlane.app;

import java.io.PrintWriter;
import org.tokenlane.cli.TokenlaneCommand;

/** The program's entry point. */
public final class Launcher {

    private Launcher() {
    }

    public static void main(String[] arguments) {
        System.exit(TokenlaneCommand.run(new PrintWriter(System.out), new PrintWriter(System.err, true), arguments));
    }
}
