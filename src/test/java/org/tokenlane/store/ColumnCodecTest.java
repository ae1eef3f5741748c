package org.tokenlane.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Columns and blocks come back as they were written, and damaged ones are refused. */
class ColumnCodecTest {

    @Test
    void longsComeBack() {
        long[] values = { 0, 1, -1, Long.MIN_VALUE, Long.MAX_VALUE, 0x0102_0304_0506_0708L, 1_757_923_200_123_456_789L,
            255, 256, -256 };
        assertThat(ColumnCodec.toLongs(ColumnCodec.ofLongs(values, values.length), values.length))
                .containsExactly(values);
        assertThat(ColumnCodec.toLongs(ColumnCodec.ofLongs(values, 3), 3)).as("only as many as there are")
                .containsExactly(0, 1, -1);
    }

    @Test
    void intsComeBack() {
        int[] values = { 0, 1, -1, Integer.MIN_VALUE, Integer.MAX_VALUE, 0x0102_0304, 127, 128, 255, 256, -128,
            65_536 };
        byte[] data = ColumnCodec.ofInts(values, values.length);
        assertThat(ColumnCodec.toInts(data, values.length)).containsExactly(values);
        assertThat(ColumnCodec.intsIn(data)).isEqualTo(values.length);
    }

    @Test
    void textsComeBackWithTheirGaps() {
        String[] values = { null, "", "a", "Søren 日本 👩‍💻", null, "x".repeat(100_000), "\u0000", "\r\n", null };
        assertThat(ColumnCodec.toTexts(ColumnCodec.ofTexts(values, values.length), values.length))
                .containsExactly(values);
        String[] nothing = new String[4];
        assertThat(ColumnCodec.toTexts(ColumnCodec.ofTexts(nothing, 4), 4)).containsExactly(nothing);
    }

    @Test
    void columnsWithoutRowsComeBackEmpty() {
        assertThat(ColumnCodec.toLongs(ColumnCodec.ofLongs(new long[0], 0), 0)).isEmpty();
        assertThat(ColumnCodec.toInts(ColumnCodec.ofInts(new int[5], 0), 0)).isEmpty();
        assertThat(ColumnCodec.toTexts(ColumnCodec.ofTexts(new String[0], 0), 0)).isEmpty();
    }

    @Test
    void manyRandomValuesComeBack() {
        Random random = new Random(11);
        long[] longs = random.longs(20_000).toArray();
        int[] ints = random.ints(20_000).toArray();
        String[] texts = IntStream.range(0, 20_000)
                .mapToObj(i -> i % 3 == 0 ? null : Integer.toString(random.nextInt(), 36)).toArray(String[]::new);
        assertThat(ColumnCodec.toLongs(ColumnCodec.ofLongs(longs, longs.length), longs.length)).containsExactly(longs);
        assertThat(ColumnCodec.toInts(ColumnCodec.ofInts(ints, ints.length), ints.length)).containsExactly(ints);
        assertThat(ColumnCodec.toTexts(ColumnCodec.ofTexts(texts, texts.length), texts.length)).containsExactly(texts);
    }

    @Test
    void aColumnOfAnotherLengthIsRefusedNotMisread() {
        byte[] ints = ColumnCodec.ofInts(new int[] { 1, 2, 3 }, 3);
        assertThatThrownBy(() -> ColumnCodec.toInts(ints, 4)).isInstanceOf(CaseFileException.class);
        assertThatThrownBy(() -> ColumnCodec.toLongs(ints, 3)).isInstanceOf(CaseFileException.class);
        assertThatThrownBy(() -> ColumnCodec.toTexts(ColumnCodec.ofTexts(new String[] { "a" }, 1), 50))
                .isInstanceOf(CaseFileException.class);
        assertThatThrownBy(() -> ColumnCodec.toTexts(ColumnCodec.ofInts(new int[] { 0, 0x0500 }, 2), 1))
                .as("a text longer than the column")
                .isInstanceOf(CaseFileException.class);
    }

    @ParameterizedTest
    @ValueSource(ints = { 0, 1, 3, 4, 10 })
    void aColumnThatWasCutIsRefused(int bytesLeft) {
        byte[] cut = Arrays.copyOf(ColumnCodec.ofLongs(new long[] { 1, 2, 3 }, 3), bytesLeft);
        assertThatThrownBy(() -> ColumnCodec.toLongs(cut, 3)).isInstanceOf(CaseFileException.class)
                .hasMessageStartingWith("The case is damaged");
    }

    @ParameterizedTest
    @ValueSource(ints = { 0, 1, 100, 300_000, 3_000_001 })
    void blocksComeBackWhateverTheirSize(int size) {
        byte[] random = new byte[size];
        new Random(size).nextBytes(random);
        assertThat(Packing.decompress(Packing.compress(random), size)).isEqualTo(random);
        byte[] same = new byte[size];
        assertThat(Packing.compress(same).length).isLessThan(size / 100 + 100);
        assertThat(Packing.decompress(Packing.compress(same), size)).isEqualTo(same);
    }

    @Test
    void aBlockThatIsNotOfTheSizeThatIsToldIsRefused() {
        byte[] packed = Packing.compress(new byte[1_000]);
        for (int size : new int[] { 0, 999, 1_001, Integer.MAX_VALUE, -1, Integer.MIN_VALUE }) {
            assertThatThrownBy(() -> Packing.decompress(packed, size)).as("size " + size)
                    .isInstanceOf(CaseFileException.class);
        }
        assertThatThrownBy(() -> Packing.decompress(new byte[] { 1, 2, 3 }, 3)).isInstanceOf(CaseFileException.class);
    }

    @Test
    void partsPutTogetherAreTheWhole() {
        for (int size : new int[] { 0, 1, 999_999, 1_000_000, 1_000_001, 2_500_000 }) {
            byte[] bytes = new byte[size];
            new Random(size).nextBytes(bytes);
            byte[][] parts = Packing.parts(bytes);
            assertThat(parts).hasNumberOfRows(Math.max(1, (size + 999_999) / 1_000_000));
            assertThat(Arrays.stream(parts).mapToInt(part -> part.length).max().orElse(0))
                    .isLessThanOrEqualTo(1_000_000);
            byte[] whole = new byte[size];
            int at = 0;
            for (byte[] part : parts) {
                System.arraycopy(part, 0, whole, at, part.length);
                at += part.length;
            }
            assertThat(whole).isEqualTo(bytes);
        }
    }
}
