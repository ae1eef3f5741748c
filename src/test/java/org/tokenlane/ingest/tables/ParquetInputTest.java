package org.tokenlane.ingest.tables;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hardwood.InputFile;
import java.io.IOException;
import java.nio.ByteBuffer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ParquetInputTest {

    private final ParquetInput file = new ParquetInput(InputFile.of(ByteBuffer.wrap(new byte[] { 1, 2, 3 })));

    @ParameterizedTest
    @ValueSource(ints = { 0, -1 })
    void aReaderThatAsksForNothingIsStopped(int length) throws IOException {
        file.open();
        assertThatThrownBy(() -> file.readRange(3, length)).isInstanceOf(IOException.class);
    }

    @Test
    void aReaderThatAsksForAByteGetsIt() throws IOException {
        file.open();
        assertThat(file.length()).isEqualTo(3);
        assertThat(file.readRange(2, 1).get()).isEqualTo((byte) 3);
    }
}
