package org.tokenlane.ui.overview;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.Hyperlink;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.tokenlane.model.filter.Filter;
import org.tokenlane.model.filter.FilterField;
import org.tokenlane.model.finding.Finding;
import org.tokenlane.model.finding.Severity;
import org.tokenlane.model.session.SessionFacts;
import org.tokenlane.model.text.Text;
import org.tokenlane.model.text.TextKey;
import org.tokenlane.ui.kit.Captions;
import org.tokenlane.ui.kit.SeverityMark;
import org.tokenlane.ui.kit.Texts;
import org.tokenlane.ui.kit.ValueMenu;
import org.tokenlane.ui.kit.WrappedLabel;
import org.tokenlane.ui.state.Navigation;
import org.tokenlane.ui.state.Page;
import org.tokenlane.ui.state.ViewState;

/** Where to begin: the sessions, the users and the findings without either that weigh most. */
final class WorthOpening extends VBox {

    private static final int MOST_APART = 3;

    private final Navigation navigation;

    WorthOpening(Navigation navigation, OverviewViewModel.Overview overview) {
        super(6);
        this.navigation = navigation;
        setId("worth-opening");
        OverviewViewModel.Begin begin = overview.begin();
        begin.sessions().forEach(worth -> getChildren().add(worth(worth)));
        if (!begin.users().isEmpty()) {
            getChildren().add(Captions.muted(OverviewText.USERS_APART));
            begin.users().forEach(user -> getChildren().add(user(user)));
        }
        if (!begin.others().isEmpty()) {
            getChildren().add(Captions.muted(OverviewText.FINDINGS_APART));
            begin.others().forEach(finding -> getChildren().add(finding(finding)));
        }
        if (begin.sessions().isEmpty() && begin.users().isEmpty() && begin.others().isEmpty()) {
            getChildren().add(new WrappedLabel(nothingStandsOut(overview)));
        }
        Hyperlink all = Captions.link(OverviewText.ALL_SESSIONS, overview.sessions());
        all.setId("all-sessions");
        all.setOnAction(event -> navigation.page().set(Page.SESSIONS));
        getChildren().add(all);
    }

    private static Text nothingStandsOut(OverviewViewModel.Overview overview) {
        if (!overview.rulesRun()) {
            return OverviewText.RULES_RUNNING.with();
        }
        return overview.notEvaluated() == 0 ? OverviewText.NO_FINDINGS.with()
                : OverviewText.NO_FINDINGS_NOT_EVALUATED.with(overview.notEvaluated());
    }

    private static List<Filter.FieldIs> values(SessionFacts facts) {
        List<Filter.FieldIs> values = new ArrayList<>();
        facts.upns().forEach(upn -> values.add(new Filter.FieldIs(FilterField.UPN, List.of(upn))));
        values.add(new Filter.FieldIs(FilterField.SESSION, List.of(facts.sessionId())));
        return values;
    }

    /** A user with the risk of all findings on the user, and those of them that belong to no session. */
    private VBox user(OverviewViewModel.UserWorth user) {
        Hyperlink link = Captions.valueLink(Texts.oneLine(user.upn()));
        link.setMinWidth(0);
        link.setOnAction(event -> navigation.investigate(
                ViewState.of(new Filter.FieldIs(FilterField.UPN, List.of(user.upn()))),
                user.apart().getFirst().events().getFirst()));
        SeverityMark mark = new SeverityMark(user.risk().severity());
        Captions.set(mark, OverviewText.RISK, user.risk().points());
        HBox heading = new HBox(8, link, mark);
        heading.setAlignment(Pos.CENTER_LEFT);
        VBox card = new VBox(2, heading);
        user.apart().stream().limit(MOST_APART).forEach(finding -> card.getChildren().add(finding(finding)));
        if (user.apart().size() > MOST_APART) {
            card.getChildren().add(Captions.muted(OverviewText.MORE_FINDINGS, user.apart().size() - MOST_APART));
        }
        return card;
    }

    private VBox finding(Finding finding) {
        Hyperlink title = Captions.valueLink(finding.title());
        title.setMinWidth(0);
        title.setOnAction(event -> navigation.investigate(ViewState.of(new Filter.EventIs(finding.eventIds())),
                finding.events().getFirst()));
        HBox heading = new HBox(8, title, new SeverityMark(finding.severity()));
        heading.setAlignment(Pos.CENTER_LEFT);
        return new VBox(1, heading, new WrappedLabel(Texts.visible(finding.why()), "muted"));
    }

    /** A session with its risk, the heaviest finding on it, and the counter-evidence. */
    private VBox worth(OverviewViewModel.Worth worth) {
        SessionFacts facts = worth.facts();
        Hyperlink link = Captions.valueLink(facts.upns().isEmpty() ? OverviewText.NO_USER.text()
                : Texts.oneLine(String.join(", ", facts.upns())));
        link.setOnAction(event -> navigation.investigate(facts.sessionId()));
        link.setMinWidth(0);
        link.setOnContextMenuRequested(
                event -> ValueMenu.ofEach(navigation, values(facts)).show(link, event.getScreenX(),
                        event.getScreenY()));
        HBox heading = new HBox(8, link);
        heading.setAlignment(Pos.CENTER_LEFT);
        VBox card = new VBox(2, heading);
        if (!worth.risk().because().isEmpty()) {
            Finding heaviest = worth.risk().because().getFirst();
            SeverityMark mark = new SeverityMark(worth.risk().severity());
            Captions.set(mark, OverviewText.RISK, worth.risk().points());
            heading.getChildren().add(mark);
            Hyperlink why = Captions.link(OverviewText.WHY);
            why.setOnAction(event -> navigation.showFinding(heaviest));
            heading.getChildren().add(why);
            long rules = worth.risk().because().stream().map(Finding::rule).distinct().count();
            TextKey sentence = heaviest.severity() == Severity.HIGH ? OverviewText.LIKELY : OverviewText.POSSIBLE;
            card.getChildren().add(new WrappedLabel(
                    sentence.with(heaviest.title(), rules - 1, Texts.visible(heaviest.why()))));
            card.getChildren()
                    .add(new WrappedLabel(heaviest.against().isEmpty() ? OverviewText.NO_COUNTER_EVIDENCE.with()
                            : OverviewText.COUNTER_EVIDENCE.with(Texts.visible(String.join(" ", heaviest.against()))),
                            "muted"));
        }
        card.getChildren().add(new WrappedLabel(worth.why(), "muted"));
        return card;
    }
}
