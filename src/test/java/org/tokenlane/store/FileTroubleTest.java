package org.tokenlane.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the system says of a file that can no longer be written or read is put into words that say what to do. */
class FileTroubleTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = { "/a/b: No space left on device | DISK_FULL",
        "There is not enough space on the disk | DISK_FULL",
        "Input/output error | DRIVE_GONE",
        "Stale file handle | DRIVE_GONE",
        "The specified network name is no longer available | DRIVE_GONE" })
    void aKnownTroubleHasASentence(String message, StoreText expected) {
        assertThat(Sql.reason(new IOException(message))).isEqualTo(expected.text());
    }

    @ParameterizedTest
    @CsvSource("'/a/b: Permission denied'")
    void anotherOneIsQuoted(String message) {
        assertThat(Sql.reason(new IOException(message))).isEqualTo(message);
    }
}
