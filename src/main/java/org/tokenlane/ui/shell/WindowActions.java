package org.tokenlane.ui.shell;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;
import org.jspecify.annotations.Nullable;
import org.tokenlane.detect.library.Library;
import org.tokenlane.model.text.TextKey;
import org.tokenlane.model.time.Durations;
import org.tokenlane.timeline.WorkingHours;
import org.tokenlane.ui.kit.Captions;
import org.tokenlane.ui.kit.Dialogs;
import org.tokenlane.ui.kit.FileKind;
import org.tokenlane.ui.kit.Shortcut;
import org.tokenlane.ui.state.Around;
import org.tokenlane.ui.state.InvestigationTab;
import org.tokenlane.ui.state.Marking;
import org.tokenlane.ui.state.Navigation;
import org.tokenlane.ui.state.Page;
import org.tokenlane.ui.state.Settings;
import org.tokenlane.ui.state.ViewState;
import org.tokenlane.ui.state.Workbench;

/** The window's menus. */
final class WindowActions {

    private final Workbench workbench;
    private final Navigation navigation;
    private final Settings settings;
    private final Dialogs dialogs;
    private final Parts parts;
    private final Runnable exit;
    private final Runnable fullScreen;
    private final Consumer<Shortcut> markKey;
    private final Consumer<Shortcut> textSize;
    private final Actions actions = new Actions();

    /**
     * @param exit
     *            ends the program
     * @param fullScreen
     *            lets the window take the whole screen, or gives that back
     * @param markKey
     *            marks what is selected by what the key stands for
     * @param textSize
     *            makes the text larger or smaller
     */
    WindowActions(Workbench workbench, Settings settings, Dialogs dialogs, Parts parts, Runnable exit,
            Runnable fullScreen, Consumer<Shortcut> markKey, Consumer<Shortcut> textSize) {
        this.markKey = markKey;
        this.textSize = textSize;
        this.exit = exit;
        this.fullScreen = fullScreen;
        this.settings = settings;
        this.workbench = workbench;
        this.navigation = workbench.navigation();
        this.dialogs = dialogs;
        this.parts = parts;
    }

    /**
     * The ways to bring in evidence.
     *
     * @param newCase
     *            asks for the name and place of a case without files
     * @param files
     *            asks for files
     * @param folder
     *            asks for a folder
     */
    record Imports(Runnable newCase, Runnable files, Runnable folder) {
    }

    /** What helps to use the program. */
    record Help(Runnable handbook, Runnable exports, Runnable shortcuts, Runnable about) {
    }

    /**
     * @param openSample
     *            opens the sample tenant's case with the tour through it
     */
    Actions all(Cases cases, Runnable openSample, Imports imports, Help help) {
        file(cases, openSample, imports);
        view();
        filter();
        mark();
        actions.add(ShellText.MENU_SEARCH, ShellText.SEARCH_EVERYTHING, Shortcut.SEARCH, parts.search()::show);
        actions.add(ShellText.MENU_SEARCH, ShellText.FIND, Shortcut.FIND, () -> {
            turn(InvestigationTab.EVENTS);
            parts.tabs().events().find();
        });
        actions.always(ShellText.MENU_HELP, ShellText.HANDBOOK, Shortcut.HANDBOOK, help.handbook());
        actions.always(ShellText.MENU_HELP, ShellText.WHAT_TO_EXPORT, null, help.exports());
        actions.always(ShellText.MENU_HELP, ShellText.SHORTCUTS, Shortcut.SHORTCUTS, help.shortcuts());
        actions.always(ShellText.MENU_HELP, ShellText.TOUR, null, openSample);
        actions.always(ShellText.MENU_HELP, ShellText.ABOUT_PROGRAM, Shortcut.ABOUT, help.about());
        return actions;
    }

    private void file(Cases cases, Runnable openSample, Imports imports) {
        TextKey menu = ShellText.MENU_FILE;
        actions.always(menu, ShellText.NEW_CASE, Shortcut.NEW_CASE, imports.newCase());
        actions.always(menu, ShellText.OPEN_CASE, Shortcut.OPEN_CASE, cases::choose);
        Menu recent = Captions.menu(ShellText.MENU_RECENT);
        recent.setId("menu-recent");
        actions.submenu(menu, recent);
        actions.onShowing(menu, () -> cases.recent(files -> fill(recent, files, cases)));
        actions.always(menu, ShellText.SAMPLE_CASE, Shortcut.SAMPLE_CASE, openSample);
        actions.always(menu, ShellText.IMPORT_FILES, Shortcut.IMPORT, imports.files());
        actions.always(menu, ShellText.IMPORT_FOLDER, null, imports.folder());
        actions.add(menu, ShellText.EVIDENCE, Shortcut.EVIDENCE, parts.sheets().evidence()::open);
        actions.separate(menu);
        actions.add(menu, ShellText.SAVE_EVENTS, Shortcut.SAVE_EVENTS, parts.tabs().events()::save);
        actions.add(menu, ShellText.SAVE_TIMELINE, Shortcut.SAVE_TIMELINE, parts.timeline()::save);
        actions.add(menu, ShellText.SAVE_CONTAINMENT, Shortcut.SAVE_CONTAINMENT, parts.tabs().containment()::save);
        actions.add(menu, ShellText.REPORT, Shortcut.REPORT, parts.sheets().reports()::show);
        actions.add(menu, ShellText.EXTRACT, Shortcut.EXTRACT, parts.sheets().extracts()::show);
        actions.add(menu, ShellText.EXPORT_MARKS.with(), parts.sheets().merges()::export);
        actions.add(menu, ShellText.MERGE_MARKS.with(), parts.sheets().merges()::choose);
        actions.add(menu, ShellText.CLOSE_CASE, Shortcut.CLOSE_CASE, cases::close);
        actions.separate(menu);
        actions.add(menu, ShellText.LOAD_SIGMA, Shortcut.LOAD_SIGMA,
                () -> turn(Page.FINDINGS, parts.findings()::loadSigma));
        actions.always(menu, ShellText.NETWORK_DATA, Shortcut.NETWORK_DATA, parts.sheets().networks()::open);
        actions.separate(menu);
        actions.always(menu, ShellText.EXIT, Shortcut.EXIT, exit);
    }

    private static void fill(Menu recent, List<Path> files, Cases cases) {
        recent.getItems().setAll(files.stream()
                .map(file -> Captions.valueAction(file.toString(), () -> cases.open(file))).toList());
        recent.setDisable(files.isEmpty());
    }

    private void view() {
        TextKey menu = ShellText.MENU_VIEW;
        actions.add(menu, ShellText.PAGE_START, Shortcut.PAGE_START, () -> turn(Page.START, () -> {
        }));
        actions.add(menu, ShellText.PAGE_SESSIONS, Shortcut.PAGE_SESSIONS,
                () -> turn(Page.SESSIONS, parts.sessions()::focusTable));
        actions.add(menu, ShellText.PAGE_FINDINGS, Shortcut.PAGE_FINDINGS,
                () -> turn(Page.FINDINGS, parts.findings()::focusTable));
        actions.add(menu, ShellText.PAGE_INVESTIGATE, Shortcut.PAGE_INVESTIGATE,
                () -> turn(Page.INVESTIGATE, parts.timeline()::focusLanes));
        actions.separate(menu);
        actions.within(menu, ShellText.MENU_GO_TO, () -> {
            actions.add(menu, ShellText.TO_TIMELINE, Shortcut.TO_TIMELINE,
                    () -> turn(Page.INVESTIGATE, parts.timeline()::focusLanes));
            actions.add(menu, ShellText.TO_STORY, Shortcut.TO_STORY, () -> turn(InvestigationTab.STORY));
            actions.add(menu, ShellText.TO_TOKENS, Shortcut.TO_TOKENS, () -> turn(InvestigationTab.TOKENS));
            actions.add(menu, ShellText.TO_EVENTS, Shortcut.TO_EVENTS, () -> turn(InvestigationTab.EVENTS));
            actions.add(menu, ShellText.TO_VALUES, Shortcut.TO_VALUES, () -> turn(InvestigationTab.VALUES));
            actions.add(menu, ShellText.TO_EXPOSURE, Shortcut.TO_EXPOSURE, () -> turn(InvestigationTab.EXPOSURE));
            actions.add(menu, ShellText.TO_CONTAINMENT, Shortcut.TO_CONTAINMENT,
                    () -> turn(InvestigationTab.CONTAINMENT));
            actions.add(menu, ShellText.TO_MARKS, Shortcut.TO_MARKS, () -> turn(InvestigationTab.MARKS));
        });
        actions.add(menu, ShellText.FOLD_RUNS, Shortcut.FOLD_RUNS,
                () -> parts.tabs().events().folded().set(!parts.tabs().events().folded().get()));
        actions.separate(menu);
        actions.add(menu, ShellText.SESSIONS_BY_USER, Shortcut.SESSIONS_BY_USER,
                () -> turn(Page.SESSIONS, parts.sessions()::toggleByUser));
        actions.add(menu, ShellText.OTHER_VICTIMS, Shortcut.OTHER_VICTIMS,
                () -> turn(Page.FINDINGS, parts.findings()::showVictims));
        actions.add(menu, ShellText.RULES, Shortcut.RULES, () -> turn(Page.FINDINGS, parts.findings()::showRules));
        actions.add(menu, ShellText.RULES_AGAIN.with(), workbench.rules()::detect);
        actions.separate(menu);
        actions.within(menu, ShellText.MENU_LANES, () -> {
            actions.add(menu, ShellText.NEXT_LANES, Shortcut.NEXT_LANES,
                    () -> turn(Page.INVESTIGATE, parts.timeline()::nextLanes));
            actions.add(menu, ShellText.ALL_SESSIONS_OF_USER, Shortcut.ALL_SESSIONS_OF_USER,
                    () -> turn(Page.INVESTIGATE, parts.timeline()::toggleUser));
            actions.add(menu, ShellText.NAME_ORIGIN, Shortcut.NAME_ORIGIN,
                    () -> turn(Page.INVESTIGATE, parts.timeline()::nameOrigin));
            actions.add(menu, ShellText.SPLIT_ORIGIN, Shortcut.SPLIT_ORIGIN,
                    () -> turn(Page.INVESTIGATE, parts.timeline()::splitOrigin));
        });
        actions.separate(menu);
        actions.always(menu, ShellText.DARK_OR_LIGHT, Shortcut.DARK_OR_LIGHT,
                () -> ThemeSwitch.turn(workbench));
        actions.within(menu, ShellText.MENU_TEXT_SIZE, () -> {
            for (Map.Entry<TextKey, Shortcut> size : List.of(
                    Map.entry((TextKey) ShellText.TEXT_LARGER, Shortcut.TEXT_LARGER),
                    Map.entry((TextKey) ShellText.TEXT_SMALLER, Shortcut.TEXT_SMALLER),
                    Map.entry((TextKey) ShellText.TEXT_USUAL, Shortcut.TEXT_USUAL))) {
                actions.always(menu, size.getKey(), size.getValue(), () -> textSize.accept(size.getValue()));
            }
        });
        actions.always(menu, ShellText.REDUCED_MOTION, null, () -> ReducedMotion.turn(workbench, settings));
        actions.always(menu, ShellText.WORKING_HOURS, null, this::askForHours);
        actions.submenu(menu, LanguageMenu.of(settings, workbench));
        actions.add(menu, ShellText.TIMELINE_ALONE, Shortcut.TIMELINE_ALONE,
                () -> turn(Page.INVESTIGATE, () -> parts.timeline().alone().set(!parts.timeline().alone().get())));
        actions.always(menu, ShellText.FULL_SCREEN, Shortcut.FULL_SCREEN, fullScreen);
    }

    private void filter() {
        TextKey menu = ShellText.MENU_FILTER;
        actions.add(menu, ShellText.FILTER, Shortcut.FILTER, () -> withFilters(parts.filters()::focusFilter));
        actions.add(menu, ShellText.FILTER_BY_USER, Shortcut.FILTER_BY_USER,
                () -> withFilters(parts.filters()::focusUser));
        actions.add(menu, ShellText.FILTER_BY_ADDRESS, Shortcut.FILTER_BY_ADDRESS,
                () -> withFilters(parts.filters()::focusAddress));
        actions.add(menu, ShellText.SAVE_FILTER, Shortcut.SAVE_FILTER, parts.filters()::saveFilter);
        actions.add(menu, ShellText.BACK, Shortcut.BACK, navigation::back);
        actions.add(menu, ShellText.FORWARD, Shortcut.FORWARD, navigation::forward);
        actions.add(menu, ShellText.ONLY_SELECTED, Shortcut.ONLY_SELECTED, parts.tabs().events()::onlySelected);
        actions.add(menu, ShellText.CLEAR_FILTER, Shortcut.CLEAR_FILTER, () -> navigation.go(ViewState.ALL));
        actions.separate(menu);
        Around around = workbench.around();
        actions.add(menu, ShellText.AROUND, Shortcut.AROUND, around::look);
        for (Duration usual : Around.USUAL) {
            actions.add(menu, ShellText.AROUND_SPAN.with(Durations.exact(usual)), () -> around.look(usual));
        }
        actions.add(menu, ShellText.AROUND_OTHER, Shortcut.AROUND_OTHER, () -> around.ask(dialogs));
    }

    private void mark() {
        TextKey menu = ShellText.MENU_MARK;
        Marking marking = workbench.marking();
        actions.add(menu, ShellText.MARK, Shortcut.MARK, parts.tabs().events()::mark);
        markKey(ShellText.MARK_MALICIOUS, Shortcut.MALICIOUS);
        markKey(ShellText.MARK_SUSPICIOUS, Shortcut.SUSPICIOUS);
        markKey(ShellText.MARK_BENIGN, Shortcut.BENIGN);
        markKey(ShellText.NO_VERDICT, Shortcut.NO_VERDICT);
        markKey(ShellText.TAG, Shortcut.TAG);
        markKey(ShellText.BOOKMARK, Shortcut.BOOKMARK);
        actions.add(menu, ShellText.OWN_EVENT, Shortcut.OWN_EVENT, parts.tabs().marks()::ownEvent);
        actions.add(menu, ShellText.LOAD_INDICATORS, Shortcut.LOAD_INDICATORS, parts.tabs().marks()::load);
        actions.add(menu, ShellText.REMEMBER.with(), workbench.library()::remember);
        actions.always(menu, ShellText.CHOOSE_LIBRARY, null, this::chooseLibrary);
        actions.separate(menu);
        actions.add(menu, ShellText.UNDO, Shortcut.UNDO, marking::undo);
        actions.add(menu, ShellText.REDO, Shortcut.REDO, marking::redo);
        actions.onShowing(menu, () -> marking.next((undo, redo) -> {
            name(ShellText.UNDO, ShellText.UNDO_NAMED, undo);
            name(ShellText.REDO, ShellText.REDO_NAMED, redo);
        }));
    }

    private void markKey(TextKey text, Shortcut key) {
        actions.add(ShellText.MENU_MARK, text, key, () -> markKey.accept(key));
    }

    /** Names what an entry of the menu would do, and greys it where that is nothing. */
    private void name(TextKey entry, TextKey named, @Nullable String what) {
        MenuItem item = actions.entry(entry);
        if (item != null) {
            Captions.set(item, what == null ? entry : named, what == null ? "" : what);
            actions.grey(entry, what == null);
        }
    }

    private void askForHours() {
        String text = dialogs.text(ShellText.WORKING_HOURS_TITLE.with(),
                ShellText.WORKING_HOURS_PROMPT.with(workbench.display().hours().get().words()));
        if (text == null || text.isBlank()) {
            return;
        }
        WorkingHours.of(text).ifPresentOrElse(hours -> {
            workbench.display().hours().set(hours);
            settings.put("hours", hours.words());
        }, () -> workbench.messages().hint(ShellText.NO_WORKING_HOURS.with(text)));
    }

    private void chooseLibrary() {
        Path file = dialogs.fileToWrite(ShellText.CHOOSE_LIBRARY_TITLE.with(), Library.FILE,
                List.of(new FileKind(ShellText.LIBRARY_KIND, "*.tsv")));
        if (file != null) {
            settings.put("library", file);
            workbench.library().use(file);
        }
    }

    private void turn(Page page, Runnable then) {
        if (workbench.selection().openCase().get() != null) {
            navigation.page().set(page);
            then.run();
        }
    }

    /** Shows what stands beside the timeline too, so that it is seen what follows. */
    private void withFilters(Runnable focus) {
        parts.timeline().alone().set(false);
        focus.run();
    }

    private void turn(InvestigationTab tab) {
        turn(Page.INVESTIGATE, () -> {
            parts.timeline().alone().set(false);
            navigation.tab().set(tab);
            parts.tabs().focus(tab);
        });
    }
}
