package org.tokenlane.ui.networks;

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
import org.tokenlane.ui.kit.Texts;

/**
 * The network data that is used, with name, date, licence and what it asks to be said; above the window's other
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
        table.setItems(model.lines());
        table.setPlaceholder(new Label(""));
        table.setPrefHeight(180);
        table.getColumns().add(column("Name", 190, line -> line.source() == null ? "not used" : line.source().name()));
        table.getColumns().add(column("Date", 90, line -> line.source() == null ? ""
                : line.source().date() == null ? "unknown" : line.source().date().toString()));
        table.getColumns().add(column("File", 280, line -> line.path() == null ? "built in" : line.path().toString()));
        table.getColumns().add(
                column("Licence", 260, line -> line.source() == null || line.source().licence() == null ? "not known"
                        : line.source().licence()));
        table.getSelectionModel().selectedItemProperty().addListener((property, before, now) -> tell(now));
        detail.setId("network-data-detail");
        detail.setWrapText(true);
        detail.setMinHeight(60);
        detail.setAlignment(Pos.TOP_LEFT);
        Label title = new Label("Network data");
        title.getStyleClass().add("pane-title");
        Label about = new Label(
                "Country, city and autonomous system of addresses, beside what the logs say: the first file that knows a value counts, the built-in data comes "
                        + "last. Any file in the MaxMind format (.mmdb) will do, such as GeoLite2, DB-IP, IPinfo or your own. Nothing is ever fetched from a network.");
        about.setWrapText(true);
        about.setMinHeight(USE_PREF_SIZE);
        about.getStyleClass().add("muted");
        VBox.setVgrow(table, Priority.ALWAYS);
        VBox box = new VBox(8, title, about, table, detail, buttons());
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

    private static TableColumn<NetworkDataViewModel.Line, String> column(String title, double width,
            Function<NetworkDataViewModel.Line, String> value) {
        TableColumn<NetworkDataViewModel.Line, String> column = new TableColumn<>(title);
        column.setPrefWidth(width);
        column.setSortable(false);
        column.setCellValueFactory(cell -> new ReadOnlyStringWrapper(Texts.oneLine(value.apply(cell.getValue()))));
        return column;
    }

    private HBox buttons() {
        BooleanBinding notOwn = Bindings.createBooleanBinding(() -> selected() == null || selected().path() == null,
                table.getSelectionModel().selectedItemProperty());
        Button add = button("network-data-add", "Add…", model::add);
        Button remove = button("network-data-remove", "Remove", () -> model.remove(selected()));
        remove.disableProperty().bind(notOwn);
        Button up = button("network-data-up", "Ask earlier", () -> {
            NetworkDataViewModel.Line line = selected();
            model.moveUp(line);
            table.getSelectionModel().select(line);
        });
        up.disableProperty().bind(notOwn);
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox buttons = new HBox(8, add, remove, up, gap,
                button("network-data-close", "Close", () -> setVisible(false)));
        buttons.setAlignment(Pos.CENTER_LEFT);
        return buttons;
    }

    private static Button button(String id, String text, Runnable action) {
        Button button = new Button(text);
        button.setId(id);
        button.setOnAction(event -> action.run());
        return button;
    }

    private NetworkDataViewModel.Line selected() {
        return table.getSelectionModel().getSelectedItem();
    }

    private void tell(NetworkDataViewModel.Line line) {
        if (line == null) {
            detail.setText("");
        } else if (line.source() == null) {
            detail.setText(Texts.oneLine(line.problem()));
        } else {
            detail.setText(Texts.oneLine(line.source().label()
                    + (line.source().attribution() == null ? "" : ". " + line.source().attribution())
                    + (line.source().licence() == null ? ". Its licence is not known here: see what its maker asks for."
                            : ". Licence: " + line.source().licence())
                    + (line.file() != null && line.file().isBroken()
                            ? " The file is damaged or was changed while in use; remove and add it again."
                            : "")));
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
