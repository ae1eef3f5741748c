package org.tokenlane.detect.wording;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tokenlane.detect.change.Activities;
import org.tokenlane.detect.facts.EventDetails;
import org.tokenlane.model.event.EventField;
import org.tokenlane.model.text.Text;
import org.tokenlane.query.CaseEvents;

/**
 * Puts events into words. A sentence states no more than the record does: a failed operation says that it failed, a
 * parameter whose meaning is not known is left out, and a part that the record does not name is called unnamed.
 */
public final class Sentences {

    /** The sentence of one operation; null where the record lacks what it needs. */
    interface Wording {
        @Nullable
        Text of(Reading reading);
    }

    private static final Map<String, Wording> BY_OPERATION = byOperation();

    private final CaseEvents events;
    private final EventDetails details;

    public Sentences(CaseEvents events, EventDetails details) {
        this.events = events;
        this.details = details;
    }

    private static Map<String, Wording> byOperation() {
        Map<String, Wording> all = new HashMap<>();
        RuleWording.into(all);
        MailboxWording.into(all);
        ExchangeWording.into(all);
        FileWording.into(all);
        SharingWording.into(all);
        TeamsWording.into(all);
        AccountWording.into(all);
        ApplicationWording.into(all);
        return Map.copyOf(all);
    }

    /** What the event states that was done; of an operation that is not known, its name and object. */
    public Text of(int event) {
        Reading reading = new Reading(events, details, event);
        Text sentence = switch (events.kind(event)) {
        case SIGN_IN_INTERACTIVE, SIGN_IN_NON_INTERACTIVE, SIGN_IN_SERVICE_PRINCIPAL, SIGN_IN_MANAGED_IDENTITY,
                SIGN_IN, AUTHENTICATION_STEP, LOGON ->
            SignInWording.of(reading);
        case GRAPH_CALL -> GraphWording.of(reading);
        case OPERATION, DIRECTORY_CHANGE -> operation(reading);
        case RISK, ALERT, MESSAGE, LINK_CLICK, STATE -> NoticeWording.of(reading);
        };
        return sentence == null ? general(reading) : sentence;
    }

    private static @Nullable Text operation(Reading reading) {
        String name = reading.text(EventField.OPERATION);
        if (name == null) {
            return null;
        }
        Wording wording = BY_OPERATION.get(Activities.normalized(name));
        if (wording != null) {
            return wording.of(reading);
        }
        return AssistantWording.of(reading);
    }

    private static Text general(Reading reading) {
        String operation = reading.text(EventField.OPERATION);
        String target = reading.text(EventField.TARGET);
        return reading.says(WordingText.GENERAL,
                operation == null ? reading.events().kind(reading.event()).text() : operation,
                Reading.present(target), Reading.orNothing(target));
    }
}
