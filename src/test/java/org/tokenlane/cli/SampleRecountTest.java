package org.tokenlane.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.tokenlane.detect.answer.AnswerText;
import org.tokenlane.model.session.SessionFacts;
import org.tokenlane.report.ExportText;
import org.tokenlane.report.pdf.PdfReport;
import org.tokenlane.sample.SharedSample;
import org.tokenlane.ui.OpenedSample;

/**
 * The numbers of every output, recounted from the raw exports of the sample ({@link RawSample}): neither the attacker's
 * addresses nor anything that is counted comes from the program.
 */
class SampleRecountTest {

    @TempDir
    private static Path folder;
    private static RawSample raw;
    private static Path file;

    @BeforeAll
    static void read() throws IOException {
        raw = new RawSample();
        file = SharedSample.copyTo(folder.resolve(SharedSample.NAME));
    }

    private static CommandRun run(String command, Object... more) {
        Object[] all = new Object[more.length + 3];
        all[0] = command;
        all[1] = "--case";
        all[2] = file;
        System.arraycopy(more, 0, all, 3, more.length);
        return CommandRun.of(all).isDone();
    }

    private static RecountedExposure attackers() {
        return RecountedExposure.ofAttacker(raw, session -> true);
    }

    private static Set<String> sessions() {
        return raw.hostileSessions();
    }

    @SuppressWarnings("unchecked")
    private static List<Map<String, Object>> list(Map<String, Object> map, String name) {
        return (List<Map<String, Object>>) map.get(name);
    }

    @Test
    @SuppressWarnings("unchecked")
    void theRuleOfTheExaminerGivesTheAddressesAndSessionsThatTheProgramTakesForTheAttackers() {
        assertThat(raw.hostileAddresses()).containsExactlyInAnyOrder("203.0.113.77", "203.0.113.200", "203.0.113.150",
                "203.0.113.90", "2001:db8:5a:10::9");
        List<Map<String, Object>> indicators = (List<Map<String, Object>>) run("indicators", "--json").json();
        assertThat(indicators.stream().filter(one -> one.get("kind").equals("address")).map(one -> one.get("value")))
                .containsExactlyInAnyOrderElementsOf(raw.hostileAddresses());
        assertThat(run("answers", "--json").jsonObject().get("sessions"))
                .isEqualTo(List.copyOf(new TreeSet<>(sessions())));
        // two strangers worked from their victims' own addresses
        Set<String> strangers = new TreeSet<>(SharedSample.answers().hostileSessions());
        strangers.removeAll(sessions());
        assertThat(SharedSample.answers().planted().stream().filter(one -> strangers.contains(one.sessionId())))
                .hasSize(2).allMatch(one -> one.scene().startsWith("stranger"));
    }

    @Test
    void theAnswerToWhatWasDoneHasTheNumbersOfTheRawRecords() {
        RecountedExposure all = attackers();
        assertThat(all.mail).hasSizeGreaterThan(400);
        List<String> said = RecountedPage.lines(run("answers", "--json").jsonObject(), "what");
        assertThat(said).contains(
                AnswerText.WHAT.text(all.operations, all.mail.size(), all.files.size(), all.sent.size(),
                        all.downloaded.size(), all.refused, all.readByAssistant.size()),
                AnswerText.MAIL_READ.text(all.mail.size()), AnswerText.FOLDERS_SYNCED.text(all.folders.size()),
                AnswerText.MAIL_SENT.text(all.sent.size()), AnswerText.MAIL_CHANGED.text(all.changedMail.size()),
                AnswerText.FILES_DOWNLOADED.text(all.downloaded.size()),
                AnswerText.FILES_VIEWED.text(all.viewed.size()), AnswerText.RULES.text(all.rules.size()),
                AnswerText.GRAPH.text(all.answered, all.refused));
        assertThat(said).filteredOn(line -> line.contains(all.readByAssistant.iterator().next())).hasSize(1);
        assertThat(all.assistants).isEqualTo(1);
    }

    /** Compares lists of an exposure with what was counted; each list as the program calls it. */
    private static void assertExposure(Map<String, Object> exposure, RecountedExposure counted) {
        Map<String, Integer> sizes = new TreeMap<>(Map.of("mailItems", counted.mail.size(), "foldersSynchronised",
                counted.folders.size(), "sent", counted.sent.size(), "deletedOrMoved", counted.changedMail.size(),
                "files", counted.files.size(), "inboxRules", counted.rules.size(), "assistants", counted.assistants));
        sizes.forEach((name, size) -> assertThat(list(exposure, name).stream()
                .filter(one -> one.get("parties").toString().contains("attacker"))).as(name).hasSize(size));
        assertThat(list(exposure, "foldersSynchronised").stream().mapToInt(one -> (int) one.get("times")).sum())
                .isEqualTo(counted.folders.values().stream().mapToInt(Integer::intValue).sum());
        Map<String, Integer> graph = new TreeMap<>();
        list(exposure, "graph").stream().filter(one -> one.get("parties").toString().contains("attacker"))
                .forEach(one -> {
                    graph.merge("succeeded", (int) one.get("succeeded"), Integer::sum);
                    graph.merge("refused", (int) one.get("refused"), Integer::sum);
                });
        assertThat(graph.getOrDefault("succeeded", 0)).isEqualTo(counted.answered);
        assertThat(graph.getOrDefault("refused", 0)).isEqualTo(counted.refused);
        for (Map.Entry<String, Integer> files : Map
                .of("downloaded", counted.downloaded.size(), "viewed", counted.viewed.size()).entrySet()) {
            assertThat(list(exposure, "files").stream().filter(one -> (int) one.get(files.getKey()) > 0
                    && one.get("parties").toString().contains("attacker"))).hasSize(files.getValue());
        }
    }

    @Test
    void theExposureOfTheAttackersAddressesIsThatOfTheRawRecords() {
        RecountedExposure all = attackers();
        Map<String, Object> exposure = run("exposure", "--json", fromHostileAddresses()).jsonObject();
        assertExposure(exposure, all);
        assertThat(exposure.get("summary").toString()).startsWith(ExportText.SUM_ATTACKER.text(
                ExportText.SUM_MAIL_READ.text(all.mail.size()))).contains(ExportText.SUM_SENT.text(all.sent.size()),
                        ExportText.SUM_DOWNLOADED.text(all.downloaded.size()),
                        ExportText.SUM_FOLDERS.text(all.folders.size()), ExportText.SUM_RULES.text(all.rules.size()));
    }

    private static String fromHostileAddresses() {
        return "(" + String.join(" OR ", raw.hostileAddresses().stream().map(ip -> "ip:\"" + ip + "\"").toList()) + ")";
    }

    private static Stream<String> hostileSessions() {
        return sessions().stream();
    }

    @ParameterizedTest
    @MethodSource("hostileSessions")
    void aSessionHasTheSignInsTokensAndOperationsOfTheRawRecords(String session) throws IOException {
        List<Map<String, String>> signIns = raw.signInsOf(session);
        Set<String> tokens = signIns.stream().filter(one -> one.containsKey("success")).map(one -> one.get("uti"))
                .collect(Collectors.toSet());
        List<Map<?, ?>> operations = raw.operations().filter(record -> raw.session(record).equals(session)).toList();
        List<RawSample.Call> calls = raw.graphCalls().stream().filter(call -> call.session().equals(session)).toList();
        int all = operations.size() + calls.size();
        long refused = calls.stream().filter(call -> !call.isAnswered()).count();
        Map<String, Object> listed = run("sessions", "--json").jsonArray().stream()
                .filter(one -> one.get("sessionId").equals(session)).findFirst().orElseThrow();
        Map<String, Object> one = run("session", "--json", session).jsonObject();
        for (Map<String, Object> told : List.of(listed, one)) {
            assertThat(told.get("signIns")).isEqualTo(signIns.size());
            assertThat(told.get("operations")).isEqualTo(all);
            assertThat(told.get("refusedGraphCalls")).isEqualTo((int) refused);
        }
        assertThat(listed.get("tokens")).isEqualTo(tokens.size());
        assertThat(list(one, "tokens")).extracting(token -> token.get("uti"))
                .containsExactlyInAnyOrderElementsOf(tokens);
        for (Map<String, Object> token : list(one, "tokens")) {
            Map<String, Integer> byName = new TreeMap<>();
            operations.stream().filter(record -> RawSample.token(record).equals(token.get("uti")))
                    .forEach(record -> byName.merge(record.get("Operation").toString(), 1, Integer::sum));
            Map<String, Object> audited = new TreeMap<>(map(token.get("operationsByName")));
            audited.keySet().removeIf(name -> name.startsWith("GET ") || name.startsWith("POST "));
            assertThat(audited).isEqualTo(byName);
        }
        assertExposure(run("exposure", "--json", "session:" + session + " " + fromHostileAddresses()).jsonObject(),
                RecountedExposure.ofAttacker(raw, session::equals));
        try (OpenedSample window = new OpenedSample(Files.createDirectories(folder.resolve(session)))) {
            SessionFacts shown = window.open().sessions().stream().filter(facts -> facts.sessionId().equals(session))
                    .findFirst().orElseThrow();
            assertThat(List.of(shown.signIns(), shown.tokens(), shown.operations(), shown.refusedCalls()))
                    .isEqualTo(List.of(signIns.size(), tokens.size(), all, (int) refused));
        }
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> map(Object value) {
        return (Map<String, Object>) value;
    }

    @ParameterizedTest
    @MethodSource("hostileSessions")
    void findingsOfMassesHaveTheNumbersOfTheRawRecords(String session) {
        RecountedExposure counted = RecountedExposure.ofAttacker(raw, session::equals);
        List<Map<String, Object>> findings = run("findings", "--json").jsonArray().stream()
                .filter(one -> session.equals(one.get("sessionId"))).toList();
        Map<String, Integer> expected = new TreeMap<>(Map.of("mass-mail-access", counted.mail.size(), "mass-download",
                counted.downloaded.size(), "mass-deletion", counted.changedMail.size(), "graph-refused",
                counted.refused));
        for (Map<String, Object> finding : findings) {
            Integer number = expected.get(finding.get("rule"));
            if (number != null) {
                assertThat(Arrays.asList(finding.get("why").toString().split("[^0-9.:]+"))).as("%s", finding)
                        .contains(number.toString());
            }
        }
        assertThat(findings).extracting(one -> one.get("rule")).contains("mass-mail-access");
    }

    @Test
    void theFactsOfThePdfHaveTheNumbersOfTheRawRecords() throws IOException {
        Path pdf = folder.resolve("facts.pdf");
        run("report", "--kind", "full", "--most-events", 1, "--out", pdf);
        Map<String, Object> facts;
        try (PDDocument document = Loader.loadPDF(pdf.toFile())) {
            facts = map(CommandRun.json(new String(document.getDocumentCatalog().getNames().getEmbeddedFiles()
                    .getNames().get(PdfReport.FACTS).getEmbeddedFile().toByteArray(), StandardCharsets.UTF_8)));
        }
        assertThat(list(facts, "told")).extracting(one -> one.get("sessionId"))
                .containsExactlyInAnyOrderElementsOf(sessions());
        for (Map<String, Object> told : list(facts, "told")) {
            String session = told.get("sessionId").toString();
            List<Map<String, String>> signIns = raw.signInsOf(session);
            List<RawSample.Call> calls = raw.graphCalls().stream().filter(call -> call.session().equals(session))
                    .toList();
            assertThat(told.get("signIns")).isEqualTo(signIns.size());
            assertThat(list(told, "tokens")).hasSize(
                    (int) signIns.stream().filter(one -> one.containsKey("success")).count());
            assertThat(told.get("operations")).isEqualTo(calls.size() + (int) raw.operations()
                    .filter(record -> raw.session(record).equals(session)).count());
            assertThat(told.get("refusedGraphCalls"))
                    .isEqualTo((int) calls.stream().filter(call -> !call.isAnswered()).count());
        }
        RecountedExposure all = attackers();
        assertThat(map(facts.get("exposure")).get("summary").toString())
                .contains(ExportText.SUM_MAIL_READ.text(all.mail.size()), ExportText.SUM_SENT.text(all.sent.size()));
        assertThat(RecountedPage.texts(facts, "what")).contains(AnswerText.WHAT.text(all.operations, all.mail.size(),
                all.files.size(), all.sent.size(), all.downloaded.size(), all.refused, all.readByAssistant.size()));
    }

    @Test
    void theWorkbookHasTheNumbersOfTheRawRecords() throws IOException {
        Path xlsx = folder.resolve("lists.xlsx");
        run("report", "--kind", "full", "--out", xlsx);
        List<List<String>> rows = new ArrayList<>();
        Map<String, List<Row>> sheets = new TreeMap<>();
        try (ReadableWorkbook book = new ReadableWorkbook(Files.newInputStream(xlsx))) {
            for (Sheet sheet : book.getSheets().toList()) {
                sheets.put(sheet.getName(), sheet.read());
            }
        }
        sheets.values().forEach(sheet -> sheet.forEach(row -> rows.add(row.stream()
                .map(cell -> cell == null ? "" : cell.getText()).toList())));
        for (String session : sessions()) {
            List<Map<String, String>> signIns = raw.signInsOf(session);
            long tokens = signIns.stream().filter(one -> one.containsKey("success")).count();
            long operations = raw.operations().filter(record -> raw.session(record).equals(session)).count()
                    + raw.graphCalls().stream().filter(call -> call.session().equals(session)).count();
            // id, users, addresses, countries, first and last come before the numbers
            assertThat(rows).filteredOn(row -> row.size() > 9 && row.getFirst().equals(session)).hasSize(1)
                    .allSatisfy(row -> assertThat(row.subList(6, 9)).containsExactly("" + signIns.size(), "" + tokens,
                            "" + operations));
        }
        RecountedExposure all = attackers();
        for (Map.Entry<ExportText, Integer> list : Map.of(ExportText.MAIL_SENT, all.sent.size(),
                ExportText.MAIL_CHANGED, all.changedMail.size(), ExportText.RULES, all.rules.size()).entrySet()) {
            assertThat(sheets.get(list.getKey().text())).as(list.getKey().text()).hasSize(list.getValue() + 1);
        }
    }

    @Test
    void everyNumberOnTheFirstPageOfTheExecutiveReportIsThatOfTheRawRecords() throws IOException {
        Path html = folder.resolve("executive.html");
        run("report", "--kind", "executive", "--out", html);
        RecountedPage page = new RecountedPage(raw, Files.readString(html));
        page.assertAllNumbersAreOfTheRawRecords(attackers());
        page.assertTheDrawingIsOfTheRawRecords();
        page.assertThePeriodIsThatOfTheRawRecords();
        page.assertTheAccountsAreThoseOfTheRawRecords(list(run("answers", "--json").jsonObject(), "accounts"));
    }

    @Test
    void theWindowSaysWhatTheCommandsSay() throws IOException {
        try (OpenedSample window = new OpenedSample(Files.createDirectories(folder.resolve("window")))) {
            window.workbench.rules().detect();
            RecountedExposure all = attackers();
            assertThat(window.workbench.answers().answers().get().exposure().mailItems()).hasSize(all.mail.size());
            assertThat(window.workbench.answers().answers().get().exposure().messagesSent())
                    .isEqualTo(all.sent.size());
        }
    }
}
