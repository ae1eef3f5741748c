package org.tokenlane.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tokenlane.report.ExportText;
import org.tokenlane.report.ExposureTable.Column;
import org.tokenlane.sample.SampleAnswers;
import org.tokenlane.sample.SharedSample;

/** The commands exposure and containment on the sample tenant, and what they write for the privacy notice. */
class ExposureCommandTest {

    @TempDir
    private static Path folder;

    private static Path file;
    private static SampleAnswers answers;

    @BeforeAll
    static void copyTheSample() {
        answers = SharedSample.answers();
        file = SharedSample.copyTo(folder.resolve("sample.tlcase"));
    }

    private static CommandRun exposure(Object... more) {
        Object[] all = new Object[more.length + 3];
        all[0] = "exposure";
        all[1] = "--case";
        all[2] = file;
        System.arraycopy(more, 0, all, 3, more.length);
        return CommandRun.of(all);
    }

    @SuppressWarnings("unchecked")
    private static List<Map<String, Object>> list(Object value) {
        return (List<Map<String, Object>>) value;
    }

    @Test
    void theAttackersSessionGotAtWhatItGotAt() {
        SampleAnswers.Exposure answer = answers.exposures().get(answers.aitmSession());
        Map<String, Object> found = exposure("--json", "--session",
                answers.aitmSession().toUpperCase(java.util.Locale.ROOT)).isDone().jsonObject();
        assertThat(list(found.get("mailItems")).stream().collect(
                Collectors.toMap(item -> (String) item.get("internetMessageId"), item -> (Integer) item.get("times"))))
                .isEqualTo(answer.mailRead());
        assertThat(list(found.get("mailItems")).getFirst()).containsKeys("folder", "subject", "first", "last", "tokens",
                "mailbox", "how");
        assertThat(list(found.get("sent"))).extracting(mail -> mail.get("subject"))
                .containsExactlyInAnyOrderElementsOf(answer.sent().values());
        assertThat(list(found.get("files")).stream().filter(one -> (Integer) one.get("downloaded") > 0)
                .collect(Collectors.toMap(one -> (String) one.get("path"), one -> (Integer) one.get("downloaded"))))
                .isEqualTo(answer.downloaded());
        assertThat(list(found.get("inboxRules"))).extracting(rule -> rule.get("operation"))
                .containsExactlyElementsOf(answer.rules());
        assertThat(found).containsEntry("throttled", true).containsEntry("consents", List.of());
        assertThat(list(found.get("inferred"))).extracting(change -> change.get("activity"))
                .containsExactly("User registered security info", "Consent to application");
        assertThat((List<?>) found.get("limits")).isNotEmpty();
    }

    @Test
    void tokenUserAndFilterChooseToo() {
        assertThat(list(exposure("--json", "--token", answers.exchangeToken()).isDone().jsonObject().get("mailItems")))
                .hasSize(answers.exposures().get(answers.aitmSession()).mailRead().size());
        Map<String, Object> user = exposure("--json", "--user", "Adela.Novakova@contoso.example", "after:2026-09-15",
                "before:2026-09-16").isDone().jsonObject();
        assertThat(list(user.get("consents"))).extracting(consent -> consent.get("target"))
                .containsExactly("Mail Backup Pro");
        assertThat(exposure("--token", "PscrxLUdcU-tefGY8huNZZ")).satisfies(run -> {
            assertThat(run.exitCode()).isEqualTo(1);
            assertThat(run.err()).contains(CliText.NO_EVENT_OF_TOKEN.text("PscrxLUdcU-tefGY8huNZZ"));
        });
        assertThat(exposure("--user", "nobody@contoso.example").err())
                .contains(CliText.NO_EVENT_OF_USER.text("nobody@contoso.example"));
        assertThat(exposure("--session", "x").err()).contains(CliText.NO_EVENT_OF_SESSION.text("x"));
    }

    @Test
    void theTextSaysTheSumTheListsAndTheLimits() {
        String text = exposure("--session", answers.aitmSession()).isDone().out();
        assertThat(text)
                .contains(String.join(", ", ExportText.SUM_MAIL_READ.text(115), ExportText.SUM_FOLDERS.text(1),
                        ExportText.SUM_SENT.text(6)))
                .contains(ExportText.MAIL_READ.text() + " (115)", ExportText.RULES.text() + " (2)",
                        ExportText.INFERRED.text() + " (2)", "Limits:", "throttled");
        assertThat(text).contains(Column.BY.title(), Column.FROM_ADDRESS.title(), "203.0.113.200 (US)");
        assertThat(exposure("op:NoSuchOperation").isDone().out()).contains(ExportText.SUM_NOTHING.text());
    }

    @Test
    void whatTheUserReadInTheSharedSessionIsNotTheAttackers() {
        Map<String, Object> found = exposure("--json", "--session", answers.deviceCodeSession()).isDone().jsonObject();
        List<Map<String, Object>> mail = list(found.get("mailItems"));
        List<Map<String, Object>> attackers = mail.stream()
                .filter(item -> ((Map<?, ?>) item.get("parties")).containsKey("attacker")).toList();
        assertThat(attackers).hasSize(34).allSatisfy(
                item -> assertThat(item.get("addresses").toString()).contains("203.0.113.150 (RO)"));
        assertThat(mail).hasSizeGreaterThan(attackers.size());
        assertThat(found.get("summary").toString())
                .startsWith(ExportText.SUM_ATTACKER.text(ExportText.SUM_MAIL_READ.text(34)));
    }

    @Test
    void csvForThePrivacyNoticeIsOneTableOrAFileForEachList() throws IOException {
        Path one = folder.resolve("notice.csv");
        exposure("--session", answers.aitmSession(), "--csv", one).isDone();
        List<String> lines = Files.readAllLines(one);
        assertThat(lines.getFirst()).startsWith("\uFEFF" + Stream.of(Column.LIST, Column.MAILBOX,
                Column.MESSAGE_ID, Column.FOLDER, Column.SUBJECT).map(Column::title).collect(Collectors.joining(",")));
        assertThat(lines.stream().filter(line -> line.startsWith(ExportText.MAIL_READ.text() + ","))).hasSize(115);
        assertThat(lines.stream().filter(line -> line.startsWith(Column.LIMIT.title() + ","))).isNotEmpty();
        assertThat(CommandRun.of("log", "--case", file).isDone().out()).contains("exposure exported: notice.csv",
                "session " + answers.aitmSession());
        Path several = folder.resolve("notice");
        CommandRun run = exposure("--session", answers.aitmSession(), "--csv", several).isDone();
        assertThat(run.err().lines()).hasSizeGreaterThan(4);
        try (var files = Files.list(several)) {
            assertThat(files.map(path -> path.getFileName().toString()))
                    .contains("mail-read.csv", "files.csv", "rules.csv", "graph.csv", "limits.csv")
                    .doesNotContain("teams.csv");
        }
        assertThat(exposure("--csv", one)).satisfies(again -> {
            assertThat(again.exitCode()).isEqualTo(1);
            assertThat(again.err().strip()).isEqualTo(CliText.FILE_EXISTS.text(one));
        });
    }

    private static String readAll(Path path) {
        try {
            return Files.readString(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void theContainmentSheetIsTextAndRunsNothing() {
        CommandRun text = CommandRun.of("containment", "--case", file, "--session", answers.aitmSession(), "--as-of",
                "2026-09-15T09:30:00Z").isDone();
        assertThat(text.out()).contains(ExportText.SHEET_TOKENS.text(4, 4),
                "Disable-InboxRule -Mailbox 'adela.novakova@contoso.example' -Identity '..' -Confirm:$false");
        assertThat(text.out()).contains(ExportText.SHEET_TIME.text("2026-09-15 09:30:00 UTC"));
        assertThat(text.out().lines().filter(line -> line.startsWith("#")))
                .as("times in sentences are to the second").noneMatch(line -> line.matches(".*\\d\\dT\\d\\d:.*Z.*"));
        Path script = folder.resolve("steps.ps1");
        CommandRun.of("containment", "--case", file, "--session", answers.aitmSession(), "--as-of",
                "2026-09-15T09:30:00Z", "--out", script).isDone();
        List<String> lines = readAll(script).lines().toList();
        assertThat(lines.getFirst()).isEqualTo("\uFEFF# " + ExportText.SHEET_READ_ONLY.text());
        assertThat(lines).contains(
                "# PS> Disable-InboxRule -Mailbox 'adela.novakova@contoso.example' -Identity '..' -Confirm:$false")
                .filteredOn(line -> !line.isEmpty()
                        && !line.startsWith("#") && !line.startsWith("\uFEFF#"))
                .containsExactly("throw '" + ExportText.SHEET_REFUSAL.text() + "'");
        Map<String, Object> json = CommandRun.of("containment", "--json", "--case", file, "--session",
                answers.aitmSession(), "--session", answers.deviceCodeSession(),
                "--as-of", "2027-01-01T00:00:00Z").isDone().jsonObject();
        assertThat(list(json.get("tokens"))).isNotEmpty()
                .allSatisfy(token -> assertThat(token).containsEntry("mayBeValid", false));
        assertThat(list(json.get("steps")).get(1)).containsEntry("order", 2).containsEntry("title",
                "Revoke all sessions of the users");
        assertThat((List<?>) list(json.get("steps")).get(1).get("commands")).as("two people").hasSize(2);
        assertThat(CommandRun.of("containment", "--case", file, "--session", answers.aitmSession(), "--as-of", "soon")
                .exitCode()).isEqualTo(2);
        assertThat(CommandRun.of("containment", "--case", file).err())
                .contains(CliText.NOTHING_MALICIOUS.text());
    }
}
