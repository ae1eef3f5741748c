package org.tokenlane.ui.kit;

import java.util.List;
import java.util.function.Function;
import javafx.animation.PauseTransition;
import javafx.geometry.Bounds;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Popup;
import javafx.stage.Screen;
import javafx.util.Duration;
import org.tokenlane.job.Runner;
import org.tokenlane.job.WorkLane;

/**
 * Offers completions under a text field. Down and Up choose one, Enter or a click takes it; Enter with none chosen
 * means the text as it was typed, so that a list that
 * comes up late never changes what is typed.
 */
public final class Completion {

    /**
     * Something that is offered.
     *
     * @param text
     *            what the field would hold
     * @param note
     *            what is said of it, or empty
     * @param unfinished
     *            whether it still needs something behind it, as a field needs its value
     */
    public record Offer(String text, String note, boolean unfinished) {

        public Offer(String text, String note) {
            this(text, note, false);
        }
    }

    private static final double ROW = 24;
    private static final int MOST_ROWS = 10;
    /** About the width of a letter. */
    private static final double LETTER = 7.5;
    private static final double MOST_WIDTH = 760;

    private final TextField field;
    private final Runner background;
    private final Function<String, List<Offer>> completions;
    private final ListView<Offer> list = new ListView<>();
    private final Popup popup = new Popup();
    private final Runnable apply;
    private boolean completing;
    private boolean asked;

    /**
     * @param completions
     *            gives the texts that the typed one can be completed to; called on another thread than the window's
     * @param apply
     *            is run when a whole text was taken, so that one Enter is enough
     */
    public Completion(TextField field, Runner background, Function<String, List<Offer>> completions,
            Runnable apply) {
        this.apply = apply;
        this.field = field;
        this.background = background;
        this.completions = completions;
        list.setFixedCellSize(ROW);
        list.setFocusTraversable(false);
        list.setCellFactory(view -> new OfferCell());
        list.getStyleClass().add("completions");
        list.setOnMouseClicked(event -> take());
        popup.getContent().add(list);
        popup.setAutoHide(true);
        popup.setHideOnEscape(false);
        PauseTransition pause = new PauseTransition(Duration.millis(90));
        pause.setOnFinished(event -> ask());
        field.textProperty().addListener((property, before, now) -> {
            asked = false;
            if (!completing) {
                pause.playFromStart();
            }
        });
        field.focusedProperty().addListener((property, before, now) -> {
            if (!now) {
                popup.hide();
            }
        });
        field.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
    }

    private void ask() {
        String typed = field.getText();
        if (typed.isBlank() && !asked || !field.isFocused()) {
            popup.hide();
            return;
        }
        background.latest("completion", WorkLane.SHORT, progress -> completions.apply(typed)).onDone(this::offer)
                .onFailed(failure -> popup.hide()).start();
    }

    private void offer(List<Offer> found) {
        boolean nothingNew = found.isEmpty() || found.size() == 1 && found.getFirst().text().equals(field.getText());
        if (nothingNew || !field.isFocused() || field.getText().isBlank() && !asked
                || field.getScene() == null) {
            popup.hide();
            return;
        }
        list.getItems().setAll(found);
        list.getSelectionModel().clearSelection();
        list.setPrefHeight(Math.min(MOST_ROWS, found.size()) * ROW + 4);
        int letters = found.stream().mapToInt(offer -> offer.text().length() + offer.note().length()).max().orElse(0);
        // wide enough to read the note; where that is beyond the screen's edge, the popup moves in from it
        list.setPrefWidth(Math.clamp(letters * LETTER + 48, Math.max(240, field.getWidth()),
                Math.max(MOST_WIDTH, field.getWidth())));
        if (!popup.isShowing()) {
            // a popup has a scene of its own, which takes the look of the window's
            list.getStylesheets().setAll(field.getScene().getStylesheets());
            Bounds bounds = field.localToScreen(field.getBoundsInLocal());
            double height = list.getPrefHeight();
            double bottom = Screen.getScreensForRectangle(bounds.getMinX(), bounds.getMinY(), 1, 1).stream().findFirst()
                    .orElse(Screen.getPrimary()).getVisualBounds().getMaxY();
            boolean below = bounds.getMaxY() + 2 + height <= bottom;
            popup.show(field, bounds.getMinX(), below ? bounds.getMaxY() + 2 : bounds.getMinY() - height - 2);
        }
    }

    private void key(KeyEvent event) {
        KeyCode code = event.getCode();
        if (!popup.isShowing()) {
            if (code == KeyCode.DOWN || code == KeyCode.SPACE && event.isControlDown()) {
                asked = true;
                ask();
                event.consume();
            }
            return;
        }
        int selected = list.getSelectionModel().getSelectedIndex();
        if (code == KeyCode.DOWN || code == KeyCode.UP) {
            int next = Math.clamp((long) selected + (code == KeyCode.DOWN ? 1 : -1), 0, list.getItems().size() - 1);
            list.getSelectionModel().select(next);
            list.scrollTo(Math.max(0, next - 3));
            event.consume();
        } else if ((code == KeyCode.ENTER || code == KeyCode.TAB) && selected >= 0) {
            take();
            event.consume();
        } else if (code == KeyCode.ENTER) {
            popup.hide();
        } else if (code == KeyCode.ESCAPE) {
            popup.hide();
            event.consume();
        }
    }

    private void take() {
        Offer chosen = list.getSelectionModel().getSelectedItem();
        popup.hide();
        if (chosen != null) {
            completing = true;
            field.setText(chosen.text());
            field.end();
            completing = false;
            if (chosen.unfinished()) {
                ask();
            } else {
                apply.run();
            }
        }
    }

    private static final class OfferCell extends ListCell<Offer> {

        private final Label note = new Label();

        OfferCell() {
            note.getStyleClass().add("muted");
            setContentDisplay(ContentDisplay.RIGHT);
            setGraphicTextGap(12);
        }

        @Override
        protected void updateItem(Offer offer, boolean empty) {
            super.updateItem(offer, empty);
            if (empty || offer == null) {
                setText("");
                setGraphic(null);
                return;
            }
            setText(Texts.oneLine(offer.text()));
            note.setText(Texts.oneLine(offer.note()));
            setGraphic(offer.note().isEmpty() ? null : note);
        }
    }
}
