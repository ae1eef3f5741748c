package org.tokenlane.report;

import java.util.List;
import org.tokenlane.model.event.AuditEvent;

/**
 * What queries search for.
 *
 * @param sessions
 *            session ids
 * @param tokens
 *            UTIs, those of the sessions too, since Graph's logs in Defender have nothing else
 * @param correlations
 *            correlation ids: the directory's audit log has neither session nor token
 * @param addresses
 *            IP addresses
 * @param forwarding
 *            mail addresses that mail was forwarded to
 * @param applications
 *            ids of applications
 * @param first
 *            the first event that is known, in nanoseconds since 1970, UTC, or {@code AuditEvent.NO_TIME}; a day
 *            before it is searched too
 * @param last
 *            the last one; so is a day after it
 */
public record KqlSubject(List<String> sessions, List<String> tokens, List<String> correlations, List<String> addresses,
        List<String> forwarding, List<String> applications, long first, long last) {

    public KqlSubject {
        sessions = List.copyOf(sessions);
        tokens = List.copyOf(tokens);
        correlations = List.copyOf(correlations);
        addresses = List.copyOf(addresses);
        forwarding = List.copyOf(forwarding);
        applications = List.copyOf(applications);
    }

    /** Sessions and tokens and nothing else. */
    public static KqlSubject of(List<String> sessions, List<String> tokens, List<String> correlations, long first,
            long last) {
        return new KqlSubject(sessions, tokens, correlations, List.of(), List.of(), List.of(), first, last);
    }

    /** All that the attacker's activity is recognized by. */
    public static KqlSubject of(Indicators known) {
        long[] times = known.all().stream().filter(Indicator::isDated)
                .flatMapToLong(one -> java.util.stream.LongStream.of(one.first(), one.last())).sorted().toArray();
        return new KqlSubject(known.values(Indicator.Kind.SESSION), known.values(Indicator.Kind.TOKEN), List.of(),
                known.values(Indicator.Kind.ADDRESS), known.values(Indicator.Kind.MAIL_ADDRESS),
                known.values(Indicator.Kind.APPLICATION), times.length == 0 ? AuditEvent.NO_TIME : times[0],
                times.length == 0 ? AuditEvent.NO_TIME : times[times.length - 1]);
    }
}
