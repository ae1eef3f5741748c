package org.tokenlane.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tokenlane.model.text.Count;
import org.tokenlane.report.ExportText;
import org.tokenlane.sample.SampleAnswers;
import org.tokenlane.sample.SharedSample;

/** The commands mark, marks and log on the sample tenant. */
class MarkCommandTest {

    @TempDir
    private static Path folder;

    private static Path file;
    private static SampleAnswers answers;

    @BeforeAll
    static void openTheSample() {
        answers = SharedSample.answers();
        file = SharedSample.copyTo(folder.resolve("sample.tlcase"));
    }

    private static CommandRun run(Object command, Object... more) {
        List<Object> all = new ArrayList<>(List.of(command, "--case", file));
        all.addAll(List.of(more));
        return CommandRun.of(all.toArray());
    }

    private static int count(String filter) {
        return run("events", "--json", filter).isDone().jsonLines().size();
    }

    @Test
    void aVerdictGoesThroughFilterExposureAndLikenessAndCanBeTakenBack() {
        int ofSession = count("session:" + answers.aitmSession());
        CommandRun marked = run("mark", "--session", answers.aitmSession().toUpperCase(java.util.Locale.ROOT),
                "--verdict", "malicious", "--reason", "AiTM relay",
                "--analyst",
                "Adele").isDone();
        assertThat(marked.out()).contains(answers.aitmSession(), Count.EVENTS.of(ofSession));
        assertThat(count("verdict:malicious")).isEqualTo(ofSession);
        assertThat(run("exposure", "--json", "verdict:malicious").isDone().jsonObject().get("operations"))
                .isEqualTo(run("exposure", "--json", "--session", answers.aitmSession()).isDone().jsonObject()
                        .get("operations"));
        assertThat(run("alike", "--json").isDone().out()).as("the hostile sessions need not be named again")
                .isEqualTo(run("alike", "--json", answers.aitmSession()).isDone().out());
        String asOf = "2026-09-16T08:00:00Z";
        assertThat(run("containment", "--as-of", asOf).isDone().out()).isEqualTo(
                run("containment", "--as-of", asOf, "--session", answers.aitmSession()).isDone().out());
        Map<String, Object> ofUser = run("exposure", "--json", "--user", "adela.novakova@contoso.example").isDone()
                .jsonObject();
        List<Map<String, Object>> mails = list(ofUser.get("mailItems"));
        assertThat(mails).allSatisfy(mail -> assertThat(mail).containsKey("parties"));
        assertThat(mails.stream().filter(mail -> ((Map<?, ?>) mail.get("parties")).containsKey("attacker")))
                .as("read by the hostile session")
                .hasSameSizeAs(list(run("exposure", "--json", "--session", answers.aitmSession()).isDone().jsonObject()
                        .get("mailItems")));
        assertThat(run("exposure", "--user", "adela.novakova@contoso.example").isDone().out())
                .contains(ExportText.SUM_ATTACKER.text("115 "));
        Map<String, Object> mark = list(run("marks", "--json").isDone().jsonObject().get("marks")).getFirst();
        assertThat(mark).containsEntry("verdict", "malicious").containsEntry("reason", "AiTM relay")
                .containsEntry("author", "Adele").containsEntry("events", ofSession);
        assertThat(run("marks").isDone().out()).contains("AiTM relay",
                CliText.VERDICT_COUNT.text("malicious", ofSession));
        assertThat(run("mark", "--session", answers.aitmSession(), "--verdict", "malicious", "--reason", "AiTM relay")
                .isDone().out()).contains(CliText.NO_CHANGE.text());
        assertThat(run("mark", "--undo", "--analyst", "Bob").isDone().out()).contains("verdict", answers.aitmSession());
        assertThat(count("verdict:malicious")).isZero();
        assertThat(run("log").isDone().out()).contains("AiTM relay", "Bob");
        assertThat(run("mark", "--redo").isDone().out()).contains("verdict", answers.aitmSession());
        run("mark", "--session", answers.aitmSession(), "--no-verdict").isDone();
        assertThat(run("verify").exitCode()).isZero();
        assertThat(run("alike").exitCode()).isNotZero();
    }

    @SuppressWarnings("unchecked")
    private static List<Map<String, Object>> list(Object value) {
        return (List<Map<String, Object>>) value;
    }

    @Test
    void everythingOfTheOriginThatAnEventComesFromIsMarked() {
        String event = run("events", "--json", "session:" + answers.aitmSession() + " ip:203.0.113.77").isDone()
                .jsonLines().getFirst().get("eventId").toString();
        run("mark", "--origin-of", event, "--tag", "attacker").isDone();
        int tagged = count("tag:attacker");
        assertThat(tagged).isGreaterThan(1).isLessThan(count("session:" + answers.aitmSession()));
        assertThat(count("tag:attacker ip:203.0.113.77"))
                .isEqualTo(count("session:" + answers.aitmSession() + " ip:203.0.113.77"));
        run("mark", "--event", event, "--note", "here it begins", "--bookmark").isDone();
        assertThat(count("note:begins marked:bookmark")).isEqualTo(1);
    }

    @Test
    void aListOfIndicatorsMarksItsHitsAndTellsWhatItLeftOut() throws IOException {
        Path list = Files.writeString(folder.resolve("kit relays.txt"),
                "203.0.113.77 # relay\nd41d8cd98f00b204e9800998ecf8427e\n192.0.2.0/24\n");
        CommandRun loaded = run("mark", "--indicators", list, "--name", "kit").isDone();
        assertThat(loaded.out()).contains(CliText.INDICATORS_LOADED.text("kit", 2, 1));
        assertThat(loaded.err()).contains("2", "hash");
        assertThat(count("indicator:kit ip:203.0.113.77")).isEqualTo(count("ip:203.0.113.77"));
        assertThat(run("marks").isDone().out()).contains("kit", "203.0.113.77");
    }

    @Test
    void anEventOfOnesOwnIsKept() {
        run("mark", "--happened", "2026-09-10T10:30", "--note", "the user got a phone call").isDone();
        assertThat(run("marks").isDone().out()).contains("2026-09-10T10:30:00Z: the user got a phone call");
    }

    @Test
    void mistakesAreToldInASentenceAndChangeNothing() {
        String before = run("log", "--json").isDone().out();
        assertThat(run("mark").err()).contains(CliText.MARK_NEEDS_MARK.text());
        assertThat(run("mark", "--verdict", "malicious").err()).contains(CliText.MARK_NEEDS_TARGET.text());
        assertThat(run("mark", "--session", "x", "--verdict", "evil").err())
                .contains(CliText.NO_SUCH_VERDICT.text("evil"));
        assertThat(run("mark", "--event", "17", "--bookmark").err()).contains(CliText.NOT_AN_EVENT_ID.text("17"));
        assertThat(run("mark", "--happened", "yesterday", "--note", "x").err()).contains("yesterday");
        assertThat(run("mark", "--happened", "2026-09-10T10:30").err()).contains("what happened");
        assertThat(run("mark", "--indicators", folder.resolve("none.txt")).err())
                .contains(CliText.NO_SUCH_FILE.text(folder.resolve("none.txt")));
        assertThat(run("mark", "--origin-of", "e0000000000000000", "--bookmark").err())
                .contains(CliText.NO_SUCH_EVENT.text("e0000000000000000"));
        assertThat(run("log", "--json").isDone().out()).isEqualTo(before);
    }
}
