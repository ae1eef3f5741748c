package org.tokenlane.detect.sigma.run;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tokenlane.detect.sigma.rule.SigmaRule;
import org.tokenlane.model.text.Text;

/**
 * The result of a rule on a case.
 *
 * @param events
 *            the numbers of the events that it found, in time order. Not to be changed
 * @param hits
 *            of a rule that counts or correlates, which events belong together; empty for other rules, each of whose
 *            events is a hit
 * @param notEvaluated
 *            why there is no answer, as a sentence, or null. No events mean "nothing found" only where it is null
 * @param remarks
 *            what limits the answer, a sentence each: fields that the case's logs do not have, and the like
 * @param partOf
 *            the title of the correlation rule that this one was written for, so that its events are not findings of
 *            their own; or null
 */
public record SigmaOutcome(SigmaRule rule, int[] events, List<SigmaHit> hits, @Nullable Text notEvaluated,
        List<Text> remarks, @Nullable String partOf) {

    public SigmaOutcome {
        hits = List.copyOf(hits);
        remarks = List.copyOf(remarks);
    }

    /** Whether there is no answer because of a fault in the program. */
    public boolean brokeOff() {
        return notEvaluated != null && notEvaluated.key() == SigmaRunText.FAILED;
    }

    public boolean isEvaluated() {
        return notEvaluated == null;
    }
}
