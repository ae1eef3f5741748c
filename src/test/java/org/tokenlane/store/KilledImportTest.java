package org.tokenlane.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tokenlane.app.Launcher;
import org.tokenlane.ingest.ImportOptions;
import org.tokenlane.ingest.ImportService;
import org.tokenlane.ingest.Importers;
import org.tokenlane.job.Progress;
import org.tokenlane.model.evidence.ImportReport;
import org.tokenlane.query.CaseEvents;

/** An import that is killed leaves whole files only. */
class KilledImportTest {

    private static final int RECORDS = 400_000;

    @TempDir
    private Path folder;

    private Path export(String name, int records) throws IOException {
        StringBuilder lines = new StringBuilder("RecordId,CreationDate,RecordType,Operation,UserId,AuditData,AssociatedAdminUnits,AssociatedAdminUnitsNames\n");
        for (int i = 0; i < records; i++) {
            String id = "10000000-%s-4000-8000-%012d".formatted(name.length() > 9 ? "0001" : "0002", i);
            lines.append(id).append(",2026-09-15T08:00:00.0000000Z,6,FileAccessed,adele@contoso.example,\"{\"\"Id\"\":\"\"").append(id)
                    .append("\"\",\"\"CreationTime\"\":\"\"2026-09-15T08:00:00\"\",\"\"Operation\"\":\"\"FileAccessed\"\",\"\"RecordType\"\":6,\"\"Workload\"\":\"\"SharePoint\"\",")
                    .append("\"\"UserId\"\":\"\"user").append(i % 1_000).append("@contoso.example\"\",\"\"ObjectId\"\":\"\"https://contoso.example/").append(i)
                    .append("\"\"}\",,\n");
        }
        return Files.writeString(folder.resolve(name), lines);
    }

    @Test
    void theFileBeforeIsThereWhollyAndTheKilledOneNotAtAll() throws Exception {
        Path small = export("small.csv", 500);
        Path large = export("large-one.csv", RECORDS);
        Path file = folder.resolve("killed.tlcase");
        try (CaseFile made = CaseFile.create(file, null, "test")) {
            assertThat(load(made, small).stored()).isEqualTo(500);
        }
        long before = Files.size(file);
        Process process = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx700m", "--enable-native-access=ALL-UNNAMED", "-cp",
                System.getProperty("java.class.path"), Launcher.class.getName(), "import", "--case", file.toString(), large.toString())
                .redirectOutput(ProcessBuilder.Redirect.DISCARD).redirectError(ProcessBuilder.Redirect.DISCARD).start();
        while (process.isAlive() && Files.size(file) < before + 1_500_000) {
            Thread.sleep(10);
        }
        process.destroyForcibly().waitFor(60, TimeUnit.SECONDS);
        assertThat(process.exitValue()).as("it was killed in the middle").isNotZero();
        try (CaseFile opened = CaseFile.open(file, null)) {
            assertThat(opened.verify()).isEmpty();
            assertThat(opened.evidence()).hasSize(1);
            assertThat(CaseEvents.load(opened).size()).isEqualTo(500);
            assertThat(opened.dictionary("UPN")).as("nothing of the killed file").hasSizeLessThanOrEqualTo(501);
            assertThat(load(opened, large).stored()).isEqualTo(RECORDS);
            assertThat(opened.verify()).isEmpty();
        }
    }

    private static ImportReport load(CaseFile target, Path file) {
        return new ImportService(target, Importers.all()).importAll(List.of(file), ImportOptions.by("test"), Progress.NONE);
    }
}
