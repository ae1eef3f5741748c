package org.tokenlane.detect.session;

import java.util.ArrayList;
import java.util.List;
import org.tokenlane.detect.facts.Addresses;
import org.tokenlane.detect.facts.Against;
import org.tokenlane.detect.facts.CaseFacts;
import org.tokenlane.detect.facts.Words;
import org.tokenlane.detect.rule.Check;
import org.tokenlane.detect.rule.FindingSink;
import org.tokenlane.detect.rule.RuleFile;
import org.tokenlane.model.event.AuditEvent;
import org.tokenlane.model.event.EventField;
import org.tokenlane.model.finding.Severity;

/**
 * A token used from a network other than the one it was issued to. Another country is what the rule's severity is for; another network of the same country weighs less,
 * because a laptop that changes from the office to a telephone keeps its tokens.
 */
public final class TokenUsedElsewhere implements Check {

    @Override
    public void find(CaseFacts facts, RuleFile rule, FindingSink found) {
        String[] ids = facts.events().dictionary(EventField.UTI);
        for (int token = 1; token < ids.length; token++) {
            int issue = -1;
            List<Integer> elsewhere = new ArrayList<>();
            for (int event : facts.correlation().eventsOfToken(token)) {
                if (facts.correlation().rule(event).isInferred() || facts.events().time(event) == AuditEvent.NO_TIME) {
                    continue;
                }
                if (issue < 0 && facts.isSignedIn(event)) {
                    issue = event;
                } else if (issue >= 0 && facts.events().kind(event).isOperation() && isElsewhere(facts, issue, event)) {
                    elsewhere.add(event);
                }
            }
            if (!elsewhere.isEmpty()) {
                report(facts, rule, issue, elsewhere, found);
            }
        }
    }

    private static boolean isElsewhere(CaseFacts facts, int issue, int event) {
        Addresses.Address to = facts.addresses().telling(event);
        return to != null && !to.fact().mobile() && Addresses.differ(facts.addresses().telling(issue), to) && !Against.isFamiliar(facts, event);
    }

    private static void report(CaseFacts facts, RuleFile rule, int issue, List<Integer> elsewhere, FindingSink found) {
        int first = elsewhere.getFirst();
        Addresses.Address from = facts.addresses().of(issue);
        Addresses.Address to = facts.addresses().of(first);
        boolean sameCountry = from.country() != null && from.country().equalsIgnoreCase(to.country());
        boolean oneDevice = Against.inSameHands(facts, issue, first);
        Severity severity = sameCountry ? rule.severity().lowered() : rule.severity();
        List<Integer> proof = new ArrayList<>(List.of(issue));
        proof.addAll(elsewhere);
        found.add(oneDevice ? severity.lowered() : severity, proof,
                "The session's token for " + Words.quoted(facts.app(issue)) + " was issued to " + Addresses.words(from) + " at " + Words.time(facts.events().time(issue))
                        + " and used " + Words.span(facts.events().time(first) - facts.events().time(issue)) + " later from " + Addresses.words(to) + ", "
                        + Words.count(elsewhere.size(), "operation") + " in all.",
                Against.of(facts, first));
    }
}
