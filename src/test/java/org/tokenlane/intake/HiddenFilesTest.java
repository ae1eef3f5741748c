package org.tokenlane.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tokenlane.ingest.TestCase;
import org.tokenlane.model.event.EventField;
import org.tokenlane.model.evidence.ImportReport;

/** Files whose names begin with a dot, which folders do not show. */
class HiddenFilesTest {

    private static final String RECORD = """
            {"CreationTime":"2026-03-02T08:15:00","Id":"5b1f2a3c-0000-4000-8000-00000000070N","Operation":"opN",\
            "RecordType":6,"Workload":"SharePoint","UserId":"lea@contoso.example"}
            """;

    @TempDir
    private Path folder;

    private static void write(Path file, int number) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, RECORD.replace("N", Integer.toString(number)));
    }

    @Test
    void aHiddenExportIsReadAndWhatFileManagersLeaveBehindIsNot() throws IOException {
        Path logs = folder.resolve("logs");
        write(logs.resolve("a.jsonl"), 1);
        write(logs.resolve(".b.jsonl"), 2);
        write(logs.resolve("._a.jsonl"), 3);
        write(logs.resolve(".DS_Store"), 4);
        write(logs.resolve(".part-0.parquet.crc"), 5);
        write(logs.resolve(".git/c.jsonl"), 6);
        try (TestCase test = new TestCase(folder)) {
            ImportReport report = test.load(logs);
            assertThat(test.texts(EventField.OPERATION)).containsExactlyInAnyOrder("op1", "op2");
            assertThat(report.refused()).isEmpty();
        }
    }
}
