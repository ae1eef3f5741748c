package org.tokenlane.ui.timeline;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.geometry.VPos;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.paint.Color;
import org.jspecify.annotations.Nullable;
import org.tokenlane.detect.answer.Story;
import org.tokenlane.detect.answer.Story.Certainty;
import org.tokenlane.detect.answer.Story.Station;
import org.tokenlane.timeline.TimeScale;
import org.tokenlane.ui.kit.Captions;
import org.tokenlane.ui.kit.Palette;
import org.tokenlane.ui.kit.Times;
import org.tokenlane.ui.state.Display;

/** The stations of an attack above the lanes, each with a line to its time on their axis. */
final class StoryStrip extends VBox {

    private static final double LEADERS = 16;

    private final Display display;
    private final TimelineViewModel timeline;
    private final StoryViewModel model;
    private final HBox cards = new HBox(6);
    private final ComboBox<Story> account = new ComboBox<>();
    private final List<Region> ofStations = new ArrayList<>();
    private final Canvas leaders = new Canvas();
    private boolean filling;

    StoryStrip(Display display, TimelineViewModel timeline, StoryViewModel model) {
        this.display = display;
        this.timeline = timeline;
        this.model = model;
        setId("story");
        account.setId("story-account");
        Captions.accessible(account, TimelineText.STORY_ACCOUNT);
        Captions.tip(account, TimelineText.STORY_ACCOUNT);
        Captions.prompt(account, TimelineText.STORY_CHOOSE);
        account.setConverter(Captions.words(Story::account));
        account.valueProperty().addListener((property, before, now) -> {
            if (!filling && now != null) {
                model.tell(now);
            }
        });
        cards.setPadding(new Insets(2, 10, 0, 10));
        Pane below = new Pane(leaders);
        below.setMinHeight(LEADERS);
        below.setPrefHeight(LEADERS);
        leaders.setManaged(false);
        getChildren().addAll(cards, below);
        visibleProperty().bind(model.story().isNotNull());
        managedProperty().bind(visibleProperty());
        model.story().addListener((property, before, now) -> fill());
        model.all().addListener((property, before, now) -> fill());
        model.chosen().addListener((property, before, now) -> mark());
        display.zone().addListener((property, before, now) -> fill());
        display.dark().addListener((property, before, now) -> leaders());
        timeline.scale().addListener((property, before, now) -> leaders());
        widthProperty().addListener((property, before, now) -> leaders());
        // the cards are where they are to be
        cards.needsLayoutProperty().addListener((property, before, now) -> {
            if (!now) {
                leaders();
            }
        });
        fill();
    }

    private void fill() {
        Story story = model.story().get();
        cards.getChildren().clear();
        ofStations.clear();
        filling = true;
        account.getItems().setAll(model.all().get());
        account.setValue(story);
        filling = false;
        if (story == null) {
            return;
        }
        for (Station station : story.stations()) {
            Region card = card(station);
            HBox.setHgrow(card, Priority.ALWAYS);
            ofStations.add(card);
            cards.getChildren().add(card);
        }
        mark();
        leaders();
    }

    /** The accounts whose stories can be told. */
    ComboBox<Story> account() {
        return account;
    }

    private Region card(Station station) {
        Label title = Captions.label(StoryLabels.title(station), station.kind().text());
        title.getStyleClass().add("story-title");
        Label time = Captions.valueLabel(station.isDated() ? Times.clockSeconds(station.from(), display.zone().get())
                : "");
        time.getStyleClass().add("muted");
        if (!station.isDated()) {
            time.setManaged(false);
        }
        // where both have no room on one line, the time goes on in the next
        FlowPane head = new FlowPane(6, 0, title, time);
        head.setRowValignment(VPos.BASELINE);
        Label text = Captions.valueLabel(station.text());
        text.setWrapText(true);
        text.getStyleClass().add("story-text");
        text.setAlignment(Pos.TOP_LEFT);
        VBox lines = new VBox(1, head, text);
        head.setMinWidth(0);
        VBox.setVgrow(text, Priority.ALWAYS);
        Button card = new Button();
        card.setGraphic(lines);
        card.setId("story-" + station.kind().name().toLowerCase(java.util.Locale.ROOT).replace('_', '-'));
        card.getStyleClass().addAll("story-card", "story-" + station.certainty().name().toLowerCase(
                java.util.Locale.ROOT));
        card.setMaxWidth(Double.MAX_VALUE);
        card.setMinWidth(60);
        card.setPrefWidth(160);
        lines.setMaxWidth(Double.MAX_VALUE);
        lines.prefWidthProperty().bind(card.widthProperty().subtract(14));
        lines.setPrefHeight(64);
        String words = StoryLabels.words(station, display.zone().get());
        Captions.valueTip(card, words);
        Captions.accessibleValue(card, words);
        card.setOnAction(event -> model.select(station));
        card.setOnMouseClicked(event -> {
            if (event.getClickCount() == 2) {
                model.only(station);
            }
        });
        return card;
    }

    private void mark() {
        Story story = model.story().get();
        for (int i = 0; story != null && i < ofStations.size(); i++) {
            ofStations.get(i).pseudoClassStateChanged(javafx.css.PseudoClass.getPseudoClass("chosen"),
                    story.stations().get(i).equals(model.chosen().get()));
        }
        leaders();
    }

    /** From each station a line to where it is on the axis of the lanes, or to the edge behind which it is. */
    private void leaders() {
        leaders.setWidth(Math.max(1, getWidth()));
        leaders.setHeight(LEADERS);
        GraphicsContext graphics = leaders.getGraphicsContext2D();
        graphics.clearRect(0, 0, leaders.getWidth(), LEADERS);
        Story story = model.story().get();
        if (story == null) {
            return;
        }
        Palette palette = Palette.of(display.dark().get());
        TimeScale scale = timeline.scale().get();
        for (int i = 0; i < ofStations.size(); i++) {
            Station station = story.stations().get(i);
            if (station.isDated()) {
                Region card = ofStations.get(i);
                double from = card.getBoundsInParent().getCenterX();
                double at = scale.x(station.from());
                boolean seen = at >= 0 && at <= scale.width();
                double to = TimelinePainter.GUTTER + Math.clamp(at, 0, scale.width());
                graphics.setStroke(colour(station, palette, seen));
                graphics.setLineWidth(station.equals(model.chosen().get()) ? 2.2 : 1.2);
                graphics.setLineDashes(station.certainty() == Certainty.INFERRED ? new double[] { 4, 3 } : null);
                graphics.strokeLine(from, 0, to, LEADERS - 5);
                graphics.setLineDashes();
                graphics.setFill(colour(station, palette, seen));
                if (seen) {
                    graphics.fillPolygon(new double[] { to - 4, to + 4, to },
                            new double[] { LEADERS - 7, LEADERS - 7, LEADERS }, 3);
                }
            }
        }
    }

    private Color colour(@Nullable Station station, Palette palette, boolean seen) {
        return !seen ? palette.line()
                : station != null && station.equals(model.chosen().get()) ? palette.accent()
                        : palette.muted();
    }
}
