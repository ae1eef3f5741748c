package org.tokenlane.store;

import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** What is at a path where a case is meant to be. */
final class CasePlace {

    private CasePlace() {
    }

    static void refuseWhatIsOpenHere(Path target) {
        if (CaseHold.isHere(target)) {
            throw CaseConnection.inUse(target, null);
        }
    }

    static void refuseWhatIsNoCase(Path target, char @Nullable [] password) {
        if (!Files.exists(target)) {
            throw new CaseFileException(StoreText.NO_CASE.with(target));
        }
        if (Files.isDirectory(target)) {
            throw new CaseFileException(StoreText.IS_FOLDER.with(target));
        }
        if (!Files.isReadable(target)) {
            throw new CaseFileException(StoreText.READ_DENIED.with(target));
        }
        if (!target.getFileName().toString().endsWith(TlcasePath.SUFFIX)) {
            throw new CaseFileException(StoreText.OTHER_NAME.with(target, TlcasePath.SUFFIX));
        }
        if (password == null && isEncrypted(target)) {
            throw new CaseFileException(StoreText.PASSWORD_NEEDED.with(target));
        }
    }

    /** Tells whether a case needs a password. */
    static boolean isEncrypted(Path file) {
        Boolean openHere = CaseHold.isEncryptedHere(file);
        return openHere == null ? KeyHeader.isEncrypted(file) : openHere;
    }

    /** The file of the case with this name, which may be given without its suffix. */
    static Path named(Path file) {
        return Files.exists(file) ? file : withSuffix(file);
    }

    static Path withSuffix(Path file) {
        return file.getFileName().toString().endsWith(TlcasePath.SUFFIX) ? file
                : file.resolveSibling(file.getFileName() + TlcasePath.SUFFIX);
    }
}
