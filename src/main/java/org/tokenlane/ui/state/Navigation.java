package org.tokenlane.ui.state;

import java.util.function.UnaryOperator;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import org.jspecify.annotations.Nullable;
import org.tokenlane.model.finding.Finding;
import org.tokenlane.ui.kit.ValueActions;

/** Ways to look at something else. */
public interface Navigation extends ValueActions {

    /** Looks at something else; remembers what was looked at before. */
    void go(ViewState next);

    /** Changes what is looked at. */
    void change(UnaryOperator<ViewState> change);

    /** Looks at one session, and at one event in it. */
    void investigate(String session, int selected);

    /** Looks at some events, and at one of them. */
    void investigate(ViewState wanted, int selected);

    void back();

    void forward();

    ReadOnlyBooleanProperty canGoBack();

    ReadOnlyBooleanProperty canGoForward();

    ObjectProperty<Page> page();

    /** Shows a finding in the list of findings, with what it rests on. */
    void showFinding(Finding finding);

    /** The finding that was asked for last, null for none. */
    ObjectProperty<@Nullable Finding> finding();

    /** The tab that is open below the timeline. */
    ObjectProperty<InvestigationTab> tab();

    /** The value whose card is shown, null for none. */
    ObjectProperty<CardRequest> card();
}
