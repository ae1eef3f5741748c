package org.tokenlane.ui.cards;

import java.util.List;
import java.util.function.Supplier;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.geometry.Rectangle2D;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.stage.Screen;
import org.controlsfx.control.PopOver;
import org.jspecify.annotations.Nullable;
import org.tokenlane.correlate.EntityFacts;
import org.tokenlane.enrich.Enrichment;
import org.tokenlane.job.Runner;
import org.tokenlane.model.event.AuditEvent;
import org.tokenlane.model.filter.Filter;
import org.tokenlane.model.filter.FilterField;
import org.tokenlane.model.time.Durations;
import org.tokenlane.ui.kit.Captions;
import org.tokenlane.ui.kit.Texts;
import org.tokenlane.ui.kit.Times;
import org.tokenlane.ui.kit.ValueMenu;
import org.tokenlane.ui.kit.WrappedLabel;
import org.tokenlane.ui.state.CardRequest;
import org.tokenlane.ui.state.Display;
import org.tokenlane.ui.state.KnownOrigins;
import org.tokenlane.ui.state.Marking;
import org.tokenlane.ui.state.Messages;
import org.tokenlane.ui.state.Navigation;
import org.tokenlane.ui.state.Selection;

/** The card of a value, above the window: when and with what it was seen. */
public final class CardView {

    private static final double WIDTH = 560;
    private static final double COLUMN = 264;
    /** Arrow, border and shadow of the pop-over. */
    private static final double AROUND = 40;

    private final Navigation navigation;
    private final Display display;
    private final Supplier<Node> owner;
    private final CardViewModel model;
    private final PopOver popOver = new PopOver();
    private boolean changing;

    /**
     * @param owner
     *            gives the window's contents when a card is shown
     */
    public CardView(Selection selection, Navigation navigation, Marking marking, Display display,
            ObservableValue<Enrichment> enrichment, KnownOrigins library, Messages messages, Runner background,
            Supplier<Node> owner) {
        this.navigation = navigation;
        this.display = display;
        this.owner = owner;
        model = new CardViewModel(selection, navigation, marking, enrichment, library, messages, background);
        popOver.setDetachable(false);
        popOver.setAnimated(false);
        popOver.setAutoHide(true);
        popOver.setHideOnEscape(true);
        popOver.getRoot().getStylesheets().add("org/tokenlane/ui/shell/workbench.css");
        popOver.setOnHidden(event -> {
            if (!changing) {
                navigation.card().set(null);
            }
        });
        model.card().addListener((property, before, now) -> show(now));
        display.zone().addListener((property, before, now) -> popOver.hide());
    }

    private void show(CardViewModel.@Nullable Card card) {
        if (card == null) {
            popOver.hide();
            return;
        }
        // another value's card may be elsewhere and have another size, so the pop-over is shown afresh
        changing = true;
        popOver.hide();
        changing = false;
        Rectangle2D screen = Screen.getScreensForRectangle(card.request().screenX(), card.request().screenY(), 1, 1)
                .stream().findFirst().orElse(Screen.getPrimary())
                .getVisualBounds();
        boolean above = card.request().screenY() > screen.getMinY() + screen.getHeight() / 2;
        boolean before = card.request().screenX() > screen.getMinX() + screen.getWidth() / 2;
        ScrollPane content = new ScrollPane(content(card));
        content.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        content.setMaxHeight(
                (above ? card.request().screenY() - screen.getMinY() : screen.getMaxY() - card.request().screenY())
                        - AROUND);
        popOver.setContentNode(content);
        popOver.setArrowLocation(above ? before ? PopOver.ArrowLocation.BOTTOM_RIGHT : PopOver.ArrowLocation.BOTTOM_LEFT
                : before ? PopOver.ArrowLocation.TOP_RIGHT : PopOver.ArrowLocation.TOP_LEFT);
        dress();
        popOver.show(owner.get(), card.request().screenX(), card.request().screenY());
        content.requestFocus();
    }

    /** A pop-over is a window of its own, which does not get the theme's class from the main window. */
    private void dress() {
        popOver.getStyleClass().removeAll("dark", "light", "window", "entity-card");
        popOver.getStyleClass().addAll("window", "entity-card", display.dark().get() ? "dark" : "light");
    }

    private VBox content(CardViewModel.Card card) {
        CardRequest request = card.request();
        EntityFacts facts = card.facts();
        Label kind = Captions.valueLabel(CardViewModel.title(request.field()));
        kind.getStyleClass().add("muted");
        Label value = Captions.valueLabel(Texts.oneLine(request.value()));
        value.setId("card-value");
        value.getStyleClass().add("pane-title");
        value.setWrapText(true);
        GridPane seen = new GridPane(10, 2);
        seen.addRow(0, Captions.muted(CardsText.FIRST_SEEN), Captions.valueLabel(time(facts.first())));
        seen.addRow(1, Captions.muted(CardsText.LAST_SEEN),
                Captions.valueLabel(facts.first() == AuditEvent.NO_TIME || facts.first() == facts.last()
                        ? time(facts.last())
                        : CardsText.LATER.text(time(facts.last()), Durations.units(facts.last() - facts.first()))));
        seen.addRow(2, Captions.muted(CardsText.EVENTS),
                Captions.label(CardsText.IN_CASE, facts.events(), facts.undated()));
        card.externalData().forEach(statement -> seen.addRow(seen.getRowCount(),
                Captions.muted(CardsText.EXTERNAL_DATA), new WrappedLabel(Texts.oneLine(statement))));
        model.marks(request).forEach(mark -> seen.addRow(seen.getRowCount(), Captions.muted(CardsText.MARKED),
                new WrappedLabel(mark)));
        seen.setId("card-seen");
        FlowPane seenWith = new FlowPane(16, 10);
        seenWith.setPrefWrapLength(WIDTH);
        seenWith.setId("card-seen-with");
        facts.seenWith().stream().filter(one -> one.distinct() > 0)
                .forEach(one -> seenWith.getChildren().add(seenWith(one, request)));
        VBox all = new VBox(8, new VBox(1, kind, value), seen, buttons(request), seenWith);
        all.setPadding(new Insets(12, 14, 14, 14));
        all.setPrefWidth(WIDTH + 28);
        all.setMaxWidth(WIDTH + 28);
        return all;
    }

    private String time(long nanos) {
        return nanos == AuditEvent.NO_TIME ? CardsText.NO_TIME.text()
                : CardsText.TIME.text(Times.seconds(nanos, display.zone().get()),
                        Times.name(display.zone().get()));
    }

    private HBox buttons(CardRequest request) {
        Filter is = new Filter.FieldIs(request.field(), List.of(request.value()));
        boolean session = request.field() == FilterField.SESSION;
        HBox buttons = new HBox(6,
                button("card-filter-to", CardsText.FILTER_TO, "bi-funnel", () -> navigation.narrow(is)),
                button("card-filter-out", CardsText.FILTER_OUT, "bi-slash-circle",
                        () -> navigation.narrow(new Filter.Not(is))),
                button("card-sessions", session ? CardsText.OPEN_SESSION : CardsText.SESSIONS, "bi-people", () -> {
                    if (session) {
                        navigation.investigate(request.value());
                    } else {
                        navigation.sessionsWith(is);
                    }
                }), button("card-copy", CardsText.COPY, "bi-clipboard", () -> ValueMenu.copy(request.value())));
        if (navigation.canMark(request.field(), request.value())) {
            buttons.getChildren().add(
                    button("card-mark", CardsText.MARK, "bi-flag",
                            () -> navigation.mark(request.field(), request.value())));
        }
        return buttons;
    }

    private Button button(String id, CardsText text, String icon, Runnable action) {
        Button button = Captions.button(icon, text);
        button.setId(id);
        button.setOnAction(event -> {
            popOver.hide();
            action.run();
        });
        return button;
    }

    private GridPane seenWith(EntityFacts.SeenWith seen, CardRequest request) {
        Label title = Captions.heading(CardsText.SEEN_WITH, CardViewModel.plural(seen.field()), seen.distinct());
        GridPane grid = new GridPane(8, 1);
        grid.setPrefWidth(COLUMN);
        grid.setMaxWidth(COLUMN);
        grid.add(title, 0, 0, 2, 1);
        FilterField field = CardViewModel.filterOf(seen.field());
        for (EntityFacts.Count one : seen.commonest()) {
            Hyperlink link = Captions.valueLink(Texts.oneLine(one.value()));
            link.setMinWidth(0);
            link.setMaxWidth(COLUMN - 64);
            Captions.valueTip(link, Texts.oneLine(one.value()));
            if (field != null) {
                link.setOnAction(
                        event -> navigation.showCard(field, one.value(), request.screenX(), request.screenY()));
            }
            link.setOnContextMenuRequested(event -> ValueMenu.of(navigation, field, one.value()).show(link,
                    event.getScreenX(), event.getScreenY()));
            Label count = Captions.valueLabel(Texts.number(one.events()));
            count.getStyleClass().add("count");
            count.setMinWidth(56);
            count.setAlignment(Pos.CENTER_RIGHT);
            GridPane.setHgrow(link, Priority.ALWAYS);
            grid.addRow(grid.getRowCount(), link, count);
        }
        if (seen.distinct() > seen.commonest().size()) {
            grid.add(Captions.muted(CardsText.MORE, seen.distinct() - seen.commonest().size()), 0,
                    grid.getRowCount(), 2, 1);
        }
        return grid;
    }
}
