package org.tokenlane.ingest.files;

import java.io.EOFException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.util.zip.ZipException;
import org.apache.commons.compress.MemoryLimitException;
import org.apache.commons.compress.PasswordRequiredException;
import org.tokenlane.model.evidence.HeldFileException;
import org.tokenlane.model.text.Text;

/** Says in words why reading failed; the words of the Java library name its classes. */
public final class ReadFailure {

    private ReadFailure() {
    }

    /** The reason as a clause. */
    public static Text of(IOException failure) {
        return (switch (failure) {
        case PasswordRequiredException encrypted -> FilesText.ENCRYPTED_MEMBER;
        case MemoryLimitException tooMuch -> FilesText.MEMBER_MEMORY;
        case TooLargeException bomb -> FilesText.EXPANDS_TOO_FAR;
        case EOFException early -> FilesText.ENDS_EARLY;
        case HeldFileException open -> FilesText.IS_OPEN_CASE;
        case AccessDeniedException denied -> FilesText.NO_PERMISSION;
        case NoSuchFileException gone -> FilesText.GONE;
        case WrongChecksumException changed -> FilesText.WRONG_CHECKSUM;
        case ZipException damaged -> FilesText.ARCHIVE_DAMAGED;
        default -> FilesText.READ_ERROR;
        }).with();
    }
}
