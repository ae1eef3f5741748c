package org.tokenlane.cli;

/** A command cannot do what was asked; the message is the one line that is printed. */
final class CommandFailure extends RuntimeException {

    CommandFailure(String message) {
        super(message);
    }
}
