package org.tokenlane.crash;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.tokenlane.app.Launcher;
import org.tokenlane.ingest.PurviewRows;
import org.tokenlane.model.evidence.Evidence;
import org.tokenlane.store.CaseFile;

/**
 * Records that are larger than the memory, in a process with a heap of 1 GB: the counts add up, and the import of the
 * other file goes on. {@code mvn verify -Ptrust}
 */
@Tag("trust")
class HugeRecordTest {

    private static final int HEAP = 1024;
    private static final int GOOD = 5;
    private static final long GIGABYTE = 1L << 30;

    @TempDir
    private Path folder;

    private interface Content {

        void to(OutputStream out) throws IOException;
    }

    /** What is written, and how many good records are in it. */
    private enum Huge {
        TEXT_OF_A_GIGABYTE("json", 2, out -> {
            out.write(bytes("[" + json(1) + ",\n{\"Id\":\"2\",\"Operation\":\"Send\",\"UserId\":\""));
            repeat(out, "x".repeat(1000), GIGABYTE);
            out.write(bytes("\"},\n" + json(3) + "]"));
        }),
        TEXT_WITHOUT_AN_END("json", 1, out -> {
            out.write(bytes("[" + json(1) + ",\n{\"Id\":\"2\",\"Operation\":\"Send\",\"UserId\":\""));
            repeat(out, "x".repeat(1000), 2 * GIGABYTE);
        }),
        CELL_OF_A_GIGABYTE("csv", 2, out -> {
            out.write(bytes(PurviewRows.table(1, 1)));
            out.write(bytes("a,b,2,Send,\""));
            repeat(out, "x".repeat(1000), GIGABYTE);
            out.write(bytes("\",c,,\r\n" + PurviewRows.row(2, "Send", "")));
        }),
        QUOTE_WITHOUT_AN_END("csv", 1, out -> {
            out.write(bytes(PurviewRows.table(1, 1)));
            out.write(bytes("a,b,2,Send,\""));
            repeat(out, "x".repeat(1000), 2 * GIGABYTE);
        }),
        QUOTE_WITHOUT_AN_END_OVER_LINES("csv", 1, out -> {
            out.write(bytes(PurviewRows.table(1, 1)));
            out.write(bytes("a,b,2,Send,\""));
            repeat(out, "x".repeat(4000) + "\r\n", 2 * GIGABYTE);
        }),
        OBJECTS_WITHOUT_AN_END("json", 1, out -> {
            out.write(bytes(json(1) + "\n"));
            repeat(out, "{ \"a\":1,\n", GIGABYTE / 4);
        }),
        A_MILLION_KEYS("jsonl", 2, out -> {
            out.write(bytes(json(1) + "\n{\"Id\":\"11111111-2222-4333-8444-000000000009\",\"CreationTime\":"
                    + "\"2026-09-15T08:00:00\",\"Operation\":\"Send\",\"Workload\":\"Exchange\",\"UserId\":\"adele@contoso.example\""));
            for (int key = 0; key < 1_000_000; key++) {
                out.write(bytes(",\"key" + key + "\":" + key));
            }
            out.write(bytes("}\n"));
        }),
        A_MILLION_COLUMNS("csv", 0, out -> {
            out.write(bytes("RecordId,CreationDate,RecordType,Operation,UserId,AuditData"));
            for (int key = 0; key < 1_000_000; key++) {
                out.write(bytes(",c" + key));
            }
            out.write(bytes("\r\na,b,2,Send,c,{}" + ",".repeat(1_000_000) + "\r\n"));
        }),
        HALF_LETTERS("jsonl", 3, out -> {
            out.write(bytes(json(1) + "\n" + json(2).replace("Send", "\\ud800Send\\udc00")));
            out.write('\n');
            out.write(bytes(json(3).replace("Send", "S")));
            out.write('\n');
        }),
        NO_UTF_8("jsonl", 3, out -> {
            for (int number = 1; number <= 3; number++) {
                byte[] line = bytes(json(number) + "\n");
                line[new String(line, StandardCharsets.ISO_8859_1).indexOf("Send") + 1] = (byte) (0xbf + number * 8);
                out.write(line);
            }
            // half of a surrogate pair as UTF-8 does not allow it
            out.write(bytes("{\"Id\":\""));
            out.write(new byte[] { (byte) 0xed, (byte) 0xa0, (byte) 0x80 });
            out.write(bytes("\",\"Operation\":\"Send\"}\n"));
        });

        private final String ending;
        private final int least;
        private final Content content;

        Huge(String ending, int least, Content content) {
            this.ending = ending;
            this.least = least;
            this.content = content;
        }

        private static byte[] bytes(String text) {
            return text.getBytes(StandardCharsets.UTF_8);
        }

        private static void repeat(OutputStream out, String text, long size) throws IOException {
            byte[] piece = bytes(text.repeat(1 + (1 << 16) / text.length()));
            for (long written = 0; written < size; written += piece.length) {
                out.write(piece);
            }
        }

        private static String json(int number) {
            String row = PurviewRows.row(number, "Send", "");
            return row.substring(row.indexOf('{'), row.lastIndexOf('}') + 1).replace("\"\"", "\"")
                    .replace("\"Subject\":\"}", "\"Subject\":\"\"}");
        }
    }

    @ParameterizedTest
    @EnumSource(Huge.class)
    void memoryIsEnoughAndTheOtherFileIsImported(Huge huge) throws Exception {
        Path hostile = folder.resolve("huge." + huge.ending);
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(hostile), 1 << 16)) {
            huge.content.to(out);
        }
        Path good = Files.writeString(folder.resolve("z-good.csv"), PurviewRows.table(1_000, GOOD));
        Path file = folder.resolve("a.tlcase");
        long begun = System.nanoTime();
        Program program = Program.start(folder, HEAP, Launcher.class,
                List.of("import", "--json", "--case", file, hostile, good));
        int exit = program.end();
        String said = program.output();
        System.out.println(huge + ": exit " + exit + " after " + (System.nanoTime() - begun) / 1_000_000_000 + " s; "
                + said.lines().filter(line -> !line.startsWith("[") && line.length() < 400).limit(12)
                        .map(String::strip).toList());
        assertThat(said).doesNotContain("unexpected error", "OutOfMemory", "Exception");
        try (CaseFile caseFile = CaseFile.open(file, null)) {
            assertThat(caseFile.verify()).isEmpty();
            assertThat(caseFile.evidence()).extracting(Evidence::path).contains(good.toString());
            for (Evidence evidence : caseFile.evidence()) {
                assertThat(evidence.records())
                        .isEqualTo(evidence.stored() + evidence.duplicates() + evidence.rejected());
                if (evidence.path().equals(hostile.toString())) {
                    assertThat(evidence.stored()).isGreaterThanOrEqualTo(huge.least);
                }
            }
            assertThat(caseFile.evidence()).as("the large file").hasSize(2);
        }
    }
}
