package org.tokenlane.ui.filters;

import java.util.List;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.HBox;
import org.kordamp.ikonli.javafx.FontIcon;
import org.tokenlane.model.filter.Filter;
import org.tokenlane.query.FilterSyntaxException;
import org.tokenlane.ui.filters.FilterBarViewModel.Chip;
import org.tokenlane.ui.kit.Captions;
import org.tokenlane.ui.kit.ValueMenu;
import org.tokenlane.ui.state.MarkSubject;
import org.tokenlane.ui.state.Markable;
import org.tokenlane.ui.state.Navigation;

/**
 * One part of the filter. A click edits it in its place; its menu, and keys while it has the keyboard, switch it off,
 * invert and remove it.
 */
final class ChipView extends HBox {

    private static final int LONGEST = 70;
    private static final PseudoClass OFF = PseudoClass.getPseudoClass("off");
    private static final PseudoClass WRONG = PseudoClass.getPseudoClass("wrong");

    private final Chip chip;
    private final FilterBarViewModel model;
    private final Navigation navigation;
    private final FilterDraft draft;
    private final Label label;

    ChipView(Chip chip, List<String> cases, FilterBarViewModel model, Navigation navigation, FilterDraft draft) {
        super(2);
        this.chip = chip;
        this.model = model;
        this.navigation = navigation;
        this.draft = draft;
        String words = chip.words();
        label = Captions.valueLabel(words.length() > LONGEST ? words.substring(0, LONGEST - 1) + "…" : words);
        String more = cases.isEmpty() ? words : words + "\n" + String.join("\n", cases);
        label.setTooltip(Captions.valueTooltip(FiltersText.CHIP_TIP.text(more, chip.off() ? 1 : 0)));
        if (!cases.isEmpty()) {
            label.setGraphic(new FontIcon("bi-journal-bookmark-fill"));
            label.getStyleClass().add("seen-before");
        }
        label.setOnMouseClicked(event -> {
            if (event.getButton() == MouseButton.PRIMARY) {
                edit();
            }
        });
        Button remove = Captions.iconButton("bi-x", FiltersText.REMOVE);
        remove.getStyleClass().addAll("flat", "chip-remove");
        remove.setFocusTraversable(false);
        remove.setOnAction(event -> model.remove(chip));
        getChildren().addAll(label, remove);
        setAlignment(Pos.CENTER_LEFT);
        getStyleClass().add("chip");
        setFocusTraversable(true);
        Captions.accessibleValue(this, words);
        pseudoClassStateChanged(OFF, chip.off());
        if (chip.isNegative()) {
            getStyleClass().add("negative");
        }
        setOnContextMenuRequested(event -> {
            menu().show(this, event.getScreenX(), event.getScreenY());
            event.consume();
        });
        setOnKeyPressed(this::key);
        Markable.offer(this, () -> chip.filter() instanceof Filter.FieldIs is && is.values().size() == 1
                ? MarkSubject.value(is.field(), is.values().getFirst())
                : MarkSubject.NONE);
    }

    private void key(KeyEvent event) {
        if (event.getTarget() != this) {
            return;
        }
        switch (event.getCode()) {
        case ENTER, F2 -> edit();
        case SPACE -> model.toggle(chip);
        case MINUS, SUBTRACT -> model.invert(chip);
        case DELETE, BACK_SPACE -> model.remove(chip);
        default -> {
            return;
        }
        }
        event.consume();
    }

    private ContextMenu menu() {
        ContextMenu menu = chip.filter() instanceof Filter.FieldIs is && is.values().size() == 1
                ? ValueMenu.of(navigation, is.field(), is.values().getFirst())
                : ValueMenu.of(navigation, (Filter) null, chip.text());
        menu.getItems().addAll(0, List.of(Captions.action(FiltersText.EDIT, this::edit),
                Captions.action(chip.off() ? FiltersText.SWITCH_ON : FiltersText.SWITCH_OFF, () -> model.toggle(chip)),
                Captions.action(FiltersText.INVERT, () -> model.invert(chip)),
                Captions.action(FiltersText.REMOVE, () -> model.remove(chip)), new SeparatorMenuItem()));
        return menu;
    }

    /** Lets the part be typed where it is. */
    void edit() {
        TextField typed = new TextField();
        Captions.value(typed, chip.text());
        typed.getStyleClass().add("chip-edit");
        typed.setPrefColumnCount(Math.clamp(chip.text().length(), 10, 50));
        typed.textProperty().addListener((property, before, now) -> {
            typed.pseudoClassStateChanged(WRONG, false);
            draft.check(now, (view, wanted) -> FilterBarViewModel.replaced(view, chip, wanted));
        });
        typed.setOnAction(event -> {
            try {
                model.edit(chip, typed.getText());
                draft.check("");
            } catch (FilterSyntaxException mistake) {
                typed.pseudoClassStateChanged(WRONG, true);
                draft.mistake(mistake);
            }
        });
        typed.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE) {
                leave();
                requestFocus();
                event.consume();
            }
        });
        typed.focusedProperty().addListener((property, before, now) -> {
            if (!now) {
                leave();
            }
        });
        getChildren().set(0, typed);
        typed.requestFocus();
        typed.selectAll();
    }

    private void leave() {
        if (getChildren().getFirst() != label) {
            getChildren().set(0, label);
            draft.check("");
        }
    }

}
