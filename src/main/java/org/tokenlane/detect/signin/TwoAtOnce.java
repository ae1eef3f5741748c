package org.tokenlane.detect.signin;

import java.util.List;
import org.tokenlane.detect.facts.Addresses;
import org.tokenlane.detect.facts.Against;
import org.tokenlane.detect.facts.CaseFacts;
import org.tokenlane.detect.facts.Words;
import org.tokenlane.detect.rule.Check;
import org.tokenlane.detect.rule.FindingSink;
import org.tokenlane.detect.rule.RuleFile;
import org.tokenlane.model.event.EventField;
import org.tokenlane.model.event.EventKind;
import org.tokenlane.model.time.Durations;

/**
 * Two successful sign-ins of one user from different networks within seconds: the proxy of a phishing kit, and the one
 * who was phished.
 */
public final class TwoAtOnce implements Check {

    @Override
    public void find(CaseFacts facts, RuleFile rule, FindingSink found) {
        long within = rule.settings().seconds("seconds");
        for (int[] signIns : facts.signInsOfUsers().values()) {
            int before = -1;
            for (int event : signIns) {
                EventKind kind = facts.events().kind(event);
                Addresses.Address here = facts.addresses().telling(event);
                if (!facts.isSignedIn(event) || here == null || here.fact().mobile()
                        || kind != EventKind.SIGN_IN_INTERACTIVE && kind != EventKind.SIGN_IN) {
                    continue;
                }
                if (before >= 0 && facts.events().time(event) - facts.events().time(before) <= within
                        && Addresses.differ(facts.addresses().of(before), here)
                        && !(Against.isFamiliar(facts, before) && Against.isFamiliar(facts, event))) {
                    boolean isLikelyOwn = Against.onOneDevice(facts, before, event)
                            || facts.isThroughSharedExit(before) || facts.isThroughSharedExit(event);
                    found.add(isLikelyOwn ? rule.severity().lowered() : rule.severity(), List.of(before, event),
                            facts.isFamiliar(event) && !facts.isFamiliar(before) ? List.of(before) : List.of(event),
                            SignInText.TWO_AT_ONCE.text(Words.account(facts.text(EventField.UPN, event)),
                                    Addresses.words(facts.addresses().of(before)),
                                    Words.time(facts.events().time(before)),
                                    Durations.words(facts.events().time(event) - facts.events().time(before)),
                                    Addresses.words(here)),
                            Against.of(facts, event));
                }
                before = event;
            }
        }
    }
}
