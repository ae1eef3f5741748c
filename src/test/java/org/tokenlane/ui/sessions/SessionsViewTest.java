package org.tokenlane.ui.sessions;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import javafx.scene.control.TreeTableView;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.util.WaitForAsyncUtils;
import org.tokenlane.ingest.TestCase;
import org.tokenlane.model.session.SessionFacts;
import org.tokenlane.ui.OpenedCase;
import org.tokenlane.ui.kit.WindowExtension;
import org.tokenlane.ui.state.Workbench;

/** The rows of few sessions are there at once, those of many when they are made. */
@ExtendWith(WindowExtension.class)
class SessionsViewTest {

    private static final int MANY = 5_001;

    @TempDir
    private static Path folder;
    private static OpenedCase opened;

    private SessionsView view;

    @BeforeAll
    static void open() {
        TestCase made = new TestCase(folder);
        StringBuilder lines = new StringBuilder();
        for (int i = 0; i < MANY; i++) {
            lines.append("""
                    {"id":"10000000-0000-4000-8000-%012d","createdDateTime":"2026-09-15T08:00:00Z",\
                    "userPrincipalName":"adele@contoso.example","userId":"2b9d6c58-7a11-4f0d-9a51-6f6f0e7f3a10",\
                    "ipAddress":"192.0.2.1","isInteractive":true,"status":{"errorCode":0},\
                    "signInEventTypes":["interactiveUser"],"sessionId":"20000000-0000-4000-8000-%012d"}
                    """.formatted(i, i));
        }
        made.loadOne(made.write("signins.jsonl", lines.toString()));
        opened = new OpenedCase(made.caseFile());
    }

    @AfterAll
    static void close() {
        opened.close();
    }

    @BeforeEach
    void show() {
        opened.reset();
        Workbench workbench = opened.workbench;
        onWindowThread(() -> view = new SessionsView(workbench.selection(), workbench.navigation(), workbench.rules(),
                workbench.marking(), workbench.display(), workbench.enrichment(), workbench.messages(),
                workbench.background()));
    }

    private static void onWindowThread(Runnable work) {
        WaitForAsyncUtils.waitForAsyncFx(30_000, work);
    }

    private int rows() {
        return ((TreeTableView<?>) view.lookup("#sessions")).getRoot().getChildren().size();
    }

    private static List<SessionFacts> sessions(int count) {
        return opened.open().sessions().subList(0, count);
    }

    @Test
    void theRowsOfFiveThousandSessionsAreThereThoughAllWorkWaits() {
        onWindowThread(() -> {
            opened.runner.hold();
            view.fill(sessions(MANY - 1));
            assertThat(rows()).isEqualTo(MANY - 1);
        });
    }

    @Test
    void theRowsOfOneMoreComeWhenTheyAreMade() {
        onWindowThread(() -> {
            view.fill(sessions(1));
            opened.runner.hold();
            view.fill(sessions(MANY));
            assertThat(rows()).isEqualTo(1);
            opened.runner.proceed();
            assertThat(rows()).isEqualTo(MANY);
        });
    }

    @Test
    void rowsThatComeTooLateAreNotShown() {
        onWindowThread(() -> {
            opened.runner.hold();
            view.fill(sessions(MANY));
            view.fill(sessions(2));
            opened.runner.proceed();
            assertThat(rows()).isEqualTo(2);
        });
    }
}
