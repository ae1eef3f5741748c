package org.tokenlane.ui.kit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import javafx.scene.image.Image;
import javafx.scene.image.WritableImage;
import javafx.scene.paint.Color;
import javafx.scene.paint.ImagePattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.testfx.api.FxToolkit;
import org.tokenlane.detect.hands.Party;
import org.tokenlane.timeline.OriginStyle;

class OriginPaintsTest {

    private static final OriginStyle STYLE = new OriginStyle(Party.ATTACKER, 0, false);

    @BeforeAll
    static void startJavaFx() throws Exception {
        FxToolkit.registerPrimaryStage();
    }

    private static Image tile(Object paint) {
        return ((ImagePattern) paint).getImage();
    }

    @ParameterizedTest
    @ValueSource(booleans = { true, false })
    void dotsAndStripesAreOfTheColorAndOneThatIsNearerToTheBackground(boolean dark) {
        OriginPaints paints = OriginPaints.of(dark);
        Color color = paints.color(STYLE);
        Image dots = tile(paints.fill(STYLE));
        assertThat(dots.getPixelReader().getColor(0, 0)).isEqualTo(color);
        assertThat(dots.getPixelReader().getColor(1, 1)).isNotEqualTo(color)
                .isEqualTo(dots.getPixelReader().getColor(3, 3));
        assertThat(dots.getPixelReader().getColor(1, 3)).isEqualTo(color);
        Image stripes = tile(paints.inferred(STYLE));
        assertThat(IntStream.range(0, 6).mapToObj(x -> stripes.getPixelReader().getColor(x, 1)).map(color::equals))
                .containsExactly(true, false, false, false, false, true);
    }

    /** Else each shape ever filled with it waits for its change, and is never forgotten. */
    @Test
    void noShapeWaitsForAChangeOfAPattern() {
        OriginPaints paints = OriginPaints.of(false);
        assertThat(tile(paints.fill(STYLE))).isNotInstanceOf(WritableImage.class);
        assertThat(tile(paints.inferred(STYLE))).isNotInstanceOf(WritableImage.class);
    }
}
