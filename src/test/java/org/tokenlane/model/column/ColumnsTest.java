package org.tokenlane.model.column;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A column holds the same in the heap and in a file. */
class ColumnsTest {

    private static final int ROWS = 1_000;

    @Test
    void aColumnIsInAFileFromOneRowMoreThanTheHeapMayHold() {
        assertThat(new IntColumn(ROWS, ROWS).isInFile()).isFalse();
        assertThat(new IntColumn(ROWS + 1, ROWS).isInFile()).isTrue();
        assertThat(new LongColumn(ROWS, ROWS).isInFile()).isFalse();
        assertThat(new LongColumn(ROWS + 1, ROWS).isInFile()).isTrue();
        assertThat(texts(ROWS, ROWS).isInFile()).isFalse();
        assertThat(texts(ROWS + 1, ROWS).isInFile()).isTrue();
        assertThat(new IntColumn(IntColumn.MOST_IN_HEAP).isInFile()).isFalse();
        assertThat(new LongColumn(LongColumn.MOST_IN_HEAP).isInFile()).isFalse();
        assertThat(IntColumn.of(7, 8).isInFile()).isFalse();
        assertThat(TextColumn.Builder.inHeap(TextColumn.MOST_IN_HEAP + 1).build().isInFile()).isFalse();
        assertThat(new TextColumn.Builder(TextColumn.MOST_IN_HEAP).build().isInFile()).isFalse();
        assertThat(new TextColumn.Builder(TextColumn.MOST_IN_HEAP + 1).build().isInFile()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(ints = { 0, ROWS })
    void eachRowHasTheNumberThatItWasGiven(int mostInHeap) {
        IntColumn ints = new IntColumn(ROWS, mostInHeap);
        LongColumn longs = new LongColumn(ROWS, mostInHeap);
        assertThat(ints.toArray()).as("before").containsOnly(0);
        assertThat(longs.get(ROWS - 1)).isZero();
        for (int row = 0; row < ROWS; row++) {
            ints.set(row, -row);
            longs.set(row, Long.MIN_VALUE + row);
        }
        ints.put(ROWS - 2, new int[] { 7, 8 });
        longs.put(0, new long[] { 1, 2 });

        assertThat(ints.size()).isEqualTo(ROWS);
        assertThat(ints.get(0)).isZero();
        assertThat(ints.get(ROWS - 3)).isEqualTo(3 - ROWS);
        assertThat(ints.copyOf(ROWS - 3, ROWS)).containsExactly(3 - ROWS, 7, 8);
        assertThat(ints.stream().skip(ROWS - 2)).containsExactly(7, 8);
        assertThat(longs.size()).isEqualTo(ROWS);
        assertThat(longs.get(1)).isEqualTo(2);
        assertThat(longs.get(2)).isEqualTo(Long.MIN_VALUE + 2);
    }

    @ParameterizedTest
    @ValueSource(ints = { 0, 4 })
    void numbersAreCountedAndComparedWithTheirLimits(int mostInHeap) {
        IntColumn column = new IntColumn(4, mostInHeap);
        column.put(0, new int[] { 2, 0, 2, 1 });
        assertThat(column.counts(4)).containsExactly(1, 1, 2, 0);
        assertThat(column.isWithin(0, 3)).isTrue();
        assertThat(column.isWithin(0, 2)).as("2 is not less than 2").isFalse();
        assertThat(column.isWithin(1, 3)).as("0 is less than 1").isFalse();
    }

    @ParameterizedTest
    @ValueSource(ints = { 0, 3 })
    void columnsAreEqualWhereEachNumberIs(int mostInHeap) {
        IntColumn one = new IntColumn(3, mostInHeap);
        one.put(0, new int[] { 1, 2, 3 });
        assertThat(one).isEqualTo(IntColumn.of(1, 2, 3)).hasSameHashCodeAs(IntColumn.of(1, 2, 3))
                .isNotEqualTo(IntColumn.of(1, 2, 4)).isNotEqualTo(IntColumn.of(1, 2));
    }

    @ParameterizedTest
    @ValueSource(ints = { 0, ROWS })
    void eachCodeHasItsText(int mostInHeap) {
        TextColumn texts = texts(ROWS, mostInHeap);
        assertThat(texts.size()).isEqualTo(ROWS);
        assertThat(texts.get(0)).isNull();
        assertThat(texts.get(1)).isEqualTo("");
        assertThat(texts.get(2)).isEqualTo("é2");
        assertThat(texts.get(ROWS - 1)).isEqualTo("é" + (ROWS - 1));
        assertThat(texts.toArray()).hasSize(ROWS).startsWith(null, "", "é2");
        assertThat(texts).hasSize(ROWS);
    }

    @Test
    void textsOfAFileThatIsMappedInPartsAreWhole() {
        for (int mostMapped = 5; mostMapped < 12; mostMapped++) {
            TextColumn.Builder builder = new TextColumn.Builder(5, 0, mostMapped);
            builder.add(new String[] { "abc", "de" });
            builder.add(new String[] { "fghij", "k" });
            assertThat(builder.build().toArray()).containsExactly(null, "abc", "de", "fghij", "k");
        }
    }

    @ParameterizedTest
    @ValueSource(ints = { 0, ROWS })
    void moreTextsThanCodesAreRefused(int mostInHeap) {
        TextColumn.Builder builder = new TextColumn.Builder(3, mostInHeap, ROWS);
        builder.add(new String[] { "a", "b" });
        String[] one = { "c" };
        assertThatThrownBy(() -> builder.add(one)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThat(builder.build().toArray()).containsExactly(null, "a", "b");
    }

    private static TextColumn texts(int size, int mostInHeap) {
        TextColumn.Builder builder = new TextColumn.Builder(size, mostInHeap, 1 << 20);
        List<String> page = new ArrayList<>();
        IntStream.range(1, size).mapToObj(code -> code == 1 ? "" : "é" + code).forEach(text -> {
            page.add(text);
            if (page.size() == 300) {
                builder.add(page.toArray(String[]::new));
                page.clear();
            }
        });
        builder.add(page.toArray(String[]::new));
        return builder.build();
    }
}
