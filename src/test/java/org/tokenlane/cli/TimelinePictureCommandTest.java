package org.tokenlane.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tokenlane.detect.Scene;
import org.tokenlane.report.document.PictureTheme;

/** Pictures of a timeline in both themes and at any width. */
class TimelinePictureCommandTest {

    @TempDir
    private Path folder;

    @BeforeEach
    void fill() {
        try (Scene scene = new Scene(folder)) {
            String uti = scene.signIn(Scene.ADELE, "2026-09-15T08:00:00", Scene.SESSION).uti();
            scene.audit(Scene.ADELE, "2026-09-15T08:10:00", "Exchange", "Send", Scene.SESSION, uti);
            scene.facts();
        }
    }

    private CommandRun draw(Path out, Object... more) {
        Object[] all = new Object[more.length + 7];
        System.arraycopy(new Object[] { "timeline", "--case", folder.resolve("test.tlcase"), "--session", Scene.SESSION,
            "--out", out }, 0, all, 0, 7);
        System.arraycopy(more, 0, all, 7, more.length);
        return CommandRun.of(all);
    }

    @Test
    void aPictureHasTheBackgroundOfItsThemeAndTheWantedWidth() throws IOException {
        for (Map.Entry<PictureTheme, Integer> wanted : Map.of(PictureTheme.LIGHT, TimelineCommand.LEAST_WIDTH,
                PictureTheme.DARK, 1_234).entrySet()) {
            PictureTheme theme = wanted.getKey();
            Path png = folder.resolve(theme.word() + ".png");
            draw(png, "--theme", theme.word(), "--width", wanted.getValue()).isDone();
            BufferedImage image = ImageIO.read(png.toFile());
            assertThat(image.getWidth()).isEqualTo(wanted.getValue());
            assertThat(new Color(image.getRGB(image.getWidth() - 1, image.getHeight() - 1)))
                    .isEqualTo(Color.decode(theme.background()));
            Path svg = folder.resolve(theme.word() + ".svg");
            draw(svg, "--theme", theme.word(), "--width", wanted.getValue()).isDone();
            assertThat(Files.readString(svg)).contains("width=\"" + wanted.getValue() + "\"");
            assertThat(Files.readString(svg).contains("fill=\"" + PictureTheme.DARK.background() + "\""))
                    .isEqualTo(theme == PictureTheme.DARK);
        }
    }

    @Test
    void widthsThatMakeNoPictureAndUnknownThemesAreRefused() {
        Path out = folder.resolve("x.png");
        for (int width : new int[] { TimelineCommand.LEAST_WIDTH - 1, TimelineCommand.MOST_WIDTH + 1 }) {
            CommandRun run = draw(out, "--width", width);
            assertThat(run.exitCode()).isEqualTo(2);
            assertThat(run.err())
                    .contains(CliText.PICTURE_WIDTH.text(TimelineCommand.LEAST_WIDTH, TimelineCommand.MOST_WIDTH));
        }
        assertThat(draw(out, "--theme", "blue").err()).contains(CliText.NO_SUCH_THEME.text("blue"));
        assertThat(out).doesNotExist();
        draw(out, "--width", TimelineCommand.MOST_WIDTH).isDone();
    }
}
