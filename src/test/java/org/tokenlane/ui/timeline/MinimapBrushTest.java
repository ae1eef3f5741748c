package org.tokenlane.ui.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.tokenlane.timeline.TimeScale;

/** What a drag on the minimap does. */
class MinimapBrushTest {

    private static final long SECOND = 1_000_000_000L;
    /** A pixel is a second. */
    private static final TimeScale WHOLE = new TimeScale(0, SECOND, 1_000);
    /** The lanes show the seconds 200 to 400. */
    private static final TimeScale SHOWN = new TimeScale(200 * SECOND, SECOND / 5.0, 1_000);

    private static void assertShows(TimeScale scale, long from, long to) {
        assertThat(scale.start() / (double) SECOND).isEqualTo(from);
        assertThat(Math.round(scale.end() / (double) SECOND)).isEqualTo(to);
        assertThat(scale.width()).isEqualTo(1_000);
    }

    @Test
    void insideItMovesTheStretchThatIsShown() {
        assertShows(new MinimapBrush(WHOLE, SHOWN, 300).at(350), 250, 450);
    }

    @Test
    void anEdgeMovesAlone() {
        assertShows(new MinimapBrush(WHOLE, SHOWN, 202).at(100), 100, 400);
        assertShows(new MinimapBrush(WHOLE, SHOWN, 398).at(500), 200, 500);
        assertShows(new MinimapBrush(WHOLE, SHOWN, 398).at(150), 150, 200);
    }

    @Test
    void elsewhereAnotherStretchIsDrawnInEitherDirection() {
        assertShows(new MinimapBrush(WHOLE, SHOWN, 600).at(700), 600, 700);
        assertShows(new MinimapBrush(WHOLE, SHOWN, 700).at(600), 600, 700);
        assertShows(new MinimapBrush(WHOLE, WHOLE, 600).at(700), 600, 700);
    }

    @Test
    void aClickTakesTheLanesThere() {
        assertShows(new MinimapBrush(WHOLE, SHOWN, 600).at(600), 500, 700);
        assertThat(new MinimapBrush(WHOLE, SHOWN, 600).at(604).end() / SECOND).as("beyond a click").isEqualTo(604);
    }

    @Test
    void edgesAreFivePixelsWide() {
        assertThat(MinimapBrush.part(WHOLE, SHOWN, 205)).isEqualTo(MinimapBrush.Part.LEFT);
        assertThat(MinimapBrush.part(WHOLE, SHOWN, 205.1)).isEqualTo(MinimapBrush.Part.WHOLE);
        assertThat(MinimapBrush.part(WHOLE, SHOWN, 194.9)).isEqualTo(MinimapBrush.Part.NEW);
    }

    @Test
    void aClickEndsBeyondThreePixels() {
        assertShows(new MinimapBrush(WHOLE, SHOWN, 600).at(603), 503, 703);
        assertShows(new MinimapBrush(WHOLE, SHOWN, 600).at(597), 497, 697);
        assertThat(new MinimapBrush(WHOLE, SHOWN, 600).at(603.1).start() / SECOND).isEqualTo(600);
        assertThat(new MinimapBrush(WHOLE, SHOWN, 600).at(596.9).end() / SECOND).isEqualTo(600);
    }
}
