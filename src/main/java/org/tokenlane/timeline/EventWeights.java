package org.tokenlane.timeline;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tokenlane.correlate.MarkedEvents;
import org.tokenlane.model.finding.Finding;
import org.tokenlane.model.finding.Severity;
import org.tokenlane.model.mark.Verdict;

/**
 * What events weigh: the most severe finding that begins with them, and the analyst's verdict. A mark of many events is drawn
 * by the heaviest of them, so that one attacker's event is seen among a million.
 */
public final class EventWeights {

    public static final EventWeights NONE = new EventWeights(List.of(), new byte[0], new byte[0]);

    static final byte MALICIOUS = 4;

    private final List<Finding> findings;
    private final byte[] severities;
    private final byte[] verdicts;

    private EventWeights(List<Finding> findings, byte[] severities, byte[] verdicts) {
        this.findings = findings;
        this.severities = severities;
        this.verdicts = verdicts;
    }

    /** Weighs the events of a case. */
    public static EventWeights of(int events, Collection<Finding> findings, MarkedEvents marked) {
        byte[] severities = new byte[events];
        for (Finding finding : findings) {
            byte weight = (byte) weight(finding.severity());
            // a flag at each of its events would hide them
            List<Integer> proof = finding.others().isEmpty() ? finding.events() : finding.others();
            if (!proof.isEmpty()) {
                int first = Collections.min(proof);
                severities[first] = (byte) Math.max(severities[first], weight);
            }
        }
        byte[] verdicts = new byte[marked.marks().all().isEmpty() ? 0 : events];
        for (int event = 0; event < verdicts.length; event++) {
            verdicts[event] = (byte) weight(marked.verdict(event));
        }
        return new EventWeights(List.copyOf(findings), severities, verdicts);
    }

    /** As the weights of each event are known, from 0 to 4. */
    static EventWeights of(byte[] severities, byte[] verdicts) {
        return new EventWeights(List.of(), severities, verdicts);
    }

    private static int weight(Severity severity) {
        return switch (severity) {
        case HIGH -> 4;
        case MEDIUM -> 3;
        case LOW -> 2;
        case INFO -> 1;
        };
    }

    private static int weight(@Nullable Verdict verdict) {
        return switch (verdict) {
        case MALICIOUS -> MALICIOUS;
        case SUSPICIOUS -> 3;
        case BENIGN -> 2;
        case UNKNOWN -> 1;
        case null -> 0;
        };
    }

    static @Nullable Severity severity(int weight) {
        return switch (weight) {
        case 4 -> Severity.HIGH;
        case 3 -> Severity.MEDIUM;
        case 2 -> Severity.LOW;
        case 1 -> Severity.INFO;
        default -> null;
        };
    }

    static @Nullable Verdict verdict(int weight) {
        return switch (weight) {
        case MALICIOUS -> Verdict.MALICIOUS;
        case 3 -> Verdict.SUSPICIOUS;
        case 2 -> Verdict.BENIGN;
        case 1 -> Verdict.UNKNOWN;
        default -> null;
        };
    }

    byte severityOf(int event) {
        return event < severities.length ? severities[event] : 0;
    }

    byte verdictOf(int event) {
        return event < verdicts.length ? verdicts[event] : 0;
    }

    /** The findings that these events prove, the most severe first. */
    public List<Finding> findings(int[] events, int most) {
        BitSet wanted = new BitSet();
        for (int event : events) {
            wanted.set(event);
        }
        List<Finding> found = new ArrayList<>(
                findings.stream().filter(finding -> finding.events().stream().anyMatch(wanted::get)).toList());
        found.sort((one, other) -> other.severity().compareTo(one.severity()));
        return found.stream().limit(most).toList();
    }
}
