package org.tokenlane.ui.state;

import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import org.tokenlane.query.FilterEvaluator;

/** What the analyst looks at: the open case, the filter, the events that it selects, and the selected event. */
public interface Selection {

    /** The open case; null where none is. */
    ReadOnlyObjectProperty<OpenCase> openCase();

    /** The filter in parts. */
    ReadOnlyObjectProperty<ViewState> view();

    /** The events that the filter selects; follows the view as soon as they are found. */
    ReadOnlyObjectProperty<Matching> matching();

    /** Whether a filter is being applied: the events that are selected are still those of the one before. */
    ReadOnlyBooleanProperty busy();

    /** Stops applying the filter, and goes back to the one that the selected events are of. */
    void stop();

    /** The number of the selected event, -1 for none. */
    IntegerProperty event();

    /** Selects events of the open case by filters, the analyst's marks included. */
    FilterEvaluator evaluator();
}
