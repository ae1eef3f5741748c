package org.tokenlane.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tokenlane.store.StoreText;
import org.tokenlane.ui.kit.Reasons;

/** What a full disk and a drive that is gone are called wherever a file is written. */
class CommandFailureTest {

    @Test
    void aFullDiskAndADriveThatIsGoneAreNamedInThisProgramsWords(@TempDir Path folder) {
        Path file = folder.resolve("report.pdf");
        IOException full = new IOException("No space left on device");
        assertThat(CommandFailure.unwritten(file, full).shown().toString())
                .isEqualTo(CliText.WRITE_GONE.text(file, StoreText.DISK_FULL.text()));
        assertThat(Reasons.of(full).toString()).endsWith(StoreText.DISK_FULL.text());
        IOException gone = new IOException("write failed", new IOException("Stale file handle"));
        assertThat(CommandFailure.unwritten(file, gone).shown().toString())
                .isEqualTo(CliText.WRITE_GONE.text(file, StoreText.DRIVE_GONE.text()));
        assertThat(CommandFailure.unwritten(file, new IOException("Read-only file system")).shown().toString())
                .isEqualTo(CliText.WRITE_FAILED.text(file, "Read-only file system"));
    }
}
