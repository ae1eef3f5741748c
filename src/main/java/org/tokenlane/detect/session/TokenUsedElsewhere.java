package org.tokenlane.detect.session;

import java.util.ArrayList;
import java.util.List;
import org.tokenlane.detect.facts.Addresses;
import org.tokenlane.detect.facts.Against;
import org.tokenlane.detect.facts.CaseFacts;
import org.tokenlane.detect.facts.Journeys;
import org.tokenlane.detect.facts.Words;
import org.tokenlane.detect.rule.Check;
import org.tokenlane.detect.rule.FindingSink;
import org.tokenlane.detect.rule.RuleFile;
import org.tokenlane.model.column.TextColumn;
import org.tokenlane.model.event.AuditEvent;
import org.tokenlane.model.event.EventField;
import org.tokenlane.model.finding.Severity;
import org.tokenlane.model.time.Durations;

/**
 * A token used from a network other than the one it was issued to. The rule's severity applies to another country;
 * it is lower for another network of the same or of an unknown country, because a laptop that changes from the office
 * to
 * a phone's network keeps its tokens, and services log addresses of their own. It is lower, too, for a bound token and
 * for a registered device that can have been at both places.
 */
public final class TokenUsedElsewhere implements Check {

    @Override
    public void find(CaseFacts facts, RuleFile rule, FindingSink found) {
        TextColumn ids = facts.events().dictionary(EventField.UTI);
        for (int token = 1; token < ids.size(); token++) {
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
        return to != null && !to.fact().mobile() && Addresses.differ(facts.addresses().telling(issue), to)
                && !Against.isFamiliar(facts, event);
    }

    private static void report(CaseFacts facts, RuleFile rule, int issue, List<Integer> elsewhere, FindingSink found) {
        Addresses.Address from = facts.addresses().of(issue);
        int first = elsewhere.stream().filter(event -> Addresses.inOtherCountry(from, facts.addresses().of(event)))
                .findFirst().orElse(elsewhere.getFirst());
        Addresses.Address to = facts.addresses().of(first);
        Severity severity = Addresses.inOtherCountry(from, to) ? rule.severity() : rule.severity().lowered();
        // the device of a token is that of its sign-in wherever it is used, so only the way there counts
        boolean isLikelyOwn = facts.isBound(issue)
                || facts.knownDevice(issue) != null && Journeys.isPossible(facts, issue, first);
        if (elsewhere.stream().allMatch(facts::isThroughSharedExit)) {
            severity = severity.lowered();
            isLikelyOwn = true;
        }
        List<Integer> proof = new ArrayList<>(List.of(issue));
        proof.addAll(elsewhere);
        found.add(isLikelyOwn ? severity.lowered() : severity, proof, elsewhere,
                SessionText.TOKEN_USED_ELSEWHERE.text(Words.quoted(facts.app(issue)), Addresses.words(from),
                        Words.time(facts.events().time(issue)),
                        Durations.words(facts.events().time(first) - facts.events().time(issue)), Addresses.words(to),
                        elsewhere.size()),
                Against.of(facts, first));
    }
}
