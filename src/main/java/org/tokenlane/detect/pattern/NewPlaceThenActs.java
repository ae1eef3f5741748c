package org.tokenlane.detect.pattern;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.tokenlane.detect.facts.Addresses;
import org.tokenlane.detect.facts.Against;
import org.tokenlane.detect.facts.CaseFacts;
import org.tokenlane.detect.facts.Words;
import org.tokenlane.detect.rule.Check;
import org.tokenlane.detect.rule.FindingSink;
import org.tokenlane.detect.rule.RuleFile;
import org.tokenlane.detect.rule.Said;
import org.tokenlane.model.event.EventField;
import org.tokenlane.model.finding.Severity;
import org.tokenlane.model.identity.AgentName;
import org.tokenlane.model.time.Durations;

/**
 * Weak signals together: a user with a history signs in from a network and with a program that are both new to them,
 * without a registered device, and something that attackers do first follows from there. Each of the three alone is a
 * new phone or a journey; the attacker who comes through a home connection in the victim's own country shows nothing
 * else.
 */
public final class NewPlaceThenActs implements Check {

    private static final int MOST_ACTS = 4;

    /** What an act is for. A new telephone of the user's own sets up methods and reads much mail, but no more. */
    private enum Kind {
        RULE, CONSENT, SET_UP, MAIL;

        static Kind of(String operation) {
            String text = operation.toLowerCase(Locale.ROOT);
            if (text.contains("inboxrule") || text.contains("messagerules") || text.equals("set-mailbox")) {
                return RULE;
            }
            if (text.contains("consent") || text.contains("permissiongrant")) {
                return CONSENT;
            }
            return text.equals("mailitemsaccessed") ? MAIL : SET_UP;
        }
    }

    @Override
    public boolean takesSentence() {
        return true;
    }

    @Override
    public void validate(RuleFile rule) {
        Acts.validate(rule);
        Chosen.filter(rule, rule.settings().text("mail"));
        rule.settings().number("mail-items");
        rule.settings().minutes("within-minutes");
        rule.settings().number("acts-for-high");
    }

    @Override
    public void find(CaseFacts facts, RuleFile rule, FindingSink found) {
        long within = rule.settings().minutes("within-minutes");
        // few users have signed in from a new place, and only what those did is of interest
        Map<String, List<Integer>> newPlaces = new TreeMap<>();
        facts.signInsOfUsers().forEach((upn, signIns) -> {
            List<Integer> strange = newPlaces(facts, signIns);
            if (!strange.isEmpty()) {
                newPlaces.put(upn, strange);
            }
        });
        Map<String, List<Integer>> mail = byUser(facts, newPlaces.keySet(),
                Chosen.events(facts, rule, rule.settings().text("mail")));
        Map<String, List<Integer>> acts = byUser(facts, newPlaces.keySet(), Acts.of(facts, rule).done(facts));
        newPlaces.forEach((upn, signIns) -> {
            Set<String> reported = new HashSet<>();
            for (int signIn : signIns) {
                List<Integer> then = new ArrayList<>(acts.getOrDefault(upn, List.of()).stream()
                        .filter(act -> isFrom(facts, act, signIn, within)).toList());
                List<Integer> read = mail.getOrDefault(upn, List.of()).stream()
                        .filter(act -> isFrom(facts, act, signIn, within)).toList();
                if (read.stream().mapToInt(act -> Math.max(1, facts.events().itemCount(act))).sum() >= rule.settings()
                        .number("mail-items")) {
                    then.addAll(read);
                    then.sort(null);
                }
                Addresses.Address address = facts.addresses().telling(signIn);
                if (!then.isEmpty() && address != null && reported.add(address.network())) {
                    report(facts, rule, signIn, then, found);
                }
            }
        });
    }

    private static Map<String, List<Integer>> byUser(CaseFacts facts, Set<String> users, int[] events) {
        Map<String, List<Integer>> byUser = new HashMap<>();
        for (int event : events) {
            String upn = facts.text(EventField.UPN, event);
            if (upn != null && users.contains(upn)) {
                byUser.computeIfAbsent(upn, key -> new ArrayList<>()).add(event);
            }
        }
        return byUser;
    }

    /** The user's sign-ins whose address range, program and device are all new to them. */
    private static List<Integer> newPlaces(CaseFacts facts, int[] signIns) {
        return Arrays.stream(signIns)
                .filter(signIn -> facts.isSignedIn(signIn) && facts.isStrange(signIn)
                        && !Addresses.isMobile(facts.addresses().telling(signIn))
                        && !facts.isThroughSharedExit(signIn))
                .boxed().toList();
    }

    /** Soon after the sign-in and in its session or from its network; without either, by the user at no other place. */
    private static boolean isFrom(CaseFacts facts, int act, int signIn, long within) {
        long after = facts.events().time(act) - facts.events().time(signIn);
        if (after < 0 || after > within) {
            return false;
        }
        String session = facts.sessionOf(act);
        if (session != null && session.equals(facts.sessionOf(signIn))) {
            return true;
        }
        Addresses.Address of = facts.addresses().telling(act);
        Addresses.Address from = facts.addresses().telling(signIn);
        return of != null && from != null && of.network().equals(from.network());
    }

    private static void report(CaseFacts facts, RuleFile rule, int signIn, List<Integer> acts, FindingSink found) {
        Map<String, Integer> kinds = new LinkedHashMap<>();
        for (int act : acts) {
            kinds.putIfAbsent(String.valueOf(facts.text(EventField.OPERATION, act)), act);
        }
        List<String> words = kinds.entrySet().stream().limit(MOST_ACTS)
                .map(kind -> PatternText.ACT_AT.text(Words.quoted(kind.getKey()),
                        Words.time(facts.events().time(kind.getValue()))))
                .toList();
        List<Integer> proof = new ArrayList<>(List.of(signIn));
        proof.addAll(acts);
        EnumSet<Kind> of = EnumSet.noneOf(Kind.class);
        kinds.keySet().forEach(operation -> of.add(Kind.of(operation)));
        Severity severity = of.size() >= rule.settings().number("acts-for-high")
                && (of.contains(Kind.RULE) || of.contains(Kind.CONSENT)) ? Severity.HIGH : rule.severity();
        String place = PatternText.NEW_PLACE.text(
                Words.account(facts.text(EventField.UPN, signIn)), Words.time(facts.events().time(signIn)),
                Addresses.words(facts.addresses().of(signIn)),
                Words.quoted(program(facts, signIn)));
        String then = PatternText.NEW_PLACE_ACTS.text(String.join("; ", words),
                Durations.words(facts.events().time(acts.getLast()) - facts.events().time(signIn)));
        // the story tells the acts by themselves
        found.add(severity, proof, new Said(place + " " + Chosen.says(rule),
                String.join(" ", place, then, Chosen.says(rule))), Against.of(facts, signIn));
    }

    private static @Nullable String program(CaseFacts facts, int signIn) {
        String agent = facts.agent(signIn);
        return agent == null ? null : AgentName.of(agent);
    }
}
