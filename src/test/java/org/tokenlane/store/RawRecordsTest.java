package org.tokenlane.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tokenlane.ingest.PurviewRows;
import org.tokenlane.ingest.TestCase;

/** Blocks of raw records are unpacked once while there is room for them. */
class RawRecordsTest {

    @TempDir
    private static Path folder;
    private static TestCase made;
    private static List<Integer> files;
    private static int bytes;

    @BeforeAll
    static void threeFilesOfOneLength() {
        made = new TestCase(folder);
        files = IntStream.range(0, 3)
                .mapToObj(n -> made.loadOne(made.write("file" + n + ".csv", PurviewRows.table(n, 1))).id())
                .toList();
        RawRecords raw = made.caseFile().rawRecords();
        bytes = raw.block(files.getFirst(), 0).length;
        assertThat(files).allSatisfy(file -> assertThat(raw.block(file, 0)).hasSize(bytes));
    }

    @AfterAll
    static void close() {
        made.close();
    }

    @Test
    void asManyBlocksAreKeptAsThereIsRoomFor() {
        RawRecords raw = made.caseFile().rawRecords(2L * bytes);
        byte[] first = raw.block(files.get(0), 0);
        byte[] second = raw.block(files.get(1), 0);
        assertThat(raw.block(files.get(0), 0)).isSameAs(first);
        byte[] third = raw.block(files.get(2), 0);
        assertThat(raw.block(files.get(2), 0)).isSameAs(third);
        assertThat(raw.block(files.get(0), 0)).as("asked for after the second").isSameAs(first);
        assertThat(raw.block(files.get(1), 0)).as("made room for the third").isNotSameAs(second).isEqualTo(second);
    }

    @Test
    void aByteTooFewIsRoomForOneBlockLess() {
        RawRecords raw = made.caseFile().rawRecords(2L * bytes - 1);
        byte[] first = raw.block(files.get(0), 0);
        byte[] second = raw.block(files.get(1), 0);
        assertThat(raw.block(files.get(1), 0)).isSameAs(second);
        assertThat(raw.block(files.get(0), 0)).isNotSameAs(first).isEqualTo(first);
    }

    @Test
    void aBlockLargerThanTheRoomIsKeptUntilTheNext() {
        RawRecords raw = made.caseFile().rawRecords(1);
        byte[] first = raw.block(files.get(0), 0);
        assertThat(raw.block(files.get(0), 0)).isSameAs(first);
        raw.block(files.get(1), 0);
        assertThat(raw.block(files.get(0), 0)).isNotSameAs(first).isEqualTo(first);
    }
}
