package org.tokenlane.detect.containment;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tokenlane.correlate.Correlation;
import org.tokenlane.correlate.SessionQueries;
import org.tokenlane.detect.containment.ContainmentSheet.TokenState;
import org.tokenlane.detect.facts.EventDetails;
import org.tokenlane.model.detail.RecordDetail;
import org.tokenlane.model.event.AuditEvent;
import org.tokenlane.model.event.EventField;
import org.tokenlane.model.session.TokenTrail;
import org.tokenlane.query.CaseEvents;

/** States which tokens of a session may still be valid. */
final class TokenStates {

    private static final long MINUTE = 60_000_000_000L;
    private static final long DEFAULT = 90 * MINUTE;
    private static final long EVALUATED = 28 * 60 * MINUTE;
    private static final String DETAILS = "authenticationProcessingDetails";

    private final CaseEvents events;
    private final SessionQueries queries;
    private final EventDetails details;
    private final long asOf;

    TokenStates(Correlation correlation, EventDetails details, long asOf) {
        this.events = correlation.events();
        this.queries = new SessionQueries(correlation);
        this.details = details;
        this.asOf = asOf;
    }

    /** What is assumed about lifetimes. */
    static List<String> assumptions() {
        return Stream
                .of(ContainmentStepText.ASSUMED_LIFETIME, ContainmentStepText.ASSUMED_CAE,
                        ContainmentStepText.ASSUMED_REVOCATION, ContainmentStepText.ASSUMED_REFRESH_TOKENS)
                .map(sentence -> sentence.text()).toList();
    }

    List<TokenState> of(List<Integer> sessions) {
        List<TokenState> all = new ArrayList<>();
        for (int session : sessions) {
            queries.tokensOf(session).forEach(token -> all.add(state(session, queries.token(token))));
        }
        all.sort(Comparator.comparingLong(TokenState::validUntil).reversed());
        return List.copyOf(all);
    }

    private TokenState state(int session, TokenTrail trail) {
        Boolean evaluated = trail.signIn() < 0 ? null : isEvaluated(trail.signIn());
        // issued before its first use, where the time of issue is not known
        long issued = trail.issuedAt() == AuditEvent.NO_TIME ? trail.first() : trail.issuedAt();
        long until = issued == AuditEvent.NO_TIME ? AuditEvent.NO_TIME
                // where it was used later, it was valid longer than assumed
                : Math.max(issued + (Boolean.FALSE.equals(evaluated) ? DEFAULT : EVALUATED), trail.last());
        int any = trail.signIn() >= 0 ? trail.signIn() : trail.events()[0];
        return new TokenState(events.dictionary(EventField.SESSION_ID).get(session), trail.uti(),
                events.text(EventField.UPN, any), trail.app(), trail.resource(),
                trail.issuedAt(), trail.last(), evaluated, until, until == AuditEvent.NO_TIME || until > asOf);
    }

    /** What the records of the sign-in state about {@code Is CAE Token}; null where none does. */
    private @Nullable Boolean isEvaluated(int signIn) {
        for (RecordDetail detail : details.all(signIn)) {
            for (String value : detail.fields().values(DETAILS + ".Is CAE Token")) {
                return Boolean.valueOf(value.strip().toLowerCase(Locale.ROOT));
            }
        }
        return null;
    }
}
