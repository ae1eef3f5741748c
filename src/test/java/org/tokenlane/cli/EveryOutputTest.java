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
import org.tokenlane.detect.Scene;
import org.tokenlane.detect.answer.AnswerText;
import org.tokenlane.detect.exposure.ExposureText;
import org.tokenlane.report.ExportText;
import org.tokenlane.report.document.ReportText;

/** A number is the same in every output that states it, on a case with inferred links, refused calls and a verdict. */
class EveryOutputTest {

    private static final String ATTACKER = "203.0.113.200";
    private static final String OFFICE = "192.0.2.10";
    private static final int READ = 3;
    private static final int SENT = 2;
    private static final int ANSWERED = 4;
    private static final int REFUSED = 2;
    private static final int INFERRED = 1;

    @TempDir
    private Path folder;
    private Path file;

    @BeforeEach
    void fill() {
        file = folder.resolve("test.tlcase");
        try (Scene scene = new Scene(folder)) {
            scene.everyday(Scene.ADELE, OFFICE, "DK", 64496, "8d000000-0000-4000-8000-000000000001");
            String uti = scene.signIn(Scene.ADELE, "2026-09-15T08:00:00", Scene.SESSION).from(ATTACKER, "US", 64511)
                    .uti();
            for (int i = 0; i < READ; i++) {
                act(scene, "08:1" + i + ":00", "MailItemsAccessed", uti)
                        .with("OperationProperties", Scene.pairs("MailAccessType", "Bind"))
                        .with("Folders", List.of(Map.of("Path", "\\Inbox", "FolderItems",
                                List.of(Map.of("InternetMessageId", "<read-" + i + "@contoso.example>")))));
            }
            for (int i = 0; i < SENT; i++) {
                act(scene, "08:2" + i + ":00", "Send", uti).with("Item",
                        Map.of("InternetMessageId", "<sent-" + i + "@contoso.example>", "Subject", "Invoice"));
            }
            for (int i = 0; i < ANSWERED + REFUSED; i++) {
                Scene.Told call = scene.graph(Scene.ADELE, "2026-09-15T08:3" + i + ":00", "GET", "/me/messages",
                        Scene.SESSION, uti, ATTACKER);
                if (i >= ANSWERED) {
                    call.with("ResponseStatusCode", 403).with("responseStatusCode", 403);
                }
            }
            // no session in the record: only the user, the address and the time link it
            scene.change(Scene.ADELE, "2026-09-15T08:40:00", "User registered security info", ATTACKER);
            scene.facts();
        }
        run("mark", "--session", Scene.SESSION, "--verdict", "malicious");
    }

    private static Scene.Told act(Scene scene, String time, String operation, String uti) {
        return Scene.from(scene.audit(Scene.ADELE, "2026-09-15T" + time, "Exchange", operation, Scene.SESSION, uti),
                ATTACKER);
    }

    private String run(Object command, Object... more) {
        List<Object> all = new ArrayList<>(List.of(command, "--case", file));
        all.addAll(List.of(more));
        return CommandRun.of(all.toArray()).isDone().out();
    }

    private Path report(String name) {
        Path out = folder.resolve(name);
        run("report", "--session", Scene.SESSION, "--out", out);
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
        all.put("exposure", run("exposure", "--session", Scene.SESSION));
        all.put("answers", run("answers"));
        all.replaceAll((name, text) -> text.replaceAll("\\s+", " "));
        return all;
    }

    @Test
    void theNumbersOfTheAttackerAreTheSameWhereverTheyAreStated() throws Exception {
        String sum = ExportText.SUM_ATTACKER.text(String.join(", ", ExportText.SUM_MAIL_READ.text(READ),
                ExportText.SUM_SENT.text(SENT), ExportText.SUM_GRAPH.text(ANSWERED, REFUSED)));
        String answer = AnswerText.WHAT.text(READ + SENT + ANSWERED + REFUSED, READ, 0, SENT, 0, REFUSED);
        String graph = AnswerText.GRAPH.text(ANSWERED, REFUSED);
        String notCounted = ExposureText.INFERRED.text(INFERRED, "User registered security info");
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
        int operations = READ + SENT + ANSWERED + REFUSED;
        Map<String, String> outputs = outputs();
        for (String name : List.of("PDF", "HTML")) {
            assertThat(outputs.get(name)).as(name)
                    .contains(ReportText.THREE_NUMBERS.text(1, 1, operations, REFUSED))
                    .contains(ReportText.SUMMARY_OPERATIONS.text(ReportText.SUMMARY_OPERATIONS_IN.text(READ + SENT,
                            "Exchange") + ", "
                            + ReportText.SUMMARY_OPERATIONS_IN.text(ANSWERED + REFUSED, "MicrosoftGraph"), REFUSED));
        }
        assertThat(outputs.get("facts"))
                .contains("\"operations\" : " + operations + ", \"refusedGraphCalls\" : " + REFUSED);
        assertThat(run("session", Scene.SESSION)).contains(CliText.REFUSED_CALLS.text(REFUSED));
        Map<?, ?> json = (Map<?, ?>) CommandRun.json(run("session", Scene.SESSION, "--json"));
        assertThat(json.get("operations")).isEqualTo(operations);
        assertThat(json.get("refusedGraphCalls")).isEqualTo(REFUSED);
    }

    @Test
    void theListsHaveAsManyRowsAsTheNumbersSay() throws IOException {
        try (ReadableWorkbook book = new ReadableWorkbook(Files.newInputStream(report("r.xlsx")))) {
            assertThat(rows(book, ExportText.MAIL_READ)).isEqualTo(READ);
            assertThat(rows(book, ExportText.MAIL_SENT)).isEqualTo(SENT);
            assertThat(rows(book, ExportText.GRAPH)).isEqualTo(1);
        }
        Path csv = folder.resolve("lists");
        run("exposure", "--session", Scene.SESSION, "--csv", csv);
        assertThat(lines(csv, "mail-read")).isEqualTo(READ);
        assertThat(lines(csv, "mail-sent")).isEqualTo(SENT);
        Map<?, ?> json = (Map<?, ?>) CommandRun.json(run("exposure", "--session", Scene.SESSION, "--json"));
        assertThat((List<?>) json.get("mailItems")).hasSize(READ);
        assertThat((List<?>) json.get("sent")).hasSize(SENT);
        assertThat((List<?>) json.get("inferred")).hasSize(INFERRED);
        assertThat((List<?>) json.get("graph")).singleElement().satisfies(call -> {
            assertThat(((Map<?, ?>) call).get("succeeded")).isEqualTo(ANSWERED);
            assertThat(((Map<?, ?>) call).get("refused")).isEqualTo(REFUSED);
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
