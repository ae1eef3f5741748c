package org.tokenlane.cli;

/** A command cannot do what was asked; the message is the one line that is printed. */
final class CommandFailure extends RuntimeException {

    private final int exitCode;

    CommandFailure(String message) {
        this(message, CaseCommand.FAILED);
    }

    CommandFailure(String message, int exitCode) {
        super(message);
        this.exitCode = exitCode;
    }

    int exitCode() {
        return exitCode;
    }
}
