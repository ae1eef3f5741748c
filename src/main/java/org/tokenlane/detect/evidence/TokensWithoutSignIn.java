package org.tokenlane.detect.evidence;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import org.tokenlane.detect.facts.Addresses;
import org.tokenlane.detect.facts.Against;
import org.tokenlane.detect.facts.CaseFacts;
import org.tokenlane.detect.facts.Words;
import org.tokenlane.detect.rule.Check;
import org.tokenlane.detect.rule.FindingSink;
import org.tokenlane.detect.rule.RuleFile;
import org.tokenlane.model.column.TextColumn;
import org.tokenlane.model.event.AuditEvent;
import org.tokenlane.model.event.EventField;
import org.tokenlane.model.identity.Uti;

/**
 * Tokens of people that services saw but no sign-in on record issued, while that user's sign-ins of the time are on
 * record: issued elsewhere, or the log is not whole.
 * Tokens of Microsoft's own background services, whose identifiers are no sign-in's, are left out.
 */
public final class TokensWithoutSignIn implements Check {

    @Override
    public void find(CaseFacts facts, RuleFile rule, FindingSink found) {
        TextColumn ids = facts.events().dictionary(EventField.UTI);
        long slack = rule.settings().minutes("minutes");
        used(facts, slack).stream().forEach(token -> {
            Uti uti = Uti.of(ids.get(token));
            if (uti != null && uti.isOfSignIn()) {
                List<Integer> uses = Arrays.stream(facts.correlation().eventsOfToken(token))
                        .filter(event -> isUse(facts, event)).boxed().toList();
                int first = uses.getFirst();
                found.add(uses,
                        EvidenceText.TOKEN_WITHOUT_SIGN_IN.text(Words.account(facts.text(EventField.UPN, first)),
                                ids.get(token), uses.size(), Words.time(facts.events().time(first)),
                                Addresses.words(facts.addresses().of(first))),
                        Against.of(facts, first));
            }
        });
    }

    /** The tokens that no sign-in on record issued, and that were first used while sign-ins of the user are on record. */
    private static BitSet used(CaseFacts facts, long slack) {
        BitSet issued = new BitSet();
        BitSet seen = new BitSet();
        BitSet used = new BitSet();
        for (int event = 0; event < facts.events().size(); event++) {
            int token = facts.correlation().token(event);
            if (facts.events().kind(event).isSignIn()) {
                issued.set(token);
            } else if (token != 0 && !seen.get(token) && isUse(facts, event)) {
                seen.set(token);
                used.set(token, hasSignInsAround(facts, event, slack));
            }
        }
        used.andNot(issued);
        return used;
    }

    private static boolean isUse(CaseFacts facts, int event) {
        return !facts.correlation().rule(event).isInferred() && facts.events().kind(event).isOperation()
                && facts.events().time(event) != AuditEvent.NO_TIME && facts.addresses().telling(event) != null;
    }

    /** Without sign-ins of this user before and after the use, the log just does not cover it. */
    private static boolean hasSignInsAround(CaseFacts facts, int event, long slack) {
        int[] signIns = facts.signInsOfUsers().getOrDefault(String.valueOf(facts.text(EventField.UPN, event)),
                new int[0]);
        long time = facts.events().time(event);
        return signIns.length > 0 && facts.events().time(signIns[0]) <= time - slack
                && facts.events().time(signIns[signIns.length - 1]) >= time;
    }
}
