package org.tokenlane.report.manifest;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A key opens with its password only. */
class SigningKeyTest {

    @TempDir
    private Path folder;

    /** With one wrong password in 256 the noise is padded as a key is. */
    @Test
    void noWrongPasswordIsTakenForADamagedKey() throws IOException {
        Path key = folder.resolve("a.key");
        SigningKey.create(key, "right".toCharArray(), 1);
        for (int i = 0; i < 2_000; i++) {
            char[] wrong = ("wrong" + i).toCharArray();
            assertThatThrownBy(() -> SigningKey.read(key, wrong)).isInstanceOf(ManifestException.class)
                    .hasMessage(ManifestText.KEY_WRONG_PASSWORD.text(key));
        }
    }
}
