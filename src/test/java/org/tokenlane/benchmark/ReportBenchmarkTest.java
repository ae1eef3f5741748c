package org.tokenlane.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.OperatingSystemMXBean;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.Writer;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tokenlane.correlate.Correlation;
import org.tokenlane.detect.Detection;
import org.tokenlane.detect.facts.KnownNetworks;
import org.tokenlane.enrich.Enrichment;
import org.tokenlane.enrich.Networks;
import org.tokenlane.ingest.Importers;
import org.tokenlane.ingest.RecordDetails;
import org.tokenlane.intake.ImportOptions;
import org.tokenlane.intake.ImportService;
import org.tokenlane.job.Progress;
import org.tokenlane.report.document.ReportBuilder;
import org.tokenlane.report.document.ReportContent;
import org.tokenlane.report.document.ReportHtml;
import org.tokenlane.report.document.ReportOptions;
import org.tokenlane.report.pdf.PdfReport;
import org.tokenlane.store.CaseFile;

/**
 * How long a report of a session takes of which all events are listed. It prints figures and asserts on none but
 * counts.
 */
@Tag("benchmark")
class ReportBenchmarkTest {

    private static final int EVENTS = Integer.getInteger("benchmark.listed", 50_000);
    private static final String SESSION = "00a1b2c3-4d5e-6f70-8192-a3b4c5d6e7f8";

    @TempDir
    private Path folder;

    @Test
    void aReportThatListsFiftyThousandEvents() throws IOException {
        Path export = folder.resolve("files.jsonl");
        write(export);
        try (CaseFile caseFile = CaseFile.create(folder.resolve("benchmark.tlcase"), null, "benchmark")) {
            new ImportService(caseFile, Importers.all()).importAll(List.of(export), ImportOptions.by("benchmark"),
                    Progress.NONE);
            Enrichment enrichment = Enrichment.of(Networks.shipped());
            Correlation correlation = Correlation.upToDate(caseFile);
            Detection detection = Detection.of(caseFile, correlation, new RecordDetails(),
                    new KnownNetworks(enrichment), Progress.NONE);
            for (int run = 1; run <= 3; run++) {
                long started = time();
                ReportContent content = new ReportBuilder(caseFile, correlation, detection,
                        new ReportOptions(List.of(SESSION), "benchmark", "", null,
                                List.of(ReportOptions.Section.values()), EVENTS, Instant.now()),
                        enrichment,
                        new RecordDetails(),
                        Progress.NONE).build();
                double gathered = (time() - started) / 1e9;
                started = time();
                int letters = ReportHtml.forBrowser(content).length();
                double html = (time() - started) / 1e9;
                Path pdf = folder.resolve("report.pdf");
                started = time();
                try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(pdf))) {
                    PdfReport.write(content, out);
                }
                double laidOut = (time() - started) / 1e9;
                try (PDDocument document = Loader.loadPDF(pdf.toFile())) {
                    print("run %d: %,d events listed, time of the processor: gathered in %.1f s, HTML (%,d kB) in %.2f s, PDF of %,d "
                            + "pages (%,d kB) in %.1f s, heap used %,.0f MB",
                            run,
                            content.parts().getFirst().lines().size(), gathered, letters / 1_000, html,
                            document.getNumberOfPages(), Files.size(pdf) / 1_000, laidOut,
                            (Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory()) / 1e6);
                }
                assertThat(content.parts().getFirst().lines()).hasSize(EVENTS);
            }
        }
    }

    /**
     * How long the processor worked for this program, its collector and compilers included, in nanoseconds: other programs
     * do not change it much.
     */
    private static long time() {
        return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getProcessCpuTime();
    }

    private static void write(Path file) throws IOException {
        try (Writer out = Files.newBufferedWriter(file)) {
            for (int i = 0; i < EVENTS; i++) {
                out.write(String.format(Locale.ROOT, "{\"AppAccessContext\":{\"AADSessionId\":\"" + SESSION
                        + "\",\"UniqueTokenId\":\"G3oMXtKTSEyPYbJ9njoEAA\"},"
                        + "\"CreationTime\":\"2026-09-%02dT%02d:%02d:%02d\","
                        + "\"Id\":\"20000000-0000-4000-8000-%012d\",\"Operation\":\"FileAccessed\",\"RecordType\":6,"
                        + "\"Workload\":\"SharePoint\",\"UserId\":\"adele@contoso.example\","
                        + "\"ClientIP\":\"203.0.113.%d\",\"ObjectId\":\"https://contoso.sharepoint.example/sites/"
                        + "finance/Shared Documents/Budget %d.xlsx\",\"SourceFileName\":\"Budget %d.xlsx\","
                        + "\"SiteUrl\":\"https://contoso.sharepoint.example/sites/finance\"}%n",
                        1 + i / 10_000, i / 400 % 24, i / 7 % 60, i % 60, i, i % 3, i % 5_000, i % 5_000));
            }
        }
    }

    private static void print(String format, Object... values) {
        System.out.printf(Locale.ROOT, format + "%n", values);
    }
}
