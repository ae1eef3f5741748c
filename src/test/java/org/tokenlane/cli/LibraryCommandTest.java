package org.tokenlane.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tokenlane.sample.SampleAnswers;
import org.tokenlane.sample.SharedSample;
import org.tokenlane.store.AuditKind;

/** The library of earlier cases, containment and applications on the command line. */
class LibraryCommandTest {

    private static final String RELAY = "203.0.113.77";

    @TempDir
    private static Path folder;

    private static Path file;
    private static SampleAnswers answers;

    @BeforeAll
    static void openTheSample() {
        answers = SharedSample.answers();
        file = SharedSample.copyTo(folder.resolve("sample.tlcase"));
    }

    @Test
    void whatIsMarkedInOneCaseIsFoundInAnotherAndNotInItself() {
        Path library = folder.resolve("my-library.tsv");
        CommandRun.of("mark", "--case", file, "--ip", RELAY, "--verdict", "malicious").isDone();
        assertThat(CommandRun.of("library", "--library", library, "--add-from", file, "--json").isDone().jsonArray())
                .singleElement().satisfies(entry -> {
                    assertThat(entry).containsEntry("kind", "ip").containsEntry("value", RELAY)
                            .containsEntry("case", "sample.tlcase");
                });
        Path later = SharedSample.copyTo(folder.resolve("later.tlcase"));
        assertThat(CommandRun.of("findings", "--case", later, "--library", library, "--json").isDone().out())
                .contains("known-from-earlier-case");
        assertThat(CommandRun.of("findings", "--case", file, "--library", library, "--json").isDone().out())
                .doesNotContain("known-from-earlier-case");
        assertThat(CommandRun.of("library", "--library", library, "--remove", "ip:" + RELAY, "--json").isDone()
                .jsonArray()).isEmpty();
        assertThat(CommandRun.of("library", "--library", library, "--remove", "ip:" + RELAY).exitCode())
                .isEqualTo(CaseCommand.FAILED);
        assertThat(Files.exists(library)).isTrue();
    }

    @Test
    void aStepOfContainmentIsMarkedByItsKey() {
        String key = "revoke-sessions:" + answers.sessions().get(answers.deviceCodeSession()).upn();
        CommandRun open = CommandRun.of("containment", "--case", file, "--session", answers.deviceCodeSession())
                .isDone();
        String shown = open.out().lines().filter(line -> line.contains("revoke-sessions:")).findFirst().orElseThrow();
        String real = shown.substring(shown.indexOf("revoke-sessions:"), shown.lastIndexOf(')'));
        assertThat(CommandRun.of("containment", "--case", file, "--session", answers.deviceCodeSession(), "--done",
                real).isDone().out()).doesNotContain("(" + real + ")");
        assertThat(CommandRun.of("containment", "--case", file, "--session", answers.deviceCodeSession(), "--done",
                key + "x").exitCode()).isEqualTo(CaseCommand.WRONG_USAGE);
        assertThat(CommandRun.of("log", "--case", file).isDone().out()).contains(AuditKind.CONTAINMENT_DONE.text());
    }

    @Test
    void theApplicationsOfTheSampleActByThemselves() {
        assertThat(CommandRun.of("applications", "--case", file, "--json").isDone().jsonArray()).hasSize(3)
                .allSatisfy(app -> assertThat(app).containsEntry("signIns", 28).containsEntry("operations", 28));
        assertThat(CommandRun.of("applications", "--case", file, "contoso-app-1", "--json").isDone().jsonObject())
                .containsEntry("name", "contoso-app-1");
        assertThat(CommandRun.of("applications", "--case", file, "contoso-app-9").exitCode())
                .isEqualTo(CaseCommand.FAILED);
    }
}
