package org.tokenlane.ui.timeline;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import javafx.geometry.Insets;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.RowConstraints;
import javafx.scene.layout.VBox;
import org.tokenlane.detect.answer.Story;
import org.tokenlane.detect.answer.Story.Certainty;
import org.tokenlane.detect.answer.Story.Station;
import org.tokenlane.ui.kit.Captions;
import org.tokenlane.ui.kit.Texts;
import org.tokenlane.ui.kit.Times;
import org.tokenlane.ui.state.Display;

/** The stories of all accounts as a page, with every sentence in full, its proof, and what to fetch. */
final class StoryPage extends ScrollPane {

    private final Display display;
    private final StoryViewModel model;
    private final VBox content = new VBox(12);

    StoryPage(Display display, StoryViewModel model) {
        this.display = display;
        this.model = model;
        setId("story-page");
        setFitToWidth(true);
        setContent(content);
        content.setPadding(new Insets(10, 14, 10, 14));
        model.known().addListener((property, before, now) -> fill());
        model.all().addListener((property, before, now) -> fill());
        model.story().addListener((property, before, now) -> fill());
        display.zone().addListener((property, before, now) -> fill());
        fill();
    }

    private void fill() {
        content.getChildren().clear();
        if (model.all().get().isEmpty()) {
            content.getChildren().add(Captions.muted(
                    model.known().get() ? TimelineText.NO_STORY : TimelineText.STORY_UNKNOWN));
        }
        List<Story> ordered = new ArrayList<>(model.all().get());
        ordered.sort(Comparator.comparing(story -> !story.equals(model.story().get())));
        for (Story story : ordered) {
            Label heading = Captions.heading(TimelineText.STORY_OF, story.account());
            GridPane grid = new GridPane(12, 4);
            for (Station station : story.stations()) {
                add(grid, station);
            }
            content.getChildren().add(new VBox(4, heading, grid));
        }
    }

    private void add(GridPane grid, Station station) {
        Label title = Captions.label(StoryLabels.title(station), station.kind().text());
        title.getStyleClass().addAll("story-title",
                station.certainty() == Certainty.MISSING ? "muted" : "story-known");
        title.setMinWidth(150);
        Label time = Captions.valueLabel(
                station.isDated() ? TimelineText.TIME.text(Times.seconds(station.from(), display.zone().get()),
                        Times.name(display.zone().get())) : "");
        time.setMinWidth(170);
        Label text = Captions.valueLabel(Texts.visible(station.fetch().isEmpty() ? station.text()
                : station.text() + "\n" + TimelineText.STATION_FETCH.text(station.fetch())));
        text.setWrapText(true);
        GridPane.setHgrow(text, Priority.ALWAYS);
        int row = grid.getRowCount();
        grid.addRow(row, title, time, text, proof(station));
        grid.getRowConstraints().add(firstLines());
    }

    /** What is beside a text of several lines is at its first. */
    private static RowConstraints firstLines() {
        RowConstraints row = new RowConstraints();
        row.setValignment(VPos.BASELINE);
        return row;
    }

    private Node proof(Station station) {
        if (station.events().isEmpty()) {
            return new Label();
        }
        Hyperlink link = Captions.link(TimelineText.SHOW_EVENTS, station.events().size());
        Captions.valueTip(link, station.proof());
        link.setMinWidth(100);
        link.setOnAction(event -> {
            model.only(station);
            model.select(station);
        });
        return link;
    }
}
