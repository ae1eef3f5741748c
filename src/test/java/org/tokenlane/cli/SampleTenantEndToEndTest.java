package org.tokenlane.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tokenlane.sample.SampleAnswers;
import org.tokenlane.sample.SharedSample;

/**
 * The whole way on the sample tenant, from exported files to the attacker's session, checked against what happened
 * there.
 */
class SampleTenantEndToEndTest {

    @TempDir
    private static Path folder;

    private static Path exports;
    private static Path file;
    private static SampleAnswers answers;
    private static CommandRun imported;
    /** What two commands say that run the rules, which takes longer than all else they do. */
    private static CommandRun sessions;
    private static CommandRun attackersSession;

    @BeforeAll
    static void importTheSample() throws IOException {
        exports = SharedSample.exports();
        answers = SharedSample.answers();
        file = folder.resolve("sample.tlcase");
        imported = CommandRun.of("import", "--json", "--case", file, exports).isDone();
        sessions = CommandRun.of("sessions", "--json", "--case", file).isDone();
        attackersSession = CommandRun.of("session", "--json", "--case", file, answers.aitmSession()).isDone();
    }

    @Test
    void everyRecordIsStoredADuplicateOrRejected() {
        Map<String, Object> report = imported.jsonObject();
        assertThat(report).containsEntry("records", answers.records()).containsEntry("stored", answers.events())
                .containsEntry("rejected", answers.damaged())
                .containsEntry("duplicates", answers.records() - answers.events() - answers.damaged());
        List<Map<String, Object>> evidence = list(report.get("evidence"));
        assertThat(evidence).hasSameSizeAs(answers.files());
        for (SampleAnswers.File answer : answers.files()) {
            assertThat(evidence).as(answer.name()).anySatisfy(entry -> {
                assertThat((String) entry.get("path")).endsWith(answer.name());
                assertThat(entry).containsEntry("records", answer.records()).containsEntry("rejected",
                        answer.damaged());
                assertThat((Integer) entry.get("stored") + (Integer) entry.get("duplicates"))
                        .isEqualTo(answer.records() - answer.damaged());
            });
        }
    }

    @Test
    void everySessionHasItsSignInsTokensAndOperations() {
        List<Map<String, Object>> all = sessions.jsonArray();
        assertThat(all).hasSize(answers.sessions().size());
        for (Map<String, Object> session : all) {
            SampleAnswers.Session answer = answers.sessions().get(session.get("sessionId"));
            assertThat(answer).as("session " + session.get("sessionId")).isNotNull();
            assertThat(session).containsEntry("upns", List.of(answer.upn())).containsEntry("signIns", answer.signIns())
                    .containsEntry("tokens", answer.tokens())
                    .containsEntry("operations", answer.operations());
        }
    }

    @Test
    void withTheExchangeTokenFiftyNineOperationsHappened() {
        Map<String, Object> session = attackersSession.jsonObject();
        Map<String, Object> token = list(session.get("tokens")).stream()
                .filter(each -> each.get("uti").equals(answers.exchangeToken())).findFirst().orElseThrow();
        assertThat(token).containsEntry("operations", 59)
                .containsEntry("operationsByName", sorted(answers.exchangeOperations()))
                .containsEntry("app", "One Outlook Web")
                .containsEntry("resource", "Office 365 Exchange Online")
                .containsEntry("issuedAt", "2026-09-15T08:13:00Z").containsEntry("ips", List.of("203.0.113.200"));
        assertThat(token.get("signIn")).asInstanceOf(org.assertj.core.api.InstanceOfAssertFactories.MAP)
                .containsEntry("kind", "sign-in-non-interactive")
                .containsEntry("incomingTokenType", "refreshToken").containsEntry("asn", "64511");
        assertThat(session).containsEntry("origins", 3).containsEntry("countries", List.of("NL", "US"));
    }

    /** By number, the largest first, then by name. */
    private static Map<String, Object> sorted(Map<String, Integer> counts) {
        Map<String, Object> sorted = new java.util.LinkedHashMap<>();
        counts.entrySet().stream()
                .sorted(Map.Entry.<String, Integer> comparingByValue().reversed()
                        .thenComparing(Map.Entry.comparingByKey()))
                .forEach(entry -> sorted.put(entry.getKey(), entry.getValue()));
        return sorted;
    }

    @Test
    void whatOnlyUserAddressAndTimeTellIsInferredAndCountedApart() {
        Map<String, Object> session = attackersSession.jsonObject();
        List<Map<String, Object>> inferred = list(session.get("inferred"));
        assertThat(inferred).hasSize(answers.sessions().get(answers.aitmSession()).inferred()).allSatisfy(link -> {
            assertThat(link).containsEntry("rule", "user-ip-time").containsEntry("confidence", 0.4);
            assertThat((String) link.get("eventId")).startsWith("e");
        });
    }

    @Test
    void theDeviceCodeSessionHoldsTwoPeoplesTokens() {
        Map<String, Object> session = CommandRun.of("session", "--json", "--case", file, answers.deviceCodeSession())
                .isDone().jsonObject();
        List<Object> utis = new ArrayList<>();
        List<Object> byDeviceCode = new ArrayList<>();
        for (Map<String, Object> token : list(session.get("tokens"))) {
            utis.add(token.get("uti"));
            Map<?, ?> signIn = (Map<?, ?>) token.get("signIn");
            if ("deviceCodeFlow".equals(signIn.get("transferMethod"))) {
                byDeviceCode.add(token.get("uti"));
            }
        }
        assertThat(utis).containsAll(answers.victimTokens());
        assertThat(byDeviceCode).containsExactlyInAnyOrderElementsOf(answers.attackerTokens());
        assertThat(session).containsEntry("origins", 2);
    }

    @Test
    void theAnswerIsTheSameWhateverTheOrderAndThePacking() throws IOException {
        String expected = attackersSession.out();
        List<Path> files = new ArrayList<>();
        try (Stream<Path> listed = Files.list(exports)) {
            listed.sorted().forEach(files::add);
        }
        // the links after each file in several orders are LinkingTest's
        Collections.shuffle(files, new Random(1));
        Path shuffled = folder.resolve("shuffled.tlcase");
        int part = files.size() / 3;
        for (List<Path> some : List.of(files.subList(0, part), files.subList(part, 2 * part),
                files.subList(2 * part, files.size()))) {
            List<Object> words = new ArrayList<>(List.of("import", "--case", shuffled));
            words.addAll(some);
            CommandRun.of(words.toArray()).isDone();
        }
        assertThat(CommandRun.of("session", "--json", "--case", shuffled, answers.aitmSession()).isDone().out())
                .as("order " + files).isEqualTo(expected);
        assertThat(CommandRun.of("verify", "--json", "--case", shuffled).isDone().jsonObject()).containsEntry("ok",
                true);
        Path zipped = folder.resolve("zipped.tlcase");
        CommandRun.of("import", "--case", zipped, zip(files)).isDone();
        assertThat(CommandRun.of("session", "--json", "--case", zipped, answers.aitmSession()).isDone().out())
                .isEqualTo(expected);
        assertThat(CommandRun.of("sessions", "--json", "--case", zipped).isDone().out())
                .isEqualTo(sessions.out());
    }

    private static Path zip(List<Path> files) throws IOException {
        Path zip = folder.resolve("Exporte – Søren.zip");
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(zip))) {
            for (Path one : files) {
                boolean packed = one.getFileName().toString().endsWith("PT1H.json");
                out.putNextEntry(new ZipEntry("tenant/" + one.getFileName() + (packed ? ".gz" : "")));
                if (packed) {
                    GZIPOutputStream inner = new GZIPOutputStream(out);
                    Files.copy(one, inner);
                    inner.finish();
                } else {
                    Files.copy(one, (OutputStream) out);
                }
            }
        }
        return zip;
    }

    @Test
    void aFileThatTheCaseHoldsIsSkippedWithAWord() {
        CommandRun again = CommandRun.of("import", "--json", "--case", file, exports).isDone();
        assertThat(again.jsonObject()).containsEntry("records", 0);
        assertThat(again.err().lines()).hasSize(answers.files().size())
                .allMatch(line -> line.startsWith(CliText.SKIPPED.text("", "").split(":")[0]));
    }

    @Test
    void anIdInADamagedRecordIsStillFound() {
        List<Map<String, Object>> rejects = CommandRun.of("rejects", "--json", "--case", file).isDone().jsonArray();
        assertThat(rejects).singleElement().satisfies(reject -> {
            assertThat((String) reject.get("path")).endsWith("management-activity.jsonl");
            assertThat(reject).containsEntry("line", 51);
            assertThat((String) reject.get("reason")).startsWith("Not valid JSON");
            assertThat((String) reject.get("text")).contains(answers.idInDamagedRecord());
        });
        List<Map<String, Object>> found = CommandRun
                .of("search", "--json", "--case", file, answers.idInDamagedRecord().toLowerCase(java.util.Locale.ROOT))
                .isDone()
                .jsonLines();
        assertThat(found).singleElement().satisfies(line -> assertThat(line).containsEntry("rejected", true));
    }

    @Test
    void oneEventsRecordsInSeveralExportsAreAllShown() {
        Map<String, Object> token = CommandRun.of("token", "--json", "--case", file, answers.exchangeToken()).isDone()
                .jsonObject();
        assertThat(token).containsEntry("sessionId", answers.aitmSession());
        List<Map<String, Object>> events = list(token.get("events"));
        assertThat(events).hasSize(60);
        Map<String, Object> signIn = events.getFirst();
        assertThat(list(signIn.get("evidence")).stream()
                .map(place -> Path.of((String) place.get("path")).getFileName().toString())).contains("PT1H.json",
                        "AADNonInteractiveUserSignInLogs.csv", "signIns-beta.json", "EntraIdSignInEvents.csv");
        assertThat(signIn.get("time").toString()).as("the most precise of the records' times")
                .hasSize("2026-09-15T08:18:00.1230000Z".length());
    }

    @Test
    void aRequestIdFindsTheTokenThatItsSignInIssued() {
        Map<String, Object> session = attackersSession.jsonObject();
        Map<?, ?> signIn = (Map<?, ?>) list(session.get("tokens")).getFirst().get("signIn");
        String requestId = (String) signIn.get("requestId");
        assertThat(CommandRun.of("token", "--json", "--case", file, requestId.toUpperCase(java.util.Locale.ROOT))
                .isDone().jsonObject()).containsEntry("uti",
                        signIn.get("uti"));
        assertThat(CommandRun.of("search", "--json", "--case", file, signIn.get("uti")).isDone().jsonLines())
                .as("the risk detection names the request id only")
                .anyMatch(event -> "attackerinTheMiddle".equals(event.get("operation")));
    }

    @Test
    void graphCallsHaveTheirUsersNameFromTheSignIns() {
        List<Map<String, Object>> calls = CommandRun
                .of("events", "--json", "--case", file, "kind:graph-call", "session:" + answers.aitmSession()).isDone()
                .jsonLines();
        assertThat(calls).hasSize(31).allSatisfy(call -> assertThat(call)
                .containsEntry("upn", "adela.novakova@contoso.example").containsEntry("upnFrom", "object id"));
    }

    @Test
    void filtersChooseEventsAndSessions() {
        assertThat(CommandRun.of("events", "--json", "--case", file, "op:MailItemsAccessed", "ip:203.0.113.192/26",
                "after:2026-09-15").isDone().jsonLines()).hasSize(37);
        assertThat(CommandRun.of("sessions", "--json", "--case", file, "transfer:deviceCodeFlow").isDone().jsonArray())
                .singleElement()
                .satisfies(session -> assertThat(session).containsEntry("sessionId", answers.deviceCodeSession()));
        assertThat(CommandRun.of("sessions", "--json", "--case", file, "-upn:*", "-kind:sign-in*").isDone().jsonArray())
                .isEmpty();
    }

    @Test
    void eventsAreWrittenForSpreadsheetsAndTimesketch() throws IOException {
        Path csv = folder.resolve("events.csv");
        CommandRun.of("events", "--case", file, "--format", "csv", "--out", csv, "session:" + answers.aitmSession())
                .isDone();
        List<String> lines = Files.readAllLines(csv);
        assertThat(lines.getFirst())
                .startsWith("\ufeffeventId,time,timeQuality,kind,source,result,operation,workload,");
        assertThat(lines).hasSizeGreaterThan(113);
        List<Map<String, Object>> timesketch = CommandRun
                .of("events", "--case", file, "--format", "timesketch", "op:New-InboxRule",
                        "session:" + answers.aitmSession())
                .isDone().jsonLines();
        assertThat(timesketch).singleElement().satisfies(line -> {
            assertThat(line).containsKeys("message", "datetime", "timestamp_desc");
            assertThat((String) line.get("message"))
                    .startsWith("New-InboxRule by adela.novakova@contoso.example from 203.0.113.200");
        });
        assertThat(CommandRun.of("events", "--case", file, "--format", "csv", "--out", csv)).satisfies(run -> {
            assertThat(run.exitCode()).isEqualTo(1);
            assertThat(run.err().strip()).isEqualTo(CliText.FILE_EXISTS.text(csv));
        });
    }

    @SuppressWarnings("unchecked")
    private static List<Map<String, Object>> list(Object value) {
        return (List<Map<String, Object>>) value;
    }
}
