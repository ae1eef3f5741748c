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
import org.tokenlane.model.event.EventKind;

/**
 * A session that begins with a sign-in to one application and is then used from elsewhere. A phishing proxy signs in through a portal page, and the captured cookie is used
 * for other applications from another country; a code that was asked for in the name of a tool is redeemed from another network within minutes.
 */
public final class ThenElsewhere implements Check {

    @Override
    public void validate(RuleFile rule) {
        rule.settings().choice("where", "other-country", "other-network");
        rule.settings().choice("then", "other-app", "any-app");
    }

    @Override
    public void find(CaseFacts facts, RuleFile rule, FindingSink found) {
        List<String> portals = rule.settings().list("portals");
        boolean otherCountry = rule.settings().text("where").equals("other-country");
        boolean otherApp = rule.settings().text("then").equals("other-app");
        long within = rule.settings().number("within-minutes") == 0 ? Long.MAX_VALUE : rule.settings().minutes("within-minutes");
        for (SessionEvents session : facts.sessions()) {
            int root = root(facts, session, portals, otherApp);
            Addresses.Address from = root < 0 ? null : facts.addresses().telling(root);
            if (from == null) {
                continue;
            }
            List<Integer> elsewhere = new ArrayList<>();
            for (int event : session.events()) {
                String app = facts.text(EventField.APP_ID, event);
                if (event > root && facts.events().time(event) - facts.events().time(root) <= within && (!otherApp || !facts.text(EventField.APP_ID, root).equals(app))
                        && isElsewhere(from, facts.addresses().telling(event), otherCountry)
                        && !Against.inSameHands(facts, root, event) && !Against.isFamiliar(facts, event)) {
                    elsewhere.add(event);
                }
            }
            if (!elsewhere.isEmpty()) {
                report(facts, root, elsewhere, found);
            }
        }
    }

    private static int root(CaseFacts facts, SessionEvents session, List<String> portals, boolean browser) {
        for (int event : session.signIns()) {
            EventKind kind = facts.events().kind(event);
            String app = facts.text(EventField.APP_ID, event);
            if (kind == EventKind.SIGN_IN_INTERACTIVE || kind == EventKind.SIGN_IN) {
                return app != null && portals.contains(app) && (!browser || isBrowser(facts, event)) ? event : -1;
            }
        }
        return -1;
    }

    private static boolean isBrowser(CaseFacts facts, int event) {
        String client = facts.text(EventField.CLIENT_APP, event);
        return client == null || client.toLowerCase(Locale.ROOT).contains("browser");
    }

    private static boolean isElsewhere(Addresses.Address from, Addresses.Address to, boolean otherCountry) {
        boolean countriesKnown = to != null && from.country() != null && to.country() != null;
        return Addresses.differ(from, to) && (!otherCountry || !countriesKnown || Addresses.inOtherCountry(from, to));
    }

    private static void report(CaseFacts facts, int root, List<Integer> elsewhere, FindingSink found) {
        int first = elsewhere.getFirst();
        List<Integer> proof = new ArrayList<>(List.of(root));
        proof.addAll(elsewhere);
        String operation = facts.text(EventField.OPERATION, first);
        found.add(proof,
                "The session began with a sign-in to " + Words.quoted(facts.app(root)) + " at " + Words.time(facts.events().time(root)) + " from "
                        + Addresses.words(facts.addresses().of(root)) + "; " + Words.span(facts.events().time(first) - facts.events().time(root))
                        + " later it was used from " + Addresses.words(facts.addresses().of(first)) + " for " + Words.quoted(facts.app(first))
                        + (facts.events().kind(first).isSignIn() || operation == null ? "" : " (" + operation + ")") + ", "
                        + Words.count(elsewhere.size(), "event") + " from there in all.",
                Against.of(facts, first));
    }
}
