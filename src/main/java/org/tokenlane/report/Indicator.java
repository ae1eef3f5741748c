package org.tokenlane.report;

import java.util.List;
import org.tokenlane.model.event.AuditEvent;
import org.tokenlane.model.text.TextKey;

/**
 * Something by which the attacker's activity is recognized.
 *
 * @param value
 *            as logs have it
 * @param first
 *            the first of its events, in nanoseconds since 1970, UTC, or {@code AuditEvent.NO_TIME}
 * @param last
 *            the last one
 * @param events
 *            the attacker's events that show it, the numbers of events of the case
 * @param confirmed
 *            whether the analyst's verdict decides one of these events; otherwise findings do
 */
public record Indicator(Kind kind, String value, long first, long last, List<Integer> events, boolean confirmed) {

    /** What kinds there are. */
    public enum Kind implements TextKey {
        ADDRESS,
        /** Where mail was forwarded to. */
        MAIL_ADDRESS,
        /** An application that the attacker gave access to, or that the analyst marked as malicious. */
        APPLICATION,
        SESSION,
        TOKEN,
        USER_AGENT;

        /** The name in JSON. */
        public String id() {
            return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
        }
    }

    public Indicator {
        events = List.copyOf(events);
    }

    /** Its name for people. */
    public String title() {
        return ExportText.INDICATOR.text(kind.text(), value);
    }

    public boolean isDated() {
        return first != AuditEvent.NO_TIME;
    }
}
