package org.tokenlane.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tokenlane.ingest.TestCase;
import org.tokenlane.model.evidence.RawPlace;
import org.tokenlane.model.evidence.RejectedRecord;

/** Rejected records whose texts are read one at a time. */
class RejectedListTest {

    private static final String GOOD = "{\"CreationTime\":\"2026-09-15T08:00:00\","
            + "\"Id\":\"10000000-0000-4000-8000-000000000001\",\"Operation\":\"Send\",\"RecordType\":2,"
            + "\"Workload\":\"Exchange\",\"UserId\":\"lea@contoso.example\"}\n";

    @TempDir
    private Path folder;

    private Path load() {
        TestCase test = new TestCase(folder);
        test.loadOne(test.write("a.jsonl", GOOD + "{\"CreationTime\":\"one\n{\"CreationTime\":\"two\n"));
        Path file = test.caseFile().path();
        test.caseFile().close();
        return file;
    }

    @Test
    void textsAreReadWhenTheyAreAskedForAndOfChosenRecordsOnly() {
        try (CaseFile caseFile = CaseFile.open(load(), null)) {
            RejectedList all = caseFile.rejected();
            assertThat(all).extracting(record -> record.text().strip()).containsExactly("{\"CreationTime\":\"one",
                    "{\"CreationTime\":\"two");
            assertThat(all.only(record -> record.text().contains("two"))).singleElement().isEqualTo(all.get(1));
            assertThat(all.ofFiles(path -> path.endsWith("a.jsonl"))).isEqualTo(all);
            assertThat(all.ofFiles(path -> path.endsWith("b.jsonl"))).isEmpty();
        }
    }

    @Test
    void aDamagedTextIsNamedWhereItIsReadAndNotWhereRecordsAreCounted() throws Exception {
        Path file = load();
        try (Connection connection = PlainJdbc.connect(file, null);
                PreparedStatement update = connection.prepareStatement("update raw_block set zstd = ?")) {
            update.setBytes(1, new byte[] { 1, 2, 3 });
            assertThat(update.executeUpdate()).isPositive();
        }
        try (CaseFile caseFile = CaseFile.open(file, null)) {
            RejectedList all = caseFile.rejected();
            assertThat(all.ofFiles(path -> true)).hasSize(2);
            assertThatThrownBy(() -> all.get(1)).isInstanceOf(CaseFileException.class)
                    .hasMessage(StoreText.REJECTED_UNREADABLE.with(3, all.ofFiles(path -> true).isEmpty() ? ""
                            : caseFile.evidence().getFirst().path(), StoreText.BLOCK_UNREADABLE.with()).toString());
        }
    }

    @Test
    void aTextOfTheNumberOfLettersIsWholeAndOneMoreIsCut() {
        RawPlace place = new RawPlace(1, 0, 0, 4, 1);
        RejectedRecord record = new RejectedRecord("a", place, "why", "abcd");
        assertThat(record.shortened(4)).isSameAs(record);
        assertThat(record.shortened(3)).isEqualTo(new RejectedRecord("a", place, "why", "abc"));
    }

    @Test
    void aBlockForWhichThereIsNoMemoryIsNotCalledDamaged() {
        int size = Integer.MAX_VALUE;
        // as long as a frame that holds so much would be at least, so that its size can be believed
        byte[] packed = ByteBuffer.allocate(70_000).order(ByteOrder.LITTLE_ENDIAN).putInt(0xFD2FB528).put((byte) 0xA0)
                .putInt(size).array();
        assertThatThrownBy(() -> Packing.decompress(packed, size))
                .hasMessage(StoreText.BLOCK_TOO_LARGE.with(size / 1_000_000L).toString());
        assertThatThrownBy(() -> Packing.decompress(packed, size - 1))
                .hasMessage(StoreText.BLOCK_UNREADABLE.with().toString());
    }
}
