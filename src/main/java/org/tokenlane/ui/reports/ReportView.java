package org.tokenlane.ui.reports;

import java.io.ByteArrayInputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import javafx.beans.binding.Bindings;
import javafx.collections.ListChangeListener;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.RadioButton;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Spinner;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;
import org.tokenlane.report.document.ReportOptions.Section;
import org.tokenlane.ui.kit.Dialogs;
import org.tokenlane.ui.kit.WrappedLabel;
import org.tokenlane.ui.reports.ReportViewModel.Length;
import org.tokenlane.ui.state.Settings;
import org.tokenlane.ui.state.Workbench;

/** Puts a report together over the window: what is to be in it on the left, its pages on the right. */
public final class ReportView extends StackPane {

    private final Workbench workbench;
    private final Dialogs dialogs;
    private final ReportViewModel model;
    private final Button preview = new Button("Look at it", new FontIcon("bi-eye"));
    private final ImageView picture = new ImageView();

    public ReportView(Workbench workbench, Settings settings, Dialogs dialogs) {
        this.workbench = workbench;
        this.dialogs = dialogs;
        this.model = new ReportViewModel(workbench, settings);
        setId("report");
        getStyleClass().add("search-veil");
        Label title = new Label("Report");
        title.getStyleClass().add("pane-title");
        BorderPane box = new BorderPane(pages());
        box.setTop(title);
        box.setLeft(choices());
        box.setBottom(buttons());
        box.getStyleClass().add("search-box");
        box.setPadding(new Insets(14));
        box.setMaxSize(1080, 720);
        StackPane.setMargin(box, new Insets(24));
        getChildren().add(box);
        visibleProperty().bind(model.open());
        setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.ESCAPE) {
                model.dismiss();
                event.consume();
            }
        });
    }

    /** Shows it for the case as it is. */
    public void show() {
        if (workbench.openCase().get() != null) {
            model.begin();
            preview.requestFocus();
        }
    }

    private VBox choices() {
        ToggleGroup which = new ToggleGroup();
        RadioButton one = told(which, Length.ONE, "The session that is looked at");
        one.disableProperty().bind(model.canBeOneSession().not());
        RadioButton shown = told(which, Length.SHOWN, "");
        shown.textProperty().bind(Bindings.concat("The sessions of what is shown: ", model.shownSessions()));
        shown.disableProperty().bind(model.shownSessions().isEqualTo("0 sessions"));
        RadioButton risky = told(which, Length.WEIGHTY, "Sessions with findings of weight");
        VBox choices = new VBox(5, heading("Told at length"), one, shown, risky, heading("Sections, in this order"),
                sections());
        TextField analyst = field(model.analyst(), "Who made it");
        TextField organisation = field(model.organisation(), "Stands on the title page");
        organisation.setId("report-organisation");
        Spinner<Integer> most = new Spinner<>(0, 50_000, model.mostEvents().get(), 500);
        model.mostEvents().addListener((property, before, now) -> most.getValueFactory().setValue(now.intValue()));
        most.setEditable(true);
        most.setMaxWidth(Double.MAX_VALUE);
        most.valueProperty().addListener((property, before, now) -> {
            if (now != null) {
                model.mostEvents().set(now);
                model.changed();
            }
        });
        choices.getChildren().addAll(heading("Analyst"), analyst, heading("Organisation and logo"), organisation,
                logo(), heading("Events of a session listed at most"),
                most, templates());
        choices.setPadding(new Insets(10, 16, 0, 0));
        choices.setPrefWidth(300);
        return choices;
    }

    private RadioButton told(ToggleGroup which, Length length, String text) {
        RadioButton button = new RadioButton(text);
        button.setId("report-" + length.name().toLowerCase(Locale.ROOT));
        button.setToggleGroup(which);
        button.setSelected(model.told().get() == length);
        model.told().addListener((property, before, now) -> button.setSelected(now == length));
        button.setOnAction(event -> {
            model.told().set(length);
            model.changed();
        });
        return button;
    }

    /** The sections with their places in the report; the arrows move one. */
    private VBox sections() {
        VBox list = new VBox(1);
        list.setId("report-sections");
        Runnable fill = () -> list.getChildren().setAll(model.order().stream().map(this::section).toList());
        model.order().addListener((ListChangeListener<Section>) change -> fill.run());
        fill.run();
        return list;
    }

    private HBox section(Section section) {
        CheckBox box = new CheckBox(section.title());
        box.setSelected(model.sections().contains(section));
        box.selectedProperty().addListener((property, before, now) -> model.toggle(section, now));
        box.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(box, Priority.ALWAYS);
        HBox line = new HBox(2, box, mover(section, -1, "bi-chevron-up", "earlier"),
                mover(section, 1, "bi-chevron-down", "later"));
        line.setAlignment(Pos.CENTER_LEFT);
        return line;
    }

    private Button mover(Section section, int by, String icon, String word) {
        Button button = new Button("", new FontIcon(icon));
        button.setId("report-" + word + "-" + section.name().toLowerCase(Locale.ROOT));
        button.getStyleClass().addAll("flat", "small");
        button.setAccessibleText(section.title() + " " + word);
        button.setTooltip(new Tooltip(section.title() + ": " + word));
        button.setPadding(new Insets(1, 2, 1, 2));
        int place = model.order().indexOf(section) + by;
        button.setDisable(place < 0 || place >= model.order().size());
        button.setOnAction(event -> model.move(section, by));
        return button;
    }

    private HBox logo() {
        ImageView shown = new ImageView();
        shown.setPreserveRatio(true);
        shown.setFitHeight(26);
        shown.setFitWidth(90);
        Button choose = new Button("Logo…");
        choose.setId("report-logo");
        choose.setOnAction(event -> dialogs.files("A picture for the title page (PNG, JPEG)").stream().findFirst()
                .ifPresent(model::chooseLogo));
        Button none = new Button("None");
        none.setOnAction(event -> model.chooseLogo(null));
        none.visibleProperty().bind(model.logo().isNotNull());
        model.logo().addListener((property, before, now) -> shown
                .setImage(now == null ? null : new Image(new ByteArrayInputStream(now.png()))));
        shown.setImage(
                model.logo().get() == null ? null : new Image(new ByteArrayInputStream(model.logo().get().png())));
        HBox line = new HBox(8, choose, shown, none);
        line.setAlignment(Pos.CENTER_LEFT);
        return line;
    }

    private HBox templates() {
        List<String> kinds = List.of("Template of reports|*.json");
        Button open = new Button("Open template…");
        open.setId("report-open-template");
        open.setOnAction(
                event -> dialogs.files("A template of reports").stream().findFirst().ifPresent(model::openTemplate));
        Button keep = new Button("Save template…");
        keep.setId("report-save-template");
        keep.setOnAction(event -> {
            Path file = dialogs.fileToWrite("Save the template", "report template.json", kinds);
            if (file != null) {
                model.saveTemplate(file);
            }
        });
        HBox line = new HBox(8, open, keep);
        line.setPadding(new Insets(6, 0, 0, 0));
        return line;
    }

    private static Label heading(String text) {
        Label label = new Label(text);
        label.getStyleClass().add("section-title");
        return label;
    }

    private TextField field(javafx.beans.property.StringProperty value, String prompt) {
        TextField field = new TextField();
        field.setPromptText(prompt);
        field.textProperty().bindBidirectional(value);
        field.textProperty().addListener((property, before, now) -> model.changed());
        return field;
    }

    private StackPane pages() {
        picture.setId("report-page");
        picture.setPreserveRatio(true);
        model.shown()
                .addListener((property, before, now) -> picture.setImage(now == null ? null : image(now.pixels())));
        ScrollPane scroll = new ScrollPane(new StackPane(picture));
        scroll.setFitToWidth(true);
        scroll.setFitToHeight(true);
        picture.fitWidthProperty().bind(
                Bindings.createDoubleBinding(() -> Math.min(720, scroll.getWidth() - 24), scroll.widthProperty()));
        WrappedLabel hint = new WrappedLabel(
                "“Look at it” lays the report out and shows its pages here. Nothing is written before “Save”.",
                "muted");
        hint.visibleProperty().bind(model.shown().isNull());
        StackPane pages = new StackPane(scroll, hint);
        pages.getStyleClass().add("card");
        return pages;
    }

    private static WritableImage image(int[] pixels) {
        WritableImage image = new WritableImage(pixels[0], pixels[1]);
        image.getPixelWriter().setPixels(0, 0, pixels[0], pixels[1], PixelFormat.getIntArgbInstance(), pixels, 2,
                pixels[0]);
        return image;
    }

    private HBox buttons() {
        Button before = new Button("", new FontIcon("bi-chevron-left"));
        before.setId("report-before");
        before.setAccessibleText("Previous page");
        before.setOnAction(event -> model.page().set(Math.max(0, model.page().get() - 1)));
        Button next = new Button("", new FontIcon("bi-chevron-right"));
        next.setId("report-next");
        next.setAccessibleText("Next page");
        next.setOnAction(event -> model.page().set(Math.min(model.pages().get() - 1, model.page().get() + 1)));
        Label where = new Label();
        where.setId("report-where");
        where.textProperty().bind(Bindings.createStringBinding(
                () -> model.pages().get() == 0 ? "" : "Page " + (model.page().get() + 1) + " of " + model.pages().get(),
                model.page(), model.pages()));
        HBox turning = new HBox(6, before, where, next);
        turning.setAlignment(Pos.CENTER);
        turning.visibleProperty().bind(model.pages().greaterThan(0));
        Label state = new Label();
        state.setId("report-state");
        state.setMinWidth(0);
        state.textProperty().bind(model.state());
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        preview.setId("report-preview");
        preview.disableProperty().bind(model.running());
        preview.setOnAction(event -> model.preview());
        Button cancel = new Button("Cancel");
        cancel.visibleProperty().bind(model.running());
        cancel.managedProperty().bind(model.running());
        cancel.setOnAction(event -> model.cancel());
        Button save = new Button("Save…", new FontIcon("bi-download"));
        save.setId("report-save");
        save.disableProperty().bind(model.running());
        save.setOnAction(event -> save());
        Button close = new Button("Close");
        close.setId("report-close");
        close.setOnAction(event -> model.dismiss());
        List.of(preview, cancel, save, close).forEach(button -> button.setMinWidth(USE_PREF_SIZE));
        HBox buttons = new HBox(8, state, gap, turning, preview, cancel, save, close);
        buttons.setAlignment(Pos.CENTER_RIGHT);
        buttons.setPadding(new Insets(12, 0, 0, 0));
        return buttons;
    }

    private void save() {
        Path file = dialogs.fileToWrite("Save the report", workbench.openCase().get().name() + ".pdf",
                List.of("PDF for the archive|*.pdf", "HTML page|*.html"));
        if (file != null) {
            model.save(file);
        }
    }
}
