package org.tokenlane.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tokenlane.sample.SampleAnswers;
import org.tokenlane.sample.SharedSample;

/** Sigma rules of our own in the public format, loaded from files and run on the attack of the sample tenant. */
class SigmaCommandTest {

    static final String HIDING_RULE = """
            title: Inbox rule that deletes or moves mail
            id: 7d0a3a54-6a1e-4c11-9f0e-3d9f0b5a7c01
            status: experimental
            description: An inbox rule that hides mail from the mailbox's owner.
            author: Tokenlane
            date: 2026-11-01
            tags:
                - attack.defense-evasion
                - attack.t1564.008
            logsource:
                product: m365
                service: audit
            detection:
                selection:
                    Operation:
                        - New-InboxRule
                        - Set-InboxRule
                hides:
                    Parameters|contains:
                        - DeleteMessage
                        - MoveToFolder
                        - MarkAsRead
                condition: selection and hides
            falsepositives:
                - People who sort their mail
            level: high
            """;

    private static final String SIGN_IN_RULE = """
            title: Device code sign-in
            logsource:
                product: azure
                service: signinlogs
            detection:
                selection:
                    AuthenticationProtocol: deviceCode
                    Status: Success
                near_miss:
                    AuthenticationProtocol: ropc
                condition: selection and not near_miss
            level: medium
            ---
            title: Something that this does not know
            logsource:
                product: azure
                service: signinlogs
            detection:
                selection:
                    UserPrincipalName|sounds-like: adela
                condition: selection
            ---
            title: Windows
            logsource:
                product: windows
                service: security
            detection:
                selection:
                    EventID: 4624
                condition: selection
            """;

    private static SampleAnswers answers;
    private Path file;
    private Path rules;

    @BeforeAll
    static void openTheSample() {
        answers = SharedSample.answers();
    }

    @BeforeEach
    void takeACopy(@TempDir Path own) throws IOException {
        file = SharedSample.copyAttackTo(own.resolve("case.tlcase"));
        rules = Files.createDirectories(own.resolve("rules/azure"));
        Files.writeString(rules.resolveSibling("hiding.yml"), HIDING_RULE);
        Files.writeString(rules.resolve("sign-ins.yaml"), SIGN_IN_RULE);
        Files.writeString(rules.resolve("README.md"), "no rule");
    }

    private CommandRun run(Object command, Object... more) {
        List<Object> all = new ArrayList<>(List.of(command, "--case", file));
        all.addAll(List.of(more));
        return CommandRun.of(all.toArray());
    }

    private List<Map<String, Object>> findings() {
        return run("findings", "--json").isDone().jsonArray().stream()
                .filter(finding -> finding.get("rule").toString().startsWith("sigma:")).toList();
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> map(Object value) {
        return (Map<String, Object>) value;
    }

    @Test
    void aFolderOfRulesIsLoadedAndWhatIsNotSupportedIsSaidByName() {
        CommandRun loaded = run("sigma", rules.getParent()).isDone();
        assertThat(loaded.out())
                .contains("sigma:7d0a3a54-6a1e-4c11-9f0e-3d9f0b5a7c01", "hiding.yml", "azure/sign-ins.yaml",
                        "4 Sigma rules")
                .contains("“sounds-like”", "azure/sign-ins.yaml, line 20");
        assertThat(run("log").isDone().out()).contains("Sigma rules loaded: hiding.yml, SHA-256 ");
        assertThat(run("rules").isDone().out()).contains("Inbox rule that deletes or moves mail");
        assertThat(run("verify").exitCode()).isZero();
    }

    @Test
    void whatTheRulesFindAreFindingsWithProofAmongTheOthersAndWhatIsFoundAlreadyIsNoFurtherRisk() {
        int before = risk();
        run("sigma", rules.getParent()).isDone();
        List<Map<String, Object>> findings = findings();
        Map<String, Object> hiding = findings.stream()
                .filter(finding -> finding.get("title").equals("Inbox rule that deletes or moves mail")).findFirst()
                .orElseThrow();
        assertThat(hiding).containsEntry("severity", "high").containsEntry("sessionId", answers.aitmSession())
                .containsEntry("attack", List.of("T1564.008"));
        assertThat(hiding.get("why").toString()).contains("the Sigma rule “Inbox rule that deletes or moves mail”",
                "New-InboxRule");
        assertThat(hiding.get("against").toString()).contains("People who sort their mail");
        assertThat((List<?>) hiding.get("eventIds")).isNotEmpty();
        assertThat(risk()).as("a rule of the program is about the same event").isEqualTo(before);
        assertThat(findings).anyMatch(finding -> finding.get("title").equals("Device code sign-in"));
        assertThat(run("findings", "--rules", "--json").isDone().jsonArray())
                .filteredOn(rule -> "Windows".equals(rule.get("title"))).singleElement()
                .satisfies(rule -> assertThat(rule.get("notEvaluated").toString())
                        .contains("product windows, service security"));
    }

    @Test
    void aPlaceholderGetsItsValuesFromAFileThatIsKeptInTheCase() throws IOException {
        Path admins = Files.writeString(rules.resolve("admins.txt"), "nobody@example.com\n\n New-InboxRule \n");
        Files.writeString(rules.resolve("sign-ins.yaml"), HIDING_RULE.replace("New-InboxRule", "'%Admins%'")
                .replace("Operation:", "Operation|expand:").replace("7d0a3a54", "8d0a3a54"));
        assertThat(run("sigma", rules.resolve("sign-ins.yaml")).isDone().out()).contains("%Admins%");
        assertThat(findings()).isEmpty();
        run("sigma", "--placeholder", "Admins=" + admins).isDone();
        assertThat(findings()).isNotEmpty();
        assertThat(run("log").isDone().out()).contains("%Admins%");
        run("sigma", "--remove", "%Admins%").isDone();
        assertThat(findings()).isEmpty();
    }

    private int risk() {
        return run("sessions", "--json", "session:" + answers.aitmSession()).isDone().jsonArray().stream()
                .mapToInt(session -> risk(session)).max().orElseThrow();
    }

    private static int risk(Map<String, Object> session) {
        return session.get("risk") instanceof Integer points ? points
                : (Integer) map(session.get("risk")).get("points");
    }

    @Test
    void aRuleIsSwitchedOffAndItsFileTakenOutAgain() {
        run("sigma", rules.resolveSibling("hiding.yml")).isDone();
        String id = "sigma:7d0a3a54-6a1e-4c11-9f0e-3d9f0b5a7c01";
        run("rules", id, "--off").isDone();
        assertThat(findings()).isEmpty();
        run("rules", id, "--on").isDone();
        assertThat(findings()).isNotEmpty();
        run("sigma", "--remove", "hiding.yml").isDone();
        assertThat(findings()).isEmpty();
        assertThat(run("sigma", "--remove", "hiding.yml").err())
                .contains(CliText.NO_SUCH_SIGMA_FILE.text("hiding.yml"));
        assertThat(run("sigma", rules.resolve("gone.yml")).exitCode()).isEqualTo(1);
    }
}
