package org.tokenlane.ui.timeline;

import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;
import javafx.scene.text.TextAlignment;
import org.jspecify.annotations.Nullable;
import org.tokenlane.detect.answer.Story;
import org.tokenlane.query.CaseEvents;
import org.tokenlane.ui.kit.Palette;
import org.tokenlane.ui.kit.TextWidths;

/** Draws the story into the lanes: an arrow from the sign-in to the replay, and what belongs to the chosen station. */
final class StoryPainter {

    private static final TextWidths SMALL = new TextWidths(Font.font("System", 10.5));
    /** More events of a station than this are as good as all that are seen. */
    private static final int MOST = 400;
    private static final double HEAD = 7;
    /** From the middle of a mark to its edge. */
    private static final double BESIDE = 8;

    private final GraphicsContext graphics;
    private final Palette palette;
    private final Frame frame;
    private final CaseEvents events;
    private final double height;

    StoryPainter(GraphicsContext graphics, Palette palette, Frame frame, CaseEvents events, double height) {
        this.graphics = graphics;
        this.palette = palette;
        this.frame = frame;
        this.events = events;
        this.height = height;
    }

    void paint(@Nullable Story story, Story.@Nullable Station chosen) {
        if (story == null) {
            return;
        }
        graphics.save();
        graphics.beginPath();
        graphics.rect(TimelinePainter.GUTTER, TimelinePainter.AXIS, frame.scale().width(),
                height - TimelinePainter.AXIS);
        graphics.clip();
        graphics.translate(TimelinePainter.GUTTER, TimelinePainter.AXIS);
        if (chosen != null) {
            graphics.setStroke(palette.accent());
            graphics.setLineWidth(1.5);
            chosen.events().stream().limit(MOST).forEach(this::outline);
            graphics.setLineWidth(1);
        }
        if (story.signIn() >= 0 && story.replay() >= 0) {
            arrow(story.signIn(), story.replay());
        }
        graphics.restore();
    }

    private void outline(int event) {
        int lane = frame.timeline().laneOf(event);
        if (lane >= 0 && frame.isSeen(lane)) {
            double x = frame.scale().x(events.time(event));
            if (x > -10 && x < frame.scale().width() + 10) {
                graphics.strokeRoundRect(Math.floor(x) - 6.5, frame.top(lane) + 3.5, 13, frame.height(lane) - 7, 4, 4);
            }
        }
    }

    /** From the sign-in that issued the session to its first use from elsewhere. */
    private void arrow(int from, int to) {
        int one = frame.timeline().laneOf(from);
        int other = frame.timeline().laneOf(to);
        if (one < 0 || other < 0 || !frame.isSeen(one) || !frame.isSeen(other)) {
            return;
        }
        double x1 = frame.scale().x(events.time(from)) + BESIDE;
        double y1 = middle(one);
        double x2 = frame.scale().x(events.time(to)) - 10;
        double y2 = middle(other);
        if (x2 < -200 || x1 > frame.scale().width() + 200 || x2 <= x1) {
            return;
        }
        Color colour = palette.failure();
        graphics.setStroke(colour);
        graphics.setFill(colour);
        graphics.setLineWidth(2);
        double bend = Math.min(60, (x2 - x1) / 2);
        graphics.beginPath();
        if (one == other) {
            graphics.moveTo(x1, y1);
            graphics.lineTo(x2, y2);
        } else {
            // it leaves the mark up- or downwards: beside the mark are its words
            double mark = x1 - BESIDE;
            graphics.moveTo(mark, y1 + Math.copySign(BESIDE, y2 - y1));
            graphics.bezierCurveTo(mark, y2, x2 - bend, y2, x2, y2);
        }
        graphics.stroke();
        graphics.fillPolygon(new double[] { x2 + 2, x2 - HEAD, x2 - HEAD },
                new double[] { y2, y2 - HEAD / 2 - 1, y2 + HEAD / 2 + 1 }, 3);
        graphics.setLineWidth(1);
        String words = TimelineText.ARROW.text();
        double wide = SMALL.of(words) + 8;
        if (wide < x2 - x1 - 10) {
            double x = (x1 + x2) / 2 - wide / 2;
            double y = (y1 + y2) / 2;
            graphics.setFill(palette.background());
            graphics.fillRect(x, y - 8, wide, 16);
            graphics.setFill(colour);
            graphics.setFont(SMALL.font());
            graphics.setTextAlign(TextAlignment.LEFT);
            graphics.setTextBaseline(VPos.CENTER);
            graphics.fillText(words, x + 4, y);
        }
    }

    private double middle(int lane) {
        boolean lined = frame.labels() != null && frame.height(lane) >= MarkPainter.WITH_LINE;
        return frame.top(lane) + (frame.height(lane) + (lined ? MarkPainter.LINE : 0)) / 2;
    }
}
