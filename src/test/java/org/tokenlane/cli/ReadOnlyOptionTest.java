package org.tokenlane.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tokenlane.ingest.PurviewRows;
import org.tokenlane.store.CaseHolder;
import org.tokenlane.store.ChildJvm;

/** While another process has a case open, commands say who has; with {@code --read-only} they read a copy. */
class ReadOnlyOptionTest {

    @TempDir
    private Path folder;

    @Test
    void commandsThatReadDoSoInACopyAndThoseThatWriteRefuse() throws Exception {
        Path file = folder.resolve("a.tlcase");
        Path export = Files.writeString(folder.resolve("a.csv"), PurviewRows.table(1, 3));
        CommandRun.of("import", "--case", file, export).isDone();
        String events = CommandRun.of("events", "--case", file).isDone().out();
        try (ChildJvm holder = ChildJvm.start(CaseHolder.class, file)) {
            assertThat(holder.line()).isEqualTo("open 1");
            byte[] before = Files.readAllBytes(file);
            CommandRun refused = CommandRun.of("events", "--case", file);
            assertThat(refused.exitCode()).isEqualTo(1);
            assertThat(refused.err()).contains(Long.toString(holder.pid()));
            CommandRun read = CommandRun.of("events", "--case", file, "--read-only").isDone();
            assertThat(read.out()).isEqualTo(events);
            assertThat(read.err()).contains(file.toString(), "UTC");
            CommandRun.of("verify", "--case", file, "--read-only").isDone();
            CommandRun.of("findings", "--case", file, "--read-only").isDone();
            CommandRun marked = CommandRun.of("mark", "--case", file, "--read-only", "--ip", "203.0.113.7",
                    "--verdict", "malicious", "--reason", "x");
            assertThat(marked.exitCode()).as(marked.err()).isEqualTo(1);
            CommandRun imported = CommandRun.of("import", "--case", file, "--read-only", export);
            assertThat(imported.exitCode()).isEqualTo(2);
            assertThat(imported.err()).contains(CliText.IMPORT_READ_ONLY.text());
            assertThat(file).hasBinaryContent(before);
            assertThat(folder).isDirectoryNotContaining("glob:**/.a.tlcase-*");
        }
    }
}
