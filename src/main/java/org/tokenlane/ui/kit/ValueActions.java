package org.tokenlane.ui.kit;

import java.util.function.Consumer;
import org.tokenlane.model.filter.Filter;
import org.tokenlane.model.filter.FilterField;

/** What can be done with a value that the window shows anywhere. */
public interface ValueActions {

    /** Narrows the filter by a part. */
    void narrow(Filter part);

    /** Makes this the whole filter. */
    void only(Filter filter);

    /** Lists the sessions that have events which this filter chooses. */
    void sessionsWith(Filter filter);

    /** Looks at one session. */
    void investigate(String session);

    /** Shows what is known of a value, at a point of the screen. */
    void showCard(FilterField field, String value, double screenX, double screenY);

    /** Gives the queries that find a session or token in Sentinel and Defender, as soon as they are written. */
    void kql(FilterField field, String value, Consumer<String> taken);

    /** Tells whether the analyst's marks can be put on a value. */
    boolean canMark(FilterField field, String value);

    /** Asks for the marks to be put on a value. */
    void mark(FilterField field, String value);
}
