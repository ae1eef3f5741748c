package org.tokenlane.ui.filters;

import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableBooleanValue;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.control.TextField;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.tokenlane.job.Runner;
import org.tokenlane.model.event.EventField;
import org.tokenlane.model.filter.Filter;
import org.tokenlane.model.filter.FilterField;
import org.tokenlane.model.text.TextKey;
import org.tokenlane.query.FilterSyntaxException;
import org.tokenlane.ui.kit.Captions;
import org.tokenlane.ui.kit.Completion;
import org.tokenlane.ui.kit.Dialogs;
import org.tokenlane.ui.kit.Late;
import org.tokenlane.ui.kit.Shortcut;
import org.tokenlane.ui.state.KnownOrigins;
import org.tokenlane.ui.state.Marking;
import org.tokenlane.ui.state.Messages;
import org.tokenlane.ui.state.Navigation;
import org.tokenlane.ui.state.Selection;
import org.tokenlane.ui.state.ViewState;

/** The filter: fields to add to it, chips that show its parts, back and forward. */
public final class FilterBar extends VBox {

    private final Selection selection;
    private final Navigation navigation;
    private final Marking marking;
    private final KnownOrigins library;
    private final Runner background;
    private final FilterBarViewModel model;
    private final FilterDraft draft;
    private final TextField language = new TextField();
    private final TextField user = new TextField();
    private final TextField address = new TextField();
    private final FilterMenu menu;
    private final Label mistake = new Label();
    private final HBox busy = new HBox(6);
    private final FlowPane chips = new FlowPane(6, 4);

    public FilterBar(Selection selection, Navigation navigation, Messages messages, Marking marking,
            KnownOrigins library, Runner background,
            Dialogs dialogs) {
        this.selection = selection;
        this.navigation = navigation;
        this.marking = marking;
        this.library = library;
        this.background = background;
        model = new FilterBarViewModel(navigation);
        draft = new FilterDraft(selection, background);
        menu = new FilterMenu(selection, navigation, marking, messages, background, dialogs);
        getStyleClass().add("filter-bar");
        language.setId("filter");
        Captions.prompt(language, FiltersText.PROMPT);
        language.setOnAction(event -> add());
        language.textProperty().addListener((property, before, now) -> draft.check(now));
        address.textProperty().addListener((property, before, now) -> draft.check(""));
        draft.said().addListener((property, before, now) -> say(now));
        user.setId("filter-user");
        Captions.prompt(user, FiltersText.USER_PROMPT);
        user.setPrefColumnCount(14);
        user.setOnAction(event -> addValues(user, FilterField.UPN));
        address.setId("filter-ip");
        Captions.prompt(address, FiltersText.ADDRESS_PROMPT);
        address.setPrefColumnCount(12);
        address.setOnAction(event -> addValues(address, FilterField.IP));
        completing(language, null, this::add);
        completing(user, EventField.UPN, () -> addValues(user, FilterField.UPN));
        completing(address, EventField.IP, () -> addValues(address, FilterField.IP));
        HBox.setHgrow(language, Priority.ALWAYS);
        HBox fields = new HBox(6,
                button("bi-arrow-left", FiltersText.BACK, Shortcut.BACK, "back", navigation::back,
                        navigation.canGoBack()),
                button("bi-arrow-right", FiltersText.FORWARD, Shortcut.FORWARD, "forward", navigation::forward,
                        navigation.canGoForward()),
                language, menu, user, address);
        fields.setAlignment(Pos.CENTER_LEFT);
        mistake.getStyleClass().add("mistake");
        mistake.setId("filter-mistake");
        mistake.managedProperty().bind(mistake.visibleProperty());
        mistake.setVisible(false);
        chips.setId("chips");
        chips.managedProperty().bind(Bindings.isNotEmpty(chips.getChildren()));
        setSpacing(4);
        setPadding(new Insets(6, 10, 6, 10));
        busy.setId("filter-busy");
        busy.setAlignment(Pos.CENTER_LEFT);
        ProgressIndicator turning = new ProgressIndicator();
        turning.setPrefSize(14, 14);
        Button stop = Captions.button(FiltersText.STOP);
        stop.setId("filter-stop");
        stop.getStyleClass().addAll("flat", "small");
        stop.setOnAction(event -> selection.stop());
        Label words = Captions.muted(FiltersText.BUSY);
        words.setId("filter-busy");
        busy.getChildren().addAll(turning, words, stop);
        Late.of(selection.busy()).addListener((property, before, now) -> {
            chips.getChildren().remove(busy);
            if (now) {
                Captions.set(words, selection.matching().get().events().length == 0 ? FiltersText.BUSY_FIRST
                        : FiltersText.BUSY);
                chips.getChildren().add(busy);
            }
        });
        getChildren().addAll(fields, mistake, chips);
        selection.view().addListener((property, before, now) -> chips(now));
        library.library().addListener((property, before, now) -> chips(selection.view().get()));
        disableProperty().bind(selection.openCase().isNull());
    }

    private static Button button(String icon, TextKey tip, Shortcut shortcut, String id, Runnable action,
            ObservableBooleanValue possible) {
        Button button = Captions.iconButton(icon, tip, shortcut);
        button.setId(id);
        button.setOnAction(event -> action.run());
        button.disableProperty().bind(Bindings.not(possible));
        return button;
    }

    private void completing(TextField field, @Nullable EventField values, Runnable apply) {
        new Completion(field, background, typed -> {
            var open = selection.openCase().get();
            if (open == null) {
                return List.of();
            }
            if (values == null) {
                return Suggestions.offers(open.events(), marking.marked().get().marks(), typed);
            }
            String before = typed.substring(0, typed.lastIndexOf(',') + 1);
            return Suggestions.counted(open.events(), values, typed.substring(before.length()).strip()).stream()
                    .map(offer -> new Completion.Offer(before + offer.text(), offer.note(), offer.unfinished()))
                    .toList();
        }, apply);
    }

    private void add() {
        if (language.getText().isBlank()) {
            return;
        }
        try {
            model.add(language.getText());
            language.clear();
        } catch (FilterSyntaxException e) {
            draft.mistake(e);
            language.selectRange(Math.min(e.start(), language.getLength()), Math.min(e.end(), language.getLength()));
        }
    }

    private void addValues(TextField field, FilterField filter) {
        try {
            model.add(filter, field.getText());
            field.clear();
        } catch (FilterSyntaxException e) {
            draft.mistake(e);
            field.selectAll();
        }
    }

    /** Says whether what is typed is a filter, and what it would leave. */
    private void say(FilterDraft.@Nullable Said said) {
        mistake.setVisible(said != null);
        if (said != null) {
            Captions.set(mistake, said.text());
            mistake.getStyleClass().removeAll("mistake", "muted");
            mistake.getStyleClass().add(said.valid() ? "muted" : "mistake");
        }
    }

    private void chips(ViewState view) {
        boolean busyWasShown = chips.getChildren().contains(busy);
        chips.getChildren().clear();
        for (FilterBarViewModel.Chip chip : FilterBarViewModel.chips(view)) {
            List<String> cases = chip.filter() instanceof Filter.FieldIs is ? is.values().stream()
                    .flatMap(value -> library.about(is.field(), value).stream()).distinct().toList() : List.of();
            chips.getChildren().add(new ChipView(chip, cases, model, navigation, draft));
        }
        if (view.parts().size() + view.off().size() > 1) {
            Button clear = Captions.button(FiltersText.CLEAR);
            clear.setId("clear-filter");
            clear.getStyleClass().addAll("flat", "small");
            clear.setOnAction(event -> navigation.go(ViewState.ALL));
            chips.getChildren().add(clear);
        }
        if (busyWasShown) {
            chips.getChildren().add(busy);
        }
    }

    /** Asks for a name and keeps the filter under it. */
    public void saveFilter() {
        menu.save();
    }

    /** Gives the keyboard to the filter. */
    public void focusFilter() {
        language.requestFocus();
    }

    /** Gives the keyboard to the field for users. */
    public void focusUser() {
        user.requestFocus();
    }

    /** Gives the keyboard to the field for addresses. */
    public void focusAddress() {
        address.requestFocus();
    }
}
