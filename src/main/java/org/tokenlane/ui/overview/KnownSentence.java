package org.tokenlane.ui.overview;

import java.time.ZoneId;
import java.util.List;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.tokenlane.detect.Detection;
import org.tokenlane.detect.answer.Account;
import org.tokenlane.detect.answer.Answers;
import org.tokenlane.detect.answer.Incident;
import org.tokenlane.detect.answer.Question;
import org.tokenlane.detect.exposure.Exposure;
import org.tokenlane.model.filter.Filter;
import org.tokenlane.model.filter.FilterField;
import org.tokenlane.model.text.Count;
import org.tokenlane.ui.kit.Captions;
import org.tokenlane.ui.kit.LinkedSentence;
import org.tokenlane.ui.kit.LinkedSentence.Link;
import org.tokenlane.ui.kit.Times;
import org.tokenlane.ui.state.InvestigationTab;
import org.tokenlane.ui.state.Navigation;
import org.tokenlane.ui.state.OpenCase;
import org.tokenlane.ui.state.Page;
import org.tokenlane.ui.state.ViewState;

/** What is known of the incident, in one sentence for somebody who decides; its numbers lead to what they count. */
final class KnownSentence extends VBox {

    private final Navigation navigation;

    /**
     * @param answers
     *            null while they are not known
     * @param detection
     *            what the rules found; null while they run
     */
    KnownSentence(Navigation navigation, OpenCase open, @Nullable Answers answers, @Nullable Detection detection,
            ZoneId zone) {
        this.navigation = navigation;
        setId("known");
        getStyleClass().add("known");
        if (answers == null) {
            getChildren().add(
                    Captions.muted(detection == null ? OverviewText.KNOWN_LATER : OverviewText.KNOWN_ANSWERING));
            return;
        }
        Incident incident = answers.incident();
        List<String> accounts = incident.used().stream().map(Account::name).toList();
        if (incident.isEmpty()) {
            getChildren().add(new LinkedSentence(OverviewText.KNOWN_NONE,
                    new Link(Count.FINDINGS.of(detection == null ? 0 : detection.findings().size()),
                            () -> navigation.page().set(Page.FINDINGS))));
            return;
        }
        String first = Times.seconds(incident.first(), zone);
        String last = Times.seconds(incident.last(), zone);
        Link events = new Link(Count.EVENTS.of(incident.events().cardinality()), () -> show(open, incident));
        if (accounts.isEmpty()) {
            getChildren().add(new LinkedSentence(
                    incident.isOnlyAttempts() ? OverviewText.KNOWN_TRIED : OverviewText.KNOWN_APPLICATIONS,
                    new Link(Count.ACCOUNTS.of(incident.accounts().size()), () -> show(open, incident)), events, first,
                    last, Times.name(zone)));
            return;
        }
        Exposure exposure = answers.exposure();
        long mail = exposure.mailItems().size() + exposure.unnamedItems();
        getChildren().add(new LinkedSentence(OverviewText.KNOWN,
                new Link(Count.ACCOUNTS.of(accounts.size()),
                        () -> navigation.investigate(new ViewState(List.of(is(FilterField.UPN, accounts))), -1)),
                new Link(Count.SESSIONS.of(incident.sessions().size()), () -> {
                    navigation.go(new ViewState(List.of(is(FilterField.SESSION, incident.sessions()))));
                    navigation.page().set(Page.SESSIONS);
                }), events, first, last, Times.name(zone),
                new Link(Count.MAIL_ITEMS.of(mail), () -> exposure(incident)),
                new Link(Count.FILES.of(exposure.files().size()), () -> exposure(incident)),
                new Link(Count.MESSAGES.of(exposure.messagesSent()), () -> exposure(incident)),
                new Link(answers.to(Question.CONTAINED).state().text(), () -> tab(incident,
                        InvestigationTab.CONTAINMENT))));
    }

    private static Filter is(FilterField field, List<String> values) {
        return new Filter.FieldIs(field, values);
    }

    private void show(OpenCase open, Incident incident) {
        List<String> ids = incident.events().stream().mapToObj(open.events()::id).toList();
        navigation.investigate(ViewState.of(new Filter.EventIs(ids)), incident.events().nextSetBit(0));
    }

    private void exposure(Incident incident) {
        tab(incident, InvestigationTab.EXPOSURE);
    }

    /** A tab on the sessions that the attacker used; on everything where no session is known. */
    private void tab(Incident incident, InvestigationTab tab) {
        navigation.investigate(incident.sessions().isEmpty() ? ViewState.ALL
                : new ViewState(List.of(is(FilterField.SESSION, incident.sessions()))), -1);
        navigation.tab().set(tab);
    }
}
