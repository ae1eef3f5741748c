package org.tokenlane.correlate;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tokenlane.model.column.TextColumn;
import org.tokenlane.model.event.EventField;
import org.tokenlane.model.mark.Verdict;

/** The worst verdict on what was done by fact in each session, and whether all of it has that one. */
public final class SessionVerdicts {

    public static final SessionVerdicts NONE = new SessionVerdicts();

    private final Map<String, Verdict> worst = new HashMap<>();
    private final Map<String, Boolean> whole = new HashMap<>();

    private SessionVerdicts() {
    }

    public static SessionVerdicts of(Correlation correlation, MarkedEvents marked) {
        if (marked.counts().isEmpty()) {
            return NONE;
        }
        TextColumn ids = correlation.events().dictionary(EventField.SESSION_ID);
        int none = Verdict.values().length;
        int[] worst = new int[ids.size()];
        boolean[] differs = new boolean[ids.size()];
        Arrays.fill(worst, -1);
        for (int event = 0; event < correlation.events().size(); event++) {
            int session = correlation.session(event);
            if (session > 0 && !correlation.rule(event).isInferred()) {
                Verdict verdict = marked.verdict(event);
                int rank = verdict == null ? none : verdict.ordinal();
                differs[session] |= worst[session] >= 0 && worst[session] != rank;
                worst[session] = worst[session] < 0 ? rank : Math.min(worst[session], rank);
            }
        }
        SessionVerdicts found = new SessionVerdicts();
        for (int session = 1; session < ids.size(); session++) {
            if (worst[session] >= 0 && worst[session] < none) {
                found.worst.put(ids.get(session), Verdict.values()[worst[session]]);
                found.whole.put(ids.get(session), !differs[session]);
            }
        }
        return found;
    }

    /** The session's worst verdict, or null. */
    public @Nullable Verdict worst(String session) {
        return worst.get(session);
    }

    public boolean isWhole(String session) {
        return whole.getOrDefault(session, false);
    }
}
