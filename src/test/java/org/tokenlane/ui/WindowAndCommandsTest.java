package org.tokenlane.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.tokenlane.cli.CommandRun;
import org.tokenlane.cli.TokenlaneCommand;
import org.tokenlane.ui.kit.WindowRobot;
import org.tokenlane.ui.state.ViewState;

/** What the window shows of the sample case is what the commands print of it. */
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
    private static List<Map<String, Object>> list(Object value) {
        return (List<Map<String, Object>>) value;
    }

    @Test
    void findingsRisksAndExposureAreTheSame() {
        var detection = sample.workbench.rules().detection().get();
        List<String> findings = detection.findings().stream().map(
                finding -> finding.rule() + finding.sessionId() + finding.upn() + finding.why() + finding.eventIds())
                .toList();
        Map<String, Integer> risks = new java.util.TreeMap<>();
        sample.workbench.selection().openCase().get().sessions()
                .forEach(facts -> risks.put(facts.sessionId(), detection.risk(facts.sessionId()).points()));
        robot.interact(() -> sample.workbench.navigation().go(ViewState.ofSession(sample.answers.aitmSession())));
        SampleWindow.await(() -> sample.workbench.selection().matching().get().events().length < 500);
        int events = sample.workbench.selection().matching().get().events().length;
        Path file = sample.workbench.selection().openCase().get().file().path();
        robot.interact(() -> sample.window.cases().close());
        SampleWindow.await(() -> sample.workbench.selection().openCase().get() == null);
        assertThat(list(json("findings", "--json", "--case", file.toString())).stream()
                .map(finding -> "" + finding.get("rule") + finding.get("sessionId") + finding.get("upn")
                        + finding.get("why") + finding.get("eventIds"))
                .toList())
                .isEqualTo(findings);
        Map<String, Integer> printed = new java.util.TreeMap<>();
        list(json("sessions", "--json", "--case", file.toString()))
                .forEach(session -> printed.put((String) session.get("sessionId"),
                        session.get("risk") instanceof Map<?, ?> risk ? (Integer) risk.get("points")
                                : (Integer) session.get("risk")));
        assertThat(printed).isEqualTo(risks);
        StringWriter out = new StringWriter();
        new TokenlaneCommand(new PrintWriter(out), new PrintWriter(out), null).run("events", "--json", "--case",
                file.toString(),
                "session:" + sample.answers.aitmSession());
        assertThat(out.toString().lines().count()).isEqualTo(events);
    }
}
