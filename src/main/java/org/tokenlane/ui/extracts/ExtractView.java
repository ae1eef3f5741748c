package org.tokenlane.ui.extracts;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.PasswordField;
import javafx.scene.control.RadioButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.tokenlane.enrich.Enrichment;
import org.tokenlane.extract.pseudonym.PseudonymKind;
import org.tokenlane.job.Runner;
import org.tokenlane.model.text.TextKey;
import org.tokenlane.ui.extracts.ExtractViewModel.Choice;
import org.tokenlane.ui.kit.Captions;
import org.tokenlane.ui.kit.Dialogs;
import org.tokenlane.ui.kit.FileKind;
import org.tokenlane.ui.kit.WrappedLabel;
import org.tokenlane.ui.state.CaseAnswers;
import org.tokenlane.ui.state.Marking;
import org.tokenlane.ui.state.Selection;

/** Copies a part of the case into a new one, as it is or with pseudonyms; above the window's other contents. */
public final class ExtractView extends StackPane {

    private static final List<FileKind> CASE = List.of(new FileKind(ExtractsText.CASE_FILE, "*.tlcase"));
    private static final List<FileKind> KEY = List.of(new FileKind(ExtractsText.KEY_FILE, "*.json"));

    private final Selection selection;
    private final Dialogs dialogs;
    private final Consumer<Path> opener;
    private final ExtractViewModel model;
    private final PasswordField password = new PasswordField();
    private final PasswordField again = new PasswordField();
    private final Button save = Captions.button("bi-download", ExtractsText.SAVE);

    /**
     * @param opener
     *            opens a case in this window
     */
    public ExtractView(Selection selection, Marking marking, CaseAnswers answers,
            ObservableValue<Enrichment> enrichment, Runner background, Dialogs dialogs, Consumer<Path> opener) {
        this.selection = selection;
        this.dialogs = dialogs;
        this.opener = opener;
        this.model = new ExtractViewModel(selection, marking, answers, enrichment, background);
        setId("extract");
        getStyleClass().add("search-veil");
        VBox box = new VBox(7, Captions.paneTitle(ExtractsText.TITLE),
                new WrappedLabel(ExtractsText.ABOUT.with(), "muted"), Captions.heading(ExtractsText.CONTENT));
        box.getChildren().addAll(choices());
        box.getChildren().addAll(pseudonyms());
        box.getChildren().addAll(Captions.heading(ExtractsText.PASSWORD_HEADING), passwords(), state(), buttons());
        box.getStyleClass().add("search-box");
        box.setPadding(new Insets(14));
        box.setMaxSize(660, USE_PREF_SIZE);
        StackPane.setMargin(box, new Insets(20));
        getChildren().add(box);
        visibleProperty().bind(model.open());
        addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE) {
                model.dismiss();
                event.consume();
            }
        });
    }

    /** Shows it for what is looked at. */
    public void show() {
        if (selection.openCase().get() != null) {
            password.clear();
            again.clear();
            model.begin();
            save.requestFocus();
        }
    }

    private List<VBox> choices() {
        ToggleGroup group = new ToggleGroup();
        VBox all = new VBox(5);
        for (Choice choice : Choice.values()) {
            RadioButton button = Captions.radio(choice.words());
            button.setId("extract-" + choice.name().toLowerCase(java.util.Locale.ROOT));
            button.setToggleGroup(group);
            button.setOnAction(event -> model.choice().set(choice));
            all.getChildren().add(button);
            if (choice == model.choice().get()) {
                button.setSelected(true);
            }
            model.choice().addListener((property, before, now) -> button.setSelected(now == choice));
        }
        Label amount = new Label();
        amount.setId("extract-amount");
        amount.getStyleClass().add("muted");
        amount.textProperty().bind(model.amount());
        all.getChildren().add(amount);
        return List.of(all);
    }

    private List<Region> pseudonyms() {
        CheckBox wanted = Captions.checkBox(ExtractsText.PSEUDONYMS);
        wanted.setId("extract-pseudonyms");
        wanted.selectedProperty().bindBidirectional(model.pseudonyms());
        VBox kinds = new VBox(4);
        kinds.setPadding(new Insets(0, 0, 0, 24));
        Arrays.stream(PseudonymKind.values()).forEach(kind -> {
            CheckBox box = Captions.checkBox(ExtractsText.PSEUDONYM_KIND, kind.words());
            box.setId("extract-kind-" + kind.word());
            box.setSelected(true);
            box.selectedProperty().addListener((property, before, now) -> model.toggle(kind, now));
            kinds.getChildren().add(box);
        });
        CheckBox ours = Captions.checkBox(ExtractsText.ONLY_OURS);
        ours.setId("extract-only-ours");
        ours.setWrapText(true);
        ours.selectedProperty().bindBidirectional(model.onlyOurs());
        kinds.getChildren().add(ours);
        Button fresh = Captions.button(ExtractsText.NEW_KEY);
        fresh.setId("extract-new-key");
        fresh.setOnAction(event -> {
            Path file = dialogs.fileToWrite(ExtractsText.SAVE_KEY.with(),
                    ExtractsText.KEY_NAME.text(selection.openCase().get().name()), KEY);
            model.key().set(file == null ? model.key().get() : file);
        });
        Button earlier = Captions.button(ExtractsText.EARLIER_KEY);
        earlier.setOnAction(event -> dialogs.files(ExtractsText.CHOOSE_KEY.with()).stream().findFirst()
                .ifPresent(model.key()::set));
        WrappedLabel where = new WrappedLabel("", "muted");
        where.setId("extract-key");
        where.setMinWidth(0);
        where.textProperty()
                .bind(Bindings.createStringBinding(
                        () -> model.key().get() == null ? ExtractsText.ABOUT_KEY.text()
                                : model.key().get().toString(),
                        model.key()));
        HBox.setHgrow(where, Priority.ALWAYS);
        List.of(fresh, earlier).forEach(button -> button.setMinWidth(USE_PREF_SIZE));
        HBox key = new HBox(8, fresh, earlier, where);
        key.setAlignment(Pos.CENTER_LEFT);
        kinds.getChildren().add(key);
        kinds.disableProperty().bind(model.pseudonyms().not());
        return List.of(wanted, kinds);
    }

    private HBox passwords() {
        password.setId("extract-password");
        Captions.prompt(password, ExtractsText.PASSWORD);
        Captions.prompt(again, ExtractsText.PASSWORD_AGAIN);
        HBox.setHgrow(password, Priority.ALWAYS);
        HBox.setHgrow(again, Priority.ALWAYS);
        return new HBox(8, password, again);
    }

    private WrappedLabel state() {
        WrappedLabel state = new WrappedLabel("", "extract-state");
        state.setId("extract-state");
        state.textProperty().bind(model.state());
        state.managedProperty().bind(model.state().isNotEmpty());
        return state;
    }

    private HBox buttons() {
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        Button cancel = Captions.button(ExtractsText.CANCEL);
        cancel.visibleProperty().bind(model.running());
        cancel.managedProperty().bind(model.running());
        cancel.setOnAction(event -> model.cancel());
        Button look = Captions.button(ExtractsText.OPEN);
        look.setId("extract-open");
        look.visibleProperty().bind(model.made().isNotNull());
        look.managedProperty().bind(look.visibleProperty());
        look.setOnAction(event -> {
            Path file = model.made().get();
            model.dismiss();
            opener.accept(file);
        });
        save.setId("extract-save");
        BooleanBinding differ = Bindings.createBooleanBinding(() -> !password.getText().equals(again.getText()),
                password.textProperty(), again.textProperty());
        save.disableProperty().bind(model.running().or(differ));
        save.setOnAction(event -> save());
        Button close = Captions.button(ExtractsText.CLOSE);
        close.setId("extract-close");
        close.disableProperty().bind(model.running());
        close.setOnAction(event -> model.dismiss());
        HBox buttons = new HBox(8, gap, cancel, look, save, close);
        buttons.setAlignment(Pos.CENTER_RIGHT);
        buttons.setPadding(new Insets(6, 0, 0, 0));
        return buttons;
    }

    private void save() {
        TextKey problem = model.problem();
        if (problem != null) {
            dialogs.problem(ExtractsText.NO_EXTRACT.with(), problem.with());
            return;
        }
        Path file = dialogs.fileToWrite(ExtractsText.SAVE_TITLE.with(),
                ExtractsText.EXTRACT_NAME.text(selection.openCase().get().name()),
                CASE);
        if (file != null && file.toAbsolutePath().normalize()
                .equals(selection.openCase().get().file().path().toAbsolutePath().normalize())) {
            dialogs.problem(ExtractsText.NO_EXTRACT.with(), ExtractsText.IS_THE_CASE.with());
        } else if (file != null) {
            model.save(file, password.getText().isEmpty() ? null : password.getText().toCharArray());
        }
    }
}
