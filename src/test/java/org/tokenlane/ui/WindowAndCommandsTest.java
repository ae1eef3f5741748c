package org.tokenlane.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.tokenlane.cli.CommandRun;
import org.tokenlane.cli.MarkedCase;
import org.tokenlane.cli.TokenlaneCommand;
import org.tokenlane.detect.answer.Answer;
import org.tokenlane.model.session.SessionFacts;
import org.tokenlane.ui.kit.WindowRobot;
import org.tokenlane.ui.state.OpenCase;
import org.tokenlane.ui.state.ViewState;

/** What the window shows of a case is what the commands print of it. */
class WindowAndCommandsTest {

    private static SampleWindow sample;

    private final FxRobot robot = new WindowRobot();

    @BeforeAll
    static void open() {
        sample = SampleWindow.shared();
    }

    @BeforeEach
    void reset() {
        sample.reset();
    }

    @AfterAll
    static void close() {
        sample.leave();
    }

    private static Object json(String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        assertThat(new TokenlaneCommand(new PrintWriter(out), new PrintWriter(err), null).run(arguments))
                .as(err.toString()).isZero();
        return CommandRun.json(out.toString());
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> map(Object value) {
        return (Map<String, Object>) value;
    }

    @SuppressWarnings("unchecked")
    private static List<Map<String, Object>> list(Object value) {
        return (List<Map<String, Object>>) value;
    }

    @Test
    void findingsRisksAndEventsAreTheSame() {
        sameAsPrinted(sample.answers.aitmSession());
    }

    @Test
    void findingsRisksEventsAndNumbersAreTheSameWithInferredLinksRefusedCallsAndMarks(@TempDir Path folder) {
        Path file = MarkedCase.write(folder);
        open(file);
        SessionFacts facts = openCase().sessions().stream()
                .filter(one -> one.sessionId().equals(MarkedCase.SESSION)).findFirst().orElseThrow();
        robot.interact(() -> sample.workbench.navigation().investigate(MarkedCase.SESSION));
        robot.press(KeyCode.ALT).type(KeyCode.X).release(KeyCode.ALT);
        SampleWindow.await(() -> robot.lookup("#exposure-summary").<Label> query().getText()
                .contains(MarkedCase.accessed()));
        SampleWindow.await(() -> sample.workbench.answers().answers().get() != null);
        List<String> answers = sample.workbench.answers().answers().get().all().stream().map(Answer::text).toList();
        sameAsPrinted(MarkedCase.SESSION);
        Map<String, Object> session = map(json("session", MarkedCase.SESSION, "--json", "--case", file.toString()));
        assertThat(session).containsEntry("operations", facts.operations())
                .containsEntry("refusedGraphCalls", facts.refusedCalls())
                .containsEntry("signIns", facts.signIns());
        assertThat(list(session.get("inferred"))).hasSize(facts.inferred());
        assertThat(facts.operations())
                .isEqualTo(MarkedCase.READ + MarkedCase.SENT + MarkedCase.ANSWERED + MarkedCase.REFUSED);
        assertThat(facts.refusedCalls()).isEqualTo(MarkedCase.REFUSED);
        assertThat(facts.inferred()).isEqualTo(MarkedCase.INFERRED);
        assertThat(list(map(json("answers", "--json", "--case", file.toString())).get("answers")).stream()
                .map(answer -> answer.get("text"))).containsExactlyElementsOf(answers);
    }

    private static OpenCase openCase() {
        return sample.workbench.selection().openCase().get();
    }

    private void open(Path file) {
        robot.interact(() -> sample.window.cases().open(file));
        SampleWindow.await(() -> openCase() != null && openCase().file().path().equals(file)
                && sample.workbench.rules().detection().get() != null);
    }

    /** Compares the open case with what the commands print of it, which closes it. */
    private void sameAsPrinted(String session) {
        var detection = sample.workbench.rules().detection().get();
        List<String> findings = detection.findings().stream().map(
                finding -> finding.rule() + finding.sessionId() + finding.upn() + finding.why() + finding.eventIds())
                .toList();
        Map<String, Integer> risks = new java.util.TreeMap<>();
        openCase().sessions()
                .forEach(facts -> risks.put(facts.sessionId(), detection.risk(facts.sessionId()).points()));
        robot.interact(() -> sample.workbench.navigation().go(ViewState.ofSession(session)));
        SampleWindow.await(() -> sample.workbench.selection().matching().get().events().length < 500);
        int events = sample.workbench.selection().matching().get().events().length;
        Path file = openCase().file().path();
        robot.interact(() -> sample.window.cases().close());
        SampleWindow.await(() -> openCase() == null);
        assertThat(list(json("findings", "--json", "--case", file.toString())).stream()
                .map(finding -> "" + finding.get("rule") + finding.get("sessionId") + finding.get("upn")
                        + finding.get("why") + finding.get("eventIds"))
                .toList())
                .isEqualTo(findings);
        Map<String, Integer> printed = new java.util.TreeMap<>();
        list(json("sessions", "--json", "--case", file.toString()))
                .forEach(one -> printed.put((String) one.get("sessionId"),
                        one.get("risk") instanceof Map<?, ?> risk ? (Integer) risk.get("points")
                                : (Integer) one.get("risk")));
        assertThat(printed).isEqualTo(risks);
        StringWriter out = new StringWriter();
        new TokenlaneCommand(new PrintWriter(out), new PrintWriter(out), null).run("events", "--json", "--case",
                file.toString(),
                "session:" + session);
        assertThat(out.toString().lines().count()).isEqualTo(events);
    }
}
