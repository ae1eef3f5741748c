package org.tokenlane.correlate;

import org.jspecify.annotations.Nullable;
import org.tokenlane.model.event.EventField;
import org.tokenlane.query.CaseEvents;

/** The applications of a case by their ids: some records give only the id, others the name as well. */
public final class Applications {

    private final CaseEvents events;
    private final int[] nameOfId;

    public Applications(CaseEvents events) {
        this.events = events;
        int[] ids = events.codes(EventField.APP_ID);
        int[] names = events.codes(EventField.APP_NAME);
        nameOfId = new int[events.dictionary(EventField.APP_ID).length];
        for (int event = 0; event < ids.length; event++) {
            if (ids[event] != 0 && names[event] != 0 && nameOfId[ids[event]] == 0) {
                nameOfId[ids[event]] = names[event];
            }
        }
    }

    /** The name of the event's application, also where another record gives it; else its id, or null. */
    public @Nullable String of(int event) {
        int name = events.code(EventField.APP_NAME, event);
        int id = events.code(EventField.APP_ID, event);
        name = name == 0 ? nameOfId[id] : name;
        return name != 0 ? events.dictionary(EventField.APP_NAME)[name] : events.dictionary(EventField.APP_ID)[id];
    }
}
