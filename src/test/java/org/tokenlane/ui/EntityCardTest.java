package org.tokenlane.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javafx.beans.value.ChangeListener;
import javafx.geometry.Bounds;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Labeled;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.TreeTableColumn;
import javafx.scene.control.TreeTableView;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.util.WaitForAsyncUtils;
import org.tokenlane.model.event.EventField;
import org.tokenlane.model.filter.Filter;
import org.tokenlane.model.filter.FilterField;
import org.tokenlane.ui.cards.CardsText;
import org.tokenlane.ui.details.DetailsText;
import org.tokenlane.ui.kit.WindowRobot;
import org.tokenlane.ui.state.CardRequest;
import org.tokenlane.ui.state.Page;
import org.tokenlane.ui.state.ViewState;

/** A right click on any value leads to its card, to its sessions, to the filter and to the clipboard. */
class EntityCardTest {

    private static final String ATTACKER = "203.0.113.77";

    private static SampleWindow sample;

    private final FxRobot robot = new WindowRobot();

    @BeforeAll
    static void open() {
        // the headless platform cannot paint the part of a pop-over that lies beyond its screen of 1000 by 1000
        WaitForAsyncUtils.autoCheckException = false;
        sample = SampleWindow.shared();
    }

    @BeforeEach
    void reset() {
        sample.reset();
    }

    @AfterAll
    static void close() {
        divide(0.66);
        WaitForAsyncUtils.clearExceptions();
        WaitForAsyncUtils.autoCheckException = true;
        sample.leave();
    }

    /** The share of the lanes; a menu that opens near the lower end has no room on the headless screen. */
    private static void divide(double lanes) {
        FxRobot robot = new WindowRobot();
        robot.interact(() -> robot.lookup(".split-pane").queryAllAs(SplitPane.class).stream()
                .filter(pane -> pane.getOrientation() == Orientation.VERTICAL)
                .forEach(pane -> pane.setDividerPositions(lanes)));
    }

    private void investigate() {
        robot.interact(() -> sample.workbench.navigation().investigate(sample.answers.aitmSession()));
        divide(0.2);
        TableView<?> events = robot.lookup("#events").query();
        SampleWindow.await(() -> events.getItems().size() > 50 && events.getItems().size() < 500
                && events.getItems().size() == sample.workbench.selection().matching().get().events().length);
    }

    private List<String> texts(String within) {
        return robot.from(robot.lookup(within).queryAll()).lookup((Node node) -> node instanceof Labeled)
                .<Labeled> queryAll().stream().map(Labeled::getText)
                .filter(Objects::nonNull).toList();
    }

    /** How many events of the case are from the attacker's address. */
    private long ofAttacker() {
        var events = sample.workbench.selection().openCase().get().events();
        return IntStream.range(0, events.size()).filter(event -> ATTACKER.equals(events.text(EventField.IP, event)))
                .count();
    }

    private void awaitCard(String value) {
        SampleWindow.await(() -> robot.lookup("#card-value").tryQueryAs(Labeled.class)
                .map(label -> label.getText().equals(value)).orElse(false));
    }

    /** Takes an entry of the menu that is open, wherever on the screen the menu found room. */
    private void choose(String entry) {
        SampleWindow.await(() -> entries().anyMatch(item -> entry.equals(item.getText())));
        robot.interact(() -> {
            MenuItem chosen = entries().filter(item -> entry.equals(item.getText())).findFirst().orElseThrow();
            robot.listWindows().stream().filter(ContextMenu.class::isInstance).toList()
                    .forEach(window -> ((ContextMenu) window).hide());
            chosen.fire();
        });
    }

    private Stream<MenuItem> entries() {
        return robot.listWindows().stream().filter(window -> window instanceof ContextMenu && window.isShowing())
                .flatMap(window -> ((ContextMenu) window).getItems().stream())
                .flatMap(item -> item instanceof Menu menu ? menu.getItems().stream() : Stream.of(item));
    }

    /** A cell of the events table with this text, scrolled into sight. */
    private Node cell(String text) {
        TableView<Integer> events = robot.lookup("#events").query();
        TableColumn<Integer, ?> column = events.getVisibleLeafColumns().stream()
                .filter(one -> IntStream.range(0, events.getItems().size())
                        .anyMatch(row -> text.equals(one.getCellData(row))))
                .findFirst().orElseThrow();
        int row = IntStream.range(0, events.getItems().size()).filter(index -> text.equals(column.getCellData(index)))
                .findFirst().orElseThrow();
        Predicate<Node> wanted = node -> node instanceof TableCell<?, ?> cell && cell.getIndex() == row
                && text.equals(cell.getText()) && cell.isVisible();
        SampleWindow.await(() -> {
            // a table that has just got other rows forgets where it was to scroll to
            events.scrollTo(Math.max(0, row - 1));
            events.scrollToColumn(column);
            return robot.from(events).lookup(wanted).tryQuery().isPresent();
        });
        // rows still move while the lanes beside the table are laid out again
        Bounds place = null;
        for (Bounds now = place(events, wanted); !now.equals(place); now = place(events, wanted)) {
            place = now;
            WaitForAsyncUtils.waitForFxEvents(10);
        }
        return robot.from(events).lookup(wanted).query();
    }

    /** Opens the menu of a cell; the row may have moved before the click came, and then another's menu opens. */
    private void openMenu(String text) {
        for (int attempt = 0; attempt < 5; attempt++) {
            robot.rightClickOn(cell(text));
            SampleWindow.await(() -> entries().findAny().isPresent());
            if (entries().anyMatch(item -> item.getText() != null && item.getText().contains(text))) {
                return;
            }
            robot.interact(() -> robot.listWindows().stream().filter(ContextMenu.class::isInstance)
                    .map(ContextMenu.class::cast).forEach(ContextMenu::hide));
        }
        throw new AssertionError("no menu of a cell with " + text);
    }

    private Bounds place(TableView<?> events, Predicate<Node> wanted) {
        return WaitForAsyncUtils.waitForAsyncFx(60_000, () -> {
            Node cell = robot.from(events).lookup(wanted).query();
            return cell.localToScreen(cell.getBoundsInLocal());
        });
    }

    @Test
    void anAddressInTheEventsHasACardWithWhenAndWithWhatItWasSeen() {
        investigate();
        List<CardRequest> asked = new CopyOnWriteArrayList<>();
        ChangeListener<CardRequest> listener = (property, before, now) -> asked.add(now);
        robot.interact(() -> sample.workbench.navigation().card().addListener(listener));
        openMenu(ATTACKER);
        choose("Card…");
        SampleWindow.await(() -> !asked.isEmpty());
        robot.interact(() -> sample.workbench.navigation().card().removeListener(listener));
        assertThat(asked.getFirst().field()).isEqualTo(FilterField.IP);
        assertThat(asked.getFirst().value()).isEqualTo(ATTACKER);
        // where all of it has room
        robot.interact(() -> sample.workbench.navigation().showCard(FilterField.IP, ATTACKER, 200, 200));
        awaitCard(ATTACKER);
        assertThat(texts("#card-seen"))
                .anyMatch(text -> text.matches("20\\d\\d-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d UTC"))
                .anyMatch(text -> text.equals(CardsText.IN_CASE.text(ofAttacker(), 0)));
        assertThat(texts("#card-seen-with")).contains("adela.novakova@contoso.example",
                sample.answers.aitmSession(), CardsText.SEEN_WITH.text(CardsText.USERS.text(), 1));
        // the link may lie below the part of the card that is in sight
        ButtonBase link = robot.from(robot.lookup("#card-seen-with").queryAll())
                .lookup("adela.novakova@contoso.example").query();
        robot.interact(link::fire);
        awaitCard("adela.novakova@contoso.example");
        robot.interact(() -> robot.lookup("#card-filter-out").queryButton().fire());
        SampleWindow.await(() -> robot.lookup("#card-value").tryQuery().isEmpty());
        assertThat(sample.workbench.selection().view().get().parts())
                .endsWith(
                        new Filter.Not(new Filter.FieldIs(FilterField.UPN, List.of("adela.novakova@contoso.example"))));
    }

    @Test
    void aValueAndADetailHaveTheCardAtHand() {
        investigate();
        robot.push(KeyCode.ALT, KeyCode.V);
        TableView<?> values = robot.lookup("#values").query();
        SampleWindow.await(() -> !values.getItems().isEmpty());
        robot.type(KeyCode.HOME).type(KeyCode.SPACE);
        SampleWindow.await(() -> robot.lookup("#card-value").tryQuery().isPresent());
        assertThat(sample.workbench.navigation().card().get().field()).isEqualTo(FilterField.IP);
        robot.type(KeyCode.ESCAPE);
        SampleWindow.await(() -> sample.workbench.navigation().card().get() == null);
        robot.interact(() -> sample.workbench.selection().event()
                .set(sample.workbench.selection().matching().get().events()[3]));
        SampleWindow.await(() -> robot.lookup(".card-button").tryQuery().isPresent());
        robot.clickOn(robot.lookup((Node node) -> DetailsText.CARD_OF.text("UPN").equals(node.getAccessibleText()))
                .<Node> query());
        awaitCard("adela.novakova@contoso.example");
        robot.clickOn("#card-copy");
        SampleWindow.await(() -> "adela.novakova@contoso.example".equals(Clipboard.getSystemClipboard().getString()));
    }

    @Test
    void theSessionsOfAValueAreListedFromItsMenuAndFromItsCard() {
        investigate();
        openMenu(ATTACKER);
        choose("Its sessions");
        TreeTableView<?> sessions = robot.lookup("#sessions").query();
        SampleWindow
                .await(() -> sample.workbench.navigation().page().get() == Page.SESSIONS
                        && sessions.getExpandedItemCount() == 1);
        assertThat(sample.workbench.selection().view().get())
                .isEqualTo(ViewState.of(new Filter.FieldIs(FilterField.IP, List.of(ATTACKER))));
        robot.interact(() -> sample.workbench.navigation().showCard(FilterField.SESSION, sample.answers.aitmSession(),
                200, 200));
        awaitCard(sample.answers.aitmSession());
        assertThat(robot.lookup("#card-sessions").queryLabeled().getText()).isEqualTo(CardsText.OPEN_SESSION.text());
        robot.clickOn("#card-sessions");
        SampleWindow.await(() -> sample.workbench.navigation().page().get() == Page.INVESTIGATE
                && sample.workbench.selection().view().get().session() != null);
    }

    @Test
    void everyAddressOfASessionInTheListHasAMenuOfItsOwn() {
        robot.interact(() -> sample.workbench.navigation()
                .sessionsWith(new Filter.FieldIs(FilterField.IP, List.of(ATTACKER))));
        TreeTableView<?> sessions = robot.lookup("#sessions").query();
        SampleWindow.await(() -> sessions.getExpandedItemCount() == 1);
        List<TreeTableColumn<?, ?>> others = sessions.getColumns().stream()
                .filter(column -> !column.getId().equals("IPs") && column.isVisible())
                .<TreeTableColumn<?, ?>> map(column -> column).toList();
        robot.interact(() -> others.forEach(column -> column.setVisible(false)));
        try {
            Bounds place = sessions.localToScreen(sessions.getBoundsInLocal());
            robot.rightClickOn(place.getMinX() + 60, place.getMinY() + 26 + 13);
            ContextMenu menu = (ContextMenu) robot.listWindows().stream()
                    .filter(window -> window instanceof ContextMenu && window.isShowing()).findFirst().orElseThrow();
            Menu ofAttacker = (Menu) menu.getItems().stream()
                    .filter(item -> ("“" + ATTACKER + "”").equals(item.getText()))
                    .findFirst().orElseThrow();
            MenuItem card = ofAttacker.getItems().stream().filter(item -> "Card…".equals(item.getText())).findFirst()
                    .orElseThrow();
            robot.interact(card::fire);
            awaitCard(ATTACKER);
        } finally {
            robot.interact(() -> others.forEach(column -> column.setVisible(true)));
        }
    }

    @Test
    void kindsResultsAndTimesOfEventsCanBeFilteredByToo() {
        investigate();
        TableView<?> events = robot.lookup("#events").query();
        int all = events.getItems().size();
        String time = (String) events.getColumns().getFirst().getCellData(4);
        robot.rightClickOn(cell(time));
        choose("From this time on");
        SampleWindow.await(
                () -> sample.workbench.selection().view().get().parts().size() == 2 && events.getItems().size() < all);
        openMenu("Failure");
        choose("Filter out “Failure”");
        SampleWindow.await(() -> sample.workbench.selection().view().get().parts().size() == 3);
        assertThat(sample.workbench.selection().view().get().filter().toText()).endsWith("-result:failure");
    }
}
