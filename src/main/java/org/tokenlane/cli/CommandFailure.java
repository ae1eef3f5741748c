package org.tokenlane.cli;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.tokenlane.model.text.ShownException;
import org.tokenlane.model.text.Text;
import org.tokenlane.store.StoreText;
import org.tokenlane.store.SystemWords;

/** A command cannot do what was asked; the message is the one line that is printed. */
final class CommandFailure extends ShownException {

    private static final long serialVersionUID = 1;

    private final int exitCode;

    CommandFailure(Text shown) {
        this(shown, CaseCommand.FAILED);
    }

    CommandFailure(Text shown, int exitCode) {
        super(shown);
        this.exitCode = exitCode;
    }

    /** The file that was to be written exists, and is left as it is. */
    static CommandFailure exists(Path path) {
        return new CommandFailure(CliText.FILE_EXISTS.with(path));
    }

    /** Says why a file or folder could not be written; the system's own words are often no more than the path. */
    static CommandFailure unwritten(Path path, IOException e) {
        Path folder = path.toAbsolutePath().getParent();
        return new CommandFailure(switch (e) {
        case AccessDeniedException denied -> CliText.WRITE_DENIED.with(path);
        case FileAlreadyExistsException file -> CliText.WRITE_INTO_FILE.with(path, String.valueOf(file.getFile()));
        // of a folder on a drive that is gone, nobody can say whether it exists
        default -> folder != null && !Files.exists(folder) && !Files.notExists(folder)
                ? CliText.WRITE_GONE.with(path, StoreText.DRIVE_GONE.text())
                : folder != null && !Files.isDirectory(folder) ? CliText.NO_FOLDER_FOR_FILE.with(path, folder)
                        : SystemWords.known(e).<Text> map(words -> CliText.WRITE_GONE.with(path, words))
                                .orElseGet(() -> CliText.WRITE_FAILED.with(path, String.valueOf(e.getMessage())));
        });
    }

    /** Says why a file could not be read. */
    static CommandFailure unread(Path path, IOException e) {
        return new CommandFailure(switch (e) {
        case AccessDeniedException denied -> CliText.READ_DENIED.with(path);
        case NoSuchFileException missing -> CliText.NO_SUCH_FILE.with(path);
        default -> !Files.exists(path) ? CliText.NO_SUCH_FILE.with(path)
                : CliText.READ_FAILED.with(path, String.valueOf(e.getMessage()));
        });
    }

    /** What a failure says to people. */
    static Text words(Exception e) {
        return e instanceof ShownException shown ? shown.shown()
                : CliText.MESSAGE.with(String.valueOf(e.getMessage()));
    }

    int exitCode() {
        return exitCode;
    }
}
