package org.tokenlane.fuzz;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.tokenlane.ingest.files.EvidenceFile;
import org.tokenlane.ingest.files.EvidenceFiles;
import org.tokenlane.ingest.files.ReadFailure;

/**
 * What is true of every archive and file of tables: it is refused with a reason, or each file in it can be read to an
 * end or to an error with a reason.
 */
final class FileInvariants {

    private static final int MOST_FILES = 50;
    private static final int MOST_BYTES = 1 << 21;

    private FileInvariants() {
    }

    static void check(Path path) {
        EvidenceFiles found = EvidenceFiles.below(List.of(path));
        found.unreadable().forEach(remark -> {
            if (remark.path().isEmpty() || remark.reason().isEmpty()) {
                throw new AssertionError("refused without a reason: " + remark);
            }
        });
        if (Files.isRegularFile(path) && found.files().isEmpty() && found.unreadable().isEmpty()) {
            throw new AssertionError("the file is gone without a word");
        }
        found.files().stream().limit(MOST_FILES).forEach(FileInvariants::read);
    }

    private static void read(EvidenceFile file) {
        byte[] bytes;
        try (InputStream in = file.content().open()) {
            bytes = in.readNBytes(MOST_BYTES);
        } catch (IOException refused) {
            if (ReadFailure.of(refused).toString().isEmpty()) {
                throw new AssertionError("refused without a reason", refused);
            }
            return;
        }
        TextInvariants.check(bytes);
    }
}
