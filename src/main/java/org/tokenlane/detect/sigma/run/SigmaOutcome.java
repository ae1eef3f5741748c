package org.tokenlane.detect.sigma.run;

import java.util.List;
import org.tokenlane.detect.sigma.rule.SigmaRule;

/**
 * What became of a rule on a case.
 *
 * @param events
 *            the numbers of the events that it found, in time order. Not to be changed
 * @param hits
 *            of a rule that counts or correlates, which events belong together; empty for other rules, each of whose
 *            events is a hit
 * @param notEvaluated
 *            why it could not be answered, as a sentence, or null; without events it only then says that there are none
 * @param remarks
 *            what limits the answer, a sentence each: fields that the case's logs do not have, and the like
 * @param partOf
 *            the title of the correlation rule that this one was written for, so that its events are no finding by
 *            themselves; or null
 */
public record SigmaOutcome(SigmaRule rule, int[] events, List<SigmaHit> hits, String notEvaluated, List<String> remarks,
        String partOf) {

    public SigmaOutcome {
        hits = List.copyOf(hits);
        remarks = List.copyOf(remarks);
    }

    public boolean isEvaluated() {
        return notEvaluated == null;
    }
}
