package org.tokenlane.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipFile;
import javax.xml.parsers.DocumentBuilderFactory;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tokenlane.detect.answer.AnswerText;
import org.tokenlane.detect.exposure.ExposureText;
import org.tokenlane.report.ExportText;
import org.tokenlane.report.document.ReportText;

/** A number is the same in every output that states it, on a case with inferred links, refused calls and a verdict. */
class EveryOutputTest {

    @TempDir
    private Path folder;
    private Path file;

    @BeforeEach
    void fill() {
        file = MarkedCase.write(folder);
    }

    private String run(Object command, Object... more) {
        List<Object> all = new ArrayList<>(List.of(command, "--case", file));
        all.addAll(List.of(more));
        return CommandRun.of(all.toArray()).isDone().out();
    }

    private Path report(String name) {
        Path out = folder.resolve(name);
        run("report", "--session", MarkedCase.SESSION, "--out", out);
        return out;
    }

    /** What each output says, as text without line breaks. */
    private Map<String, String> outputs() throws Exception {
        Map<String, String> all = new LinkedHashMap<>();
        try (PDDocument pdf = Loader.loadPDF(report("r.pdf").toFile())) {
            all.put("PDF", new PDFTextStripper().getText(pdf));
            all.put("facts", new String(pdf.getDocumentCatalog().getNames().getEmbeddedFiles().getNames().values()
                    .iterator().next().getEmbeddedFile().toByteArray(), StandardCharsets.UTF_8));
        }
        all.put("HTML", Files.readString(report("r.html")).replaceAll("<[^>]*>", " ").replace("&amp;", "&"));
        try (ZipFile docx = new ZipFile(report("r.docx").toFile());
                InputStream in = docx.getInputStream(docx.getEntry("word/document.xml"))) {
            all.put("DOCX", DocumentBuilderFactory.newInstance().newDocumentBuilder()
                    .parse(new ByteArrayInputStream(in.readAllBytes())).getDocumentElement().getTextContent());
        }
        all.put("exposure", run("exposure", "--session", MarkedCase.SESSION));
        all.put("answers", run("answers"));
        all.replaceAll((name, text) -> text.replaceAll("\\s+", " "));
        return all;
    }

    @Test
    void theNumbersOfTheAttackerAreTheSameWhereverTheyAreStated() throws Exception {
        String sum = MarkedCase.accessed();
        String answer = AnswerText.WHAT.text(
                MarkedCase.READ + MarkedCase.SENT + MarkedCase.ANSWERED + MarkedCase.REFUSED, MarkedCase.READ, 0,
                MarkedCase.SENT, 0, MarkedCase.REFUSED, 0);
        String graph = AnswerText.GRAPH.text(MarkedCase.ANSWERED, MarkedCase.REFUSED);
        String notCounted = ExposureText.INFERRED.text(MarkedCase.INFERRED, "User registered security info");
        Map<String, String> outputs = outputs();
        outputs.forEach((name, text) -> {
            if (!name.equals("answers")) {
                assertThat(text).as(name).contains(sum);
            }
            if (!name.equals("exposure")) {
                assertThat(text).as(name).contains(answer).contains(graph);
            }
            if (!name.equals("answers")) {
                assertThat(text).as(name).contains(notCounted);
            }
        });
    }

    @Test
    void theSessionItselfNamesTheRefusedCallsBesideItsOperations() throws Exception {
        int operations = MarkedCase.READ + MarkedCase.SENT + MarkedCase.ANSWERED + MarkedCase.REFUSED;
        Map<String, String> outputs = outputs();
        for (String name : List.of("PDF", "HTML")) {
            assertThat(outputs.get(name)).as(name)
                    .contains(ReportText.THREE_NUMBERS.text(1, 1, operations, MarkedCase.REFUSED))
                    .contains(ReportText.SUMMARY_OPERATIONS
                            .text(ReportText.SUMMARY_OPERATIONS_IN.text(MarkedCase.READ + MarkedCase.SENT,
                                    "Exchange") + ", "
                                    + ReportText.SUMMARY_OPERATIONS_IN.text(MarkedCase.ANSWERED + MarkedCase.REFUSED,
                                            "MicrosoftGraph"),
                                    MarkedCase.REFUSED));
        }
        assertThat(outputs.get("facts"))
                .contains("\"operations\" : " + operations + ", \"refusedGraphCalls\" : " + MarkedCase.REFUSED);
        assertThat(run("session", MarkedCase.SESSION)).contains(CliText.REFUSED_CALLS.text(MarkedCase.REFUSED));
        Map<?, ?> json = (Map<?, ?>) CommandRun.json(run("session", MarkedCase.SESSION, "--json"));
        assertThat(json.get("operations")).isEqualTo(operations);
        assertThat(json.get("refusedGraphCalls")).isEqualTo(MarkedCase.REFUSED);
    }

    @Test
    void theListsHaveAsManyRowsAsTheNumbersSay() throws IOException {
        try (ReadableWorkbook book = new ReadableWorkbook(Files.newInputStream(report("r.xlsx")))) {
            assertThat(rows(book, ExportText.MAIL_READ)).isEqualTo(MarkedCase.READ);
            assertThat(rows(book, ExportText.MAIL_SENT)).isEqualTo(MarkedCase.SENT);
            assertThat(rows(book, ExportText.GRAPH)).isEqualTo(1);
        }
        Path csv = folder.resolve("lists");
        run("exposure", "--session", MarkedCase.SESSION, "--csv", csv);
        assertThat(lines(csv, "mail-read")).isEqualTo(MarkedCase.READ);
        assertThat(lines(csv, "mail-sent")).isEqualTo(MarkedCase.SENT);
        Map<?, ?> json = (Map<?, ?>) CommandRun.json(run("exposure", "--session", MarkedCase.SESSION, "--json"));
        assertThat((List<?>) json.get("mailItems")).hasSize(MarkedCase.READ);
        assertThat((List<?>) json.get("sent")).hasSize(MarkedCase.SENT);
        assertThat((List<?>) json.get("inferred")).hasSize(MarkedCase.INFERRED);
        assertThat((List<?>) json.get("graph")).singleElement().satisfies(call -> {
            assertThat(((Map<?, ?>) call).get("succeeded")).isEqualTo(MarkedCase.ANSWERED);
            assertThat(((Map<?, ?>) call).get("refused")).isEqualTo(MarkedCase.REFUSED);
        });
    }

    private static long rows(ReadableWorkbook book, ExportText list) throws IOException {
        return book.getSheets().filter(sheet -> sheet.getName().equals(list.text())).findFirst().orElseThrow().read()
                .size() - 1;
    }

    private static long lines(Path folder, String list) throws IOException {
        try (var files = Files.list(folder)) {
            Path file = files.filter(one -> one.getFileName().toString().startsWith(list)).findFirst().orElseThrow();
            return Files.readAllLines(file).size() - 1L;
        }
    }
}
