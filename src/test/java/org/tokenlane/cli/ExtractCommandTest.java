package org.tokenlane.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.tokenlane.detect.exposure.ExposureText;
import org.tokenlane.report.document.ReportText;
import org.tokenlane.sample.SampleAnswers;
import org.tokenlane.sample.SharedSample;
import org.tokenlane.store.AuditKind;
import org.tokenlane.store.QuickKeys;
import org.tokenlane.store.StoreText;

/** Taking a part of the sample tenant's case out for a colleague, as it is and with pseudonyms. */
@ExtendWith(QuickKeys.class)
class ExtractCommandTest {

    @TempDir
    private static Path folder;

    private static Path file;
    private static SampleAnswers answers;

    @BeforeAll
    static void copyTheSample() {
        answers = SharedSample.answers();
        file = SharedSample.copyTo(folder.resolve("sample.tlcase"));
        CommandRun
                .of("mark", "--case", file, "--session", answers.aitmSession(), "--verdict", "malicious", "--reason",
                        "adela.novakova@contoso.example was phished")
                .isDone();
        CommandRun.of("mark", "--case", file, "--session", answers.deviceCodeSession(), "--tag", "not in the extract")
                .isDone();
    }

    private static CommandRun run(Path ofCase, Object command, Object... more) {
        List<Object> all = new ArrayList<>(List.of(command, "--case", ofCase));
        all.addAll(List.of(more));
        return CommandRun.of(all.toArray());
    }

    private static List<Map<String, Object>> events(Path ofCase, Object... filter) {
        List<Object> all = new ArrayList<>(List.of("--json"));
        all.addAll(List.of(filter));
        return withoutRecordNumbers(run(ofCase, "events", all.toArray()));
    }

    /** An extract does not have all records of a file, and so does not say which of them a record is. */
    private static List<Map<String, Object>> withoutRecordNumbers(CommandRun run) {
        List<Map<String, Object>> events = run.isDone().jsonLines();
        events.forEach(event -> ((List<?>) event.get("evidence"))
                .forEach(record -> ((Map<?, ?>) record).remove("record")));
        return events;
    }

    @Test
    void anExtractHoldsAllOfTheSessionUnderTheHashesAndLinesOfTheWholeFiles() {
        Path extract = folder.resolve("one.tlcase");
        Map<String, Object> done = run(file, "extract", "--json", "--out", extract, "--session", answers.aitmSession())
                .isDone().jsonObject();
        List<Map<String, Object>> before = events(file, "session:" + answers.aitmSession());
        List<Map<String, Object>> after = events(extract, "session:" + answers.aitmSession());
        assertThat(after).as("every field, link, path, line and hash").isEqualTo(before).hasSizeGreaterThan(100);
        assertThat(done).containsEntry("linkedOtherwise", 0).containsEntry("sessions", 1).containsEntry("marks", 1)
                .containsEntry("replaced", 0);
        assertThat(run(extract, "verify").isDone().out()).isNotEmpty();
        assertThat(run(extract, "sessions").isDone().out()).contains(answers.aitmSession())
                .doesNotContain(answers.deviceCodeSession());
        assertThat(run(extract, "marks").isDone().out()).contains("malicious", "was phished");
        assertThat(run(extract, "log").isDone().out()).contains(
                AuditKind.EXTRACTED.text() + ": sample.tlcase, whose action log ended with the hash ",
                "session " + answers.aitmSession());
        assertThat(run(file, "log").isDone().out())
                .contains(AuditKind.EXTRACT_WRITTEN.text() + ": one.tlcase, " + done.get("events") + " events");
        assertThat(run(extract, "exposure", "--session", answers.aitmSession()).isDone().out())
                .contains(ExposureText.EXTRACT.text());
    }

    @Test
    void theRawRecordsOfAnExtractAreThoseOfTheWholeCaseByteForByte() {
        Path extract = folder.resolve("raw.tlcase");
        run(file, "extract", "--out", extract, "session:" + answers.deviceCodeSession()).isDone();
        assertThat(withoutRecordNumbers(run(extract, "events", "--format", "jsonl-raw")))
                .isEqualTo(withoutRecordNumbers(
                        run(file, "events", "--format", "jsonl-raw", "session:" + answers.deviceCodeSession())));
    }

    @Test
    void aWholeFileImportedLaterAddsWhatWasNotTakenAndCountsNothingTwice() {
        Path extract = folder.resolve("later.tlcase");
        run(file, "extract", "--out", extract, "--session", answers.aitmSession()).isDone();
        run(extract, "import", SharedSample.exports()).isDone();
        assertThat(events(extract)).hasSameSizeAs(events(file));
    }

    @Test
    void anExtractOfAnExtractStillTellsOfTheFileAsItWasExported() {
        Path first = folder.resolve("first.tlcase");
        Path second = folder.resolve("second.tlcase");
        run(file, "extract", "--out", first, "--session", answers.aitmSession()).isDone();
        run(first, "extract", "--out", second, "op:New-InboxRule").isDone();
        assertThat(events(second)).isEqualTo(events(file, "op:New-InboxRule", "session:" + answers.aitmSession()));
    }

    @Test
    void whatCannotBeTakenIsSaidAndLeavesNoCase() {
        Path extract = folder.resolve("none.tlcase");
        assertThat(run(file, "extract", "--out", extract).err())
                .contains(CliText.EXTRACT_NEEDS_CHOICE.text());
        assertThat(run(file, "extract", "--out", extract, "op:NoSuchOperation").err())
                .contains(CliText.EXTRACT_EMPTY.text());
        assertThat(run(file, "extract", "--out", extract, "--all", "--pseudonyms", "users").err())
                .contains(CliText.PSEUDONYMS_WITHOUT_KEY.text());
        assertThat(run(file, "extract", "--out", extract, "--all", "--pseudonyms", "people", "--key",
                folder.resolve("k.json")).err())
                .contains(
                        "“people”", "users, tenant, mail, files, addresses, devices, all");
        assertThat(run(file, "extract", "--out", file, "--all").err()).contains(StoreText.EXISTS.text(file));
        assertThat(extract).doesNotExist();
    }

    @Test
    void withPseudonymsNothingTellsWhoAndWhoseAndEveryCountAndFindingIsTheSame() throws IOException {
        Path extract = folder.resolve("shared.tlcase");
        Path key = folder.resolve("shared-key.json");
        Map<String, Object> done = run(file, "extract", "--json", "--out", extract, "--all", "--pseudonyms", "all",
                "--key", key).isDone().jsonObject();
        assertThat((List<?>) done.get("stillThere")).isEmpty();
        assertThat(done).containsEntry("linkedOtherwise", 0).containsEntry("marksLeft", 0);
        String all = run(extract, "events", "--format", "jsonl-raw").isDone().out() + run(extract, "log").isDone().out()
                + run(extract, "marks").isDone().out()
                + run(extract, "exposure").isDone().out();
        assertThat(all).doesNotContainIgnoringCase("contoso").doesNotContainIgnoringCase("novakova")
                .doesNotContain("203.0.113.", "田中", "Faktura", "Løn og pension");
        assertThat(run(extract, "findings", "--json").isDone().jsonArray())
                .extracting(finding -> finding.get("rule") + " " + finding.get("sessionId"))
                .filteredOn(ExtractCommandTest::isKeptUnderPseudonyms)
                .containsExactlyInAnyOrderElementsOf(
                        run(file, "findings", "--json").isDone().jsonArray().stream()
                                .map(finding -> finding.get("rule") + " " + finding.get("sessionId"))
                                .filter(ExtractCommandTest::isKeptUnderPseudonyms).toList());
        assertThat(operations(extract)).isEqualTo(operations(file));
        assertThat(run(extract, "verify").isDone().out()).isNotEmpty();
        @SuppressWarnings("unchecked")
        Map<String, String> users = (Map<String, String>) ((Map<?, ?>) CommandRun.json(Files.readString(key)))
                .get("user");
        assertThat(users).containsKey("adela.novakova@contoso.example");
        assertThat(run(extract, "marks").isDone().out())
                .contains(users.get("adela.novakova@contoso.example") + "@domain-1.example was phished");
    }

    /** The names of files, and the words that an inbox rule looks for, are replaced. */
    private static boolean isKeptUnderPseudonyms(String finding) {
        return !finding.startsWith("evidence-gap") && !finding.startsWith("inbox-rule-sorts");
    }

    /** How often each operation was done in each session. */
    private static Map<String, Integer> operations(Path ofCase) {
        Map<String, Integer> counts = new TreeMap<>();
        events(ofCase)
                .forEach(event -> counts.merge(event.get("session") + " " + event.get("operation"), 1, Integer::sum));
        return counts;
    }

    @Test
    void oneKeyGivesOnePseudonymInEveryExtract() throws IOException {
        Path key = folder.resolve("kept-key.json");
        run(file, "extract", "--out", folder.resolve("k1.tlcase"), "--session", answers.aitmSession(), "--pseudonyms",
                "users,tenant", "--key", key).isDone();
        Map<?, ?> first = (Map<?, ?>) ((Map<?, ?>) CommandRun.json(Files.readString(key))).get("user");
        run(file, "extract", "--out", folder.resolve("k2.tlcase"),
                "session:" + answers.aitmSession() + " OR session:" + answers.deviceCodeSession(), "--pseudonyms",
                "users,tenant", "--key", key).isDone();
        Map<?, ?> second = (Map<?, ?>) ((Map<?, ?>) CommandRun.json(Files.readString(key))).get("user");
        assertThat(second.entrySet()).hasSizeGreaterThan(first.size());
        first.forEach((user, pseudonym) -> assertThat(second.get(user)).isEqualTo(pseudonym));
        Set<Object> upns = new HashSet<>();
        events(folder.resolve("k1.tlcase")).forEach(event -> upns.add(event.get("upn")));
        assertThat(events(folder.resolve("k2.tlcase"), "session:" + answers.aitmSession()))
                .allSatisfy(event -> assertThat(upns).contains(event.get("upn")));
    }

    @Test
    void kindsThatWereNotChosenStayAsTheyAre() {
        Path extract = folder.resolve("only-mail.tlcase");
        run(file, "extract", "--out", extract, "--session", answers.aitmSession(), "--pseudonyms", "mail", "--key",
                folder.resolve("mail-key.json")).isDone();
        String all = run(extract, "events", "--format", "jsonl-raw").isDone().out();
        assertThat(all).contains("adela.novakova@contoso.example", "203.0.113.", "Løn og pension.docx", "Subject 1")
                .doesNotContain("Faktura 2040");
    }

    @Test
    void aReportAndAnExportCanHavePseudonymsWithoutAnExtract() throws IOException {
        Path key = folder.resolve("report-key.json");
        Path pdf = folder.resolve("shared.pdf");
        // all of the case takes the pseudonyms of the test above; here it is about the two kinds of output
        Path file = folder.resolve("small.tlcase");
        run(ExtractCommandTest.file, "extract", "--out", file, "--session", answers.aitmSession()).isDone();
        run(file, "report", "--out", pdf, "--session", answers.aitmSession(), "--pseudonyms", "all", "--key", key,
                "--analyst", "").isDone();
        try (PDDocument document = Loader.loadPDF(pdf.toFile())) {
            String text = new PDFTextStripper().getText(document).replaceAll("\\s+", " ");
            assertThat(text).contains("domain-1.example", answers.aitmSession(), ReportText.PSEUDONYMS.text("users"))
                    .doesNotContainIgnoringCase("contoso")
                    .doesNotContainIgnoringCase("novakova").doesNotContain("203.0.113.");
        }
        Path csv = folder.resolve("shared.csv");
        run(file, "events", "--out", csv, "session:" + answers.aitmSession(), "--pseudonyms", "all", "--key", key)
                .isDone();
        assertThat(Files.readString(csv)).contains("domain-1.example").doesNotContainIgnoringCase("contoso")
                .doesNotContain("203.0.113.");
        assertThat(Files.readAllLines(csv)).hasSize(1 + events(file, "session:" + answers.aitmSession()).size());
        assertThat(run(file, "log").isDone().out()).contains("events exported: shared.csv",
                "pseudonyms for users, tenant, mail, files, addresses, devices");
        assertThat(run(file, "events", "op:New-InboxRule", "--pseudonyms", "all", "--key", key).err())
                .contains(CliText.PSEUDONYMS_WITHOUT_FILE.text());
    }
}
