package org.tokenlane.ui.timeline;

import java.util.List;
import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.paint.Paint;
import javafx.scene.text.Font;
import javafx.scene.text.TextAlignment;
import org.tokenlane.detect.hands.Party;
import org.tokenlane.timeline.Lane;
import org.tokenlane.timeline.MarkLabel;
import org.tokenlane.timeline.OriginStyle;
import org.tokenlane.timeline.TimeScale;
import org.tokenlane.timeline.Timeline;
import org.tokenlane.timeline.TimelineScene;
import org.tokenlane.ui.kit.OriginPaints;
import org.tokenlane.ui.kit.Palette;
import org.tokenlane.ui.kit.TextWidths;
import org.tokenlane.ui.kit.Texts;

/** Draws the events of lanes, with what was done where there is room for it. */
final class MarkPainter {

    private static final TextWidths LABEL = new TextWidths(Font.font("System", 10.5));
    private static final double FAINT = 0.22;
    private static final double INFERRED = 0.85;
    /** Lanes of this height have a line above the marks for what was done. */
    static final double WITH_LINE = 44;
    static final double LINE = 13;
    private static final double TALLEST = 42;
    private static final double SINGLE = 28;
    private static final double GAP = 4;
    private static final double LEAST_OF_ATTACKER = 5;

    private final GraphicsContext graphics;
    private final Palette palette;
    private final OriginPaints paints;
    private final Frame frame;
    private final Timeline timeline;
    private final TimelineScene scene;
    private final boolean letters;

    MarkPainter(GraphicsContext graphics, Palette palette, Frame frame) {
        this.graphics = graphics;
        this.palette = palette;
        this.paints = OriginPaints.of(palette.dark());
        this.frame = frame;
        this.timeline = frame.timeline();
        this.scene = frame.scene();
        letters = timeline.origins().size() > 1;
    }

    /** The stretches of time in lanes. */
    void bars(int first, int end) {
        TimeScale scale = frame.scale();
        for (int lane = first; lane < end; lane++) {
            if (!frame.isSeen(lane)) {
                continue;
            }
            double line = hasLine(lane) ? LINE : 0;
            double tall = Math.min(frame.height(lane) - line - 6, TALLEST + 6);
            double y = Math.round(frame.top(lane) + line + (frame.height(lane) - line - tall) / 2);
            for (Lane.Bar bar : timeline.lanes().get(lane).bars()) {
                double from = Math.max(-10, scale.x(bar.from()));
                double to = Math.min(scale.width() + 10, scale.x(bar.to()));
                if (to >= from) {
                    Color colour = paints.color(timeline.style(bar.origin()));
                    graphics.setFill(colour.deriveColor(0, 1, 1, 0.13));
                    graphics.fillRoundRect(from, y, Math.max(3, to - from), tall, 6, 6);
                    graphics.setStroke(colour.deriveColor(0, 1, 1, 0.45));
                    graphics.strokeRoundRect(from + 0.5, y + 0.5, Math.max(2, to - from - 1), tall - 1, 6, 6);
                }
            }
        }
    }

    /** What is not selected is faint; what is only inferred is never selected by its session, and stays visible. */
    private double strength(int mark) {
        return scene.matched(mark) > 0 ? 1 : scene.kind(mark) == Lane.Mark.INFERRED ? INFERRED : FAINT;
    }

    void marks(int first, int end) {
        double most = Math.log(scene.mostInMark() + 1.0);
        graphics.setFont(LABEL.font());
        graphics.setTextBaseline(VPos.CENTER);
        graphics.setTextAlign(TextAlignment.LEFT);
        for (int mark = 0; mark < scene.size(); mark++) {
            int lane = scene.lane(mark);
            if (lane < first || lane >= end || !frame.isSeen(lane)) {
                continue;
            }
            boolean lined = hasLine(lane);
            double tall = frame.height(lane) - (lined ? LINE : 0);
            double middle = Math.round(frame.top(lane) + (lined ? LINE : 0) + tall / 2);
            graphics.setGlobalAlpha(strength(mark));
            double right = scene.count(mark) == 1 ? single(mark, middle, Math.clamp(tall - 12, 6, SINGLE))
                    : many(mark, middle, Math.clamp(tall - 10, 6, TALLEST), most);
            if (!lined && tall >= 20 && right > 0) {
                beside(mark, right, middle);
            }
        }
        graphics.setGlobalAlpha(1);
        runs(first, end);
    }

    private boolean hasLine(int lane) {
        return frame.labels() != null && frame.height(lane) >= WITH_LINE;
    }

    /** Above the marks of a lane, what was done in a row: {@code MailItemsAccessed × 20}, as far as there is room. */
    private void runs(int first, int end) {
        MarkLabel labels = frame.labels();
        if (labels == null) {
            return;
        }
        List<MarkLabel.Run> runs = labels.runs(scene, lane -> lane >= first && lane < end && frame.isSeen(lane)
                && hasLine(lane));
        graphics.setFill(palette.text());
        for (int i = 0; i < runs.size(); i++) {
            MarkLabel.Run run = runs.get(i);
            boolean last = i + 1 == runs.size() || runs.get(i + 1).lane() != run.lane();
            double left = Math.max(2, run.left());
            double room = (last ? frame.scale().width() : runs.get(i + 1).left()) - left - GAP;
            String words = letters && run.origin() >= 0
                    ? TimelineText.MARK_LABEL.text(timeline.style(run.origin()).letter(), run.words())
                    : run.words();
            if (room >= 16) {
                graphics.fillText(LABEL.cut(words, room), left, frame.top(run.lane()) + 9);
            }
        }
    }

    private int originOf(int mark) {
        int origin = 0;
        while (origin < timeline.origins().size() - 1 && scene.ofOrigin(mark, origin) == 0) {
            origin++;
        }
        return origin;
    }

    /** Gives where it ends. */
    private double single(int mark, double middle, double tall) {
        OriginStyle style = timeline.style(originOf(mark));
        double x = scene.middle(mark);
        double half = tall / 2;
        switch (scene.kind(mark)) {
        case OPERATION -> {
            graphics.setFill(paints.fill(style));
            graphics.fillRect(Math.round(x - 2), middle - half, 5, tall);
        }
        case INFERRED -> {
            graphics.setFill(paints.inferred(style));
            graphics.fillRect(Math.round(x - 4), middle - half, 9, tall);
            graphics.setStroke(paints.color(style));
            graphics.strokeRect(Math.round(x - 4) + 0.5, middle - half + 0.5, 8, tall - 1);
        }
        case SIGN_IN -> {
            graphics.setFill(paints.fill(style));
            double reach = Math.min(half, 9);
            graphics.fillPolygon(new double[] { x, x + 7, x, x - 7 },
                    new double[] { middle - reach, middle, middle + reach, middle }, 4);
        }
        case FAILURE -> {
            graphics.setStroke(palette.failure());
            graphics.setLineWidth(1.6);
            graphics.strokeLine(x - 4, middle - 5, x + 4, middle + 5);
            graphics.strokeLine(x - 4, middle + 5, x + 4, middle - 5);
            graphics.setLineWidth(1);
        }
        }
        return x + 6;
    }

    /**
     * A block, the higher the more events, divided by their origins, with what it stands for where there is room. Its
     * edges are whole pixels, which need no smoothing. Gives where it ends, or 0 where it is labeled.
     */
    private double many(int mark, double middle, double most, double mostInMark) {
        double tall = 8 + (most - 8) * Math.log(scene.count(mark) + 1.0) / mostInMark;
        double top = Math.round(middle - tall / 2);
        double bottom = Math.round(middle + tall / 2);
        double left = Math.round(scene.left(mark));
        double room = Math.round(scene.right(mark)) - left;
        // a pixel between blocks that touch tells them apart
        double wide = Math.max(1, room < 6 ? room : room - 1);
        double y = top;
        int sum = 0;
        int largest = 0;
        for (int origin = 0; origin < Math.max(1, timeline.origins().size()); origin++) {
            int share = scene.ofOrigin(mark, origin);
            if (share > 0) {
                sum += share;
                largest = share > scene.ofOrigin(mark, largest) ? origin : largest;
                OriginStyle style = timeline.style(origin);
                // a few of the attacker's events are seen among many others
                double least = style.party() == Party.ATTACKER ? y + LEAST_OF_ATTACKER : y;
                double end = Math.min(bottom, Math.max(least,
                        Math.round(top + (bottom - top) * sum / scene.count(mark))));
                Paint paint = scene.kind(mark) == Lane.Mark.INFERRED ? paints.inferred(style) : paints.fill(style);
                graphics.setFill(paint);
                graphics.fillRect(left, y, wide, end - y);
                y = end;
            }
        }
        if (scene.kind(mark) == Lane.Mark.FAILURE) {
            graphics.setFill(palette.failure());
            graphics.fillRect(left, bottom, wide, 2);
        }
        return inside(mark, largest, left, wide, middle) ? 0 : left + wide;
    }

    private String label(int mark, int origin) {
        MarkLabel labels = frame.labels();
        String words = labels == null ? "" : labels.of(scene, mark);
        return letters && !words.isEmpty() ? TimelineText.MARK_LABEL.text(timeline.style(origin).letter(), words)
                : words;
    }

    /** Writes the name and count into a block, or the count alone; true where it says all that there is to say. */
    private boolean inside(int mark, int origin, double left, double wide, double middle) {
        if (wide < 14) {
            return false;
        }
        String whole = label(mark, origin);
        boolean fits = !whole.isEmpty() && LABEL.of(whole) + 6 <= wide;
        String shown = fits ? whole : Texts.number(scene.count(mark));
        double needed = LABEL.of(shown);
        if (needed + 4 > wide) {
            return false;
        }
        double at = Math.max(left, -1) + 3;
        // letters stay readable over dots and stripes
        graphics.setFill(paints.color(timeline.style(origin)));
        graphics.fillRect(at - 2, middle - 7, needed + 4, 14);
        graphics.setFill(paints.on(timeline.style(origin)));
        graphics.fillText(shown, at, middle);
        return fits;
    }

    /** Writes what it stands for into the gap before the next mark, as far as there is one. */
    private void beside(int mark, double right, double middle) {
        double free = Math.min(scene.next(mark), frame.scale().width()) - right - 2 * GAP;
        if (free < 20 || right < 0) {
            return;
        }
        String whole = label(mark, originOf(mark));
        if (!whole.isEmpty() && LABEL.of(whole) <= free) {
            graphics.setFill(palette.text());
            graphics.fillText(whole, right + GAP, middle);
        }
    }
}
