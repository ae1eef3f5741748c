package org.tokenlane.detect.signin;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.tokenlane.detect.facts.Addresses;
import org.tokenlane.detect.facts.Against;
import org.tokenlane.detect.facts.CaseFacts;
import org.tokenlane.detect.facts.Words;
import org.tokenlane.detect.rule.Check;
import org.tokenlane.detect.rule.FindingSink;
import org.tokenlane.detect.rule.RuleFile;
import org.tokenlane.detect.rule.RuleText;
import org.tokenlane.model.event.EventField;

/**
 * Successful sign-ins of a kind that deserves a look when they come from a network the user never signed in from
 * before: by device code, with an unbound primary refresh
 * token, without a registered device where the user's others have one, as the rule's setting {@code kind} says. A user
 * of whom nothing earlier is on record is left alone, and so are networks
 * on which several users have registered devices, and telephones on a carrier's network where it is the device that is
 * missed.
 */
public final class FromNewNetwork implements Check {

    @Override
    public boolean takesSentence() {
        return true;
    }

    @Override
    public void validate(RuleFile rule) {
        rule.settings().choice("kind", "transfer", "prt", "without-device");
    }

    @Override
    public void find(CaseFacts facts, RuleFile rule, FindingSink found) {
        String kind = rule.settings().text("kind");
        boolean withoutDevice = kind.equals("without-device");
        int history = rule.settings().number("days-of-history");
        for (int[] signIns : facts.signInsOfUsers().values()) {
            Map<String, List<Integer>> byNetwork = new LinkedHashMap<>();
            for (int event : signIns) {
                Addresses.Address address = facts.isSignedIn(event) ? facts.addresses().telling(event) : null;
                if (address == null || Against.isFamiliar(facts, event)
                        || withoutDevice && address.fact().mobile()) {
                    continue;
                }
                if (isOfKind(facts, rule, event, kind)
                        && facts.isNewPlace(event)
                        && daysBefore(facts, signIns, event) >= history
                        && (!withoutDevice || usesDevices(facts, signIns, rule))) {
                    byNetwork
                            .computeIfAbsent(facts.sessionOf(event) + " " + address.network(), key -> new ArrayList<>())
                            .add(event);
                }
            }
            byNetwork.values().forEach(events -> report(facts, rule, events, found));
        }
    }

    private static boolean isOfKind(CaseFacts facts, RuleFile rule, int event, String kind) {
        if (kind.equals("without-device")) {
            return facts.text(EventField.DEVICE_ID, event) == null;
        }
        if (kind.equals("prt")) {
            return "primaryRefreshToken".equalsIgnoreCase(facts.text(EventField.INCOMING_TOKEN_TYPE, event))
                    && "unbound".equalsIgnoreCase(facts.text(EventField.TOKEN_BINDING, event));
        }
        List<String> methods = rule.settings().list("methods");
        String method = facts.text(EventField.TRANSFER_METHOD, event);
        String protocol = facts.text(EventField.AUTH_PROTOCOL, event);
        return method != null && methods.contains(method.toLowerCase(Locale.ROOT))
                || protocol != null && methods.contains(protocol.toLowerCase(Locale.ROOT));
    }

    private static long daysBefore(CaseFacts facts, int[] signIns, int event) {
        return (facts.events().time(event) - facts.events().time(signIns[0])) / 86_400_000_000_000L;
    }

    private static boolean usesDevices(CaseFacts facts, int[] signIns, RuleFile rule) {
        int with = 0;
        int all = 0;
        for (int event : signIns) {
            all += facts.isSignedIn(event) ? 1 : 0;
            with += facts.isSignedIn(event) && facts.text(EventField.DEVICE_ID, event) != null ? 1 : 0;
        }
        return all > 0 && with * 100 >= all * rule.settings().number("percent-with-device");
    }

    private static void report(CaseFacts facts, RuleFile rule, List<Integer> events, FindingSink found) {
        int first = events.getFirst();
        String sentence = new RuleText(rule.id(), RuleText.SAYS).text(Words.account(facts.text(EventField.UPN, first)),
                Words.time(facts.events().time(first)), Addresses.words(facts.addresses().of(first)),
                Words.quoted(facts.app(first)));
        found.add(events, SignInSentence.withTotal(sentence, events.size()), Against.of(facts, first));
    }
}
