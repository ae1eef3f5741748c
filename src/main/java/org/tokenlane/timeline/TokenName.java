package org.tokenlane.timeline;

import java.util.Arrays;
import org.tokenlane.model.event.EventField;
import org.tokenlane.model.event.EventResult;
import org.tokenlane.query.CaseEvents;

/**
 * What the lane of a token is called.
 *
 * @param application
 *            the application that used it, or what else is known of it
 * @param issued
 *            whether a token was issued at all: a sign-in that failed or was interrupted has an identifier of its own
 */
public record TokenName(String application, boolean issued) {

    private static final EventField[] NAMES = { EventField.APP_NAME, EventField.RESOURCE_NAME, EventField.WORKLOAD,
        EventField.APP_ID };

    /** Of a token with these events, in time order. */
    public static TokenName of(CaseEvents events, int[] members) {
        boolean issued = Arrays.stream(members).anyMatch(event -> !events.kind(event).isSignIn()
                || events.result(event) != EventResult.FAILURE && events.result(event) != EventResult.INTERRUPTED);
        return new TokenName(application(events, members), issued);
    }

    private static String application(CaseEvents events, int[] members) {
        for (EventField field : NAMES) {
            for (int event : members) {
                String name = events.text(field, event);
                if (name != null) {
                    return name;
                }
            }
        }
        return LaneText.TOKEN.text();
    }

    /** The name in one line. */
    public String text() {
        return text(application);
    }

    /** The same with another name of the application. */
    public String text(String named) {
        return issued ? named : LaneText.NOT_ISSUED.text(named);
    }
}
