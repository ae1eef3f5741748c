package org.tokenlane.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.BitSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tokenlane.correlate.Correlation;
import org.tokenlane.extract.CaseExtract;
import org.tokenlane.extract.ExtractAccount;
import org.tokenlane.extract.pseudonym.Pseudonymiser;
import org.tokenlane.job.Progress;
import org.tokenlane.store.CaseFile;

/**
 * The whole case with pseudonyms, for one report or export of it: made apart from what is the analyst's, encrypted with
 * a password that nobody has, and taken away when it
 * is closed.
 */
final class PseudonymCase implements AutoCloseable {

    private final Path folder;
    private final Path file;
    private final CaseFile caseFile;
    private final ExtractAccount account;

    /** Fails where a value that was to be replaced still stands somewhere. */
    PseudonymCase(CaseFile from, Correlation correlation, Pseudonymiser pseudonymiser, @Nullable Path keyFile,
            Progress progress) {
        try {
            folder = Files.createTempDirectory("tokenlane-");
        } catch (IOException e) {
            throw new CommandFailure(CliText.NO_TEMPORARY_FOLDER.with());
        }
        file = folder.resolve("pseudonyms.tlcase");
        char[] password = UUID.randomUUID().toString().toCharArray();
        BitSet all = new BitSet();
        all.set(0, correlation.events().size());
        boolean made = false;
        try {
            account = CaseExtract.write(from, correlation, all,
                    new CaseExtract.Wish(file, password, "", CliText.SELECTED_ALL.text(), pseudonymiser, keyFile,
                            false),
                    progress);
            if (!account.left().isEmpty()) {
                throw new CommandFailure(CliText.VALUES_LEFT.with(String.join("; ", account.left())));
            }
            caseFile = CaseFile.open(file, password);
            made = true;
        } finally {
            if (!made) {
                delete();
            }
        }
    }

    CaseFile caseFile() {
        return caseFile;
    }

    /** What these events of the whole case are here. */
    BitSet same(BitSet events) {
        return account.pairs().of(events);
    }

    @Override
    public void close() {
        caseFile.close();
        delete();
    }

    private void delete() {
        try {
            Files.deleteIfExists(file);
            Files.deleteIfExists(folder);
        } catch (IOException e) {
            throw new CommandFailure(CliText.TEMPORARY_FOLDER_LEFT.with(folder));
        }
    }
}
