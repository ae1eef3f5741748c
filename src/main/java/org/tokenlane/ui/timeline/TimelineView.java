package org.tokenlane.ui.timeline;

import java.nio.file.Path;
import java.util.List;
import javafx.geometry.Insets;
import javafx.geometry.Point2D;
import javafx.geometry.Pos;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.shape.Rectangle;
import javafx.util.StringConverter;
import org.kordamp.ikonli.javafx.FontIcon;
import org.tokenlane.model.identity.AgentName;
import org.tokenlane.model.mark.MarkTarget;
import org.tokenlane.model.session.OriginSplit;
import org.tokenlane.timeline.LaneKey;
import org.tokenlane.timeline.Timeline;
import org.tokenlane.ui.kit.Dialogs;
import org.tokenlane.ui.kit.Palette;
import org.tokenlane.ui.kit.Texts;
import org.tokenlane.ui.kit.Times;
import org.tokenlane.ui.state.Workbench;

/** The swimlanes with their heading, legend and minimap. */
public final class TimelineView extends BorderPane {

    private final Workbench workbench;
    private final Dialogs dialogs;
    private final TimelineViewModel model;
    private final TimelineCanvas canvas;
    private final Minimap minimap;
    private final Label title = new Label();
    private final Label facts = new Label();
    private final FlowPane legend = new FlowPane(14, 2);

    public TimelineView(Workbench workbench, Dialogs dialogs) {
        this.dialogs = dialogs;
        this.workbench = workbench;
        this.model = new TimelineViewModel(workbench);
        this.canvas = new TimelineCanvas(workbench, model);
        this.minimap = new Minimap(workbench, model);
        getStyleClass().add("timeline-view");
        setTop(new VBox(heading(), legend));
        legend.setPadding(new Insets(0, 10, 4, 10));
        setCenter(canvas);
        setBottom(minimap);
        model.timeline().addListener((property, before, now) -> describe(now));
        workbench.dark().addListener((property, before, now) -> describe(model.timeline().get()));
        workbench.zone().addListener((property, before, now) -> describe(model.timeline().get()));
        describe(model.timeline().get());
    }

    private HBox heading() {
        title.getStyleClass().add("pane-title");
        facts.getStyleClass().add("muted");
        ComboBox<LaneKey> lanes = new ComboBox<>();
        lanes.setId("lane-key");
        lanes.getItems().setAll(LaneKey.values());
        lanes.valueProperty().bindBidirectional(model.laneKey());
        lanes.setConverter(new StringConverter<>() {
            @Override
            public String toString(LaneKey key) {
                return key == null ? "" : "Lanes: " + key.title();
            }

            @Override
            public LaneKey fromString(String text) {
                throw new UnsupportedOperationException("not editable");
            }
        });
        ToggleButton user = new ToggleButton("User's sessions");
        user.setId("user-sessions");
        user.setTooltip(new Tooltip("Lays the sessions of this session's users under each other"));
        user.selectedProperty().bindBidirectional(model.allOfUser());
        javafx.scene.control.Button fit = new javafx.scene.control.Button("", new FontIcon("bi-arrows-angle-expand"));
        fit.setTooltip(new Tooltip("Show all of it (F)"));
        fit.setOnAction(event -> model.fit());
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        user.setMinWidth(Region.USE_PREF_SIZE);
        lanes.setMinWidth(Region.USE_PREF_SIZE);
        fit.setMinWidth(Region.USE_PREF_SIZE);
        facts.setMinWidth(0);
        title.setMinWidth(Region.USE_PREF_SIZE);
        HBox heading = new HBox(8, title, facts, gap, user, lanes, fit);
        heading.setAlignment(Pos.CENTER_LEFT);
        heading.setPadding(new Insets(6, 10, 4, 10));
        return heading;
    }

    private void describe(Timeline timeline) {
        String session = workbench.view().get().session();
        title.setText(session == null ? "Timeline" : "Session " + Texts.shortId(session));
        facts.setText(timeline.isEmpty() ? "nothing to show"
                : Texts.count(timeline.events().length, "event") + ", "
                        + Times.seconds(timeline.first(), workbench.zone().get()) + " to "
                        + Times.seconds(timeline.last(), workbench.zone().get()) + " "
                        + Times.name(workbench.zone().get())
                        + (timeline.undated() == 0 ? "" : ", " + timeline.undated() + " undated"));
        facts.setTooltip(new Tooltip(facts.getText()));
        legend.getChildren().clear();
        if (timeline.origins().size() > 1 || session != null) {
            Palette palette = Palette.of(workbench.dark().get());
            for (int origin = 0; origin < timeline.origins().size(); origin++) {
                Timeline.Person person = timeline.origins().get(origin);
                if (!person.name().isEmpty()) {
                    legend.getChildren().add(person(person, new Rectangle(10, 10, palette.origin(origin)),
                            session != null && !model.allOfUser().get()));
                }
            }
        }
    }

    private Label person(Timeline.Person person, Rectangle colour, boolean canBeNamed) {
        Label label = new Label(person.name() + "  " + Texts.number(person.events()), colour);
        label.getStyleClass().add(person.confirmed() ? "legend-confirmed" : "legend");
        if (canBeNamed && !person.keys().isEmpty()) {
            label.setTooltip(new Tooltip(String.join("\n", person.keys())
                    + "\nClick to say who this is; origins of one name are one person."));
            label.setOnMouseClicked(event -> names(person).show(label, event.getScreenX(), event.getScreenY()));
        }
        return label;
    }

    private ContextMenu names(Timeline.Person person) {
        ContextMenu menu = new ContextMenu();
        for (String name : new String[] { "victim", "attacker 1", "attacker 2", "somebody harmless" }) {
            MenuItem item = new MenuItem("This is " + (name.equals("victim") ? "the victim" : name));
            item.setOnAction(event -> model.confirm(person.keys(), name));
            menu.getItems().add(item);
        }
        MenuItem other = new MenuItem("Another name…");
        other.setOnAction(event -> {
            String name = dialogs.text("Who is this?", "Name:");
            if (name != null && !name.isBlank()) {
                model.confirm(person.keys(), name.strip());
            }
        });
        MenuItem mark = new MenuItem("Mark everything of this origin…");
        mark.setOnAction(event -> workbench.marking().askAbout(
                "Everything of " + Texts.oneLine(person.name()) + " in this session",
                person.keys().stream().map(key -> MarkTarget.origin(workbench.view().get().session(), key)).toList()));
        menu.getItems().addAll(other, new SeparatorMenuItem(), mark);
        if (person.confirmed()) {
            MenuItem open = new MenuItem("Not confirmed: take its origins apart again");
            open.setOnAction(event -> model.confirm(person.keys(), null));
            menu.getItems().addAll(new SeparatorMenuItem(), open);
        }
        model.splits().stream().filter(split -> person.keys().contains(split.key())).forEach(split -> {
            MenuItem together = new MenuItem("Put together again with what it was split from");
            together.setOnAction(event -> model.split(split, false));
            menu.getItems().addAll(new SeparatorMenuItem(), together);
        });
        return menu;
    }

    /** Offers names for the one whom the selected event's origin belongs to. */
    public void nameOrigin() {
        Timeline.Person person = model.personOf(workbench.event().get());
        if (person == null || person.keys().isEmpty() || model.allOfUser().get()) {
            workbench.problem().set("Select an event of one session first.");
        } else {
            Point2D corner = legend.localToScreen(0, legend.getHeight());
            names(person).show(legend, corner.getX(), corner.getY());
        }
    }

    /** Goes on to the next kind of lanes. */
    public void nextLanes() {
        LaneKey[] kinds = LaneKey.values();
        model.laneKey().set(kinds[(model.laneKey().get().ordinal() + 1) % kinds.length]);
    }

    /** Shows all sessions of the user under each other on one axis, or the one alone again. */
    public void toggleUser() {
        model.allOfUser().set(!model.allOfUser().get());
    }

    /** Offers by what the origin of the selected event can be taken apart. */
    public void splitOrigin() {
        ContextMenu menu = new ContextMenu();
        for (OriginSplit split : model.splitsAt(workbench.event().get())) {
            MenuItem item = new MenuItem("Somebody else: " + switch (split.by()) {
            case ADDRESS -> "what came from " + Texts.oneLine(split.value());
            case USER_AGENT -> "what was done with " + AgentName.of(Texts.oneLine(split.value())) + ", and its tokens";
            case TOKEN -> "what was done with the token " + split.value();
            case TIME -> "all from " + Times.seconds(Long.parseLong(split.value()), workbench.zone().get()) + " "
                    + Times.name(workbench.zone().get()) + " on";
            });
            item.setMnemonicParsing(false);
            item.setOnAction(event -> model.split(split, true));
            menu.getItems().add(item);
        }
        if (menu.getItems().isEmpty()) {
            workbench.problem().set(
                    "Select an event of one session first; where origins are taken for one person, take them apart first.");
        } else {
            Point2D corner = legend.localToScreen(0, legend.getHeight());
            menu.show(legend, corner.getX(), corner.getY());
        }
    }

    /** Saves what is seen of the timeline: the same lanes, from the left edge to the right. */
    public void save() {
        Timeline timeline = model.timeline().get();
        if (timeline.isEmpty()) {
            workbench.problem().set("There is no timeline to save.");
            return;
        }
        String session = workbench.view().get().session();
        Path file = dialogs.fileToWrite("Save the timeline",
                "timeline" + (session == null ? "" : "-" + session.substring(0, Math.min(8, session.length())))
                        + ".svg",
                List.of("SVG, vector graphics|*.svg", "PNG, a picture|*.png"));
        if (file != null) {
            model.save(timeline, file);
        }
    }

    public TimelineViewModel model() {
        return model;
    }

    /** Gives the keyboard to the lanes. */
    public void focusLanes() {
        canvas.requestFocus();
    }
}
