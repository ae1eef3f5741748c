package org.tokenlane.detect.session;

import java.util.List;
import org.tokenlane.detect.facts.Addresses;
import org.tokenlane.detect.facts.Against;
import org.tokenlane.detect.facts.CaseFacts;
import org.tokenlane.detect.facts.SessionEvents;
import org.tokenlane.detect.facts.Words;
import org.tokenlane.detect.rule.Check;
import org.tokenlane.detect.rule.FindingSink;
import org.tokenlane.detect.rule.RuleFile;
import org.tokenlane.model.event.EventField;
import org.tokenlane.model.time.Durations;

/**
 * A session whose tokens were bound to a device and then are not: the refresh token is used where the device's key is
 * not.
 */
public final class BindingLost implements Check {

    @Override
    public void find(CaseFacts facts, RuleFile rule, FindingSink found) {
        for (SessionEvents session : facts.sessions()) {
            int bound = -1;
            for (int event : session.signIns()) {
                String binding = facts.text(EventField.TOKEN_BINDING, event);
                if ("bound".equalsIgnoreCase(binding)) {
                    bound = event;
                } else if ("unbound".equalsIgnoreCase(binding) && bound >= 0 && isOddlyUnbound(facts, bound, event)) {
                    found.add(rule.severity(), List.of(bound, event), List.of(event),
                            SessionText.BINDING_LOST.text(Words.time(facts.events().time(bound)),
                                    Addresses.words(facts.addresses().of(bound)),
                                    Durations.words(facts.events().time(event) - facts.events().time(bound)),
                                    Words.quoted(facts.app(event)), Addresses.words(facts.addresses().of(event))),
                            Against.of(facts, event));
                    break;
                }
            }
        }
    }

    /**
     * Not every application can bind its tokens, so unbound ones count only for the same application or on another
     * network. On the same device and network, the broker was probably just not available.
     */
    private static boolean isOddlyUnbound(CaseFacts facts, int bound, int event) {
        String app = facts.text(EventField.APP_ID, bound);
        boolean elsewhere = Addresses.differ(facts.addresses().telling(bound), facts.addresses().telling(event));
        return elsewhere && !Against.isFamiliar(facts, event)
                || app != null && app.equals(facts.text(EventField.APP_ID, event))
                        && !Against.onOneDevice(facts, bound, event);
    }
}
