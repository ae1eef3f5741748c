package org.tokenlane.store;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Evidence is not written where the virtual machine may corrupt it, and is written everywhere else. */
class UnsafeCompressionTest {

    private static final List<String> G1 = List.of("G1 Young Generation", "G1 Concurrent GC", "G1 Old Generation");
    private static final List<String> PARALLEL = List.of("PS MarkSweep", "PS Scavenge");

    @ParameterizedTest
    @ValueSource(strings = { "25", "25+36-LTS", "25.0.1", "25.0.1+8", "25.0.2", "25.0.2+10-LTS", "25.0.2.1" })
    void theFirstUpdatesOfJava25AreRefusedWithG1(String version) {
        Runtime.Version java = Runtime.Version.parse(version);
        assertThatThrownBy(() -> UnsafeCompression.refuse(java, G1)).isInstanceOf(CaseFileException.class)
                .hasMessage(StoreText.UNSAFE_JAVA.text(version));
        assertThatCode(() -> UnsafeCompression.refuse(java, PARALLEL)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(strings = { "24", "24.0.2", "25.0.3", "25.0.3+9-LTS", "25.0.10", "25.1", "26", "26.0.1", "26-ea+10" })
    void otherVersionsAreNot(String version) {
        assertThatCode(() -> UnsafeCompression.refuse(Runtime.Version.parse(version), G1)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(strings = { "Copy", "MarkSweepCompact", "PS Scavenge", "ZGC Minor Cycles", "Shenandoah Pauses" })
    void otherCollectorsAreNot(String collector) {
        assertThatCode(() -> UnsafeCompression.refuse(Runtime.Version.parse("25.0.1"), List.of(collector)))
                .doesNotThrowAnyException();
    }

    @Test
    void aBlockThatWasCompressedWronglyIsRefused() {
        byte[] plain = "some records".repeat(100).getBytes(java.nio.charset.StandardCharsets.UTF_8);
        byte[] packed = Packing.compress(plain);
        assertThatCode(() -> Packing.verified(plain, packed)).doesNotThrowAnyException();
        byte[] other = plain.clone();
        other[50]++;
        byte[] cut = java.util.Arrays.copyOf(packed, packed.length - 1);
        for (byte[] wrong : List.of(Packing.compress(other), cut, new byte[0])) {
            assertThatThrownBy(() -> Packing.verified(plain, wrong)).isInstanceOf(CaseFileException.class)
                    .hasMessage(StoreText.COMPRESSED_WRONGLY.text());
        }
    }
}
