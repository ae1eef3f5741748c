package org.tokenlane.ingest.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A file in blocks, and the records of each. */
class BlockReaderTest {

    private record Found(FileForm form, List<Block> blocks) {

        List<String> records() {
            List<String> records = new ArrayList<>();
            for (Block block : blocks) {
                for (int i = 0; i < block.size(); i++) {
                    records.add(form.decode(block.bytes(), block.offsets()[i], block.lengths()[i]));
                }
            }
            return records;
        }

        List<Integer> lines() {
            return blocks.stream().flatMap(block -> Arrays.stream(block.lines()).boxed()).toList();
        }

        List<String> values() {
            List<String> values = new ArrayList<>();
            RecordReader reader = new RecordReader(form);
            for (Block block : blocks) {
                reader.read(block, new RecordReader.Visitor() {
                    @Override
                    public void record(int number, Value row) {
                        values.add(row.toString());
                    }

                    @Override
                    public void damaged(int number, org.tokenlane.model.text.Text reason) {
                        values.add(reason.key() + (reason.arguments().isEmpty() ? "" : " " + reason.arguments()));
                    }
                });
            }
            return values;
        }
    }

    private static Found read(byte[] bytes) throws IOException, UnreadableFileException {
        FileForm form = FileForm.of(Arrays.copyOf(bytes, Math.min(bytes.length, FileForm.HEAD_BYTES)), Map.of());
        List<Block> blocks = new ArrayList<>();
        // a stream that gives less than it is asked for
        BlockReader reader = new BlockReader(new InputStream() {

            private final InputStream all = new ByteArrayInputStream(bytes);

            @Override
            public int read() throws IOException {
                return all.read();
            }

            @Override
            public int read(byte[] into, int offset, int length) throws IOException {
                return all.read(into, offset, Math.min(length, 100_000));
            }
        }, form);
        for (Block block = reader.next(); block != null; block = reader.next()) {
            blocks.add(block);
            assertThat(block.number()).isEqualTo(blocks.size() - 1);
        }
        byte[] together = new byte[bytes.length];
        int at = 0;
        for (Block block : blocks) {
            System.arraycopy(block.bytes(), 0, together, at, block.bytes().length);
            at += block.bytes().length;
        }
        assertThat(together).as("the blocks are the file").isEqualTo(bytes);
        return new Found(form, blocks);
    }

    private static Found read(String text) throws IOException, UnreadableFileException {
        return read(text.getBytes(StandardCharsets.UTF_8));
    }

    @ParameterizedTest
    @ValueSource(strings = { "UTF-8", "UTF-16LE", "UTF-16BE" })
    void aLongTableIsCutBetweenRows(String charset) throws Exception {
        StringBuilder text = new StringBuilder("\ufeffId,Text\n");
        List<String> rows = new ArrayList<>();
        for (int i = 0; i < 1_300; i++) {
            String row = i + ",\"" + "ø日x".repeat(200) + (i % 7 == 0 ? "\n" : " ") + "y\"";
            rows.add(row);
            text.append(row).append("\r\n");
        }
        Found found = read(text.toString().getBytes(Charset.forName(charset)));
        assertThat(found.records()).isEqualTo(rows);
        assertThat(found.blocks()).hasSizeGreaterThan(1)
                .allSatisfy(block -> assertThat(block.bytes().length).isLessThan(BlockReader.BLOCK_BYTES + 10_000));
        int line = 2;
        for (int i = 0; i < rows.size(); i++) {
            assertThat(found.lines().get(i)).isEqualTo(line);
            line += i % 7 == 0 ? 2 : 1;
        }
    }

    @Test
    void aRecordMayBeLongerThanABlock() throws Exception {
        String long1 = "{\"a\":\"" + "x".repeat(BlockReader.BLOCK_BYTES * 2) + "\"}";
        Found found = read("{\"a\":1}\n" + long1 + "\n{\"b\":2}");
        assertThat(found.records()).containsExactly("{\"a\":1}", long1, "{\"b\":2}");
        assertThat(found.lines()).containsExactly(1, 2, 3);
    }

    @Test
    void whatFollowsTheLastRecordIsInTheLastBlock() throws Exception {
        assertThat(read("{\"a\":1}\n\n\n").records()).containsExactly("{\"a\":1}");
        assertThat(read("a,b").records()).isEmpty();
        assertThat(read("a,b\n1,2\n\n").values()).containsExactly("{\"a\":\"1\",\"b\":\"2\"}");
    }

    @Test
    void rowsAreReadOrRejectedEachWithItsReason() throws Exception {
        assertThat(read("a,b\n1,2\n\"x\"y,2\n3\n\0\0\na,b\n{\"c\":1}\n4,5,6\n7,{\"d\":\"e,f\"}\n\"g \\\"h\\\" i\",8\n")
                .values())
                .containsExactly("{\"a\":\"1\",\"b\":\"2\"}", "NOT_A_ROW", "ONE_CELL [2]", "NUL_BYTES", "HEADER_AGAIN",
                        "JSON_IN_TABLE", "MORE_CELLS [3, 2]", "{\"a\":\"7\",\"b\":\"{\"d\":\"e,f\"}\"}",
                        "{\"a\":\"g \"h\" i\",\"b\":\"8\"}");
        assertThat(read("a\n1\n").values()).containsExactly("{\"a\":\"1\"}");
    }

    @Test
    void rowsBelowAnotherTablesHeaderHaveItsColumns() throws Exception {
        assertThat(read("CreationDate,UserIds,Operations\n1,2,3\nDate,User,Status,IP Address\n4,5,6,7\n"
                + "CreationDate,UserIds,Operations\n8,9,10\n").values()).containsExactly(
                        "{\"CreationDate\":\"1\",\"UserIds\":\"2\",\"Operations\":\"3\"}", "OTHER_HEADER",
                        "{\"Date\":\"4\",\"User\":\"5\",\"Status\":\"6\",\"IP Address\":\"7\"}", "HEADER_AGAIN",
                        "{\"CreationDate\":\"8\",\"UserIds\":\"9\",\"Operations\":\"10\"}");
    }

    @Test
    void jsonIsReadOrRejectedEachWithItsReason() throws Exception {
        assertThat(read("{\"a\":1}\n\0\0\n\"{\\\"b\\\":2}\"\n{\"c\" 3}\n").values()).containsExactly("{\"a\":1}",
                "NUL_BYTES", "{\"b\":2}", "NOT_JSON [5]");
        assertThat(read("{\"columns\":[\"A\",\"B\"],\"rows\":[[1,null],[2,\"x\"]]}").values())
                .containsExactly("{\"A\":1,\"B\":null}", "{\"A\":2,\"B\":\"x\"}");
        assertThat(read("x {\"a\":1} y\nnothing\n} {\nz {\"b\":2}\n").values()).containsExactly("{\"a\":1}",
                "OBJECT_EXPECTED", "OBJECT_EXPECTED", "{\"b\":2}");
        byte[] latin = "{\"a\":\"S\u00f8ren\"}".getBytes(StandardCharsets.ISO_8859_1);
        assertThat(read(latin).values()).containsExactly("{\"a\":\"Søren\"}");
        assertThat(read("\ufeff{\"a\":\"日\"}".getBytes(StandardCharsets.UTF_16LE)).values())
                .containsExactly("{\"a\":\"日\"}");
    }

    @Test
    void aBlockOfOneRecordStandsForItself() {
        Block one = Block.of(new byte[] { 1, 2, 3 });
        assertThat(one.size()).isEqualTo(1);
        assertThat(one.offsets()).containsExactly(0);
        assertThat(one.lengths()).containsExactly(3);
        assertThat(one.lines()).containsExactly(1);
        assertThat(one.onLines(new int[] { 7 }).lines()).containsExactly(7);
        assertThat(one.onLines(new int[] { 7 }).bytes()).isEqualTo(one.bytes());
        assertThat(one.tables()).isEmpty();
    }
}
