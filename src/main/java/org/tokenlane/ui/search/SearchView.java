package org.tokenlane.ui.search;

import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.TextField;
import javafx.scene.input.ContextMenuEvent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.tokenlane.job.Runner;
import org.tokenlane.model.filter.Filter;
import org.tokenlane.model.text.Count;
import org.tokenlane.ui.kit.Captions;
import org.tokenlane.ui.kit.Late;
import org.tokenlane.ui.kit.Texts;
import org.tokenlane.ui.kit.ValueActions;
import org.tokenlane.ui.kit.ValueMenu;
import org.tokenlane.ui.state.Messages;
import org.tokenlane.ui.state.Navigation;
import org.tokenlane.ui.state.Selection;

/** The search over everything, above the window's other contents. */
public final class SearchView extends StackPane {

    private final SearchViewModel model;
    private Runnable beforeSearch = () -> {
    };
    private final TextField text = new TextField();
    private final ListView<SearchViewModel.Found> results = new ListView<>();

    public SearchView(Selection selection, Navigation navigation, Messages messages, Runner background) {
        this.model = new SearchViewModel(selection, navigation, messages, background);
        text.setId("search");
        Captions.prompt(text, SearchText.PROMPT);
        text.textProperty().addListener((property, before, now) -> model.search(now));
        results.setId("search-results");
        Captions.accessible(results, SearchText.RESULTS);
        results.setItems(model.found());
        results.setCellFactory(view -> {
            Cell cell = new Cell();
            cell.setOnContextMenuRequested(event -> menu(navigation, cell, event));
            return cell;
        });
        results.setPlaceholder(Captions.label(SearchText.HINT));
        results.setOnMouseClicked(event -> {
            if (event.getButton() == MouseButton.PRIMARY) {
                choose();
            }
        });
        model.found().addListener((javafx.collections.ListChangeListener<SearchViewModel.Found>) change -> {
            if (results.getSelectionModel().getSelectedIndex() < 0 && !model.found().isEmpty()) {
                results.getSelectionModel().select(0);
            }
        });
        ProgressBar progress = new ProgressBar();
        progress.setPrefWidth(120);
        Button stop = Captions.button(SearchText.STOP);
        stop.setId("search-stop");
        stop.getStyleClass().addAll("flat", "small");
        stop.setOnAction(event -> model.stop());
        HBox busy = new HBox(8, progress, Captions.muted(SearchText.BUSY), stop);
        busy.setId("search-busy");
        busy.setAlignment(Pos.CENTER_LEFT);
        busy.visibleProperty().bind(Late.of(model.searching()));
        busy.managedProperty().bind(busy.visibleProperty());
        VBox box = new VBox(8, text, results, busy);
        box.getStyleClass().add("search-box");
        box.setPadding(new Insets(12));
        box.setMaxSize(680, 440);
        setAlignment(Pos.TOP_CENTER);
        StackPane.setMargin(box, new Insets(70, 20, 20, 20));
        getChildren().add(box);
        getStyleClass().add("search-veil");
        setOnMouseClicked(event -> {
            if (event.getTarget() == this) {
                hide();
            }
        });
        addEventFilter(KeyEvent.KEY_PRESSED, this::key);
        hide();
    }

    private void menu(ValueActions actions, Cell cell, ContextMenuEvent event) {
        if (cell.getItem() != null && cell.getItem().action() == null) {
            SearchViewModel.Found found = cell.getItem();
            ContextMenu menu = found.filter() instanceof Filter.FieldIs is
                    ? ValueMenu.of(actions, is.field(), is.values().getFirst())
                    : ValueMenu.of(actions, found.filter(), text.getText().strip());
            menu.setOnAction(chosen -> hide());
            menu.show(cell, event.getScreenX(), event.getScreenY());
        }
    }

    private void key(KeyEvent event) {
        KeyCode code = event.getCode();
        if (code == KeyCode.ESCAPE) {
            hide();
            event.consume();
        } else if (code == KeyCode.ENTER) {
            choose();
            event.consume();
        } else if (code == KeyCode.DOWN || code == KeyCode.UP) {
            int next = results.getSelectionModel().getSelectedIndex() + (code == KeyCode.DOWN ? 1 : -1);
            if (next >= 0 && next < model.found().size()) {
                results.getSelectionModel().select(next);
                results.scrollTo(Math.max(0, next - 4));
            }
            event.consume();
        }
    }

    private void choose() {
        SearchViewModel.Found chosen = results.getSelectionModel().getSelectedItem();
        if (chosen != null) {
            hide();
            model.open(chosen);
        }
    }

    /** What can be done besides looking for values. */
    public void commands(Supplier<List<Command>> all) {
        model.commands(all);
    }

    /**
     * The handbook, in which is searched too.
     *
     * @param load
     *            reads it, as soon as the search is shown
     * @param find
     *            finds the sections that have these words
     */
    public void handbook(Runnable load, Function<String, List<Command>> find) {
        beforeSearch = load;
        model.handbook(find);
    }

    public void show() {
        beforeSearch.run();
        setVisible(true);
        text.requestFocus();
        text.selectAll();
    }

    /** Searches for a text that was pasted elsewhere. */
    public void show(String pasted) {
        show();
        Captions.value(text, pasted.strip());
        text.end();
    }

    private void hide() {
        setVisible(false);
    }

    private static final class Cell extends ListCell<SearchViewModel.Found> {

        private final Label kind = new Label();
        private final Label what = new Label();
        private final Label detail = new Label();
        private final Label count = new Label();
        private final HBox line = new HBox(10, kind, new VBox(what, detail), count);

        Cell() {
            kind.getStyleClass().add("muted");
            kind.setMinWidth(90);
            detail.getStyleClass().add("muted");
            count.getStyleClass().add("count");
            count.setMinWidth(USE_PREF_SIZE);
            HBox.setHgrow(line.getChildren().get(1), Priority.ALWAYS);
            ((VBox) line.getChildren().get(1)).setMinWidth(0);
            ((VBox) line.getChildren().get(1)).setAlignment(Pos.CENTER_LEFT);
            line.setAlignment(Pos.CENTER_LEFT);
            setPrefWidth(0);
        }

        @Override
        protected void updateItem(SearchViewModel.Found found, boolean empty) {
            super.updateItem(found, empty);
            if (empty || found == null) {
                setGraphic(null);
                return;
            }
            boolean first = getIndex() == 0
                    || !getListView().getItems().get(getIndex() - 1).kind().equals(found.kind());
            Captions.value(kind, first ? found.kind().text() : "");
            Captions.value(what, Texts.oneLine(found.text()));
            Captions.value(detail, Texts.oneLine(found.detail()));
            detail.setManaged(!found.detail().isEmpty());
            Captions.value(count, found.action() == null ? Count.EVENTS.of(found.events()) : "");
            setGraphic(line);
        }
    }
}
