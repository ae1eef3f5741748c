package org.tokenlane.model.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import org.junit.jupiter.api.Test;

class Sha256Test {

    /** The example of FIPS 180-2, appendix B.1. */
    private static final String ABC = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";

    @Test
    void theHashOfAnExampleIsTheStandards() throws Exception {
        byte[] bytes = "abc".getBytes(StandardCharsets.US_ASCII);
        assertThat(Sha256.of("abc")).isEqualTo(ABC);
        assertThat(Sha256.of(bytes)).isEqualTo(ABC);
        assertThat(Sha256.of(new ByteArrayInputStream(bytes))).isEqualTo(ABC);
        MessageDigest digest = Sha256.digest();
        digest.update(bytes, 0, 1);
        digest.update(bytes, 1, 2);
        assertThat(Sha256.hex(digest)).isEqualTo(ABC);
    }

    @Test
    void aTextIsHashedAsUtf8() {
        assertThat(Sha256.of("é")).isEqualTo(Sha256.of(new byte[] { (byte) 0xc3, (byte) 0xa9 }));
    }
}
