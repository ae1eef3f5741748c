package org.tokenlane.ui.reports;

import java.io.ByteArrayInputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.collections.ListChangeListener;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.RadioButton;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Spinner;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.ToggleGroup;
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
import org.jspecify.annotations.Nullable;
import org.tokenlane.enrich.Enrichment;
import org.tokenlane.job.Runner;
import org.tokenlane.model.text.Language;
import org.tokenlane.model.text.TextKey;
import org.tokenlane.report.document.ReportKind;
import org.tokenlane.report.document.ReportOptions.Section;
import org.tokenlane.ui.kit.Captions;
import org.tokenlane.ui.kit.Dialogs;
import org.tokenlane.ui.kit.FileKind;
import org.tokenlane.ui.kit.WrappedLabel;
import org.tokenlane.ui.reports.ReportChoices.Length;
import org.tokenlane.ui.state.Rules;
import org.tokenlane.ui.state.Selection;
import org.tokenlane.ui.state.Settings;

/** Puts a report together over the window: what is to be in it on the left, its pages on the right. */
public final class ReportView extends StackPane {

    private final Selection selection;
    private final Dialogs dialogs;
    private final ReportViewModel model;
    private final Button preview = Captions.button("bi-eye", ReportsText.PREVIEW);
    private final ImageView picture = new ImageView();

    public ReportView(Selection selection, Rules rules, ObservableValue<Enrichment> enrichment, Runner background,
            Settings settings, Dialogs dialogs) {
        this.selection = selection;
        this.dialogs = dialogs;
        this.model = new ReportViewModel(selection, rules, enrichment, background, settings);
        setId("report");
        getStyleClass().add("search-veil");
        BorderPane box = new BorderPane(pages());
        HBox head = new HBox(12, Captions.paneTitle(ReportsText.TITLE), kind(), language());
        head.setAlignment(Pos.CENTER_LEFT);
        box.setTop(head);
        box.setLeft(scrolled(choices()));
        box.setBottom(buttons());
        box.getStyleClass().add("search-box");
        box.setPadding(new Insets(14));
        box.setMaxSize(1240, 980);
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
        if (selection.openCase().get() != null) {
            model.begin();
            preview.requestFocus();
        }
    }

    /** On a small screen, or with many sections, the choices are higher than the sheet. */
    private static ScrollPane scrolled(VBox choices) {
        ScrollPane scroll = new ScrollPane(choices);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.setPrefWidth(316);
        scroll.setMinHeight(0);
        return scroll;
    }

    private VBox choices() {
        ToggleGroup which = new ToggleGroup();
        RadioButton one = described(which, Length.ONE, Captions.radio(ReportsText.ONE));
        one.disableProperty().bind(model.canBeOneSession().not());
        RadioButton shown = described(which, Length.SHOWN, new RadioButton());
        shown.textProperty().bind(Bindings.createStringBinding(
                () -> ReportsText.SHOWN.text(model.shownSessions().get()), model.shownSessions()));
        shown.disableProperty().bind(model.shownSessions().isEqualTo(0));
        RadioButton significant = described(which, Length.SIGNIFICANT, Captions.radio(ReportsText.SIGNIFICANT));
        VBox choices = new VBox(5, Captions.heading(ReportsText.DETAIL), one, shown, significant);
        TextField analyst = field(model.choices().analyst(), ReportsText.ANALYST_PROMPT);
        TextField organisation = field(model.choices().organisation(), ReportsText.ORGANISATION_PROMPT);
        organisation.setId("report-organisation");
        TextArea introduction = new TextArea();
        introduction.setId("report-introduction");
        introduction.setWrapText(true);
        introduction.setPrefRowCount(2);
        own(introduction, model.choices().introduction(), ReportsText.INTRODUCTION_PROMPT);
        Spinner<Integer> most = new Spinner<>(0, 50_000, model.choices().mostEvents().get(), 500);
        model.choices().mostEvents()
                .addListener((property, before, now) -> most.getValueFactory().setValue(now.intValue()));
        most.setEditable(true);
        most.setMaxWidth(Double.MAX_VALUE);
        most.valueProperty().addListener((property, before, now) -> {
            if (now != null) {
                model.choices().mostEvents().set(now);
                model.changed();
            }
        });
        choices.getChildren().addAll(Captions.heading(ReportsText.ANALYST), analyst,
                Captions.heading(ReportsText.ORGANISATION), organisation,
                logo(), Captions.heading(ReportsText.INTRODUCTION), introduction,
                Captions.heading(ReportsText.MOST_EVENTS),
                most, Captions.heading(ReportsText.SECTIONS), sections(), templates());
        choices.setPadding(new Insets(10, 16, 0, 0));
        choices.setPrefWidth(300);
        return choices;
    }

    private RadioButton described(ToggleGroup which, Length length, RadioButton button) {
        button.setId("report-" + length.name().toLowerCase(Locale.ROOT));
        button.setToggleGroup(which);
        button.setSelected(model.choices().length().get() == length);
        model.choices().length().addListener((property, before, now) -> button.setSelected(now == length));
        button.setOnAction(event -> {
            model.choices().length().set(length);
            model.changed();
        });
        return button;
    }

    /** What a report is for chooses its sections; they can be changed after that. */
    private ComboBox<ReportKind> kind() {
        ComboBox<ReportKind> kinds = new ComboBox<>();
        kinds.setId("report-kind");
        kinds.getItems().setAll(ReportKind.values());
        kinds.setConverter(Captions.words(ReportKind::text));
        kinds.setButtonCell(new ListCell<>() {
            @Override
            protected void updateItem(@Nullable ReportKind kind, boolean empty) {
                super.updateItem(kind, empty);
                Captions.set(this, kind == null ? ReportsText.OWN_SECTIONS : kind);
            }
        });
        Captions.accessible(kinds, ReportsText.KIND);
        kinds.setValue(model.choices().kind().get());
        model.choices().kind().addListener((property, before, now) -> kinds.setValue(now));
        kinds.valueProperty().addListener((property, before, now) -> {
            if (now != null) {
                model.choices().choose(now);
            }
        });
        return kinds;
    }

    private ComboBox<Language> language() {
        ComboBox<Language> languages = new ComboBox<>();
        languages.setId("report-language");
        languages.getItems().setAll(Language.values());
        languages.setConverter(Captions.words(Language::ownName));
        Captions.accessible(languages, ReportsText.LANGUAGE);
        languages.valueProperty().bindBidirectional(model.choices().language());
        return languages;
    }

    /** The sections with their places in the report; the arrows move one. */
    private VBox sections() {
        VBox list = new VBox(1);
        list.setId("report-sections");
        Runnable fill = () -> list.getChildren().setAll(model.choices().order().stream().map(this::section).toList());
        model.choices().order().addListener((ListChangeListener<Section>) change -> fill.run());
        fill.run();
        return list;
    }

    private HBox section(Section section) {
        CheckBox box = Captions.checkBox(ReportsText.SECTION, section.title());
        box.setSelected(model.choices().sections().contains(section));
        box.selectedProperty().addListener((property, before, now) -> model.choices().toggle(section, now));
        box.setWrapText(true);
        box.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(box, Priority.ALWAYS);
        HBox line = new HBox(2, box, mover(section, -1, "bi-chevron-up", "earlier", ReportsText.MOVE_UP),
                mover(section, 1, "bi-chevron-down", "later", ReportsText.MOVE_DOWN));
        line.setAlignment(Pos.CENTER_LEFT);
        return line;
    }

    private Button mover(Section section, int by, String icon, String word, TextKey text) {
        Button button = Captions.iconButton(icon, text, section.title());
        button.setId("report-" + word + "-" + section.name().toLowerCase(Locale.ROOT));
        button.getStyleClass().addAll("flat", "small");
        button.setPadding(new Insets(1, 2, 1, 2));
        int place = model.choices().order().indexOf(section) + by;
        button.setDisable(place < 0 || place >= model.choices().order().size());
        button.setOnAction(event -> model.choices().move(section, by));
        return button;
    }

    private HBox logo() {
        ImageView shown = new ImageView();
        shown.setPreserveRatio(true);
        shown.setFitHeight(26);
        shown.setFitWidth(90);
        Button choose = Captions.button(ReportsText.LOGO);
        choose.setId("report-logo");
        choose.setMinWidth(USE_PREF_SIZE);
        choose.setOnAction(event -> dialogs.files(ReportsText.CHOOSE_LOGO.with()).stream().findFirst()
                .ifPresent(model.choices()::chooseLogo));
        Button none = Captions.button(ReportsText.NO_LOGO);
        none.setId("report-no-logo");
        none.setMinWidth(USE_PREF_SIZE);
        none.setOnAction(event -> model.choices().chooseLogo(null));
        none.visibleProperty().bind(model.choices().logo().isNotNull());
        model.choices().logo().addListener((property, before, now) -> shown
                .setImage(now == null ? null : new Image(new ByteArrayInputStream(now.png()))));
        shown.setImage(
                model.choices().logo().get() == null ? null
                        : new Image(new ByteArrayInputStream(model.choices().logo().get().png())));
        HBox line = new HBox(8, choose, shown, none);
        line.setAlignment(Pos.CENTER_LEFT);
        return line;
    }

    private HBox templates() {
        List<FileKind> kinds = List.of(new FileKind(ReportsText.TEMPLATE_FILE, "*.json"));
        Button open = Captions.button(ReportsText.OPEN_TEMPLATE);
        open.setId("report-open-template");
        open.setOnAction(
                event -> dialogs.files(ReportsText.CHOOSE_TEMPLATE.with()).stream().findFirst()
                        .ifPresent(model.choices()::openTemplate));
        Button keep = Captions.button(ReportsText.SAVE_TEMPLATE);
        keep.setId("report-save-template");
        keep.setOnAction(event -> {
            Path file = dialogs.fileToWrite(ReportsText.SAVE_TEMPLATE_TITLE.with(),
                    ReportsText.TEMPLATE_NAME.text(), kinds);
            if (file != null) {
                model.choices().saveTemplate(file);
            }
        });
        HBox line = new HBox(8, open, keep);
        line.setPadding(new Insets(6, 0, 0, 0));
        return line;
    }

    private TextField field(javafx.beans.property.StringProperty value, TextKey prompt) {
        TextField field = new TextField();
        own(field, value, prompt);
        return field;
    }

    private void own(TextInputControl field, javafx.beans.property.StringProperty value, TextKey prompt) {
        Captions.prompt(field, prompt);
        field.textProperty().bindBidirectional(value);
        field.textProperty().addListener((property, before, now) -> model.changed());
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
        WrappedLabel hint = new WrappedLabel(ReportsText.HINT.with(), "muted");
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
        Button before = Captions.iconButton("bi-chevron-left", ReportsText.PREVIOUS_PAGE);
        before.setId("report-before");
        before.setOnAction(event -> model.page().set(Math.max(0, model.page().get() - 1)));
        Button next = Captions.iconButton("bi-chevron-right", ReportsText.NEXT_PAGE);
        next.setId("report-next");
        next.setOnAction(event -> model.page().set(Math.min(model.pages().get() - 1, model.page().get() + 1)));
        Label where = new Label();
        where.setId("report-where");
        where.textProperty().bind(Bindings.createStringBinding(
                () -> model.pages().get() == 0 ? ""
                        : ReportsText.PAGE_OF.text(model.page().get() + 1, model.pages().get()),
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
        Button cancel = Captions.button(ReportsText.CANCEL);
        cancel.visibleProperty().bind(model.running());
        cancel.managedProperty().bind(model.running());
        cancel.setOnAction(event -> model.cancel());
        Button save = Captions.button("bi-download", ReportsText.SAVE);
        save.setId("report-save");
        save.disableProperty().bind(model.running());
        save.setOnAction(event -> save());
        Button close = Captions.button(ReportsText.CLOSE);
        close.setId("report-close");
        close.setOnAction(event -> model.dismiss());
        List.of(preview, cancel, save, close).forEach(button -> button.setMinWidth(USE_PREF_SIZE));
        HBox buttons = new HBox(8, state, gap, turning, preview, cancel, save, close);
        buttons.setAlignment(Pos.CENTER_RIGHT);
        buttons.setPadding(new Insets(12, 0, 0, 0));
        return buttons;
    }

    private void save() {
        Path file = dialogs.fileToWrite(ReportsText.SAVE_TITLE.with(), selection.openCase().get().name() + ".pdf",
                List.of(new FileKind(ReportsText.PDF_FILE, "*.pdf"), new FileKind(ReportsText.HTML_FILE, "*.html")));
        if (file != null) {
            model.save(file);
        }
    }
}
