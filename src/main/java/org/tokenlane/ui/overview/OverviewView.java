package org.tokenlane.ui.overview;

import java.util.List;
import java.util.function.Consumer;
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;
import org.tokenlane.correlate.Coverage;
import org.tokenlane.detect.Detection;
import org.tokenlane.job.Runner;
import org.tokenlane.model.text.TextKey;
import org.tokenlane.ui.kit.Captions;
import org.tokenlane.ui.kit.WrappedLabel;
import org.tokenlane.ui.state.CaseAnswers;
import org.tokenlane.ui.state.Display;
import org.tokenlane.ui.state.Messages;
import org.tokenlane.ui.state.Navigation;
import org.tokenlane.ui.state.OpenCase;
import org.tokenlane.ui.state.Rules;
import org.tokenlane.ui.state.Selection;

/** The first page of a case: what was imported, what is missing, where to begin. */
public final class OverviewView extends BorderPane {

    /** From this width on there is room for two sections side by side. */
    private static final double TWO_COLUMNS = 1500;
    private static final double ONE_WIDE = 1180;
    private static final double TWO_WIDE = 2200;

    private final Navigation navigation;
    private final Display display;
    private final Selection selection;
    private final Rules rules;
    private final CaseAnswers known;
    private final VBox page = new VBox(14);
    private final VBox sentence = new VBox();
    private boolean wide;
    private final Region answers;
    private final Consumer<String> search;
    private final Runnable evidence;

    /**
     * @param answers
     *            the first questions with their answers
     * @param search
     *            takes what was pasted into the box
     * @param evidence
     *            shows the files with their hashes
     */
    public OverviewView(Selection selection, Navigation navigation, Rules rules, CaseAnswers known, Display display,
            Messages messages, Runner background, Region answers, Consumer<String> search, Runnable evidence) {
        this.evidence = evidence;
        this.selection = selection;
        this.rules = rules;
        this.known = known;
        this.answers = answers;
        this.navigation = navigation;
        this.display = display;
        this.search = search;
        OverviewViewModel model = new OverviewViewModel(selection, rules, known, messages, background);
        page.setPadding(new Insets(16, 24, 24, 24));
        page.setMaxWidth(ONE_WIDE);
        ScrollPane scroll = new ScrollPane(page);
        scroll.setFitToWidth(true);
        setCenter(scroll);
        model.overview().addListener((property, before, now) -> show(now));
        display.zone().addListener((property, before, now) -> show(model.overview().get()));
        display.dark().addListener((property, before, now) -> show(model.overview().get()));
        // the sentence and the questions appear together, also while the rest of the page is summed up again
        known.answers().addListener((property, before, now) -> say());
        rules.detection().addListener((property, before, now) -> say());
        scroll.viewportBoundsProperty().addListener((property, before, now) -> {
            if (now.getWidth() >= TWO_COLUMNS != wide) {
                wide = !wide;
                page.setMaxWidth(wide ? TWO_WIDE : ONE_WIDE);
                show(model.overview().get());
            }
        });
        show(model.overview().get());
    }

    private void show(OverviewViewModel.@Nullable Overview overview) {
        page.getChildren().clear();
        if (overview == null) {
            // of a case that is closed nothing is seen; one that was opened is on its way
            page.getChildren().add(Captions.muted(OverviewText.SUMMING_UP));
            return;
        }
        Label title = Captions.label(OverviewText.TITLE, overview.name());
        title.getStyleClass().add("page-title");
        say();
        if (overview.files().isEmpty()) {
            // nothing is said of logs that are not there yet
            page.getChildren().addAll(title, new WrappedLabel(OverviewText.NO_EVIDENCE.with()));
            return;
        }
        page.getChildren().addAll(title, sentence, pasteBox());
        if (overview.map() == null) {
            page.getChildren().add(answers);
        } else {
            pair(section(OverviewText.MAP, "bi-calendar3-week",
                    new CaseMapView(navigation, display, overview.map())), answers);
        }
        page.getChildren()
                .add(beside(section(OverviewText.WORTH_OPENING, "bi-eye", new WorthOpening(navigation, overview)),
                        section(OverviewText.MISSING, "bi-puzzle", gaps(overview))));
        pair(section(OverviewText.IMPORTED, "bi-box-arrow-in-down",
                new SourcesGrid(navigation, display, overview.sources())),
                section(OverviewText.EVIDENCE, "bi-file-earmark-text", new FilesList(overview.files(), evidence)));
        if (!overview.settings().isEmpty()) {
            page.getChildren()
                    .add(section(OverviewText.SETTINGS, "bi-envelope-open", new SettingsGrid(overview.settings())));
        }
    }

    /** Says what is known by now. */
    private void say() {
        sentence.getChildren().clear();
        OpenCase open = selection.openCase().get();
        if (open != null) {
            Detection detection = rules.detection().get();
            sentence.getChildren().add(new KnownSentence(navigation, open,
                    detection == null ? null : known.answers().get(), detection, display.zone().get()));
        }
    }

    /** Two sections side by side where there is room, else one below the other. */
    private void pair(Region first, Region second) {
        if (wide) {
            page.getChildren().add(beside(first, second));
        } else {
            page.getChildren().addAll(first, second);
        }
    }

    private static HBox beside(Region first, Region second) {
        return new Pair(first, second);
    }

    /** Two sections of the same width, as high as the higher of them is at that width. */
    private static final class Pair extends HBox {

        private static final double GAP = 20;

        Pair(Region first, Region second) {
            super(GAP, first, second);
            setMinHeight(USE_PREF_SIZE);
            for (Region one : List.of(first, second)) {
                one.setMinHeight(USE_PREF_SIZE);
                one.setMinWidth(0);
                one.setPrefWidth(400);
                setHgrow(one, Priority.ALWAYS);
            }
        }

        /** The box itself would take them to be as wide as they would like to be, and their texts so much higher. */
        @Override
        protected double computePrefHeight(double width) {
            return width < 0 ? super.computePrefHeight(width)
                    : getManagedChildren().stream().mapToDouble(one -> one.prefHeight((width - GAP) / 2)).max()
                            .orElse(0);
        }
    }

    private VBox pasteBox() {
        TextField box = new TextField();
        box.setId("paste");
        Captions.prompt(box, OverviewText.PASTE_PROMPT);
        box.setOnAction(event -> search.accept(box.getText()));
        return new VBox(4, box, Captions.muted(OverviewText.PASTE_HINT));
    }

    private static VBox section(TextKey title, String icon, Node content) {
        Label heading = Captions.heading(title);
        heading.setGraphic(new FontIcon(icon));
        VBox section = new VBox(8, heading, content);
        section.getStyleClass().add("card");
        section.setPadding(new Insets(12, 14, 12, 14));
        section.setMinWidth(0);
        section.setPrefWidth(400);
        return section;
    }

    private static VBox gaps(OverviewViewModel.Overview overview) {
        VBox list = new VBox(8);
        for (Coverage.Gap gap : overview.gaps()) {
            list.getChildren().add(new VBox(new WrappedLabel(gap.what()), new WrappedLabel(gap.fetch(), "muted")));
        }
        if (overview.gaps().isEmpty()) {
            list.getChildren().add(Captions.label(OverviewText.NOTHING_MISSING));
        }
        return list;
    }
}
