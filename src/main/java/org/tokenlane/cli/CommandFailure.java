package org.tokenlane.cli;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;

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

    /** Says why a file or folder could not be written; the system's own words are often no more than the path. */
    static CommandFailure unwritten(String what, Path path, IOException e) {
        Path folder = path.toAbsolutePath().getParent();
        String reason = switch (e) {
        case AccessDeniedException denied -> "you have no right to";
        case FileAlreadyExistsException file -> file.getFile() + " is a file";
        default -> folder != null && !Files.isDirectory(folder) ? "there is no folder " + folder : e.getMessage();
        };
        return new CommandFailure(what + " could not be written" + (what.contains(path.toString()) ? "" : " to " + path)
                + ": " + reason + ".");
    }

    int exitCode() {
        return exitCode;
    }
}
