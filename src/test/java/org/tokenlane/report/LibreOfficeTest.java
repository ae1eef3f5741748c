package org.tokenlane.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tokenlane.report.document.ReportContent;
import org.tokenlane.report.office.ReportDocx;
import org.tokenlane.report.office.ReportWorkbook;

/** Reports for office programs, opened by LibreOffice: {@code mvn verify -Poffice}. Needs {@code soffice}. */
@Tag("office")
class LibreOfficeTest {

    @TempDir
    private static Path folder;
    private static OfficeCase office;
    private static ReportContent content;

    @BeforeAll
    static void write() {
        office = new OfficeCase(folder);
        content = office.content();
    }

    @AfterAll
    static void close() {
        office.close();
    }

    @Test
    void theWorkbookOpensAndItsSheetsHaveWhatWasWritten() throws Exception {
        ByteArrayOutputStream workbook = new ByteArrayOutputStream();
        ReportWorkbook.write(content, workbook);
        // the last option writes every sheet to a file of its own
        convert("report.xlsx", workbook,
                "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,-1");
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
        ByteArrayOutputStream document = new ByteArrayOutputStream();
        ReportDocx.write(content, document);
        convert("report.docx", document, "txt:Text (encoded):UTF8");
        assertThat(Files.readString(folder.resolve("report.txt"))).contains("My own words.", "adele@contoso.example");
    }

    private static void convert(String name, ByteArrayOutputStream bytes, String filter)
            throws IOException, InterruptedException {
        assumeTrue(Stream.of(System.getenv("PATH").split(File.pathSeparator))
                .anyMatch(place -> Files.isExecutable(Path.of(place, "soffice"))),
                "LibreOffice is not installed: soffice is not on the path");
        Path file = Files.write(folder.resolve(name), bytes.toByteArray());
        Path log = folder.resolve("soffice.log");
        Process process = new ProcessBuilder("soffice", "-env:UserInstallation=" + folder.resolve("profile").toUri(),
                "--headless", "--convert-to", filter, "--outdir", folder.toString(), file.toString())
                .redirectErrorStream(true).redirectOutput(log.toFile()).start();
        assertThat(process.waitFor(3, TimeUnit.MINUTES)).isTrue();
        assertThat(process.exitValue()).as(new String(Files.readAllBytes(log), StandardCharsets.UTF_8)).isZero();
    }
}
