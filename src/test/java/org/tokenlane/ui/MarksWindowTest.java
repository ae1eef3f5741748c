package org.tokenlane.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuBar;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TableView;
import javafx.scene.control.TreeTableView;
import javafx.scene.control.TreeView;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.tokenlane.correlate.MarkedEvents;
import org.tokenlane.model.filter.FilterField;
import org.tokenlane.model.mark.Bookmark;
import org.tokenlane.model.mark.MarkTarget;
import org.tokenlane.model.mark.Note;
import org.tokenlane.model.mark.OwnEvent;
import org.tokenlane.model.mark.Tag;
import org.tokenlane.model.mark.Verdict;
import org.tokenlane.model.text.Count;
import org.tokenlane.query.FilterParser;
import org.tokenlane.query.FilterSyntaxException;
import org.tokenlane.ui.kit.Shortcut;
import org.tokenlane.ui.kit.WindowRobot;
import org.tokenlane.ui.state.ViewState;
import org.tokenlane.ui.timeline.TimelineText;
import org.tokenlane.ui.timeline.TimelineView;

/** The analyst marks what was found, sees it everywhere, and can undo it. */
class MarksWindowTest {

    private static SampleWindow sample;

    private final FxRobot robot = new WindowRobot();

    @BeforeAll
    static void open() {
        sample = SampleWindow.shared();
    }

    @BeforeEach
    void reset() {
        sample.reset();
    }

    @AfterAll
    static void close() {
        sample.leave();
    }

    private MarkedEvents marked() {
        return sample.workbench.marking().marked().get();
    }

    private void openSession() {
        robot.interact(() -> sample.workbench.navigation().investigate(sample.answers.aitmSession()));
        SampleWindow.await(() -> sample.workbench.selection().matching().get().events().length < 500);
    }

    private void filter(String text) {
        robot.interact(() -> {
            try {
                sample.workbench.navigation().go(ViewState.of(FilterParser.parse(text)));
            } catch (FilterSyntaxException e) {
                throw new AssertionError(e);
            }
        });
        // the answer replaces the set, also by an equal one
        SampleWindow.await(() -> sample.workbench.selection().view().get().filter().toText().equals(text));
    }

    private boolean lists(int events) {
        return sample.workbench.selection().matching().get().events().length == events;
    }

    @Test
    void anEventsTokenIsJudgedByKeyboardAndItsVerdictIsSeenInFilterDetailsTokensAndSessions() {
        openSession();
        int event = sample.workbench.selection().matching().get().events()[20];
        robot.interact(() -> sample.workbench.selection().event().set(event));
        robot.push(KeyCode.CONTROL, KeyCode.M);
        ComboBox<?> what = robot.lookup("#mark-what").query();
        SampleWindow.await(() -> what.isVisible() && what.getItems().size() > 3);
        int token = (int) what.getItems().stream().takeWhile(choice -> !choice.toString().contains("Its token"))
                .count();
        robot.interact(() -> what.getSelectionModel().select(token));
        robot.interact(() -> robot.lookup("#mark-malicious").queryAs(javafx.scene.control.ToggleButton.class).fire());
        robot.interact(
                () -> robot.lookup("#mark-reason").queryTextInputControl().setText("replayed from another network"));
        robot.interact(() -> robot.lookup("#mark-tags").queryTextInputControl().setText("exfil, to tell"));
        robot.interact(
                () -> robot.lookup("#mark-note").queryTextInputControl().setText("Asked Søren on 日本 <b>bold</b>"));
        robot.push(KeyCode.CONTROL, KeyCode.ENTER);
        SampleWindow.await(() -> marked().marks().all().size() == 4);
        assertThat(robot.lookup("#mark-what").query().getParent().getParent().getParent().getParent().isVisible())
                .isFalse();
        assertThat(marked().verdict(event)).isEqualTo(Verdict.MALICIOUS);
        assertThat(marked().tags(event)).containsExactly("exfil", "to tell");
        SampleWindow.await(() -> !robot.lookup("#details-marks").queryAll().isEmpty());
        assertThat(robot.from(robot.lookup("#details-marks").queryAll().toArray(javafx.scene.Node[]::new))
                .lookup(".label").queryAll())
                .extracting(node -> ((javafx.scene.control.Label) node).getText())
                .anyMatch(text -> text.startsWith("malicious: replayed from another network"))
                .anyMatch(text -> text.contains("Asked Søren on 日本 <b>bold</b>"));
        int hostile = marked().hostile().cardinality();
        filter("verdict:malicious");
        SampleWindow.await(() -> lists(hostile));
        robot.push(KeyCode.CONTROL, KeyCode.Z);
        SampleWindow.await(() -> marked().marks().all(Note.class).isEmpty());
        robot.push(KeyCode.CONTROL, KeyCode.Z);
        robot.push(KeyCode.CONTROL, KeyCode.Z);
        robot.push(KeyCode.CONTROL, KeyCode.Z);
        SampleWindow.await(() -> marked().marks().all().isEmpty());
        SampleWindow.await(() -> lists(0));
        robot.push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.Z);
        SampleWindow.await(() -> lists(hostile));
    }

    @Test
    void keysMarkWhatHasTheKeyboardAndAreLettersWhereSomebodyTypes() {
        openSession();
        TableView<?> events = robot.lookup("#events").query();
        SampleWindow.await(() -> events.getItems().size() > 50);
        robot.interact(() -> {
            events.requestFocus();
            events.getSelectionModel().select(3);
        });
        robot.type(KeyCode.DIGIT1);
        SampleWindow.await(() -> marked().counts().containsKey(Verdict.MALICIOUS));
        assertThat(marked().counts().get(Verdict.MALICIOUS)).isEqualTo(1);
        robot.type(KeyCode.DIGIT0);
        SampleWindow.await(() -> marked().marks().all().isEmpty());
        robot.push(KeyCode.ALT, KeyCode.K);
        TreeView<?> tokens = robot.lookup("#tokens").query();
        robot.interact(() -> {
            tokens.requestFocus();
            tokens.getSelectionModel().select(0);
        });
        robot.type(KeyCode.DIGIT2).type(KeyCode.B);
        SampleWindow.await(() -> marked().marks().all().size() == 2);
        assertThat(marked().marks().all(Bookmark.class).getFirst().target().key())
                .isEqualTo(sample.answers.aitmSession());
        robot.interact(() -> robot.lookup("#filter").query().requestFocus());
        robot.type(KeyCode.DIGIT1, KeyCode.T, KeyCode.B);
        assertThat(robot.lookup("#filter").queryTextInputControl().getText()).isEqualTo("1tb");
        assertThat(marked().marks().all()).hasSize(2);
        robot.interact(() -> {
            robot.lookup("#filter").queryTextInputControl().clear();
            tokens.requestFocus();
        });
        robot.type(KeyCode.T);
        SampleWindow.await(() -> robot.lookup("#mark-tags").query().isFocused());
        robot.type(KeyCode.ESCAPE);
        robot.push(KeyCode.ALT, KeyCode.E);
        robot.interact(() -> {
            events.requestFocus();
            events.getSelectionModel().select(3);
        });
        robot.push(KeyCode.SHIFT, KeyCode.F10);
        SampleWindow.await(() -> robot.listWindows().stream().anyMatch(ContextMenu.class::isInstance));
        robot.type(KeyCode.ESCAPE);
    }

    @Test
    void aSessionMarkedOnItsRowShowsItsVerdictThereAndInTheTokenTree() {
        openSession();
        robot.interact(() -> sample.workbench.navigation().mark(FilterField.SESSION, sample.answers.aitmSession()));
        robot.interact(() -> robot.lookup("#mark-suspicious").queryAs(javafx.scene.control.ToggleButton.class).fire());
        robot.interact(() -> robot.lookup("#mark-keep").queryButton().fire());
        SampleWindow.await(() -> marked().counts().containsKey(Verdict.SUSPICIOUS));
        assertThat(marked().counts().get(Verdict.SUSPICIOUS)).isGreaterThan(50);
        SampleWindow.await(() -> robot.lookup("#tokens").lookup(".verdict").queryAll().stream()
                .anyMatch(node -> ((javafx.scene.control.Label) node).getText().equals("suspicious")));
        robot.push(KeyCode.CONTROL, KeyCode.DIGIT2);
        robot.interact(() -> sample.workbench.navigation().go(ViewState.ALL));
        TreeTableView<?> sessions = robot.lookup("#sessions").query();
        SampleWindow.await(
                () -> robot.from(sessions).lookup(".verdict").queryAll().stream()
                        .anyMatch(node -> ((javafx.scene.control.Label) node).getText().equals("Suspicious")));
        assertThat(sessions.getColumns().stream().filter(column -> column.getText().equals("Verdict")).findFirst()
                .orElseThrow().isVisible()).isTrue();
    }

    @Test
    void bookmarksOwnEventsAndIndicatorsStandInTheListOfMarksAndLeadToTheirEvents() throws IOException {
        openSession();
        int event = sample.workbench.selection().matching().get().events()[10];
        robot.interact(() -> {
            robot.lookup("#events").query().requestFocus();
            sample.workbench.selection().event().set(event);
        });
        robot.type(KeyCode.B);
        SampleWindow.await(() -> marked().marks().all(Bookmark.class).size() == 1);
        sample.dialogs.text = "2026-09-10 9:30+02:00 the user got a phone call";
        robot.push(KeyCode.CONTROL, KeyCode.E);
        SampleWindow.await(() -> marked().marks().all(OwnEvent.class).size() == 1);
        assertThat(marked().marks().all(OwnEvent.class).getFirst().words())
                .isEqualTo("2026-09-10T07:30:00Z: the user got a phone call");
        assertThat(robot.lookup("#timeline").query().getAccessibleText())
                .contains(TimelineText.SPOKEN_OWN_EVENT.text("2026-09-10 07:30:00", "the user got a phone call"));
        Path list = Files.writeString(sample.folder.resolve("kit.txt"), "203.0.113.77 # relay\nnothing\n");
        sample.dialogs.files = List.of(list);
        robot.push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.I);
        SampleWindow.await(() -> marked().hits().size() == 1);
        robot.push(KeyCode.ALT, KeyCode.M);
        TreeTableView<?> marks = robot.lookup("#marks").query();
        SampleWindow.await(() -> marks.getRoot().getChildren().size() == 3);
        assertThat(marks.getRoot().getChildren().getFirst().getChildren()).as("the indicator that hit").hasSize(1);
        robot.interact(() -> marks.getSelectionModel().select(0));
        robot.push(KeyCode.ENTER);
        int hits = marked().hits().getFirst().events().cardinality();
        SampleWindow.await(() -> lists(hits));
        robot.interact(() -> marks.getSelectionModel().clearAndSelect(2));
        robot.push(KeyCode.ENTER);
        SampleWindow.await(() -> sample.workbench.selection().event().get() == event);
        robot.push(KeyCode.DELETE);
        SampleWindow.await(() -> marked().marks().all(Bookmark.class).isEmpty());
        robot.interact(() -> robot.lookup("#marks-log-shown").queryAs(javafx.scene.control.ToggleButton.class).fire());
        TableView<?> log = robot.lookup("#marks-log").query();
        SampleWindow.await(() -> log.isVisible() && log.getItems().toString().contains("bookmark removed"));
    }

    @Test
    void severalSelectedEventsAreTaggedTogetherAndAnOriginIsMarkedAsAWhole() {
        openSession();
        TableView<Integer> events = robot.lookup("#events").query();
        robot.interact(() -> events.getSelectionModel().selectRange(3, 6));
        robot.interact(events::requestFocus);
        robot.push(KeyCode.CONTROL, KeyCode.M);
        SampleWindow.await(() -> robot.lookup("#mark-tags").query().isVisible()
                && robot.lookup("#mark-what").queryAs(ComboBox.class).getItems().size() == 1);
        robot.interact(() -> robot.lookup("#mark-tags").queryTextInputControl().setText("to ask"));
        robot.interact(() -> robot.lookup("#mark-keep").queryButton().fire());
        SampleWindow.await(() -> marked().marks().all(Tag.class).size() == 3);
        filter("tag:\"to ask\"");
        SampleWindow.await(() -> lists(3));
        robot.interact(() -> sample.workbench.navigation().investigate(sample.answers.aitmSession()));
        SampleWindow.await(() -> sample.workbench.selection().matching().get().events().length > 50);
        var timeline = robot.lookup(node -> node instanceof TimelineView).<TimelineView> query().model().timeline();
        SampleWindow.await(() -> timeline.get().origins().size() > 1);
        robot.interact(() -> {
            var person = timeline.get().origins().getLast();
            sample.workbench.marking().askAbout("Everything of it",
                    person.keys().stream().map(key -> MarkTarget.origin(sample.answers.aitmSession(), key)).toList());
        });
        robot.interact(() -> robot.lookup("#mark-malicious").queryAs(javafx.scene.control.ToggleButton.class).fire());
        robot.interact(() -> robot.lookup("#mark-keep").queryButton().fire());
        SampleWindow.await(() -> !marked().hostile().isEmpty());
        assertThat(marked().hostile().cardinality()).isLessThanOrEqualTo(timeline.get().origins().getLast().events());
    }

    @Test
    void selectedEventsBecomeTheFilterAndTheirExposureIsShown() {
        openSession();
        TableView<Integer> events = robot.lookup("#events").query();
        robot.interact(() -> events.getSelectionModel().selectRange(20, 25));
        robot.push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.E);
        SampleWindow.await(() -> lists(5));
        assertThat(sample.workbench.selection().view().get().filter().toText()).contains("event:e");
        robot.push(KeyCode.ALT, KeyCode.X);
        SampleWindow.await(() -> robot.lookup(".label").queryAll().stream()
                .anyMatch(node -> ((javafx.scene.control.Label) node).getText() != null
                        && ((javafx.scene.control.Label) node).getText()
                                .contains(Count.OPERATIONS.of(5))));
    }

    @Test
    void whatCannotBeReadAsAMarkIsToldAndNothingIsKept() throws IOException {
        openSession();
        sample.dialogs.text = "yesterday the user got a phone call";
        robot.push(KeyCode.CONTROL, KeyCode.E);
        SampleWindow.await(() -> sample.saidKey().equals("MarksText.own-event-no-time"));
        sample.dialogs.files = List.of(Files.writeString(sample.folder.resolve("none.txt"), "nothing\n"));
        robot.push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.I);
        SampleWindow.await(() -> sample.saidKey().equals("MarksText.indicators-none-skipped"));
        robot.push(KeyCode.CONTROL, KeyCode.Z);
        SampleWindow.await(() -> sample.saidKey().equals("StateText.undo-nothing"));
        robot.interact(() -> {
            robot.lookup("#events").query().requestFocus();
            sample.workbench.selection().event().set(-1);
        });
        robot.type(KeyCode.B);
        SampleWindow.await(() -> sample.saidKey().equals("StateText.mark-nothing"));
        assertThat(marked().marks().all()).isEmpty();
    }

    private static MenuItem entry(Menu menu, Shortcut key) {
        return menu.getItems().stream().filter(item -> key.keys().equals(item.getAccelerator())).findFirst()
                .orElseThrow();
    }

    @Test
    void undoIsGreyWhileThereIsNothingToUndoAndItsKeyWorksAsSoonAsThereIs() {
        MenuBar bar = robot.lookup(".menu-bar").query();
        Menu menu = bar.getMenus().stream().filter(each -> each.getItems().stream()
                .anyMatch(item -> Shortcut.UNDO.keys().equals(item.getAccelerator()))).findFirst().orElseThrow();
        MenuItem undo = entry(menu, Shortcut.UNDO);
        robot.interact(menu::show);
        SampleWindow.await(undo::isDisable);
        assertThat(entry(menu, Shortcut.REDO).isDisable()).isTrue();
        robot.interact(menu::hide);
        assertThat(undo.isDisable()).as("the key works without opening the menu again").isFalse();

        MarkTarget session = MarkTarget.of(MarkTarget.Kind.SESSION, sample.answers.aitmSession());
        robot.interact(() -> sample.workbench.marking()
                .change((marks, who) -> marks.verdict(List.of(session), Verdict.BENIGN, "", who)));
        SampleWindow.await(() -> sample.workbench.marking().marked().get().marks().verdict(session) != null);
        robot.interact(menu::show);
        SampleWindow.await(() -> entry(menu, Shortcut.REDO).isDisable());
        assertThat(undo.isDisable()).isFalse();
        robot.interact(menu::hide);
        robot.push(KeyCode.CONTROL, KeyCode.Z);
        SampleWindow.await(() -> sample.workbench.marking().marked().get().marks().verdict(session) == null);
    }
}
