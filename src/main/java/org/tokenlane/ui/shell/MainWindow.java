package org.tokenlane.ui.shell;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javafx.application.Application;
import javafx.beans.property.ObjectProperty;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import javafx.stage.Window;
import javafx.stage.WindowEvent;
import org.tokenlane.enrich.Enrichment;
import org.tokenlane.job.Runner;
import org.tokenlane.timeline.WorkingHours;
import org.tokenlane.ui.answers.AnswersView;
import org.tokenlane.ui.cards.CardView;
import org.tokenlane.ui.containment.ContainmentView;
import org.tokenlane.ui.details.DetailsView;
import org.tokenlane.ui.events.EventsView;
import org.tokenlane.ui.evidence.EvidenceView;
import org.tokenlane.ui.evidence.EvidenceViewModel;
import org.tokenlane.ui.exports.ExportsView;
import org.tokenlane.ui.exposure.ExposureView;
import org.tokenlane.ui.extracts.ExtractView;
import org.tokenlane.ui.filters.FilterBar;
import org.tokenlane.ui.findings.FindingsView;
import org.tokenlane.ui.imports.ImportView;
import org.tokenlane.ui.imports.ImportViewModel;
import org.tokenlane.ui.kit.Dialogs;
import org.tokenlane.ui.kit.MenuKey;
import org.tokenlane.ui.kit.SplitRuns;
import org.tokenlane.ui.marks.MarkSheetView;
import org.tokenlane.ui.marks.MarksView;
import org.tokenlane.ui.marks.MergeView;
import org.tokenlane.ui.networks.NetworkDataView;
import org.tokenlane.ui.networks.NetworkDataViewModel;
import org.tokenlane.ui.overview.OverviewView;
import org.tokenlane.ui.reports.ReportView;
import org.tokenlane.ui.search.Command;
import org.tokenlane.ui.search.SearchView;
import org.tokenlane.ui.sessions.SessionsView;
import org.tokenlane.ui.state.Around;
import org.tokenlane.ui.state.Display;
import org.tokenlane.ui.state.EventTexts;
import org.tokenlane.ui.state.InvestigationTab;
import org.tokenlane.ui.state.Marking;
import org.tokenlane.ui.state.Messages;
import org.tokenlane.ui.state.Navigation;
import org.tokenlane.ui.state.Page;
import org.tokenlane.ui.state.Rules;
import org.tokenlane.ui.state.Selection;
import org.tokenlane.ui.state.Settings;
import org.tokenlane.ui.state.Workbench;
import org.tokenlane.ui.timeline.TimelineView;
import org.tokenlane.ui.tokens.TokenTreeView;
import org.tokenlane.ui.tour.Tour;
import org.tokenlane.ui.tour.TourView;
import org.tokenlane.ui.values.ValuesView;

/** The window: its pages, menus and what lies above them. */
public final class MainWindow {

    private final Workbench workbench;
    private final Settings settings;
    private final Dialogs dialogs;
    private final Cases cases;
    private final Path sampleFolder;
    private final Tour tour;
    private final ImportViewModel imports;
    private final Parts parts;
    private final ShortcutSheet shortcuts = new ShortcutSheet();
    private final InvestigationPage investigation;
    private final RememberedView remembered;
    private final MarkKeys markKeys;
    private final TextSize textSize;
    private boolean sheetWasOpen;
    private final StackPane root = new StackPane();
    private final Region dropFrame = new Region();

    /**
     * @param sampleFolder
     *            where the sample tenant's case is made
     * @param casesFolder
     *            where cases are kept until the analyst chooses another folder
     */
    public MainWindow(Workbench workbench, Settings settings, Dialogs dialogs, Path sampleFolder, Path casesFolder) {
        this.workbench = workbench;
        this.settings = settings;
        this.dialogs = dialogs;
        SplitRuns.shapeEachPart();
        workbench.display().dark().set(!settings.text("theme", "dark").equals("light"));
        workbench.display().reducedMotion().set(ReducedMotion.wanted(settings));
        WorkingHours.of(settings.text("hours", "")).ifPresent(workbench.display().hours()::set);
        Selection selection = workbench.selection();
        Navigation navigation = workbench.navigation();
        Messages messages = workbench.messages();
        Marking marking = workbench.marking();
        Display display = workbench.display();
        Runner background = workbench.background();
        Rules rules = workbench.rules();
        Around around = workbench.around();
        EventTexts texts = workbench.texts();
        ObjectProperty<Enrichment> enrichment = workbench.enrichment();
        markKeys = new MarkKeys(marking, selection);
        textSize = new TextSize(settings, root);
        this.sampleFolder = sampleFolder;
        tour = new Tour(selection, navigation, workbench.answers());
        cases = new Cases(workbench, settings, dialogs, casesFolder);
        imports = new ImportViewModel(selection, navigation, messages, background, workbench::show, cases);
        dropFrame.setId("drop-frame");
        dropFrame.getStyleClass().add("drop-frame");
        dropFrame.setMouseTransparent(true);
        dropFrame.setVisible(false);
        TimelineView timeline = new TimelineView(selection, navigation, marking, display, enrichment,
                workbench.library(), workbench.answers(), texts, messages, background, dialogs);
        parts = new Parts(
                new FilterBar(selection, navigation, messages, marking, workbench.library(), background, dialogs),
                new SessionsView(selection, navigation, rules, marking, display, enrichment, messages, background),
                new FindingsView(selection, navigation, rules, marking, display, enrichment, texts, messages,
                        background, dialogs),
                timeline,
                new Parts.Tabs(
                        new EventsView(selection, navigation, marking, workbench.library(), workbench.answers(), around,
                                display, texts, messages, background,
                                dialogs),
                        timeline.storyPage(),
                        new TokenTreeView(selection, navigation, marking, display, enrichment, messages, background),
                        new ValuesView(selection, navigation, workbench.library(), display, enrichment, messages,
                                background),
                        new ExposureView(selection, navigation, marking, workbench.answers(), display, messages,
                                background, dialogs),
                        new ContainmentView(selection, navigation, marking, workbench.answers(), messages, background,
                                dialogs),
                        new MarksView(selection, navigation, messages, marking, workbench.around(), display, background,
                                dialogs)),
                new Parts.Sheets(
                        new ReportView(selection, workbench.rules(), workbench.enrichment(), background, settings,
                                dialogs),
                        new ExtractView(selection, marking, workbench.answers(), workbench.enrichment(), background,
                                dialogs,
                                cases::open),
                        new NetworkDataView(
                                new NetworkDataViewModel(workbench.enrichment(), messages, background, settings,
                                        dialogs)),
                        new MergeView(selection, marking, display, messages, background, dialogs),
                        new EvidenceView(new EvidenceViewModel(selection, display, messages, background), messages),
                        new ExportsView(messages)),
                new SearchView(selection, navigation, messages, background));
        InvestigationTabs lower = new InvestigationTabs(workbench.navigation(), parts.tabs().byTab());
        parts.tabs().exposure().shown().bind(lower.isShown(InvestigationTab.EXPOSURE));
        parts.tabs().containment().shown().bind(lower.isShown(InvestigationTab.CONTAINMENT));
        remembered = new RememberedView(settings, workbench.around(), parts);
        new CardView(selection, navigation, marking, display, enrichment, workbench.library(), messages, background,
                () -> root);
        investigation = new InvestigationPage(selection, parts.timeline().alone(),
                new Breadcrumbs(selection, navigation), parts.timeline(), lower,
                new DetailsView(selection, navigation, marking, around, display, enrichment, workbench.library(),
                        messages,
                        background, dialogs),
                settings, display.reducedMotion());
        navigation.page().addListener((property, before, now) -> parts.timeline().alone().set(false));
        HandbookWindow handbook = new HandbookWindow(workbench, root);
        AboutSheet about = new AboutSheet(workbench.enrichment());
        Actions actions = new WindowActions(workbench, settings, dialogs, parts, this::exit, this::fullScreen,
                key -> markKeys.run(key, root.getScene().getFocusOwner()), textSize::change).all(
                        cases, this::openSample,
                        new WindowActions.Imports(imports::newCase, this::chooseExports, this::chooseFolder),
                        new WindowActions.Help(handbook::open, parts.sheets().exports()::open, shortcuts::open,
                                about::open));
        shortcuts.list(actions);
        parts.search().commands(() -> {
            List<Command> all = new ArrayList<>(actions.commands());
            all.addAll(Zones.commands(workbench.display()));
            return all;
        });
        parts.search().handbook(handbook::load, handbook.found());
        BorderPane frame = new BorderPane(pages());
        frame.setTop(new VBox(new HeaderBar(workbench, actions.menuBar(workbench.selection().openCase().isNull()),
                parts.search()::show), parts.filters()));
        StatusLine status = new StatusLine(workbench.selection(), workbench.messages(), workbench.activities(),
                workbench.display(), background);
        frame.setBottom(status);
        status.managedProperty().bind(parts.timeline().alone().not());
        status.visibleProperty().bind(status.managedProperty());
        parts.filters().visibleProperty()
                .bind(workbench.selection().openCase().isNotNull().and(parts.timeline().alone().not()));
        parts.filters().managedProperty().bind(parts.filters().visibleProperty());
        root.getChildren().addAll(frame, parts.search(), new ImportView(imports, dialogs), parts.sheets().reports(),
                parts.sheets().extracts(),
                parts.sheets().networks(), parts.sheets().merges(), parts.sheets().evidence(), parts.sheets().exports(),
                new MarkSheetView(selection, marking, display, messages, background),
                shortcuts,
                about, new TourView(tour), new Toast(messages), dropFrame);
        root.getStyleClass().add("window");
        acceptFiles();
        workbench.display().dark().addListener((property, before, now) -> {
            dress();
            rememberTheme();
            settings.saveBy(workbench.background());
        });
        dress();
    }

    private void exit() {
        Window shown = root.getScene().getWindow();
        shown.fireEvent(new WindowEvent(shown, WindowEvent.WINDOW_CLOSE_REQUEST));
    }

    private void fullScreen() {
        if (root.getScene().getWindow() instanceof Stage stage) {
            // Escape closes sheets and brings back what is beside the timeline; only the key that began it ends the full
            // screen
            stage.setFullScreenExitKeyCombination(KeyCombination.NO_MATCH);
            stage.setFullScreen(!stage.isFullScreen());
        }
    }

    /**
     * The pages, of which one is shown; without a case the one that welcomes. Only that one is a part of the window:
     * pages that are merely invisible would be laid out again, unseen, at each change of the filter.
     */
    private StackPane pages() {
        WelcomeView welcome = new WelcomeView(cases, workbench.activities(), this::openSample, this::chooseExports,
                this::chooseFolder, parts.sheets().exports()::open);
        OverviewView overview = new OverviewView(workbench.selection(), workbench.navigation(), workbench.rules(),
                workbench.answers(), workbench.display(), workbench.messages(), workbench.background(),
                new AnswersView(workbench.selection(), workbench.navigation(), workbench.answers()),
                parts.search()::show, parts.sheets().evidence()::open);
        Map<Page, Node> pages = Map.of(Page.START, overview, Page.SESSIONS, parts.sessions(), Page.FINDINGS,
                parts.findings(), Page.INVESTIGATE, investigation);
        StackPane all = new StackPane();
        Runnable turn = () -> {
            Node page = workbench.selection().openCase().get() == null ? welcome
                    : pages.get(workbench.navigation().page().get());
            if (!all.getChildren().contains(page)) {
                all.getChildren().setAll(page);
            }
        };
        workbench.selection().openCase().addListener((property, before, now) -> {
            welcome.refresh();
            turn.run();
        });
        workbench.navigation().page().addListener((property, before, now) -> turn.run());
        turn.run();
        return all;
    }

    /** Opens the sample tenant's case, with the tour through it. */
    public void openSample() {
        cases.sample(sampleFolder, tour::begin);
    }

    /** Shows the open case in five steps. */
    public void beginTour() {
        tour.begin();
    }

    private void chooseExports() {
        List<Path> files = dialogs.files(ShellText.CHOOSE_FILES.with());
        if (!files.isEmpty()) {
            takeIn(files);
        }
    }

    private void chooseFolder() {
        Path folder = dialogs.folder(ShellText.CHOOSE_FOLDER.with());
        if (folder != null) {
            takeIn(List.of(folder));
        }
    }

    /** Files dropped anywhere go into the open case; without one, a new one is made for them. */
    private void acceptFiles() {
        root.setOnDragOver(event -> {
            if (event.getDragboard().hasFiles()) {
                event.acceptTransferModes(TransferMode.COPY);
                event.consume();
            }
        });
        root.setOnDragEntered(event -> dropFrame.setVisible(event.getDragboard().hasFiles()));
        root.setOnDragExited(event -> dropFrame.setVisible(false));
        root.setOnDragDropped(event -> {
            if (event.getDragboard().hasFiles()) {
                takeIn(event.getDragboard().getFiles().stream().map(File::toPath).toList());
                event.setDropCompleted(true);
                event.consume();
            }
        });
    }

    /** Takes dropped or chosen files: a case is opened, anything else is offered for import. */
    public void takeIn(List<Path> files) {
        if (files.size() == 1 && files.getFirst().toString().endsWith(".tlcase")) {
            cases.open(files.getFirst());
        } else {
            imports.offer(files);
        }
    }

    public Cases cases() {
        return cases;
    }

    private void dress() {
        boolean dark = workbench.display().dark().get();
        Application.setUserAgentStylesheet(
                dark ? new PrimerDark().getUserAgentStylesheet() : new PrimerLight().getUserAgentStylesheet());
        root.getStyleClass().removeAll("dark", "light");
        root.getStyleClass().add(dark ? "dark" : "light");
    }

    /** The window's contents in a scene of this size. */
    public Scene scene(double width, double height) {
        Scene scene = new Scene(root, width, height);
        scene.getStylesheets().add("org/tokenlane/ui/shell/workbench.css");
        scene.addEventHandler(KeyEvent.KEY_TYPED, event -> {
            if ("?".equals(event.getCharacter())
                    && !(scene.getFocusOwner() instanceof javafx.scene.control.TextInputControl)) {
                shortcuts.open();
            }
        });
        // a sheet closes on Escape before the window hears of it, and then that is all that it is to do
        scene.addEventFilter(KeyEvent.KEY_PRESSED, event -> sheetWasOpen = root.getChildren().stream()
                .anyMatch(node -> node.isVisible() && node.getStyleClass().contains("search-veil")));
        scene.addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE && !sheetWasOpen
                    && parts.timeline().alone().get()) {
                parts.timeline().alone().set(false);
                event.consume();
            } else if (!textSize.press(event) && !sheetWasOpen && markKeys.press(event)) {
                event.consume();
            }
        });
        MenuKey.install(scene);
        return scene;
    }

    /** Remembers how the window looks. */
    public void remember() {
        note();
        settings.saveBy(workbench.background());
    }

    /** Remembers how the window looks, and ends all work. */
    public void close() {
        note();
        workbench.close(settings::save);
    }

    private void rememberTheme() {
        settings.put("theme", workbench.display().dark().get() ? "dark" : "light");
    }

    private void note() {
        cases.remember();
        remembered.remember();
        rememberTheme();
        investigation.remember(settings);
    }
}
