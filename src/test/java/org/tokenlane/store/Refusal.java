package org.tokenlane.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.nio.file.Path;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** How a case file is refused: with one sentence for a person, which names the file. */
final class Refusal {

    private Refusal() {
    }

    /** The sentence with which opening the file is refused. */
    static String of(Path file, String password) {
        return when(file, () -> CaseFile.open(file, password == null ? null : password.toCharArray()).close());
    }

    /** The sentence with which something is refused that is done with the file. */
    static String when(Path file, ThrowingCallable work) {
        Throwable refusal = catchThrowable(work);
        assertThat(refusal).isInstanceOf(CaseFileException.class);
        assertThat(refusal.getMessage()).contains(file.toString()).endsWith(".").doesNotContain("\n", "Exception",
                "MVStore", "null");
        return refusal.getMessage();
    }
}
