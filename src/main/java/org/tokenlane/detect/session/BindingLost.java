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

/** A session whose tokens were bound to a device and then are not: the refresh token is used where the device's key is not. */
public final class BindingLost implements Check {

    @Override
    public void find(CaseFacts facts, RuleFile rule, FindingSink found) {
        for (SessionEvents session : facts.sessions()) {
            int bound = -1;
            for (int event : session.signIns()) {
                String binding = facts.text(EventField.TOKEN_BINDING, event);
                if ("bound".equalsIgnoreCase(binding)) {
                    bound = event;
                } else if ("unbound".equalsIgnoreCase(binding) && bound >= 0 && isSameProgram(facts, bound, event)) {
                    found.add(List.of(bound, event), "The session's tokens were bound to a device at " + Words.time(facts.events().time(bound)) + " ("
                            + Addresses.words(facts.addresses().of(bound)) + "); " + Words.span(facts.events().time(event) - facts.events().time(bound))
                            + " later one was issued unbound, for " + Words.quoted(facts.app(event)) + ", to " + Addresses.words(facts.addresses().of(event)) + ".",
                            Against.of(facts, event));
                    break;
                }
            }
        }
    }

    /** Not every application can bind its tokens, so unbound ones tell something of the same application only, or of another network. */
    private static boolean isSameProgram(CaseFacts facts, int bound, int event) {
        String app = facts.text(EventField.APP_ID, bound);
        return app != null && app.equals(facts.text(EventField.APP_ID, event))
                || Addresses.differ(facts.addresses().telling(bound), facts.addresses().telling(event)) && !Against.isFamiliar(facts, event);
    }
}
