package org.tokenlane.detect.session;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.tokenlane.detect.facts.Addresses;
import org.tokenlane.detect.facts.Against;
import org.tokenlane.detect.facts.CaseFacts;
import org.tokenlane.detect.facts.Journeys;
import org.tokenlane.detect.facts.SessionEvents;
import org.tokenlane.detect.facts.Words;
import org.tokenlane.detect.rule.Check;
import org.tokenlane.detect.rule.FindingSink;
import org.tokenlane.detect.rule.RuleFile;
import org.tokenlane.model.event.EventField;
import org.tokenlane.model.finding.Severity;

/**
 * Refresh tokens that are bound to no device, redeemed by one of the applications that share theirs ("family of client
 * ids"), on a network other than that of the session's
 * first sign-in: a stolen one gives access to all of the family. The severity is lower in the same country,
 * because phones and laptops change networks there, and for a registered device that can have been at both places.
 */
public final class UnboundRefresh implements Check {

    @Override
    public void find(CaseFacts facts, RuleFile rule, FindingSink found) {
        List<String> family = rule.settings().list("apps");
        for (SessionEvents session : facts.sessions()) {
            int root = Arrays.stream(session.signIns()).filter(event -> facts.addresses().telling(event) != null)
                    .findFirst().orElse(-1);
            List<Integer> redeemed = new ArrayList<>();
            for (int event : session.signIns()) {
                Addresses.Address here = facts.addresses().telling(event);
                if (event != root && here != null && !here.fact().mobile()
                        && family.contains(String.valueOf(facts.text(EventField.APP_ID, event)))
                        && "refreshToken".equalsIgnoreCase(facts.text(EventField.INCOMING_TOKEN_TYPE, event))
                        && "unbound".equalsIgnoreCase(facts.text(EventField.TOKEN_BINDING, event))
                        && Addresses.differ(facts.addresses().of(root), here)
                        && !Against.isFamiliar(facts, event)) {
                    redeemed.add(event);
                }
            }
            if (!redeemed.isEmpty()) {
                Addresses.Address begun = facts.addresses().of(root);
                boolean atHome = redeemed.stream()
                        .allMatch(event -> Addresses.inSameCountry(begun, facts.addresses().of(event)));
                int first = redeemed.getFirst();
                boolean isLikelyOwn = redeemed.stream().allMatch(event -> Against.onOneDevice(facts, root, event)
                        && Journeys.isPossible(facts, root, event) || facts.isThroughSharedExit(event));
                Severity severity = isLikelyOwn ? rule.severity().lowered() : rule.severity();
                found.add(atHome ? severity.lowered() : severity, redeemed,
                        SessionText.UNBOUND_REFRESH.text(redeemed.size(), Addresses.words(facts.addresses().of(first)),
                                Words.time(facts.events().time(first)), Words.quoted(facts.app(first)),
                                Words.time(facts.events().time(root)), Addresses.words(facts.addresses().of(root))),
                        Against.of(facts, first));
            }
        }
    }
}
