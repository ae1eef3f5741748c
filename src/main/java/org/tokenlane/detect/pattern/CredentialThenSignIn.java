package org.tokenlane.detect.pattern;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.tokenlane.detect.facts.Addresses;
import org.tokenlane.detect.facts.Against;
import org.tokenlane.detect.facts.CaseFacts;
import org.tokenlane.detect.facts.Words;
import org.tokenlane.detect.rule.Check;
import org.tokenlane.detect.rule.FindingSink;
import org.tokenlane.detect.rule.RuleFile;
import org.tokenlane.detect.rule.Said;
import org.tokenlane.model.detail.RecordDetail;
import org.tokenlane.model.event.EventField;
import org.tokenlane.model.event.EventKind;
import org.tokenlane.model.finding.Severity;
import org.tokenlane.model.time.Durations;

/**
 * An application that signs in, from a network from which it never did before, after it was given a credential, an
 * owner or a federated credential. The change and the sign-in are joined by the ids and the name of the application.
 * Whoever holds a secret of an application is the application, without a user and without a second factor.
 */
public final class CredentialThenSignIn implements Check {

    @Override
    public boolean followsOthers(RuleFile rule) {
        return true;
    }

    @Override
    public boolean takesSentence() {
        return true;
    }

    @Override
    public void validate(RuleFile rule) {
        Acts.validate(rule);
        Weight.validate(rule);
        rule.settings().minutes("within-minutes");
    }

    @Override
    public void find(CaseFacts facts, RuleFile rule, FindingSink found) {
        long within = rule.settings().minutes("within-minutes");
        Map<String, List<Integer>> signIns = signIns(facts);
        Set<String> reported = new HashSet<>();
        for (int change : Acts.of(facts, rule).done(facts)) {
            for (String name : names(facts, change)) {
                List<Integer> ofApp = signIns.getOrDefault(name, List.of());
                Integer first = firstFromNewNetwork(facts, ofApp, change, within);
                if (first != null && reported.add(change + "/" + first)) {
                    report(facts, rule, change, first, found);
                }
            }
        }
    }

    private static Map<String, List<Integer>> signIns(CaseFacts facts) {
        Map<String, List<Integer>> byName = new HashMap<>();
        for (int event = 0; event < facts.events().size(); event++) {
            if (facts.events().kind(event) == EventKind.SIGN_IN_SERVICE_PRINCIPAL && facts.isSignedIn(event)) {
                Set<String> names = new HashSet<>();
                for (EventField field : List.of(EventField.USER_OBJECT_ID, EventField.APP_ID, EventField.APP_NAME,
                        EventField.USER_NAME)) {
                    String name = facts.text(field, event);
                    if (name != null) {
                        names.add(name.toLowerCase(Locale.ROOT));
                    }
                }
                for (String name : names) {
                    byName.computeIfAbsent(name, key -> new ArrayList<>()).add(event);
                }
            }
        }
        return byName;
    }

    /** By what the change names its application: ids of its targets, the application's id in the details, its name. */
    private static Set<String> names(CaseFacts facts, int change) {
        Set<String> names = new HashSet<>();
        RecordDetail detail = facts.details().of(change);
        for (RecordDetail.Target target : detail.targets()) {
            add(names, target.id());
            add(names, target.name());
        }
        for (String field : List.of("AppId", "ServicePrincipal.AppId", "ServicePrincipal.ObjectID")) {
            add(names, detail.parameter(field));
            add(names, detail.changedTo(field));
        }
        detail.fields().values("ExtendedProperties.additionalDetails.AppId").forEach(value -> add(names, value));
        return names;
    }

    private static void add(Set<String> names, @Nullable String name) {
        if (name != null && name.length() > 2) {
            String lower = name.toLowerCase(Locale.ROOT);
            names.add(lower);
            int prefix = lower.indexOf("serviceprincipal_");
            if (prefix == 0) {
                names.add(lower.substring("serviceprincipal_".length()));
            }
        }
    }

    private static @Nullable Integer firstFromNewNetwork(CaseFacts facts, List<Integer> signIns, int change,
            long within) {
        long time = facts.events().time(change);
        Set<String> known = new HashSet<>();
        for (int signIn : signIns) {
            Addresses.Address address = facts.addresses().telling(signIn);
            if (address == null) {
                continue;
            }
            if (facts.events().time(signIn) < time) {
                known.add(address.network());
            } else if (facts.events().time(signIn) - time <= within && !known.contains(address.network())) {
                return signIn;
            }
        }
        return null;
    }

    private static void report(CaseFacts facts, RuleFile rule, int change, int signIn, FindingSink found) {
        Supplier<String> ofChange = Weight.hostile(facts, rule, change);
        Supplier<String> risky = ofChange == null ? Weight.hostile(facts, rule, signIn) : ofChange;
        Severity severity = risky != null ? rule.severity()
                : Weight.otherwise(facts, rule, List.of(change));
        List<String> sentences = new ArrayList<>();
        sentences.add(Chosen.says(rule, Chosen.actor(facts, change), Words.time(facts.events().time(change)),
                Addresses.words(facts.addresses().of(change))));
        sentences.add(PatternText.CREDENTIAL_THEN_SIGN_IN.text(Words.quoted(name(facts, signIn)),
                Addresses.words(facts.addresses().of(signIn)), Words.time(facts.events().time(signIn)),
                Durations.words(facts.events().time(signIn) - facts.events().time(change))));
        found.add(severity, List.of(change, signIn), Said.of(String.join(" ", sentences), risky),
                Against.of(facts, change));
    }

    private static @Nullable String name(CaseFacts facts, int signIn) {
        String app = facts.text(EventField.APP_NAME, signIn);
        return app != null ? app
                : facts.text(EventField.USER_NAME, signIn) != null ? facts.text(EventField.USER_NAME, signIn)
                        : facts.text(EventField.APP_ID, signIn);
    }
}
