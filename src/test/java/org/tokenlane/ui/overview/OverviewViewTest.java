package org.tokenlane.ui.overview;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.scene.control.Labeled;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.util.WaitForAsyncUtils;
import org.tokenlane.store.CaseFile;
import org.tokenlane.ui.OpenedCase;
import org.tokenlane.ui.kit.WindowExtension;
import org.tokenlane.ui.state.Workbench;

/** What the first page says of a case into which nothing was imported yet. */
@ExtendWith(WindowExtension.class)
class OverviewViewTest {

    @Test
    void nothingIsSaidOfLogsThatAreNotThere(@TempDir Path folder) {
        OpenedCase opened = new OpenedCase(CaseFile.create(folder.resolve("new.tlcase"), null, "test"));
        try {
            opened.reset();
            Workbench workbench = opened.workbench;
            OverviewView view = WaitForAsyncUtils.waitForAsyncFx(30_000,
                    () -> new OverviewView(workbench.selection(), workbench.navigation(), workbench.rules(),
                            workbench.answers(), workbench.display(), workbench.messages(), workbench.background(),
                            new Region(), searched -> {
                            }, () -> {
                            }));
            // the page, which no window shows, is filled on this thread as soon as the rules have run
            workbench.rules().detect();
            VBox page = (VBox) ((ScrollPane) view.getCenter()).getContent();
            Set<String> words = page.getChildren().stream().map(node -> ((Labeled) node).getText())
                    .collect(Collectors.toSet());
            assertThat(words).containsExactlyInAnyOrderElementsOf(
                    List.of(OverviewText.TITLE.text("new"), OverviewText.NO_EVIDENCE.text()));
        } finally {
            opened.close();
        }
    }
}
