package org.tokenlane.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tokenlane.correlate.Correlation;
import org.tokenlane.detect.Detection;
import org.tokenlane.detect.facts.AddressLookup;
import org.tokenlane.enrich.Enrichment;
import org.tokenlane.enrich.Networks;
import org.tokenlane.ingest.RecordDetails;
import org.tokenlane.ingest.TestCase;
import org.tokenlane.job.Progress;
import org.tokenlane.model.mark.MarkTarget;
import org.tokenlane.model.mark.Verdict;
import org.tokenlane.report.document.ReportBuilder;
import org.tokenlane.report.document.ReportContent;
import org.tokenlane.report.document.ReportKind;
import org.tokenlane.report.document.ReportOptions;
import org.tokenlane.report.office.ReportDocx;
import org.tokenlane.report.office.ReportWorkbook;

/** Reports for office programs, opened by LibreOffice: {@code mvn verify -Poffice}. Needs {@code soffice}. */
@Tag("office")
class LibreOfficeTest {

    private static final String SESSION = "009ce429-40c2-14b7-a6c2-73f53f4e8d22";
    private static final List<String> SUBJECTS = List.of("=cmd|' /C calc'!A1", "a\\u0001b", "half \\ud83d letter",
            "Årsopgørelse & <b>Søren</b>", "入札資料", "+1", "W".repeat(40_000));

    @TempDir
    private static Path folder;
    private static TestCase test;
    private static ReportContent content;

    @BeforeAll
    static void write() {
        test = new TestCase(folder);
        StringBuilder lines = new StringBuilder();
        for (int i = 0; i < SUBJECTS.size(); i++) {
            lines.append(String.format("{\"CreationTime\":\"2026-09-15T08:%02d:00\",\"Id\":\"10000000-0000-4000-8000-"
                    + "%012d\",\"Operation\":\"SoftDelete\",\"RecordType\":3,\"Workload\":\"Exchange\",\"UserId\":"
                    + "\"adele@contoso.example\",\"ClientIPAddress\":\"203.0.113.7\",\"AppAccessContext\":"
                    + "{\"AADSessionId\":\"%s\"},\"AffectedItems\":[{\"Subject\":\"%s\"}]}%n", i, i, SESSION,
                    SUBJECTS.get(i)));
        }
        test.loadOne(test.write("audit.jsonl", lines.toString()));
        test.caseFile().marks().verdict(List.of(MarkTarget.of(MarkTarget.Kind.SESSION, SESSION)), Verdict.MALICIOUS,
                "", "me");
        Correlation correlation = Correlation.upToDate(test.caseFile());
        content = new ReportBuilder(test.caseFile(), correlation,
                Detection.of(test.caseFile(), correlation, new RecordDetails(), AddressLookup.NOTHING, Progress.NONE),
                new ReportOptions(List.of(SESSION), "me", "", null, ReportKind.FULL.sections(), 1_000,
                        Instant.parse("2026-11-23T12:00:00Z"), "My own words."),
                Enrichment.of(Networks.shipped()), new RecordDetails(), Progress.NONE).build();
    }

    @AfterAll
    static void close() {
        test.close();
    }

    @Test
    void theWorkbookOpensAndItsSheetsHaveWhatWasWritten() throws Exception {
        Path file = folder.resolve("report.xlsx");
        try (OutputStream out = Files.newOutputStream(file)) {
            ReportWorkbook.write(content, out);
        }
        // the last option writes every sheet to a file of its own
        convert(file, "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,-1");
        try (Stream<Path> files = Files.list(folder)) {
            List<Path> sheets = files.filter(path -> path.toString().endsWith(".csv")).toList();
            assertThat(sheets).anyMatch(path -> path.getFileName().toString().equals("report-Events.csv"))
                    .anyMatch(path -> path.getFileName().toString().equals("report-Containment.csv"));
            StringBuilder all = new StringBuilder();
            for (Path sheet : sheets) {
                all.append(Files.readString(sheet));
            }
            assertThat(all).contains("=cmd|' /C calc'!A1", "入札資料", "Årsopgørelse & <b>Søren</b>");
        }
    }

    @Test
    void theDocumentOpensAndHasTheAnalystsWords() throws Exception {
        Path file = folder.resolve("report.docx");
        try (OutputStream out = Files.newOutputStream(file)) {
            ReportDocx.write(content, out);
        }
        convert(file, "txt:Text (encoded):UTF8");
        assertThat(Files.readString(folder.resolve("report.txt"))).contains("My own words.", "adele@contoso.example");
    }

    private static void convert(Path file, String filter) throws IOException, InterruptedException {
        assumeTrue(Stream.of(System.getenv("PATH").split(File.pathSeparator))
                .anyMatch(place -> Files.isExecutable(Path.of(place, "soffice"))),
                "LibreOffice is not installed: soffice is not on the path");
        Path log = folder.resolve("soffice.log");
        Process process = new ProcessBuilder("soffice", "-env:UserInstallation=" + folder.resolve("profile").toUri(),
                "--headless", "--convert-to", filter, "--outdir", folder.toString(), file.toString())
                .redirectErrorStream(true).redirectOutput(log.toFile()).start();
        assertThat(process.waitFor(3, TimeUnit.MINUTES)).isTrue();
        assertThat(process.exitValue()).as(new String(Files.readAllBytes(log), StandardCharsets.UTF_8)).isZero();
    }
}
