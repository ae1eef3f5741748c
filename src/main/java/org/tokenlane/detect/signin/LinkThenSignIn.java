package org.tokenlane.detect.signin;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.tokenlane.detect.facts.Against;
import org.tokenlane.detect.facts.CaseFacts;
import org.tokenlane.detect.facts.Hands;
import org.tokenlane.detect.facts.Words;
import org.tokenlane.detect.rule.Check;
import org.tokenlane.detect.rule.FindingSink;
import org.tokenlane.detect.rule.RuleFile;
import org.tokenlane.detect.rule.Said;
import org.tokenlane.model.event.AuditEvent;
import org.tokenlane.model.event.EventField;
import org.tokenlane.model.event.EventKind;
import org.tokenlane.model.event.EventResult;
import org.tokenlane.model.time.Durations;

/**
 * A followed link, and soon after it a sign-in of the user that other rules take for an attacker's, or that is at a
 * place of other hands. That the link led to it is likely by the time only.
 */
public final class LinkThenSignIn implements Check {

    @Override
    public boolean followsOthers(RuleFile rule) {
        return true;
    }

    @Override
    public void find(CaseFacts facts, RuleFile rule, FindingSink found) {
        long within = rule.settings().seconds("seconds");
        Map<String, Integer> lastClick = new HashMap<>();
        Set<Integer> told = new HashSet<>();
        for (int event = 0; event < facts.events().size(); event++) {
            String user = facts.text(EventField.UPN, event);
            if (user == null || facts.events().time(event) == AuditEvent.NO_TIME) {
                continue;
            }
            if (facts.events().kind(event) == EventKind.LINK_CLICK) {
                if (facts.events().result(event) != EventResult.FAILURE) {
                    lastClick.put(user, event);
                }
                continue;
            }
            Integer click = lastClick.get(user);
            if (click == null || !facts.isSignedIn(event) || !facts.mayBeInteractive(event)
                    || facts.events().time(event) - facts.events().time(click) > within || !told.add(click)) {
                continue;
            }
            signIn(facts, rule, click, event, found);
            if (found.findings().isEmpty() || !found.findings().getLast().events().contains(click)) {
                told.remove(click);
            }
        }
    }

    private static void signIn(CaseFacts facts, RuleFile rule, int click, int event, FindingSink found) {
        Supplier<String> risky = facts.risky(event, 0);
        if (risky == null && facts.hands(event) != Hands.STRANGE) {
            return;
        }
        String why = SignInText.LINK_THEN_SIGN_IN.text(Words.account(facts.text(EventField.UPN, event)),
                Words.quoted(facts.text(EventField.TARGET, click)), Words.time(facts.events().time(click)),
                Durations.words(facts.events().time(event) - facts.events().time(click)),
                facts.addresses().of(event) == null ? 0 : 1, String.valueOf(facts.text(EventField.IP, event)));
        found.addFor(risky == null ? rule.severity().lowered() : rule.severity(), event, List.of(click, event),
                Said.of(why, risky), Against.of(facts, event));
    }
}
