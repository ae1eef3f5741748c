package org.tokenlane.ui.cards;

import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;
import org.jspecify.annotations.Nullable;
import org.tokenlane.correlate.EntityFacts;
import org.tokenlane.correlate.EntityQueries;
import org.tokenlane.enrich.Enrichment;
import org.tokenlane.job.Runner;
import org.tokenlane.job.WorkLane;
import org.tokenlane.model.event.EventField;
import org.tokenlane.model.filter.FilterField;
import org.tokenlane.model.mark.MarkTarget;
import org.tokenlane.report.MarkText;
import org.tokenlane.ui.kit.Texts;
import org.tokenlane.ui.state.CardRequest;
import org.tokenlane.ui.state.KnownOrigins;
import org.tokenlane.ui.state.Marking;
import org.tokenlane.ui.state.Messages;
import org.tokenlane.ui.state.Navigation;
import org.tokenlane.ui.state.OpenCase;
import org.tokenlane.ui.state.Selection;

/** The facts of the value whose card is wanted. */
final class CardViewModel {

    /**
     * A value with its facts.
     *
     * @param externalData
     *            external data about the value, each with its source
     */
    record Card(CardRequest request, EntityFacts facts, List<String> externalData) {
    }

    private static final int COMMONEST = 4;

    private final Selection selection;
    private final Navigation navigation;
    private final Marking marking;
    private final ObservableValue<Enrichment> enrichment;
    private final KnownOrigins library;
    private final Messages messages;
    private final Runner background;
    private final ReadOnlyObjectWrapper<Card> card = new ReadOnlyObjectWrapper<>();

    CardViewModel(Selection selection, Navigation navigation, Marking marking, ObservableValue<Enrichment> enrichment,
            KnownOrigins library, Messages messages, Runner background) {
        this.selection = selection;
        this.navigation = navigation;
        this.marking = marking;
        this.enrichment = enrichment;
        this.library = library;
        this.messages = messages;
        this.background = background;
        navigation.card().addListener((property, before, now) -> find(now));
        selection.openCase().addListener((property, before, now) -> navigation.card().set(null));
    }

    /** The card that is to be shown, null for none. */
    ReadOnlyObjectProperty<Card> card() {
        return card.getReadOnlyProperty();
    }

    private void find(@Nullable CardRequest request) {
        OpenCase open = selection.openCase().get();
        if (open == null || request == null) {
            card.set(null);
            return;
        }
        Enrichment beside = enrichment.getValue();
        background.task(WorkLane.SHORT, progress -> new Card(request,
                new EntityQueries(open.correlation()).of(request.field(), request.value(), COMMONEST),
                externalData(request, beside)))
                .onDone(found -> {
                    if (request == navigation.card().get()) {
                        card.set(found);
                    }
                }).onFailed(failure -> messages.failed(CardsText.NOT_MADE, failure)).start();
    }

    private static List<String> externalData(CardRequest request, Enrichment beside) {
        return request.field() == FilterField.IP
                ? beside.about(request.value(), null).stream().map(Enrichment.Statement::toString).toList()
                : List.of();
    }

    /** The analyst's marks on the value itself, in words. */
    List<String> marks(CardRequest request) {
        MarkTarget target = Marking.target(request.field(), request.value());
        if (target == null) {
            return List.of();
        }
        List<String> all = new ArrayList<>(library.about(request.field(), request.value()));
        all.addAll(marking.marked().get().marks().on(target).stream()
                .map(mark -> Texts.oneLine(
                        MarkText.says(mark).isEmpty() ? mark.kind()
                                : CardsText.MARK_OF.text(mark.kind(), MarkText.says(mark))))
                .toList());
        return all;
    }

    /** What the field is called on a card. */
    static String title(FilterField field) {
        return switch (field) {
        case UPN, USER -> CardsText.USER.text();
        case IP -> CardsText.IP_ADDRESS.text();
        case SESSION -> CardsText.SESSION.text();
        case TOKEN -> CardsText.TOKEN.text();
        case APP -> CardsText.APP.text();
        case DEVICE -> CardsText.DEVICE.text();
        default -> Texts.name(field.fields().getFirst());
        };
    }

    /** What several values of a field are called. */
    static String plural(EventField field) {
        return switch (field) {
        case UPN -> CardsText.USERS.text();
        case SESSION_ID -> CardsText.SESSION_PLURAL.text();
        case IP -> CardsText.IP_ADDRESSES.text();
        case COUNTRY -> CardsText.COUNTRIES.text();
        case APP_NAME -> CardsText.APPS.text();
        case OPERATION -> CardsText.OPERATIONS.text();
        case USER_AGENT -> CardsText.USER_AGENTS.text();
        case UTI -> CardsText.TOKENS.text();
        default -> Texts.name(field);
        };
    }

    /** The filter's field for a field that a value was seen with. */
    static @Nullable FilterField filterOf(EventField field) {
        for (FilterField filter : FilterField.values()) {
            if (filter != FilterField.USER && filter.fields().getFirst() == field) {
                return filter;
            }
        }
        return null;
    }
}
