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
import org.tokenlane.sample.SampleAnswers;
import org.tokenlane.sample.SampleTenant;

/** The commands mark, marks and log on the sample tenant. */
class MarkCommandTest {

    @TempDir
    private static Path folder;

    private static Path file;
    private static SampleAnswers answers;

    @BeforeAll
    static void importTheSample() throws IOException {
        answers = SampleTenant.write(folder.resolve("exports"));
        file = folder.resolve("sample.tlcase");
        CommandRun.of("import", "--case", file, folder.resolve("exports")).isDone();
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
        assertThat(marked.out()).isEqualTo("session " + answers.aitmSession() + ": its marks hold for " + ofSession
                + " events" + System.lineSeparator());
        assertThat(count("verdict:malicious")).isEqualTo(ofSession);
        assertThat(run("exposure", "--json", "verdict:malicious").isDone().jsonObject().get("operations"))
                .isEqualTo(run("exposure", "--json", "--session", answers.aitmSession()).isDone().jsonObject()
                        .get("operations"));
        assertThat(run("alike", "--json").isDone().out()).as("the hostile sessions need not be named again")
                .isEqualTo(run("alike", "--json", answers.aitmSession()).isDone().out());
        assertThat(run("containment").isDone().out())
                .isEqualTo(run("containment", "--session", answers.aitmSession()).isDone().out());
        Map<String, Object> ofUser = run("exposure", "--json", "--user", "adela.novakova@contoso.example").isDone()
                .jsonObject();
        List<Map<String, Object>> mails = list(ofUser.get("mailItems"));
        assertThat(mails).allSatisfy(mail -> assertThat(mail).containsKey("hostile"));
        assertThat(mails.stream().filter(mail -> (Integer) mail.get("hostile") > 0)).as("read by the hostile session")
                .hasSameSizeAs(list(run("exposure", "--json", "--session", answers.aitmSession()).isDone().jsonObject()
                        .get("mailItems")));
        assertThat(run("exposure", "--user", "adela.novakova@contoso.example").isDone().out())
                .contains("by what is marked malicious", "By hostile");
        Map<String, Object> mark = list(run("marks", "--json").isDone().jsonObject().get("marks")).getFirst();
        assertThat(mark).containsEntry("verdict", "malicious").containsEntry("reason", "AiTM relay")
                .containsEntry("author", "Adele").containsEntry("events", ofSession);
        assertThat(run("marks").isDone().out()).contains("AiTM relay", "malicious: " + ofSession + " events");
        assertThat(run("mark", "--session", answers.aitmSession(), "--verdict", "malicious", "--reason", "AiTM relay")
                .isDone().out()).contains("Nothing changed");
        assertThat(run("mark", "--undo", "--analyst", "Bob").isDone().out()).startsWith("Undone: verdict: session ");
        assertThat(count("verdict:malicious")).isZero();
        assertThat(run("log").isDone().out()).contains("AiTM relay", "Bob");
        assertThat(run("mark", "--redo").isDone().out()).startsWith("Done again: ");
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
        assertThat(loaded.out()).contains("List “kit”: 2 indicators, 1 lines left out");
        assertThat(loaded.err()).contains("line 2 left out", "hash");
        assertThat(count("indicator:kit ip:203.0.113.77")).isEqualTo(count("ip:203.0.113.77"));
        assertThat(run("marks").isDone().out()).contains("kit: address 203.0.113.77 hits ");
    }

    @Test
    void anEventOfOnesOwnIsKept() {
        run("mark", "--happened", "2026-09-10T10:30", "--note", "the user got a phone call").isDone();
        assertThat(run("marks").isDone().out()).contains("2026-09-10T10:30:00Z: the user got a phone call");
    }

    @Test
    void mistakesAreToldInASentenceAndChangeNothing() {
        String before = run("log", "--json").isDone().out();
        assertThat(run("mark").err()).contains("Say how it is to be marked");
        assertThat(run("mark", "--verdict", "malicious").err()).contains("Say what is to be marked");
        assertThat(run("mark", "--session", "x", "--verdict", "evil").err()).contains("There is no verdict “evil”");
        assertThat(run("mark", "--event", "17", "--bookmark").err()).contains("“17” is not an event's id");
        assertThat(run("mark", "--happened", "yesterday", "--note", "x").err()).contains("“yesterday” is no time");
        assertThat(run("mark", "--happened", "2026-09-10T10:30").err()).contains("Say what happened then.");
        assertThat(run("mark", "--indicators", folder.resolve("none.txt")).err())
                .contains("cannot be read: there is none");
        assertThat(run("mark", "--origin-of", "e0000000000000000", "--bookmark").err())
                .contains("The case has no event");
        assertThat(run("log", "--json").isDone().out()).isEqualTo(before);
    }
}
