package org.tokenlane.detect.session;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
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
import org.tokenlane.model.event.EventKind;
import org.tokenlane.model.finding.Severity;
import org.tokenlane.model.identity.AgentName;
import org.tokenlane.model.time.Durations;

/**
 * A session that begins with a sign-in to one application and is then used from elsewhere. A phishing proxy signs in
 * through a portal page, and the captured cookie is used
 * for other applications from another country; a code that was asked for in the name of a tool is redeemed from another
 * network within minutes.
 */
public final class ThenElsewhere implements Check {

    private static final long SHORTEST_JOURNEY = 2 * 3_600_000_000_000L;

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
        long within = rule.settings().number("within-minutes") == 0 ? Long.MAX_VALUE
                : rule.settings().minutes("within-minutes");
        for (SessionEvents session : facts.sessions()) {
            for (int root : roots(facts, session, portals, otherApp)) {
                Addresses.Address from = facts.addresses().telling(root);
                List<Integer> elsewhere = new ArrayList<>();
                for (int event : session.events()) {
                    boolean inTime = event > root && facts.events().time(event) - facts.events().time(root) <= within;
                    if (inTime && (!otherApp || !Objects.equals(facts.text(EventField.APP_ID, root),
                            facts.text(EventField.APP_ID, event)))
                            && isElsewhere(from, facts.addresses().telling(event), otherCountry)
                            && !facts.isBound(event)
                            && !Against.isFamiliar(facts, event)) {
                        elsewhere.add(event);
                    }
                }
                if (!elsewhere.isEmpty()) {
                    report(facts, severity(facts, rule, root, elsewhere, otherCountry), root, elsewhere, found);
                    break;
                }
            }
        }
    }

    /**
     * The sign-ins to one of the applications. Where the session must continue with another application, only its first
     * sign-in counts, if that is one of them. Otherwise each does: a user who is signed in already can be tricked into
     * one more.
     */
    private static List<Integer> roots(CaseFacts facts, SessionEvents session, List<String> portals,
            boolean onlyFirst) {
        List<Integer> roots = new ArrayList<>();
        for (int event : session.signIns()) {
            EventKind kind = facts.events().kind(event);
            String app = facts.text(EventField.APP_ID, event);
            if (kind == EventKind.SIGN_IN_INTERACTIVE || kind == EventKind.SIGN_IN) {
                if (app != null && portals.contains(app) && (!onlyFirst || isBrowser(facts, event))) {
                    roots.add(event);
                }
                if (onlyFirst) {
                    break;
                }
            }
        }
        return roots;
    }

    /**
     * The severity is lower without countries, for mobile carriers, whose customers change networks, and for a
     * registered device that can have been at both places; still lower for a journey with one program, and for exits
     * that many people share.
     */
    private static Severity severity(CaseFacts facts, RuleFile rule, int root, List<Integer> elsewhere,
            boolean otherCountry) {
        Addresses.Address from = facts.addresses().of(root);
        boolean unsure = otherCountry
                && elsewhere.stream().noneMatch(event -> Addresses.inOtherCountry(from, facts.addresses().of(event)));
        boolean mobile = elsewhere.stream().allMatch(event -> Addresses.isMobile(facts.addresses().of(event)));
        boolean onDevice = elsewhere.stream()
                .allMatch(event -> Against.onOneDevice(facts, root, event) && Journeys.isPossible(facts, root, event));
        if (elsewhere.stream().allMatch(event -> facts.isThroughSharedExit(event) || isJourney(facts, root, event))) {
            return rule.severity().lowered().lowered();
        }
        return unsure || mobile || onDevice ? rule.severity().lowered() : rule.severity();
    }

    /** A person who travels takes the program along, and is not there within two hours. */
    private static boolean isJourney(CaseFacts facts, int root, int event) {
        String before = facts.agent(root);
        String after = facts.agent(event);
        return facts.events().time(event) - facts.events().time(root) >= SHORTEST_JOURNEY
                && Journeys.isPossible(facts, root, event) && before != null && after != null
                && AgentName.of(before).equals(AgentName.of(after));
    }

    private static boolean isBrowser(CaseFacts facts, int event) {
        String client = facts.text(EventField.CLIENT_APP, event);
        return client == null || client.toLowerCase(Locale.ROOT).contains("browser");
    }

    private static boolean isElsewhere(Addresses.@Nullable Address from, Addresses.@Nullable Address to,
            boolean otherCountry) {
        boolean countriesKnown = from != null && to != null && from.country() != null && to.country() != null;
        return Addresses.differ(from, to) && (!otherCountry || !countriesKnown || Addresses.inOtherCountry(from, to));
    }

    private static void report(CaseFacts facts, Severity severity, int root, List<Integer> elsewhere,
            FindingSink found) {
        int first = elsewhere.getFirst();
        List<Integer> proof = new ArrayList<>(List.of(root));
        proof.addAll(elsewhere);
        List<Integer> others = Hand.isOthers(facts, root) ? proof : elsewhere;
        String operation = facts.events().kind(first).isSignIn() ? null : facts.text(EventField.OPERATION, first);
        String app = Words.quoted(facts.app(first));
        found.add(severity, proof, others,
                SessionText.THEN_ELSEWHERE.text(Words.quoted(facts.app(root)), Words.time(facts.events().time(root)),
                        Addresses.words(facts.addresses().of(root)),
                        Durations.words(facts.events().time(first) - facts.events().time(root)),
                        Addresses.words(facts.addresses().of(first)),
                        operation == null ? app : SessionText.APP_AND_OPERATION.text(app, operation),
                        elsewhere.size()),
                Against.of(facts, first));
    }
}
