package org.tokenlane.detect.signin;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.tokenlane.detect.facts.Addresses;
import org.tokenlane.detect.facts.Against;
import org.tokenlane.detect.facts.CaseFacts;
import org.tokenlane.detect.facts.Words;
import org.tokenlane.detect.rule.Check;
import org.tokenlane.detect.rule.FindingSink;
import org.tokenlane.detect.rule.RuleFile;
import org.tokenlane.model.event.EventField;
import org.tokenlane.model.finding.Severity;

/**
 * Sign-ins of people from networks that rent out servers or hide who asks: few people sit there, many phishing kits do.
 */
public final class HostingNetwork implements Check {

    @Override
    public void find(CaseFacts facts, RuleFile rule, FindingSink found) {
        for (int[] signIns : facts.signInsOfUsers().values()) {
            Map<String, List<Integer>> byNetwork = new LinkedHashMap<>();
            for (int event : signIns) {
                Addresses.Address address = facts.isSignedIn(event) ? facts.addresses().telling(event) : null;
                if (address != null && address.fact().hosting() && !Against.isFamiliar(facts, event)) {
                    byNetwork
                            .computeIfAbsent(
                                    facts.sessionOf(event) + " "
                                            + (address.asn() == null ? address.network() : address.asn()),
                                    key -> new ArrayList<>())
                            .add(event);
                }
            }
            for (List<Integer> events : byNetwork.values()) {
                int first = events.getFirst();
                String sentence = SignInText.HOSTING.text(Words.time(facts.events().time(first)),
                        Addresses.words(facts.addresses().of(first)),
                        Words.account(facts.text(EventField.UPN, first)));
                Severity severity = events.stream().allMatch(facts::isThroughSharedExit) ? Severity.INFO
                        : rule.severity();
                found.add(severity, events, SignInSentence.withTotal(sentence, events.size()),
                        Against.of(facts, first));
            }
        }
    }
}
