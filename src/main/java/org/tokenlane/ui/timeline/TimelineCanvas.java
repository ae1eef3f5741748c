package org.tokenlane.ui.timeline;

import java.util.BitSet;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Optional;
import javafx.animation.AnimationTimer;
import javafx.geometry.Orientation;
import javafx.scene.AccessibleRole;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.control.ScrollBar;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;
import org.tokenlane.model.event.AuditEvent;
import org.tokenlane.model.mark.Verdict;
import org.tokenlane.timeline.EventWeights;
import org.tokenlane.timeline.Lane;
import org.tokenlane.timeline.LaneLayout;
import org.tokenlane.timeline.MarkLabel;
import org.tokenlane.timeline.Moment;
import org.tokenlane.timeline.TimelineFlags;
import org.tokenlane.timeline.TimelineScene;
import org.tokenlane.ui.kit.Captions;
import org.tokenlane.ui.kit.Palette;
import org.tokenlane.ui.state.Display;
import org.tokenlane.ui.state.EventTexts;
import org.tokenlane.ui.state.Marking;
import org.tokenlane.ui.state.Navigation;
import org.tokenlane.ui.state.OpenCase;
import org.tokenlane.ui.state.Selection;

/** The lanes on a canvas as large as what is seen of them. It is drawn at most once a frame, after whatever changed. */
final class TimelineCanvas extends Region {

    private final Selection selection;
    private final Marking marking;
    private final Display display;
    private final EventTexts texts;
    private final TimelineViewModel model;
    private final LaneWords words;
    private final Canvas canvas = new Canvas();
    private final ScrollBar scrollBar = new ScrollBar();
    private final Tooltip tooltip = new Tooltip();
    private @Nullable Runnable explained;
    private final AnimationTimer frame;
    private boolean outdated = true;
    private @Nullable TimelineScene scene;
    private @Nullable TimelineFlags flags;
    private @Nullable EventWeights weights;
    private double @Nullable [] range;
    private LaneLayout layout = LaneLayout.of(0, 0, new BitSet(), 0);
    private int hovered = -1;
    private @Nullable StoryViewModel story;
    private final Map<Lane, Optional<Verdict>> verdicts = new IdentityHashMap<>();

    TimelineCanvas(Selection selection, Navigation navigation, Marking marking, Display display, EventTexts texts,
            TimelineViewModel model) {
        this.selection = selection;
        this.marking = marking;
        this.display = display;
        this.texts = texts;
        this.model = model;
        this.words = new LaneWords(display, model);
        setId("timeline");
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        setMinSize(100, 100);
        scrollBar.setOrientation(Orientation.VERTICAL);
        // else the picture would keep the window from getting smaller
        canvas.setManaged(false);
        getChildren().addAll(canvas, scrollBar);
        tooltip.setAutoHide(true);
        texts.read().addListener((property, before, now) -> {
            if (tooltip.isShowing() && explained != null) {
                explained.run();
            }
        });
        new TimelineInput(this, selection, navigation, model);
        marking.marked().addListener((property, before, now) -> {
            flags = null;
            weights = null;
            verdicts.clear();
            redraw();
        });
        model.timeline().addListener((property, before, now) -> {
            flags = null;
            weights = null;
            verdicts.clear();
            scrollBar.setValue(0);
            layoutScrollBar();
            redraw();
        });
        model.findings().addListener((property, before, now) -> {
            weights = null;
            redraw();
        });
        model.arrangement().addListener((property, before, now) -> {
            layoutScrollBar();
            redraw();
        });
        model.scale().addListener((property, before, now) -> redraw());
        model.moments().addListener((property, before, now) -> {
            layoutScrollBar();
            redraw();
        });
        selection.event().addListener((property, before, now) -> {
            showLane(now.intValue());
            redraw();
        });
        selection.matching().addListener((property, before, now) -> redraw());
        display.dark().addListener((property, before, now) -> redraw());
        display.zone().addListener((property, before, now) -> redraw());
        display.hours().addListener((property, before, now) -> redraw());
        scrollBar.valueProperty().addListener((property, before, now) -> redraw());
        focusedProperty().addListener((property, before, now) -> redraw());
        frame = new AnimationTimer() {
            @Override
            public void handle(long now) {
                stop();
                if (outdated) {
                    outdated = false;
                    draw();
                }
            }
        };
        redraw();
    }

    /** Shows which events belong to a station of the story, and the way from the sign-in to the replay. */
    void tell(StoryViewModel told) {
        story = told;
        told.story().addListener((property, before, now) -> redraw());
        told.chosen().addListener((property, before, now) -> redraw());
    }

    private void redraw() {
        outdated = true;
        scene = null;
        frame.start();
    }

    @Override
    protected void layoutChildren() {
        double bar = 12;
        canvas.setWidth(getWidth());
        canvas.setHeight(getHeight());
        scrollBar.resizeRelocate(getWidth() - bar, TimelinePainter.AXIS, bar,
                Math.max(0, getHeight() - TimelinePainter.AXIS));
        layoutScrollBar();
        model.width().set(Math.max(50, getWidth() - TimelinePainter.GUTTER - (scrollBar.isVisible() ? bar : 0)));
        redraw();
    }

    private void layoutScrollBar() {
        double seen = Math.max(1, getHeight() - TimelinePainter.AXIS - foot());
        layout = model.arrangement().get().layout(model.timeline().get(), seen);
        scrollBar.setVisible(layout.mostScroll() > 0);
        scrollBar.setMax(layout.mostScroll());
        scrollBar.setVisibleAmount(scrollBar.getMax() * Math.min(1, seen / layout.total()));
        scrollBar.setUnitIncrement(LaneLayout.LEAST);
        scrollBar.setBlockIncrement(seen);
        scrollBar.setValue(Math.clamp(scrollBar.getValue(), 0, scrollBar.getMax()));
    }

    /** Below the lanes the key events have their names. */
    private double foot() {
        return model.moments().get().isEmpty() ? 0 : MomentPainter.FOOT;
    }

    /** The height of the middle of a lane in this node. */
    double middleOf(int lane) {
        return TimelinePainter.AXIS + layout.top(lane, scrollBar.getValue()) + layout.height(lane) / 2;
    }

    /** Where the lanes are. */
    LaneLayout lanes() {
        return layout;
    }

    private void showLane(int event) {
        int lane = event < 0 ? -1 : model.timeline().get().laneOf(event);
        if (lane >= 0 && scrollBar.isVisible()) {
            scrollBar.setValue(layout.scrollTo(lane, scrollBar.getValue()));
        }
    }

    private void draw() {
        OpenCase open = selection.openCase().get();
        int selected = selection.event().get();
        long time = open == null || selected < 0 ? AuditEvent.NO_TIME : open.events().time(selected);
        Palette palette = Palette.of(display.dark().get());
        GraphicsContext graphics = canvas.getGraphicsContext2D();
        Frame shown = new Frame(model.timeline().get(), scene(), layout, scrollBar.getValue(),
                time == AuditEvent.NO_TIME ? -1 : selected, time, display.zone().get(), display.hours().get(), range,
                model.moments().get(),
                open == null ? null : new MarkLabel(open.events()),
                new Frame.Heads(model::head, this::verdict, model.arrangement().get()::isPinned, hovered));
        new TimelinePainter(graphics, palette, canvas.getWidth(), canvas.getHeight()).paint(shown);
        StoryViewModel told = story;
        if (told != null && open != null) {
            new StoryPainter(graphics, palette, shown, open.events(), canvas.getHeight()).paint(told.story().get(),
                    told.chosen().get());
        }
        // a lane that is seen in part is behind the names at the foot
        FlagPainter ofFlags = new FlagPainter(graphics, palette, canvas.getHeight());
        if (scene().isWeighed() || !flags().isEmpty()) {
            ofFlags.onLanes(flags(), shown);
        }
        if (!model.moments().get().isEmpty()) {
            new MomentPainter(graphics, palette, canvas.getHeight()).names(model.moments().get(), scene().scale(),
                    flags().flags().stream().anyMatch(TimelineFlags.Flag::isOwnEvent));
        }
        ofFlags.ownEvents(flags(), scene().scale());
        if (isFocused()) {
            graphics.setStroke(palette.accent());
            graphics.setLineWidth(1);
            graphics.strokeRect(0.5, 0.5, canvas.getWidth() - 1, canvas.getHeight() - 1);
        }
        Captions.accessibleValue(this, words.spoken(flags(), selected, open));
    }

    /** The verdict on a lane, found once; null where it has none. */
    private @Nullable Verdict verdict(Lane lane) {
        return verdicts.computeIfAbsent(lane, key -> Optional.ofNullable(LaneHead.verdict(key,
                marking.marked().get()))).orElse(null);
    }

    /** The scene as it is drawn; made again after a change. */
    TimelineScene scene() {
        TimelineScene drawn = scene;
        if (drawn == null) {
            drawn = TimelineScene.of(model.timeline().get(), model.scale().get(), LaneLayout.LEAST,
                    selection.matching().get().set(), weights());
            scene = drawn;
        }
        return drawn;
    }

    /** What events weigh, found once for all zooms. */
    private EventWeights weights() {
        OpenCase open = selection.openCase().get();
        EventWeights known = weights;
        if (known == null) {
            known = open == null ? EventWeights.NONE
                    : EventWeights.of(open.events().size(), model.findings().get(), marking.marked().get());
            weights = known;
        }
        return known;
    }

    private TimelineFlags flags() {
        OpenCase open = selection.openCase().get();
        TimelineFlags drawn = flags;
        if (drawn == null) {
            drawn = open == null ? TimelineFlags.NONE
                    : TimelineFlags.of(marking.marked().get(), model.timeline().get(), open.events());
            flags = drawn;
        }
        return drawn;
    }

    /** The mark at a point of this region, or -1. */
    int markAt(double x, double y) {
        int lane = laneAt(y);
        return x < TimelinePainter.GUTTER || lane < 0 ? -1 : scene().markIn(lane, x - TimelinePainter.GUTTER);
    }

    /** The lane at a height of this region, or -1. */
    int laneAt(double y) {
        return layout.laneAt(y - TimelinePainter.AXIS, scrollBar.getValue());
    }

    /** Shows the pin of the lane whose head the pointer is on; -1 for none. */
    void hoverHead(int lane) {
        if (hovered != lane) {
            hovered = lane;
            outdated = true;
            frame.start();
        }
    }

    void scrollBy(double pixels) {
        scrollBar.setValue(Math.clamp(scrollBar.getValue() + pixels, 0, scrollBar.getMax()));
    }

    /** Shows the range that is being chosen, as two pixels of the lanes; null for none. */
    void showRange(double @Nullable [] pixels) {
        range = pixels;
        outdated = true;
        frame.start();
    }

    /** Explains what is under the pointer. */
    void explain(int mark, double x, double screenX, double screenY) {
        explained = mark < 0 ? null : () -> explain(mark, x, screenX, screenY);
        if (mark < 0) {
            Moment moment = momentAt(x);
            TimelineFlags.Flag own = flags().ownEventAt(model.scale().get(), x - TimelinePainter.GUTTER, 5);
            if (moment != null) {
                tell(words.of(moment), screenX, screenY);
            } else if (own != null) {
                tell(words.of(own), screenX, screenY);
            } else {
                tooltip.hide();
            }
            return;
        }
        tell(words.of(scene().events(mark), scene().hostile(mark), weights(), selection.openCase().get()), screenX,
                screenY);
    }

    private void tell(String what, double screenX, double screenY) {
        Captions.value(tooltip, what);
        tooltip.show(this, screenX + 14, screenY + 12);
    }

    /** The key event whose line is near a pixel of this region; null where there is none. */
    @Nullable
    Moment momentAt(double x) {
        return x < TimelinePainter.GUTTER ? null
                : Moment.nearest(model.moments().get(), model.scale().get(), x - TimelinePainter.GUTTER,
                        MomentPainter.NEAR);
    }
}
