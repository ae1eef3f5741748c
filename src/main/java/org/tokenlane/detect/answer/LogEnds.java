package org.tokenlane.detect.answer;

import java.util.EnumMap;
import java.util.Map;
import org.tokenlane.correlate.Coverage;
import org.tokenlane.detect.facts.CaseFacts;
import org.tokenlane.model.event.AuditEvent;
import org.tokenlane.model.event.LogSource;

/**
 * Until when each log reaches.
 *
 * @param ends
 *            the time of each log's last event, in nanoseconds since 1970, UTC
 */
record LogEnds(Map<LogSource, Long> ends) {

    static LogEnds of(CaseFacts facts) {
        Map<LogSource, Long> ends = new EnumMap<>(LogSource.class);
        for (Coverage.Source source : new Coverage(facts.correlation()).sources()) {
            if (source.last() != AuditEvent.NO_TIME) {
                ends.put(source.source(), source.last());
            }
        }
        return new LogEnds(ends);
    }

    boolean has(LogSource source) {
        return ends.containsKey(source);
    }

    /** The end of the log that reaches furthest, or {@code NO_TIME}. */
    long end() {
        return ends.values().stream().mapToLong(Long::longValue).max().orElse(AuditEvent.NO_TIME);
    }

    /** Tells whether a log in the case would show resets, revocations and blocked accounts. */
    boolean showsContainment() {
        return has(LogSource.DIRECTORY_AUDITS) || has(LogSource.UNIFIED_AUDIT_LOG);
    }
}
