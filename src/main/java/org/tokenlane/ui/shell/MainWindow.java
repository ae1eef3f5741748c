package org.tokenlane.ui.shell;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import java.io.File;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import javafx.application.Application;
import javafx.beans.binding.BooleanBinding;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.MenuBar;
import javafx.scene.control.SplitPane;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.tokenlane.model.time.Durations;
import org.tokenlane.ui.cards.CardView;
import org.tokenlane.ui.containment.ContainmentView;
import org.tokenlane.ui.details.DetailsView;
import org.tokenlane.ui.events.EventsView;
import org.tokenlane.ui.exposure.ExposureView;
import org.tokenlane.ui.extracts.ExtractView;
import org.tokenlane.ui.filters.FilterBar;
import org.tokenlane.ui.findings.FindingsView;
import org.tokenlane.ui.imports.ImportView;
import org.tokenlane.ui.imports.ImportViewModel;
import org.tokenlane.ui.kit.Dialogs;
import org.tokenlane.ui.marks.MarkSheet;
import org.tokenlane.ui.marks.MarksView;
import org.tokenlane.ui.networks.NetworkDataView;
import org.tokenlane.ui.networks.NetworkDataViewModel;
import org.tokenlane.ui.overview.OverviewView;
import org.tokenlane.ui.reports.ReportView;
import org.tokenlane.ui.search.SearchView;
import org.tokenlane.ui.sessions.SessionsView;
import org.tokenlane.ui.state.Around;
import org.tokenlane.ui.state.Marking;
import org.tokenlane.ui.state.Settings;
import org.tokenlane.ui.state.Workbench;
import org.tokenlane.ui.state.Workbench.Page;
import org.tokenlane.ui.timeline.TimelineView;
import org.tokenlane.ui.tokens.TokenTreeView;
import org.tokenlane.ui.values.ValuesView;

/** The window: its pages, menus and what lies above them. */
public final class MainWindow {

    private final Workbench workbench;
    private final Settings settings;
    private final Dialogs dialogs;
    private final Cases cases;
    private final ImportViewModel imports;
    private final FilterBar filters;
    private final TimelineView timeline;
    private final TokenTreeView tokens;
    private final EventsView events;
    private final ValuesView values;
    private final ExposureView exposure;
    private final ContainmentView containment;
    private final MarksView marks;
    private final TabPane lower;
    private final SessionsView sessions;
    private final FindingsView findings;
    private final ReportView reports;
    private final ExtractView extracts;
    private final SearchView search;
    private final ShortcutSheet sheet;
    private final AboutSheet about;
    private final NetworkDataView networks;
    private final SplitPane across;
    private final SplitPane down;
    private final RememberedView remembered;
    private final StackPane root = new StackPane();

    /**
     * @param sampleFolder
     *            where the sample tenant's case is made
     */
    public MainWindow(Workbench workbench, Settings settings, Dialogs dialogs, Path sampleFolder) {
        this.workbench = workbench;
        this.settings = settings;
        this.dialogs = dialogs;
        workbench.dark().set(!settings.text("theme", "dark").equals("light"));
        cases = new Cases(workbench, settings, dialogs);
        imports = new ImportViewModel(workbench);
        filters = new FilterBar(workbench, dialogs);
        timeline = new TimelineView(workbench, dialogs);
        tokens = new TokenTreeView(workbench);
        events = new EventsView(workbench, dialogs);
        sessions = new SessionsView(workbench);
        findings = new FindingsView(workbench, dialogs);
        reports = new ReportView(workbench, settings, dialogs);
        extracts = new ExtractView(workbench, dialogs, cases::open);
        search = new SearchView(workbench);
        about = new AboutSheet(workbench);
        networks = new NetworkDataView(new NetworkDataViewModel(workbench, settings, dialogs));
        values = new ValuesView(workbench);
        exposure = new ExposureView(workbench);
        containment = new ContainmentView(workbench, dialogs);
        marks = new MarksView(workbench, dialogs);
        lower = new TabPane(new Tab("Events", events), new Tab("Values", values), new Tab("Exposure", exposure),
                new Tab("Containment", containment),
                new Tab("Marks", marks));
        exposure.shown().bind(isShown(2));
        containment.shown().bind(isShown(3));
        lower.setTabClosingPolicy(TabPane.TabClosingPolicy.UNAVAILABLE);
        remembered = new RememberedView(settings, workbench, events, sessions, values, lower);
        new CardView(workbench, () -> root);
        down = new SplitPane(timeline, lower);
        down.setOrientation(Orientation.VERTICAL);
        down.setDividerPositions(settings.number("split.down", 0.55));
        across = new SplitPane(tokens, down, new DetailsView(workbench, dialogs));
        across.setDividerPositions(settings.number("split.left", 0.22), settings.number("split.right", 0.74));
        SplitPane.setResizableWithParent(tokens, false);
        SplitPane.setResizableWithParent(across.getItems().get(2), false);
        WelcomeView welcome = new WelcomeView(settings, cases, sampleFolder, this::chooseExports);
        OverviewView overview = new OverviewView(workbench, search::show);
        BorderPane investigation = new BorderPane(across);
        investigation.setTop(new Breadcrumbs(workbench));
        StackPane pages = new StackPane(welcome, overview, sessions, findings, investigation);
        workbench.openCase().addListener((property, before, now) -> {
            welcome.refresh();
            turnTo(pages, page(welcome, overview, investigation));
        });
        workbench.page().addListener((property, before, now) -> turnTo(pages, page(welcome, overview, investigation)));
        turnTo(pages, welcome);
        Actions actions = actions(sampleFolder);
        sheet = new ShortcutSheet(actions);
        MenuBar menus = actions.menus();
        BorderPane frame = new BorderPane(pages);
        frame.setTop(new VBox(new HeaderBar(workbench, menus, search::show), filters));
        frame.setBottom(new StatusLine(workbench));
        filters.visibleProperty().bind(workbench.openCase().isNotNull());
        filters.managedProperty().bind(filters.visibleProperty());
        root.getChildren().addAll(frame, search, new ImportView(imports), reports, extracts, networks,
                new MarkSheet(workbench), sheet, about);
        root.getStyleClass().add("window");
        acceptFiles();
        workbench.dark().addListener((property, before, now) -> dress());
        dress();
    }

    private BooleanBinding isShown(int tab) {
        return lower.getTabs().get(tab).selectedProperty().and(workbench.page().isEqualTo(Page.INVESTIGATE));
    }

    private Node page(Node welcome, Node overview, Node investigation) {
        if (workbench.openCase().get() == null) {
            return welcome;
        }
        return switch (workbench.page().get()) {
        case START -> overview;
        case SESSIONS -> sessions;
        case FINDINGS -> findings;
        case INVESTIGATE -> investigation;
        };
    }

    private static void turnTo(StackPane pages, Node page) {
        pages.getChildren().forEach(other -> other.setVisible(other == page));
    }

    private Actions actions(Path sampleFolder) {
        Actions actions = new Actions();
        actions.add("File", "New case…", "Shortcut+N", () -> cases.make(null, () -> {
        }));
        actions.add("File", "Open case…", "Shortcut+O", cases::choose);
        actions.add("File", "Sample case", "Shortcut+Shift+O", () -> cases.sample(sampleFolder));
        actions.add("File", "Import exported files…", "Shortcut+I", this::chooseExports);
        actions.separate("File");
        actions.add("File", "Save events…", "Shortcut+S", events::save);
        actions.add("File", "Save the timeline…", "Shortcut+Shift+T", timeline::save);
        actions.add("File", "Save the containment steps…", "Shortcut+Shift+J", containment::save);
        actions.add("File", "Report…", "Shortcut+Shift+P", reports::show);
        actions.add("File", "Extract to a new case…", "Shortcut+Shift+H", extracts::show);
        actions.add("File", "Close case", "Shortcut+W", cases::close);
        actions.separate("File");
        actions.add("File", "Load Sigma rules…", "Shortcut+Shift+G", () -> turn(Page.FINDINGS, findings::loadSigma));
        actions.add("File", "Network data…", "Shortcut+Shift+N", () -> networks.open());
        actions.add("View", "Start here", "Shortcut+1", () -> turn(Page.START, () -> {
        }));
        actions.add("View", "Sessions", "Shortcut+2", () -> turn(Page.SESSIONS, sessions::focusTable));
        actions.add("View", "Findings", "Shortcut+3", () -> turn(Page.FINDINGS, findings::focusTable));
        actions.add("View", "Investigate", "Shortcut+4", () -> turn(Page.INVESTIGATE, timeline::focusLanes));
        actions.separate("View");
        actions.add("View", "To the timeline", "Alt+T", () -> turn(Page.INVESTIGATE, timeline::focusLanes));
        actions.add("View", "To the tokens", "Alt+K", () -> turn(Page.INVESTIGATE, tokens::focusTree));
        actions.add("View", "To the events", "Alt+E", () -> turn(Page.INVESTIGATE, () -> {
            lower.getSelectionModel().select(0);
            events.focusTable();
        }));
        actions.add("View", "To the values", "Alt+V", () -> turn(Page.INVESTIGATE, () -> {
            lower.getSelectionModel().select(1);
            values.focusTable();
        }));
        actions.add("View", "To the exposure", "Alt+X", () -> turn(Page.INVESTIGATE, () -> {
            lower.getSelectionModel().select(2);
            exposure.focusLists();
        }));
        actions.add("View", "To the containment sheet", "Alt+C", () -> turn(Page.INVESTIGATE, () -> {
            lower.getSelectionModel().select(3);
            containment.focusText();
        }));
        actions.add("View", "To the marks", "Alt+M", () -> turn(Page.INVESTIGATE, () -> {
            lower.getSelectionModel().select(4);
            marks.focusList();
        }));
        actions.add("View", "Fold runs of alike events", "Shortcut+Shift+F",
                () -> events.folded().set(!events.folded().get()));
        actions.separate("View");
        actions.add("View", "Sessions by user", "Alt+U", () -> turn(Page.SESSIONS, sessions::toggleByUser));
        actions.add("View", "Other victims", "Alt+O", () -> turn(Page.FINDINGS, findings::showVictims));
        actions.add("View", "Rules", "Alt+R", () -> turn(Page.FINDINGS, findings::showRules));
        actions.separate("View");
        actions.add("View", "Next kind of lanes", "Alt+L", () -> turn(Page.INVESTIGATE, timeline::nextLanes));
        actions.add("View", "The user's sessions under each other", "Alt+S",
                () -> turn(Page.INVESTIGATE, timeline::toggleUser));
        actions.add("View", "Name the selected event's origin…", "Alt+N",
                () -> turn(Page.INVESTIGATE, timeline::nameOrigin));
        actions.add("View", "Split the selected event's origin…", "Shortcut+Shift+S",
                () -> turn(Page.INVESTIGATE, timeline::splitOrigin));
        actions.separate("View");
        actions.add("View", "Dark or light", "Shortcut+D", () -> workbench.dark().set(!workbench.dark().get()));
        actions.add("Filter", "Filter", "Shortcut+L", filters::focusFilter);
        actions.add("Filter", "Filter by user", "Shortcut+U", filters::focusUser);
        actions.add("Filter", "Filter by address", "Shortcut+P", filters::focusAddress);
        actions.add("Filter", "Save the filter…", "Shortcut+Shift+L", filters::saveFilter);
        actions.add("Filter", "Back", "Alt+Left", workbench::back);
        actions.add("Filter", "Forward", "Alt+Right", workbench::forward);
        actions.add("Filter", "Only the selected events", "Shortcut+Shift+E", events::onlySelected);
        actions.add("Filter", "Clear the filter", "Shortcut+Shift+X",
                () -> workbench.go(org.tokenlane.ui.state.ViewState.ALL));
        actions.separate("Filter");
        Around around = workbench.around();
        actions.add("Filter", "Around this event", "Shortcut+R", around::look);
        for (Duration usual : Around.USUAL) {
            actions.add("Filter", "Around this event: ±" + Durations.exact(usual), "", () -> around.look(usual));
        }
        actions.add("Filter", "Around this event: another length…", "Shortcut+Shift+R", () -> around.ask(dialogs));
        Marking marking = workbench.marking();
        actions.add("Mark", "Mark…", "Shortcut+M", events::mark);
        actions.add("Mark", "Bookmark the selected event", "Shortcut+B", marking::toggleBookmark);
        actions.add("Mark", "Own event…", "Shortcut+E", marks::ownEvent);
        actions.add("Mark", "Load indicators…", "Shortcut+Shift+I", marks::load);
        actions.separate("Mark");
        actions.add("Mark", "Undo the last mark", "Shortcut+Z", marking::undo);
        actions.add("Mark", "Redo", "Shortcut+Shift+Z", marking::redo);
        actions.add("Search", "Search everything", "Shortcut+K", search::show);
        actions.add("Help", "Shortcuts", "F1", () -> sheet.open());
        actions.add("Help", "About Tokenlane", "Shift+F1", () -> about.open());
        return actions;
    }

    private void turn(Page page, Runnable then) {
        if (workbench.openCase().get() != null) {
            workbench.page().set(page);
            then.run();
        }
    }

    private void chooseExports() {
        List<Path> files = dialogs.files("Import exported files");
        if (!files.isEmpty()) {
            takeIn(files);
        }
    }

    /** Files dropped anywhere go into the open case; without one, a new one is offered first. */
    private void acceptFiles() {
        root.setOnDragOver(event -> {
            if (event.getDragboard().hasFiles()) {
                event.acceptTransferModes(TransferMode.COPY);
                event.consume();
            }
        });
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
        } else if (workbench.openCase().get() != null) {
            imports.offer(files);
        } else {
            cases.make(files.getFirst().toAbsolutePath().getParent(), () -> imports.offer(files));
        }
    }

    public Cases cases() {
        return cases;
    }

    private void dress() {
        boolean dark = workbench.dark().get();
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
                sheet.open();
            }
        });
        scene.addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE && workbench.event().get() >= 0) {
                workbench.event().set(-1);
            }
        });
        return scene;
    }

    /** Remembers how the window looks. */
    public void remember() {
        cases.remember();
        remembered.remember();
        settings.put("theme", workbench.dark().get() ? "dark" : "light");
        settings.put("split.down", down.getDividerPositions()[0]);
        settings.put("split.left", across.getDividerPositions()[0]);
        settings.put("split.right", across.getDividerPositions()[1]);
        settings.save();
    }
}
