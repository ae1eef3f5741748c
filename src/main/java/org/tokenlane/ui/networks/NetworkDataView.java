package org.tokenlane.ui.networks;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.tokenlane.enrich.NetworkSource;
import org.tokenlane.model.text.TextKey;
import org.tokenlane.ui.kit.Captions;
import org.tokenlane.ui.kit.Texts;

/**
 * The network data that is used, with name, date, licence and attribution; above the window's other
 * contents.
 */
public final class NetworkDataView extends StackPane {

    private final NetworkDataViewModel model;
    private final TableView<NetworkDataViewModel.Line> table = new TableView<>();
    private final Label detail = new Label();

    public NetworkDataView(NetworkDataViewModel model) {
        this.model = model;
        getStyleClass().add("search-veil");
        table.setId("network-data");
        Captions.accessible(table, NetworksText.TITLE);
        table.setItems(model.lines());
        table.setPlaceholder(new Label());
        table.setPrefHeight(180);
        table.getColumns().add(column(NetworksText.NAME, 190,
                line -> line.source() == null ? NetworksText.NOT_USED.text() : line.source().name()));
        table.getColumns().add(column(NetworksText.DATE, 90, NetworkDataView::date));
        table.getColumns().add(column(NetworksText.FILE, 280,
                line -> line.path() == null ? NetworksText.BUILT_IN.text() : line.path().toString()));
        table.getColumns().add(column(NetworksText.LICENCE, 260,
                line -> line.source() == null || line.source().licence() == null ? NetworksText.UNKNOWN.text()
                        : line.source().licence()));
        table.getSelectionModel().selectedItemProperty().addListener((property, before, now) -> describe(now));
        detail.setId("network-data-detail");
        detail.setWrapText(true);
        detail.setMinHeight(60);
        detail.setAlignment(Pos.TOP_LEFT);
        Label about = Captions.muted(NetworksText.ABOUT);
        about.setWrapText(true);
        about.setMinHeight(USE_PREF_SIZE);
        VBox.setVgrow(table, Priority.ALWAYS);
        VBox box = new VBox(8, Captions.paneTitle(NetworksText.TITLE), about, table, detail, buttons());
        box.getStyleClass().add("search-box");
        box.setPadding(new Insets(14));
        box.setMaxSize(880, 460);
        StackPane.setMargin(box, new Insets(30));
        getChildren().add(box);
        addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE) {
                setVisible(false);
                event.consume();
            }
        });
        setVisible(false);
    }

    private static TableColumn<NetworkDataViewModel.Line, String> column(TextKey title, double width,
            Function<NetworkDataViewModel.Line, String> value) {
        TableColumn<NetworkDataViewModel.Line, String> column = Captions.column(title);
        column.setPrefWidth(width);
        column.setSortable(false);
        column.setCellValueFactory(cell -> new ReadOnlyStringWrapper(Texts.oneLine(value.apply(cell.getValue()))));
        return column;
    }

    private HBox buttons() {
        BooleanBinding notOwn = Bindings.createBooleanBinding(() -> {
            NetworkDataViewModel.Line line = selected();
            return line == null || line.path() == null;
        }, table.getSelectionModel().selectedItemProperty());
        Button add = button("network-data-add", NetworksText.ADD, model::add);
        Button remove = button("network-data-remove", NetworksText.REMOVE, () -> {
            NetworkDataViewModel.Line line = selected();
            if (line != null) {
                model.remove(line);
            }
        });
        remove.disableProperty().bind(notOwn);
        Button up = button("network-data-up", NetworksText.MOVE_UP, () -> {
            NetworkDataViewModel.Line line = selected();
            if (line != null) {
                model.moveUp(line);
                table.getSelectionModel().select(line);
            }
        });
        up.disableProperty().bind(notOwn);
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox buttons = new HBox(8, add, remove, up, gap,
                button("network-data-close", NetworksText.CLOSE, () -> setVisible(false)));
        buttons.setAlignment(Pos.CENTER_LEFT);
        return buttons;
    }

    private static Button button(String id, TextKey text, Runnable action) {
        Button button = Captions.button(text);
        button.setId(id);
        button.setOnAction(event -> action.run());
        return button;
    }

    private NetworkDataViewModel.@Nullable Line selected() {
        return table.getSelectionModel().getSelectedItem();
    }

    private static String date(NetworkDataViewModel.Line line) {
        if (line.source() == null) {
            return "";
        }
        return line.source().date() == null ? NetworksText.UNKNOWN.text() : line.source().date().toString();
    }

    private void describe(NetworkDataViewModel.@Nullable Line line) {
        if (line == null) {
            Captions.value(detail, "");
        } else if (line.problem() != null) {
            Captions.value(detail, Texts.oneLine(line.problem().toString()));
        } else if (line.source() != null) {
            NetworkSource source = line.source();
            List<String> sentences = new ArrayList<>();
            sentences.add(source.attribution() == null ? NetworksText.SOURCE.text(source.label())
                    : NetworksText.SOURCE_OF.text(source.label(), source.attribution()));
            sentences.add(source.licence() == null ? NetworksText.LICENCE_UNKNOWN.text()
                    : NetworksText.LICENCE_OF.text(source.licence()));
            if (line.file() != null && line.file().isBroken()) {
                sentences.add(NetworksText.BROKEN.text());
            }
            Captions.value(detail, Texts.oneLine(String.join(" ", sentences)));
        }
    }

    /** Shows the list. */
    public void open() {
        setVisible(true);
        if (selected() == null && !table.getItems().isEmpty()) {
            table.getSelectionModel().select(0);
        }
        table.requestFocus();
    }
}
