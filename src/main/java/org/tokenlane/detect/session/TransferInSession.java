package org.tokenlane.detect.session;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.tokenlane.detect.facts.Addresses;
import org.tokenlane.detect.facts.Against;
import org.tokenlane.detect.facts.CaseFacts;
import org.tokenlane.detect.facts.SessionEvents;
import org.tokenlane.detect.facts.Words;
import org.tokenlane.detect.rule.Check;
import org.tokenlane.detect.rule.FindingSink;
import org.tokenlane.detect.rule.RuleFile;
import org.tokenlane.model.event.EventField;

/**
 * Sign-ins by device code or authentication transfer inside a session that others use too: the code was given to
 * somebody else.
 */
public final class TransferInSession implements Check {

    @Override
    public void find(CaseFacts facts, RuleFile rule, FindingSink found) {
        List<String> methods = rule.settings().list("methods");
        for (SessionEvents session : facts.sessions()) {
            List<Integer> transferred = new ArrayList<>();
            List<Integer> others = new ArrayList<>();
            for (int event : session.signIns()) {
                (isTransfer(facts, event, methods) ? transferred : others).add(event);
            }
            for (int other : others) {
                if (!transferred.isEmpty() && comesFromElsewhere(facts, other, transferred.getFirst())) {
                    report(facts, rule, transferred, other, found);
                    break;
                }
            }
        }
    }

    private static boolean isTransfer(CaseFacts facts, int event, List<String> methods) {
        String method = facts.text(EventField.TRANSFER_METHOD, event);
        String protocol = facts.text(EventField.AUTH_PROTOCOL, event);
        return method != null && methods.contains(method.toLowerCase(Locale.ROOT))
                || protocol != null && methods.contains(protocol.toLowerCase(Locale.ROOT));
    }

    private static boolean comesFromElsewhere(CaseFacts facts, int other, int transferred) {
        String one = facts.text(EventField.USER_AGENT, other);
        String two = facts.text(EventField.USER_AGENT, transferred);
        boolean network = Addresses.differ(facts.addresses().telling(other), facts.addresses().telling(transferred));
        return network && (one == null || !one.equals(two)
                || Addresses.inOtherCountry(facts.addresses().of(other), facts.addresses().of(transferred)));
    }

    /**
     * A phone that takes over the computer's sign-in is on its carrier's network; a machine whose code was typed in
     * elsewhere is where the user or others work.
     */
    private static boolean isLikelyOwn(CaseFacts facts, int transferred, int other) {
        boolean sameCountry = Addresses.inSameCountry(facts.addresses().of(transferred), facts.addresses().of(other));
        return Against.isFamiliar(facts, transferred)
                || sameCountry && (Addresses.isMobile(facts.addresses().of(transferred))
                        || "authenticationTransfer"
                                .equalsIgnoreCase(facts.text(EventField.TRANSFER_METHOD, transferred)));
    }

    private static void report(CaseFacts facts, RuleFile rule, List<Integer> transferred, int other,
            FindingSink found) {
        int first = transferred.getFirst();
        String method = facts.text(EventField.TRANSFER_METHOD, first);
        List<Integer> proof = new ArrayList<>(transferred);
        proof.add(other);
        found.add(isLikelyOwn(facts, first, other) ? rule.severity().lowered() : rule.severity(), proof, transferred,
                SessionText.TRANSFER.text(Words.account(facts.text(EventField.UPN, other)),
                        Addresses.words(facts.addresses().of(other)), transferred.size(),
                        method == null ? SessionText.DEVICE_CODE.text() : method,
                        Addresses.words(facts.addresses().of(first)), Words.time(facts.events().time(first))),
                Against.of(facts, first));
    }
}
