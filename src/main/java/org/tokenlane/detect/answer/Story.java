package org.tokenlane.detect.answer;

import java.util.List;
import org.tokenlane.model.event.AuditEvent;
import org.tokenlane.model.text.TextKey;

/**
 * What happened to an account, in six stations from the lure to the exit.
 *
 * @param account
 *            its name
 * @param sessions
 *            the ids of the account's sessions that the attacker used
 * @param stations
 *            one of each kind, in their order
 * @param signIn
 *            the sign-in that the attacker's session began with, or -1
 * @param replay
 *            the attacker's first use of that session from elsewhere, or -1
 */
public record Story(String account, List<String> sessions, List<Station> stations, int signIn, int replay) {

    public Story {
        sessions = List.copyOf(sessions);
        stations = List.copyOf(stations);
    }

    /** What a station is about. */
    public enum Kind implements TextKey {
        LURE,
        SIGN_IN,
        TOKEN,
        REPLAY,
        ACTIONS,
        EXIT
    }

    /** How certain a station is. */
    public enum Certainty implements TextKey {
        /** Records prove it. */
        FOUND,
        /** It follows from times, users or addresses only. */
        INFERRED,
        /** The logs do not show it. */
        MISSING
    }

    /**
     * A station.
     *
     * @param text
     *            what happened, in a sentence; of a missing one what is not known
     * @param from
     *            when it began, in nanoseconds since 1970, UTC, or {@code NO_TIME}
     * @param to
     *            when it ended
     * @param proof
     *            the file and line of the first record that proves it, or empty
     * @param events
     *            the events that prove it
     * @param fetch
     *            what to fetch to know more, or empty
     */
    public record Station(Kind kind, Certainty certainty, String text, long from, long to, String proof,
            List<Integer> events,
            String fetch) {

        public Station {
            events = List.copyOf(events);
        }

        static Station missing(Kind kind, String text, String fetch) {
            return new Station(kind, Certainty.MISSING, text, AuditEvent.NO_TIME, AuditEvent.NO_TIME, "", List.of(),
                    fetch);
        }

        public boolean isDated() {
            return from != AuditEvent.NO_TIME;
        }
    }

    /** The station of a kind. */
    public Station station(Kind kind) {
        return stations.stream().filter(station -> station.kind() == kind).findFirst().orElseThrow();
    }
}
