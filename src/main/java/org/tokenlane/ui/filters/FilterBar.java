package org.tokenlane.ui.filters;

import java.util.ArrayList;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;
import org.tokenlane.model.event.EventField;
import org.tokenlane.model.filter.Filter;
import org.tokenlane.model.filter.FilterField;
import org.tokenlane.query.FilterParser;
import org.tokenlane.query.FilterSyntaxException;
import org.tokenlane.ui.kit.Completion;
import org.tokenlane.ui.kit.Dialogs;
import org.tokenlane.ui.kit.Texts;
import org.tokenlane.ui.state.ViewState;
import org.tokenlane.ui.state.Workbench;

/** The filter: fields to add to it, chips that show its parts, back and forward. */
public final class FilterBar extends VBox {

    private final Workbench workbench;
    private final TextField language = new TextField();
    private final TextField user = new TextField();
    private final TextField address = new TextField();
    private final FilterMenu menu;
    private final Label mistake = new Label();
    private final FlowPane chips = new FlowPane(6, 4);

    public FilterBar(Workbench workbench, Dialogs dialogs) {
        this.workbench = workbench;
        menu = new FilterMenu(workbench, dialogs);
        getStyleClass().add("filter-bar");
        language.setId("filter");
        language.setPromptText("Filter, such as  op:MailItemsAccessed after:2026-09-10 -result:failure");
        language.setOnAction(event -> add());
        language.textProperty().addListener((property, before, now) -> mistake.setVisible(false));
        user.setId("filter-user");
        user.setPromptText("User");
        user.setPrefColumnCount(14);
        user.setOnAction(event -> addValues(user, FilterField.UPN));
        address.setId("filter-ip");
        address.setPromptText("IP or network (CIDR)");
        address.setPrefColumnCount(12);
        address.setOnAction(event -> addValues(address, FilterField.IP));
        completing(language, null);
        completing(user, EventField.UPN);
        completing(address, EventField.IP);
        HBox.setHgrow(language, Priority.ALWAYS);
        HBox fields = new HBox(6, button("bi-arrow-left", "Back (Alt+Left)", "back", workbench::back, false),
                button("bi-arrow-right", "Forward (Alt+Right)", "forward", workbench::forward, true),
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
        getChildren().addAll(fields, mistake, chips);
        workbench.view().addListener((property, before, now) -> chips(now));
        disableProperty().bind(workbench.openCase().isNull());
    }

    private Button button(String icon, String hint, String id, Runnable action, boolean forward) {
        Button button = new Button("", new FontIcon(icon));
        button.setId(id);
        button.setTooltip(new Tooltip(hint));
        button.setOnAction(event -> action.run());
        button.disableProperty().bind(forward ? workbench.canGoForward().not() : workbench.canGoBack().not());
        return button;
    }

    private void completing(TextField field, EventField values) {
        new Completion(field, workbench.background(), typed -> {
            var open = workbench.openCase().get();
            if (open == null) {
                return List.of();
            }
            if (values == null) {
                return Suggestions.completions(open.events(), workbench.marking().marked().get().marks(), typed);
            }
            String before = typed.substring(0, typed.lastIndexOf(',') + 1);
            return Suggestions.values(open.events(), values, typed.substring(before.length()).strip()).stream()
                    .map(value -> before + value).toList();
        });
    }

    private void add() {
        if (language.getText().isBlank()) {
            return;
        }
        try {
            ViewState wanted = ViewState.of(FilterParser.parse(language.getText()));
            workbench.change(view -> {
                ViewState more = view;
                for (Filter part : wanted.parts()) {
                    more = more.with(part);
                }
                return more;
            });
            language.clear();
        } catch (FilterSyntaxException e) {
            mistake.setText(e.getMessage());
            mistake.setVisible(true);
            language.selectRange(Math.min(e.start(), language.getLength()), Math.min(e.end(), language.getLength()));
        }
    }

    private void addValues(TextField field, FilterField filter) {
        List<String> values = new ArrayList<>();
        for (String value : field.getText().split(",")) {
            if (!value.isBlank()) {
                values.add(value.strip());
            }
        }
        if (!values.isEmpty()) {
            workbench.change(view -> view.with(new Filter.FieldIs(filter, values)));
            field.clear();
        }
    }

    private void chips(ViewState view) {
        chips.getChildren().clear();
        for (Filter part : view.parts()) {
            chips.getChildren().add(chip(part));
        }
        if (view.parts().size() > 1) {
            Button clear = new Button("Clear all");
            clear.setId("clear-filter");
            clear.getStyleClass().addAll("flat", "small");
            clear.setOnAction(event -> workbench.go(ViewState.ALL));
            chips.getChildren().add(clear);
        }
    }

    private HBox chip(Filter part) {
        String text = Texts.oneLine(part.toText());
        Label label = new Label(text.length() > 70 ? text.substring(0, 69) + "…" : text);
        label.setTooltip(new Tooltip(text));
        Button remove = new Button("", new FontIcon("bi-x"));
        remove.getStyleClass().addAll("flat", "chip-remove");
        remove.setTooltip(new Tooltip("Take this out of the filter"));
        remove.setOnAction(event -> workbench.change(view -> view.without(part)));
        HBox chip = new HBox(2, label, remove);
        chip.setAlignment(Pos.CENTER_LEFT);
        chip.getStyleClass().add("chip");
        if (part instanceof Filter.Not) {
            chip.getStyleClass().add("negative");
        }
        return chip;
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
