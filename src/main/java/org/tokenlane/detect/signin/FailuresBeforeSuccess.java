package org.tokenlane.detect.signin;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
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
 * Failed sign-ins with certain codes before a successful one, or before one that had the right password and was stopped
 * by something else (the rule's setting
 * {@code stopped-codes}): of many users from one address (password spray), or of one user whose second factor was asked
 * for again and
 * again (MFA fatigue), as the rule's setting {@code by} says. An address from which as many users sign in as fail is an
 * office's. A second factor was given to whom it was
 * asked for only where the success is an interactive one from the network of the failures.
 */
public final class FailuresBeforeSuccess implements Check {

    @Override
    public void validate(RuleFile rule) {
        rule.settings().choice("by", "address", "user");
    }

    @Override
    public void find(CaseFacts facts, RuleFile rule, FindingSink found) {
        boolean byAddress = rule.settings().text("by").equals("address");
        Map<String, List<Integer>> groups = new LinkedHashMap<>();
        new TreeMap<>(facts.signInsOfUsers()).forEach((upn, signIns) -> {
            for (int event : signIns) {
                String key = byAddress ? facts.text(EventField.IP, event) : upn;
                if (key != null && facts.addresses().telling(event) != null) {
                    groups.computeIfAbsent(key, k -> new ArrayList<>()).add(event);
                }
            }
        });
        for (List<Integer> group : groups.values()) {
            group.sort(null);
            look(facts, rule, group, byAddress, found);
        }
    }

    private static void look(CaseFacts facts, RuleFile rule, List<Integer> group, boolean byAddress,
            FindingSink found) {
        Set<String> codes = Set.copyOf(rule.settings().list("codes"));
        Set<String> stopped = rule.settings().has("stopped-codes") ? Set.copyOf(rule.settings().list("stopped-codes"))
                : Set.of();
        int enough = rule.settings().number("at-least");
        long within = rule.settings().minutes("within-minutes");
        List<Integer> everFailed = group.stream().filter(event -> hasFailed(facts, codes, event)).toList();
        int signedIn = byAddress ? users(facts, group.stream().filter(facts::isSignedIn).toList()) : 0;
        if (everFailed.size() < enough || byAddress && users(facts, everFailed) <= signedIn) {
            return;
        }
        ArrayDeque<Integer> failed = new ArrayDeque<>();
        Set<String> told = new HashSet<>();
        for (int event : group) {
            if (hasFailed(facts, codes, event)) {
                failed.add(event);
            } else if (hasSucceeded(facts, stopped, event)
                    && (byAddress || facts.events().kind(event) != EventKind.SIGN_IN_NON_INTERACTIVE)) {
                while (!failed.isEmpty()
                        && facts.events().time(failed.getFirst()) < facts.events().time(event) - within) {
                    failed.removeFirst();
                }
                List<Integer> recent = failed.stream().filter(
                        each -> byAddress || !Addresses.differ(facts.addresses().of(each), facts.addresses().of(event)))
                        .toList();
                int users = users(facts, recent);
                if ((byAddress ? users : recent.size()) >= enough
                        && (!byAddress || told.add(facts.text(EventField.UPN, event)))) {
                    report(facts, rule, recent, users, event, found);
                    if (!byAddress) {
                        failed.clear();
                    }
                }
            }
        }
    }

    private static boolean hasFailed(CaseFacts facts, Set<String> codes, int event) {
        String code = facts.text(EventField.RESULT_CODE, event);
        return code != null && codes.contains(code);
    }

    private static boolean hasSucceeded(CaseFacts facts, Set<String> stopped, int event) {
        return stopped.isEmpty() ? facts.isSignedIn(event) : hasFailed(facts, stopped, event);
    }

    private static int users(CaseFacts facts, List<Integer> events) {
        return (int) events.stream().map(event -> facts.text(EventField.UPN, event)).distinct().count();
    }

    private static void report(CaseFacts facts, RuleFile rule, List<Integer> failed, int users, int success,
            FindingSink found) {
        boolean byAddress = rule.settings().text("by").equals("address");
        List<Integer> proof = new ArrayList<>(List.of(success));
        proof.addAll(failed);
        String span = Durations.words(facts.events().time(success) - facts.events().time(failed.getFirst()));
        String upn = Words.account(facts.text(EventField.UPN, success));
        String time = Words.time(facts.events().time(success));
        String address = Addresses.words(facts.addresses().of(success));
        String sentence;
        if (!byAddress) {
            sentence = SignInText.FATIGUE.text(upn, failed.size(), span, time, address);
        } else if (facts.isSignedIn(success)) {
            sentence = SignInText.SPRAY_SUCCESS.text(address, failed.size(), users, time, upn, span);
        } else {
            sentence = SignInText.SPRAY_STOPPED.text(address, failed.size(), users, time, upn, span,
                    String.valueOf(facts.text(EventField.RESULT_CODE, success)));
        }
        found.addFor(!byAddress && Against.isFamiliar(facts, success) ? rule.severity().lowered() : rule.severity(),
                success, proof, sentence, Against.of(facts, success));
    }
}
