package org.tokenlane.ui.details;

import java.util.List;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Bounds;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.control.TextField;
import javafx.scene.control.TitledPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;
import org.tokenlane.correlate.EntityQueries;
import org.tokenlane.enrich.Enrichment;
import org.tokenlane.job.Runner;
import org.tokenlane.model.filter.FilterField;
import org.tokenlane.ui.details.DetailsViewModel.Section;
import org.tokenlane.ui.kit.Captions;
import org.tokenlane.ui.kit.Dialogs;
import org.tokenlane.ui.kit.Shortcut;
import org.tokenlane.ui.kit.Texts;
import org.tokenlane.ui.kit.ValueMenu;
import org.tokenlane.ui.kit.WrappedLabel;
import org.tokenlane.ui.state.Around;
import org.tokenlane.ui.state.Display;
import org.tokenlane.ui.state.KnownOrigins;
import org.tokenlane.ui.state.MarkSubject;
import org.tokenlane.ui.state.Markable;
import org.tokenlane.ui.state.Marking;
import org.tokenlane.ui.state.Messages;
import org.tokenlane.ui.state.Navigation;
import org.tokenlane.ui.state.Selection;

/** The selected event in plain words, why it is linked, and its records as they stand in the evidence. */
public final class DetailsView extends BorderPane {

    private static final double NAMES = 92;

    private final Navigation navigation;
    private final Marking marking;
    private final Label title = new Label();
    private final TabPane tabs = new TabPane();
    private final Label none = Captions.muted(DetailsText.SELECT_EVENT);
    private final HBox actions = new HBox(6);
    private boolean idsShown;
    private boolean recordAsText;

    public DetailsView(Selection selection, Navigation navigation, Marking marking, Around around, Display display,
            ObservableValue<Enrichment> enrichment, KnownOrigins library, Messages messages, Runner background,
            Dialogs dialogs) {
        this.navigation = navigation;
        this.marking = marking;
        DetailsViewModel model = new DetailsViewModel(selection, marking, display, enrichment, library, messages,
                background);
        tabs.setId("details");
        tabs.setTabClosingPolicy(TabPane.TabClosingPolicy.UNAVAILABLE);
        title.getStyleClass().add("pane-title");
        title.setMinWidth(0);
        none.setWrapText(true);
        none.setPadding(new Insets(10));
        AroundButton lookAround = new AroundButton(around, dialogs);
        Button mark = Captions.iconButton("bi-flag", DetailsText.MARK);
        mark.setId("mark-event");
        Captions.tip(mark, DetailsText.MARK_TIP, Shortcut.MARK);
        mark.setOnAction(event -> marking.askAboutSelected());
        actions.getChildren().addAll(mark, lookAround);
        actions.setAlignment(Pos.CENTER_RIGHT);
        actions.setMinWidth(USE_PREF_SIZE);
        HBox.setHgrow(title, Priority.ALWAYS);
        title.setMaxWidth(Double.MAX_VALUE);
        HBox heading = new HBox(8, title, actions);
        heading.setAlignment(Pos.CENTER_LEFT);
        heading.setPadding(new Insets(6, 10, 6, 10));
        setTop(heading);
        show(null);
        model.details().addListener((property, before, now) -> show(now));
    }

    private void show(DetailsViewModel.@Nullable Details details) {
        actions.setVisible(details != null);
        if (details == null) {
            Captions.set(title, DetailsText.TITLE);
            setCenter(none);
            return;
        }
        Captions.value(title, details.title());
        int selected = Math.max(0, tabs.getSelectionModel().getSelectedIndex());
        tabs.getTabs().setAll(Captions.tab(DetailsText.SUMMARY, scrolled(facts(details))));
        for (DetailsViewModel.Raw raw : details.records()) {
            BorderPane content = record(raw, details);
            Tab tab = details.records().size() == 1
                    ? Captions.tab(raw.derived() ? DetailsText.RECORD_DERIVED : DetailsText.RECORD, content)
                    : Captions.tab(raw.derived() ? DetailsText.RECORD_NUMBERED_DERIVED : DetailsText.RECORD_NUMBERED,
                            content, tabs.getTabs().size());
            tab.setTooltip(Captions.tooltip(DetailsText.RECORD_TIP, raw.shape(), raw.place()));
            tabs.getTabs().add(tab);
        }
        tabs.getSelectionModel().select(Math.min(selected, tabs.getTabs().size() - 1));
        setCenter(tabs);
    }

    private static ScrollPane scrolled(Node content) {
        ScrollPane pane = new ScrollPane(content);
        pane.setFitToWidth(true);
        return pane;
    }

    private VBox facts(DetailsViewModel.Details details) {
        Label sentence = new WrappedLabel(Texts.wrappable(details.sentence()), "sentence");
        sentence.setId("details-sentence");
        VBox all = new VBox(8, sentence);
        if (!details.marks().isEmpty()) {
            all.getChildren().add(marks(details.marks()));
        }
        for (Section section : Section.values()) {
            List<DetailsViewModel.Fact> facts = details.facts().stream().filter(fact -> fact.section() == section)
                    .toList();
            if (section == Section.IDS) {
                all.getChildren().add(proof(details));
                all.getChildren().add(ids(facts));
            } else if (!facts.isEmpty()) {
                all.getChildren().addAll(Captions.heading(section), grid(facts));
            }
        }
        all.setPadding(new Insets(10));
        return all;
    }

    private VBox proof(DetailsViewModel.Details details) {
        Label link = new WrappedLabel(Texts.wrappable(details.link()), "link-reason");
        link.setGraphic(new FontIcon("bi-link-45deg"));
        link.setId("link-reason");
        VBox proof = new VBox(8, Captions.heading(DetailsText.PROOF), link);
        for (DetailsViewModel.Raw raw : details.records()) {
            Label evidence = new WrappedLabel(Texts.wrappable((raw.derived() ? DetailsText.EVIDENCE_DERIVED
                    : DetailsText.EVIDENCE).text(raw.place(), raw.shape(), raw.hash())), "muted", "evidence");
            evidence.setGraphic(new FontIcon("bi-file-earmark-lock"));
            proof.getChildren().add(evidence);
        }
        return proof;
    }

    private TitledPane ids(List<DetailsViewModel.Fact> facts) {
        TitledPane pane = Captions.titled(DetailsText.IDS, grid(facts), facts.size());
        pane.setId("details-ids");
        pane.setAnimated(false);
        pane.setExpanded(idsShown);
        pane.expandedProperty().addListener((property, before, now) -> idsShown = now);
        return pane;
    }

    private GridPane grid(List<DetailsViewModel.Fact> facts) {
        GridPane grid = new GridPane(10, 3);
        ColumnConstraints names = new ColumnConstraints();
        names.setMinWidth(NAMES);
        names.setMaxWidth(NAMES);
        ColumnConstraints values = new ColumnConstraints();
        values.setHgrow(Priority.ALWAYS);
        grid.getColumnConstraints().addAll(names, values);
        int row = 0;
        for (DetailsViewModel.Fact fact : facts) {
            Label name = new WrappedLabel(fact.name(), "muted");
            GridPane.setValignment(name, VPos.TOP);
            Label value = new WrappedLabel(Texts.wrappable(fact.shown()));
            value.setMaxWidth(Double.MAX_VALUE);
            value.setFocusTraversable(true);
            value.getStyleClass().add("fact-value");
            Captions.accessibleValue(value, fact.name() + ' ' + fact.shown());
            value.setOnMousePressed(event -> value.requestFocus());
            MarkSubject marked = MarkSubject.value(fact.field(), fact.value());
            // what cannot have marks itself is a part of the selected event
            Markable.offer(value, () -> marked.isEmpty() ? null : marked);
            value.setOnContextMenuRequested(event -> menu(fact).show(value, event.getScreenX(), event.getScreenY()));
            grid.addRow(row++, name, value);
            FilterField field = fact.field();
            if (field != null && EntityQueries.isEntity(field)) {
                grid.add(card(fact, field), 2, row - 1);
            }
        }
        return grid;
    }

    private static VBox marks(List<DetailsViewModel.Marked> marks) {
        VBox all = new VBox(4);
        all.setId("details-marks");
        for (DetailsViewModel.Marked mark : marks) {
            Label kind = Captions.valueLabel(mark.kind());
            kind.getStyleClass().add("muted");
            VBox one = new VBox(kind, new WrappedLabel(mark.text()));
            one.getStyleClass().add("mark");
            if (mark.verdict() != null) {
                one.getStyleClass().add("verdict-" + mark.verdict().word());
            }
            all.getChildren().add(one);
        }
        return all;
    }

    private ContextMenu menu(DetailsViewModel.Fact fact) {
        return fact.filter() != null ? ValueMenu.of(navigation, fact.filter(), fact.value())
                : ValueMenu.of(navigation, fact.field(), fact.value());
    }

    private Button card(DetailsViewModel.Fact fact, FilterField field) {
        Button card = Captions.iconButton("bi-card-text", DetailsText.CARD_OF, fact.name());
        card.getStyleClass().addAll("flat", "card-button");
        Captions.tip(card, DetailsText.CARD_TIP);
        GridPane.setValignment(card, VPos.TOP);
        card.setOnAction(event -> {
            Bounds place = card.localToScreen(card.getBoundsInLocal());
            navigation.showCard(field, fact.value(), place.getMinX(), place.getMaxY());
        });
        return card;
    }

    private BorderPane record(DetailsViewModel.Raw raw, DetailsViewModel.Details details) {
        RecordTree tree = new RecordTree(raw.fields(), details.ids(),
                field -> menu(DetailsViewModel.ofRecord(field, details.facts())));
        RawText text = new RawText(raw.text(), details.ids());
        TextField search = new TextField();
        Captions.prompt(search, DetailsText.SEARCH);
        Label found = new Label();
        found.getStyleClass().add("muted");
        found.setMinWidth(USE_PREF_SIZE);
        ToggleButton asTree = Captions.toggle(DetailsText.AS_FIELDS);
        ToggleButton asText = Captions.toggle(raw.derived() ? DetailsText.AS_JSON : DetailsText.AS_TEXT);
        asText.setId("record-as-text");
        Captions.tip(asText, raw.derived() ? DetailsText.AS_JSON_TIP : DetailsText.AS_TEXT_TIP);
        ToggleGroup ways = new ToggleGroup();
        ways.getToggles().addAll(asTree, asText);
        BorderPane pane = new BorderPane();
        Runnable look = () -> {
            String wanted = search.getText().strip();
            int matches = recordAsText ? text.mark(wanted) : tree.find(wanted);
            Captions.value(found, wanted.isEmpty() ? "" : DetailsText.FOUND.text(matches));
        };
        boolean noFields = raw.fields().isEmpty();
        asTree.setDisable(noFields);
        ways.selectToggle(recordAsText || noFields ? asText : asTree);
        pane.setCenter(recordAsText || noFields ? scrolled(text) : tree);
        ways.selectedToggleProperty().addListener((property, before, now) -> {
            if (now == null) {
                ways.selectToggle(before);
                return;
            }
            recordAsText = now == asText;
            pane.setCenter(recordAsText ? scrolled(text) : tree);
            look.run();
        });
        search.textProperty().addListener((property, before, now) -> look.run());
        Button copy = Captions.iconButton("bi-clipboard", DetailsText.COPY_RECORD);
        copy.setOnAction(event -> ValueMenu.copy(raw.text()));
        HBox.setHgrow(search, Priority.ALWAYS);
        HBox choice = new HBox(asTree, asText);
        asTree.getStyleClass().add("left-pill");
        asText.getStyleClass().add("right-pill");
        choice.setMinWidth(USE_PREF_SIZE);
        HBox bar = new HBox(6, choice, search, found, copy);
        bar.setAlignment(Pos.CENTER_LEFT);
        bar.setPadding(new Insets(6, 8, 6, 8));
        Label place = new WrappedLabel(Texts.wrappable(raw.place()), "muted");
        place.setPadding(new Insets(0, 8, 4, 8));
        pane.setTop(new VBox(bar, place));
        return pane;
    }
}
