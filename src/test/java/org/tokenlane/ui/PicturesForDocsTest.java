package org.tokenlane.ui;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import javafx.scene.Scene;
import javafx.scene.image.WritableImage;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;
import org.tokenlane.detect.answer.Story;
import org.tokenlane.ui.shell.MainWindow;
import org.tokenlane.ui.state.Page;
import org.tokenlane.ui.state.Settings;
import org.tokenlane.ui.state.Workbench;

/** Draws the pictures in docs, of the sample case, in both themes and two sizes: {@code mvn verify -Ppictures}. */
@Tag("pictures")
class PicturesForDocsTest {

    private static final Path PICTURES = Path.of("docs/pictures");

    @ParameterizedTest
    @CsvSource({ "1280, 800", "1920, 1080" })
    void everyPage(int width, int height) throws Exception {
        FxToolkit.registerPrimaryStage();
        Path folder = Files.createTempDirectory("pictures");
        Files.createDirectories(PICTURES);
        Workbench workbench = new Workbench();
        MainWindow[] window = new MainWindow[1];
        Scene[] scene = new Scene[1];
        onWindowThread(() -> {
            window[0] = new MainWindow(workbench, new Settings(folder.resolve("window.properties")),
                    new SampleDialogs(), folder, folder.resolve("cases"));
            scene[0] = window[0].scene(width, height);
        });
        boolean large = width > 1280;
        if (!large) {
            inBothThemes(workbench, scene[0], "welcome");
        }
        onWindowThread(() -> window[0].cases().sample(folder, () -> {
        }));
        SampleWindow.await(() -> workbench.selection().openCase().get() != null
                && workbench.selection().matching().get().events().length > 4_000
                && workbench.answers().answers().get() != null);
        settle();
        inBothThemes(workbench, scene[0], large ? "start-1920" : "start");
        if (large) {
            // in a scene without a window, a page that is made anew at the first change of theme is not styled by it
            inBothThemes(workbench, scene[0], "start-1920");
        }
        if (!large) {
            onWindowThread(() -> workbench.navigation().page().set(Page.SESSIONS));
            inBothThemes(workbench, scene[0], "sessions");
            onWindowThread(() -> workbench.navigation().page().set(Page.FINDINGS));
            inBothThemes(workbench, scene[0], "findings");
        }
        String session = workbench.answers().answers().get().stories().getFirst().sessions().getFirst();
        onWindowThread(() -> workbench.navigation().investigate(session));
        SampleWindow.await(() -> workbench.selection().matching().get().events().length < 200);
        settle();
        inBothThemes(workbench, scene[0], large ? "investigate-1920" : "investigate");
        if (!large) {
            onWindowThread(() -> workbench.selection().event()
                    .set(workbench.answers().answers().get().stories().getFirst().station(Story.Kind.ACTIONS).events()
                            .getFirst()));
            inBothThemes(workbench, scene[0], "details");
        }
        onWindowThread(workbench::close);
    }

    private static void inBothThemes(Workbench workbench, Scene scene, String name) throws Exception {
        onWindowThread(() -> workbench.display().dark().set(false));
        picture(scene, name + "-light");
        onWindowThread(() -> workbench.display().dark().set(true));
        picture(scene, name);
    }

    private static void onWindowThread(Runnable work) throws Exception {
        WaitForAsyncUtils.asyncFx(work).get(60, TimeUnit.SECONDS);
        settle();
    }

    /** Lets work in the background come back and be laid out. */
    private static void settle() throws InterruptedException {
        for (int i = 0; i < 10; i++) {
            Thread.sleep(120);
            WaitForAsyncUtils.waitForFxEvents();
        }
    }

    private static void picture(Scene scene, String name) throws Exception {
        settle();
        // the first only lays out what is new: what follows the layout is drawn in the second
        WaitForAsyncUtils.asyncFx(() -> scene.snapshot(null)).get(60, TimeUnit.SECONDS);
        settle();
        WaitForAsyncUtils.asyncFx(() -> {
            WritableImage image = scene.snapshot(null);
            BufferedImage copy = new BufferedImage((int) image.getWidth(), (int) image.getHeight(),
                    BufferedImage.TYPE_INT_RGB);
            for (int y = 0; y < copy.getHeight(); y++) {
                for (int x = 0; x < copy.getWidth(); x++) {
                    copy.setRGB(x, y, image.getPixelReader().getArgb(x, y));
                }
            }
            try {
                ImageIO.write(copy, "png", PICTURES.resolve(name + ".png").toFile());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }).get(60, TimeUnit.SECONDS);
    }
}
