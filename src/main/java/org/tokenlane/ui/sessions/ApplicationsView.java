package org.tokenlane.ui.sessions;

import java.util.function.Function;
import java.util.function.ToIntFunction;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.geometry.Insets;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.VBox;
import org.tokenlane.detect.application.ApplicationSubject;
import org.tokenlane.detect.application.ApplicationSubject.Change;
import org.tokenlane.model.text.TextKey;
import org.tokenlane.ui.kit.Captions;
import org.tokenlane.ui.kit.Texts;
import org.tokenlane.ui.kit.Times;
import org.tokenlane.ui.state.Display;

/** The applications that acted outside any session. It takes no room where there are none. */
final class ApplicationsView extends VBox {

    private final ApplicationsViewModel model;
    private final Display display;
    private final TableView<ApplicationSubject> table = new TableView<>();
    private final TableColumn<ApplicationSubject, String> first;
    private final TableColumn<ApplicationSubject, String> last;

    ApplicationsView(ApplicationsViewModel model, Display display) {
        super(4);
        this.model = model;
        this.display = display;
        setPadding(new Insets(6, 0, 0, 0));
        table.setId("applications");
        Captions.accessible(table, SessionsText.APPLICATIONS);
        table.setFixedCellSize(26);
        table.setPrefHeight(190);
        column(SessionsText.APPLICATION, 260, subject -> Texts.oneLine(subject.facts().name()));
        number(SessionsText.APPLICATION_RISK, 60, subject -> subject.risk().points());
        first = column(SessionsText.APPLICATION_FIRST, 150, subject -> time(subject.facts().first()));
        last = column(SessionsText.APPLICATION_LAST, 150, subject -> time(subject.facts().last()));
        number(SessionsText.APPLICATION_SIGN_INS, 70, subject -> subject.facts().signIns());
        number(SessionsText.APPLICATION_TOKENS, 70, subject -> subject.facts().tokens());
        number(SessionsText.APPLICATION_OPERATIONS, 85, subject -> subject.facts().operations());
        number(SessionsText.APPLICATION_CREDENTIALS, 85,
                subject -> subject.count(Change::isCredential));
        number(SessionsText.APPLICATION_CONSENTS, 80, subject -> subject.count(Change::isConsent));
        number(SessionsText.APPLICATION_OWNERS, 70, subject -> subject.count(Change::owner));
        column(SessionsText.APPLICATION_ADDRESSES, 200, subject -> String.join(", ", subject.facts().ips()));
        table.setRowFactory(view -> row());
        table.setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.ENTER && table.getSelectionModel().getSelectedItem() != null) {
                model.open(table.getSelectionModel().getSelectedItem());
            }
        });
        Label title = Captions.paneTitle(SessionsText.APPLICATIONS);
        // in line with the title of the sessions above
        title.setPadding(new Insets(0, 10, 0, 10));
        getChildren().addAll(title, table);
        model.listed().addListener((property, before, now) -> fill());
        display.zone().addListener((property, before, now) -> {
            headers();
            table.refresh();
        });
        headers();
        fill();
    }

    private void fill() {
        table.getItems().setAll(model.listed().get());
        setVisible(!model.listed().get().isEmpty());
        setManaged(isVisible());
    }

    private TableRow<ApplicationSubject> row() {
        TableRow<ApplicationSubject> row = new TableRow<>();
        row.setOnMouseClicked(event -> {
            if (event.getClickCount() == 2 && row.getItem() != null) {
                model.open(row.getItem());
            }
        });
        return row;
    }

    private String time(long nanos) {
        return Times.seconds(nanos, display.zone().get());
    }

    private void headers() {
        String zone = Times.name(display.zone().get());
        Captions.title(first, SessionsText.APPLICATION_FIRST, zone);
        Captions.title(last, SessionsText.APPLICATION_LAST, zone);
    }

    private void number(TextKey title, double width, ToIntFunction<ApplicationSubject> value) {
        column(title, width, subject -> Texts.number(value.applyAsInt(subject))).getStyleClass().add("number");
    }

    private TableColumn<ApplicationSubject, String> column(TextKey title, double width,
            Function<ApplicationSubject, String> value) {
        TableColumn<ApplicationSubject, String> column = Captions.column(title);
        column.setPrefWidth(width);
        column.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(value.apply(row.getValue())));
        table.getColumns().add(column);
        return column;
    }
}
