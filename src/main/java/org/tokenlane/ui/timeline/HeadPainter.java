package org.tokenlane.ui.timeline;

import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;
import javafx.scene.text.TextAlignment;
import org.jspecify.annotations.Nullable;
import org.tokenlane.model.mark.Verdict;
import org.tokenlane.timeline.Lane;
import org.tokenlane.ui.kit.Palette;
import org.tokenlane.ui.kit.TextWidths;
import org.tokenlane.ui.kit.Texts;
import org.tokenlane.ui.kit.Times;

/** Draws the column before the lanes, over whatever begins before the lanes do. */
final class HeadPainter {

    /** Where a click collapses a lane, from the left edge. */
    static final double COLLAPSE = 18;
    /** Where a click pins a lane, from the right edge of the column. */
    static final double PIN = 20;

    /** Lanes of this height have room for three lines. */
    private static final double THREE = 48;
    private static final TextWidths NAME = new TextWidths(Font.font("System", 12));
    private static final TextWidths SMALL = new TextWidths(Font.font("System", 10.5));

    private final GraphicsContext graphics;
    private final Palette palette;
    private final Frame frame;

    HeadPainter(GraphicsContext graphics, Palette palette, Frame frame) {
        this.graphics = graphics;
        this.palette = palette;
        this.frame = frame;
    }

    void heads(int first, int end, double top, double bottom) {
        double gutter = TimelinePainter.GUTTER;
        graphics.setFill(palette.background());
        graphics.fillRect(-gutter, top, gutter, bottom - top);
        graphics.setTextBaseline(VPos.CENTER);
        graphics.setTextAlign(TextAlignment.LEFT);
        for (int lane = first; lane < end; lane++) {
            if (frame.isSeen(lane)) {
                if (lane % 2 == 0) {
                    graphics.setFill(palette.lane());
                    graphics.fillRect(-gutter, frame.top(lane), gutter, frame.height(lane));
                }
                head(lane, frame.timeline().lanes().get(lane), frame.top(lane), frame.height(lane));
            }
        }
        graphics.setFill(palette.line());
        graphics.fillRect(-1, top, 1, bottom - top);
    }

    private void head(int number, Lane lane, double y, double tall) {
        LaneHead head = frame.heads().of().apply(lane);
        Verdict verdict = frame.heads().verdicts().apply(lane);
        if (verdict != null) {
            graphics.setFill(colour(verdict, palette));
            graphics.fillRect(-TimelinePainter.GUTTER, y, 3, tall);
        }
        boolean collapsed = frame.layout().isCollapsed(number);
        boolean pinned = frame.heads().pinned().apply(lane);
        double left = -TimelinePainter.GUTTER + COLLAPSE;
        double middle = y + tall / 2;
        triangle(-TimelinePainter.GUTTER + 10,
                collapsed ? middle : middle - (tall >= THREE && !head.resource().isEmpty() ? 14 : 7), collapsed);
        if (pinned || frame.heads().hovered() == number) {
            pin(-PIN / 2, middle, pinned);
        }
        String count = Texts.number(lane.events().length);
        double room = TimelinePainter.GUTTER - COLLAPSE - PIN;
        String second = second(head, verdict);
        boolean two = !collapsed && !second.isEmpty();
        boolean three = two && !head.resource().isEmpty() && tall >= THREE;
        double up = three ? 14 : two ? 7 : 0;
        graphics.setFill(palette.text());
        graphics.setFont(collapsed ? SMALL.font() : NAME.font());
        double ofName = two ? room : room - SMALL.of(count) - 6;
        graphics.fillText((collapsed ? SMALL : NAME).cut(three ? head.name() : head.line(), ofName), left, middle - up);
        graphics.setFont(SMALL.font());
        if (three) {
            graphics.fillText(SMALL.cut(TimelineText.TO_RESOURCE.text(head.resource()), room), left, middle + 1);
        }
        graphics.setFill(palette.muted());
        double free = head.isToken() ? room : room - SMALL.of(count) - 6;
        if (two) {
            graphics.fillText(SMALL.cut(second, free), left, middle + (three ? 15 : 8));
        }
        if (!head.isToken() || collapsed) {
            graphics.setTextAlign(TextAlignment.RIGHT);
            graphics.fillText(count, -PIN, two ? middle + 8 : middle);
            graphics.setTextAlign(TextAlignment.LEFT);
        }
    }

    /** The verdict first: it must not be what is cut. */
    private String second(LaneHead head, @Nullable Verdict verdict) {
        String words = head.second(issued -> Times.clock(issued, frame.zone()));
        return verdict == null ? words
                : words.isEmpty() ? verdict.text() : TimelineText.HEAD_WITH_VERDICT.text(verdict.text(), words);
    }

    static Color colour(Verdict verdict, Palette palette) {
        return switch (verdict) {
        case MALICIOUS -> palette.failure();
        case SUSPICIOUS -> palette.kind(1);
        case BENIGN -> palette.kind(3);
        case UNKNOWN -> palette.muted();
        };
    }

    private void triangle(double x, double y, boolean collapsed) {
        graphics.setFill(palette.muted());
        if (collapsed) {
            graphics.fillPolygon(new double[] { x - 2, x + 3, x - 2 }, new double[] { y - 4, y, y + 4 }, 3);
        } else {
            graphics.fillPolygon(new double[] { x - 4, x + 4, x }, new double[] { y - 2, y - 2, y + 3 }, 3);
        }
    }

    private void pin(double x, double y, boolean pinned) {
        graphics.setFill(palette.accent());
        graphics.setStroke(pinned ? palette.accent() : palette.muted());
        if (pinned) {
            graphics.fillOval(x - 4, y - 6, 8, 8);
        } else {
            graphics.strokeOval(x - 3.5, y - 5.5, 7, 7);
        }
        graphics.strokeLine(x, y + 2, x, y + 7);
    }
}
