package org.tokenlane.ui.timeline;

import java.nio.file.Path;
import java.util.List;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Insets;
import javafx.geometry.Point2D;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.scene.shape.Rectangle;
import org.tokenlane.enrich.Enrichment;
import org.tokenlane.job.Runner;
import org.tokenlane.model.identity.AgentName;
import org.tokenlane.model.mark.MarkTarget;
import org.tokenlane.model.mark.Verdict;
import org.tokenlane.model.session.OriginSplit;
import org.tokenlane.model.text.Count;
import org.tokenlane.model.text.Text;
import org.tokenlane.timeline.LaneKey;
import org.tokenlane.timeline.LaneLayout;
import org.tokenlane.timeline.OriginStyle;
import org.tokenlane.timeline.Timeline;
import org.tokenlane.ui.kit.Captions;
import org.tokenlane.ui.kit.Dialogs;
import org.tokenlane.ui.kit.FileKind;
import org.tokenlane.ui.kit.OriginPaints;
import org.tokenlane.ui.kit.Texts;
import org.tokenlane.ui.kit.Times;
import org.tokenlane.ui.state.CaseAnswers;
import org.tokenlane.ui.state.Display;
import org.tokenlane.ui.state.EventTexts;
import org.tokenlane.ui.state.KnownOrigins;
import org.tokenlane.ui.state.Marking;
import org.tokenlane.ui.state.Messages;
import org.tokenlane.ui.state.Navigation;
import org.tokenlane.ui.state.Selection;

/** The swimlanes with their heading, legend and minimap. */
public final class TimelineView extends BorderPane {

    private final Selection selection;
    private final Marking marking;
    private final Display display;
    private final Messages messages;
    private final Dialogs dialogs;
    private final TimelineViewModel model;
    private final TimelineCanvas canvas;
    private final Minimap minimap;
    private final StoryViewModel story;
    private final StoryStrip strip;
    private final StoryPage storyPage;
    private final PictureOutput output;
    private final PictureMenu pictures;
    private final Label title = new Label();
    private final Label facts = new Label();
    private final FlowPane legend = new FlowPane(14, 2);
    private final BooleanProperty alone = new SimpleBooleanProperty();

    public TimelineView(Selection selection, Navigation navigation, Marking marking, Display display,
            ObservableValue<Enrichment> enrichment, KnownOrigins library, CaseAnswers answers, EventTexts texts,
            Messages messages, Runner background,
            Dialogs dialogs) {
        this.dialogs = dialogs;
        this.selection = selection;
        this.marking = marking;
        this.display = display;
        this.messages = messages;
        this.model = new TimelineViewModel(selection, navigation, marking, enrichment, library, answers, texts,
                messages, background);
        this.canvas = new TimelineCanvas(selection, navigation, marking, display, texts, model);
        this.minimap = new Minimap(display, model);
        getStyleClass().add("timeline-view");
        story = new StoryViewModel(selection, navigation, answers, messages, background);
        strip = new StoryStrip(display, model, story);
        storyPage = new StoryPage(display, story);
        canvas.tell(story);
        output = new PictureOutput(selection, model, story, messages, background);
        pictures = new PictureMenu(output, dialogs, this::save);
        strip.account().managedProperty().bind(strip.account().visibleProperty());
        setTop(new VBox(heading(), legend, strip));
        legend.setPadding(new Insets(0, 10, 4, 10));
        setCenter(canvas);
        setBottom(minimap);
        model.timeline().addListener((property, before, now) -> describe(now));
        display.dark().addListener((property, before, now) -> describe(model.timeline().get()));
        display.zone().addListener((property, before, now) -> describe(model.timeline().get()));
        describe(model.timeline().get());
    }

    private HBox heading() {
        title.getStyleClass().add("pane-title");
        facts.getStyleClass().add("muted");
        ComboBox<LaneKey> lanes = new ComboBox<>();
        lanes.setId("lane-key");
        Captions.accessible(lanes, TimelineText.LANES_BY);
        lanes.getItems().setAll(LaneKey.values());
        lanes.valueProperty().bindBidirectional(model.laneKey());
        lanes.setConverter(Captions.words(key -> TimelineText.LANES.text(key.title())));
        ToggleButton user = Captions.toggle(TimelineText.USER_SESSIONS);
        user.setId("user-sessions");
        Captions.tip(user, TimelineText.USER_SESSIONS_TIP);
        user.selectedProperty().bindBidirectional(model.allOfUser());
        Button fit = Captions.iconButton("bi-arrows-angle-expand", TimelineText.FIT);
        fit.setOnAction(event -> model.fit());
        ToggleButton whole = Captions.iconToggle("bi-fullscreen", TimelineText.ALONE);
        whole.setId("timeline-alone");
        whole.selectedProperty().bindBidirectional(alone);
        title.setOnMouseClicked(event -> {
            if (event.getClickCount() == 2) {
                alone.set(!alone.get());
            }
        });
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        user.setMinWidth(Region.USE_PREF_SIZE);
        lanes.setMinWidth(Region.USE_PREF_SIZE);
        fit.setMinWidth(Region.USE_PREF_SIZE);
        facts.setMinWidth(0);
        title.setMinWidth(Region.USE_PREF_SIZE);
        HBox heading = new HBox(8, title, facts, gap, strip.account(), user, lanes, pictures,
                fit,
                whole);
        heading.setAlignment(Pos.CENTER_LEFT);
        heading.setPadding(new Insets(6, 10, 4, 10));
        return heading;
    }

    private void describe(Timeline timeline) {
        String session = selection.view().get().session();
        String said = timeline.isEmpty() ? TimelineText.EMPTY.text()
                : TimelineText.FACTS.text(Count.EVENTS.of(timeline.events().length),
                        Times.seconds(timeline.first(), display.zone().get()),
                        Times.seconds(timeline.last(), display.zone().get()), Times.name(display.zone().get()),
                        timeline.undated());
        Captions.value(title,
                session == null ? TimelineText.TITLE.text() : TimelineText.SESSION.text(Texts.shortId(session)));
        Captions.value(facts, said);
        Captions.valueTip(facts, said);
        strip.account().setVisible(session == null && story.all().get().size() > 1);
        legend.getChildren().clear();
        if (timeline.origins().size() > 1 || session != null) {
            for (int origin = 0; origin < timeline.origins().size(); origin++) {
                Timeline.Person person = timeline.origins().get(origin);
                if (!person.name().isEmpty()) {
                    legend.getChildren().add(person(person,
                            session != null && !model.allOfUser().get()));
                }
            }
        }
    }

    private Label person(Timeline.Person person, boolean canBeNamed) {
        Label label = Captions.label(TimelineText.LEGEND, person.name(), person.events());
        label.setGraphic(swatch(person.style()));
        label.getStyleClass().add(person.confirmed() ? "legend-confirmed" : "legend");
        if (canBeNamed && !person.keys().isEmpty()) {
            Captions.tip(label, TimelineText.LEGEND_TIP, String.join("\n", person.keys()));
            label.setOnMouseClicked(event -> names(person).show(label, event.getScreenX(), event.getScreenY()));
        }
        return label;
    }

    /** The fill of the lanes with the letter of the origin, which says the same without color. */
    private StackPane swatch(OriginStyle style) {
        OriginPaints paints = OriginPaints.of(display.dark().get());
        Label letter = Captions.valueLabel(style.letter());
        letter.getStyleClass().add("origin-letter");
        letter.setTextFill(paints.on(style));
        Rectangle area = new Rectangle(22, 14, paints.fill(style));
        area.setArcWidth(4);
        area.setArcHeight(4);
        return new StackPane(area, letter);
    }

    private ContextMenu names(Timeline.Person person) {
        ContextMenu menu = new ContextMenu();
        menu.getItems().addAll(name(person, Verdict.BENIGN, TimelineText.VICTIM.with(), TimelineText.THIS_IS_VICTIM),
                name(person, Verdict.MALICIOUS, TimelineText.ATTACKER.with(1), TimelineText.THIS_IS_ATTACKER, 1),
                name(person, Verdict.MALICIOUS, TimelineText.ATTACKER.with(2), TimelineText.THIS_IS_ATTACKER, 2),
                name(person, Verdict.BENIGN, TimelineText.SOMEONE_HARMLESS.with(),
                        TimelineText.THIS_IS_SOMEONE_HARMLESS),
                Captions.action(TimelineText.OTHER_NAME, () -> askForName(person)), new SeparatorMenuItem(),
                Captions.action(TimelineText.MARK_ORIGIN, () -> mark(person)));
        if (person.confirmed()) {
            menu.getItems().addAll(new SeparatorMenuItem(),
                    Captions.action(TimelineText.REMOVE_NAME, () -> model.confirm(person.keys(), null)));
        }
        model.splits().stream().filter(split -> person.keys().contains(split.key()))
                .forEach(split -> menu.getItems().addAll(new SeparatorMenuItem(),
                        Captions.action(TimelineText.UNDO_SPLIT, () -> model.split(split, false))));
        return menu;
    }

    private MenuItem name(Timeline.Person person, Verdict verdict, Text name, TimelineText words,
            Object... arguments) {
        return Captions.action(words, () -> model.confirm(person.keys(), name.toString(), verdict), arguments);
    }

    private void askForName(Timeline.Person person) {
        String name = dialogs.text(TimelineText.WHO.with(), TimelineText.NAME.with());
        if (name != null && !name.isBlank()) {
            model.confirm(person.keys(), name.strip());
        }
    }

    private void mark(Timeline.Person person) {
        String session = selection.view().get().session();
        if (session == null) {
            return;
        }
        marking.askAbout(TimelineText.ORIGIN_IN_SESSION.text(Texts.oneLine(person.name())),
                person.keys().stream().map(key -> MarkTarget.origin(session, key)).toList());
    }

    /** Offers names for the person behind the selected event's origin. */
    public void nameOrigin() {
        Timeline.Person person = model.personOf(selection.event().get());
        if (person == null || person.keys().isEmpty() || model.allOfUser().get()) {
            messages.hint(TimelineText.SELECT_EVENT_TO_NAME.with());
        } else {
            Point2D corner = legend.localToScreen(0, legend.getHeight());
            names(person).show(legend, corner.getX(), corner.getY());
        }
    }

    /** The stories of all accounts, as a page. */
    public Node storyPage() {
        return storyPage;
    }

    /** What lanes are by. */
    public ObjectProperty<LaneKey> laneKey() {
        return model.laneKey();
    }

    /** The kinds of lanes as words to be kept. */
    public String lanes() {
        return model.lanes().words();
    }

    /** Takes the kinds of lanes as they were kept. */
    public void takeLanes(String words) {
        model.lanes().take(words);
    }

    /** Whether nothing but the timeline is to be seen. */
    public BooleanProperty alone() {
        return alone;
    }

    /** The height of the axis, below which the lanes begin; and the width of the column before them. */
    public static Point2D corner() {
        return new Point2D(TimelinePainter.GUTTER, TimelinePainter.AXIS);
    }

    /** Where the lanes are. */
    public LaneLayout layoutOfLanes() {
        return canvas.lanes();
    }

    /** Switches to the next kind of lanes. */
    public void nextLanes() {
        LaneKey[] kinds = LaneKey.values();
        model.laneKey().set(kinds[(model.laneKey().get().ordinal() + 1) % kinds.length]);
    }

    /** Shows all sessions of the user stacked on one time axis, or the one session alone again. */
    public void toggleUser() {
        model.allOfUser().set(!model.allOfUser().get());
    }

    /** Offers the ways in which the origin of the selected event can be split. */
    public void splitOrigin() {
        ContextMenu menu = new ContextMenu();
        for (OriginSplit split : model.splitsAt(selection.event().get())) {
            Runnable apart = () -> model.split(split, true);
            menu.getItems().add(switch (split.by()) {
            case ADDRESS -> Captions.action(TimelineText.SPLIT_ADDRESS, apart, Texts.oneLine(split.value()));
            case USER_AGENT ->
                Captions.action(TimelineText.SPLIT_USER_AGENT, apart, AgentName.of(Texts.oneLine(split.value())));
            case TOKEN -> Captions.action(TimelineText.SPLIT_TOKEN, apart, split.value());
            case TIME -> Captions.action(TimelineText.SPLIT_TIME, apart,
                    Times.seconds(Long.parseLong(split.value()), display.zone().get()),
                    Times.name(display.zone().get()));
            });
        }
        if (menu.getItems().isEmpty()) {
            messages.hint(TimelineText.SELECT_EVENT_TO_SPLIT.with());
        } else {
            Point2D corner = legend.localToScreen(0, legend.getHeight());
            menu.show(legend, corner.getX(), corner.getY());
        }
    }

    /** Saves what is seen of the timeline: the same lanes, from the left edge to the right. */
    public void save() {
        Timeline timeline = model.timeline().get();
        if (timeline.isEmpty()) {
            messages.hint(TimelineText.NOTHING_TO_SAVE.with());
            return;
        }
        String session = selection.view().get().session();
        Path file = dialogs.fileToWrite(TimelineText.SAVE.with(),
                "timeline" + (session == null ? "" : "-" + session.substring(0, Math.min(8, session.length())))
                        + ".svg",
                List.of(new FileKind(TimelineText.SVG, "*.svg"), new FileKind(TimelineText.PNG, "*.png")));
        if (file != null) {
            model.save(timeline, pictures.theme(), pictures.width(), file);
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
