package org.tokenlane.detect.pattern;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.tokenlane.detect.facts.CaseFacts;
import org.tokenlane.detect.facts.Hands;
import org.tokenlane.detect.rule.RuleFile;
import org.tokenlane.model.event.AuditEvent;
import org.tokenlane.model.event.EventField;
import org.tokenlane.model.finding.Severity;

/**
 * In whose hands an act was, as far as the case shows. Most acts of attackers are also everyday work of users and
 * administrators, so rules weigh them by this: they are significant in a session with a high-severity finding, by its
 * user soon after, or from its address; they are informational at the user's own desk.
 */
final class Weight {

    /** Significant only in a takeover. */
    private static final String RISKY = "risky";
    private static final String ONLY_RISKY = "only-risky";
    /** Weighed by place, and raised to the severity of the rule in a takeover. */
    private static final String RAISES = "raises";
    private static final int THREE_DAYS = 4_320;
    private static final long MINUTE = 60_000_000_000L;

    private Weight() {
    }

    /** Looks whether the settings on weighing can be read. */
    static void validate(RuleFile rule) {
        if (rule.settings().has("context")) {
            rule.settings().choice("context", RISKY, ONLY_RISKY, RAISES);
        }
        for (String name : List.of("familiar", "elsewhere", "new-network", "unknown", "internal")) {
            if (rule.settings().has(name)) {
                rule.settings().choice(name,
                        Arrays.stream(Severity.values()).map(Severity::id).toArray(String[]::new));
            }
        }
    }

    /**
     * A sentence on the high-severity finding that the event belongs to, put into words when it is asked for; null where
     * there is none.
     */
    static @Nullable Supplier<String> hostile(CaseFacts facts, RuleFile rule, int event) {
        return hostile(facts, rule, event, after(rule));
    }

    /** For how long after the first evidence the rule takes what the user does for the attacker's, in nanoseconds. */
    static long after(RuleFile rule) {
        return rule.settings().has("after-minutes") ? rule.settings().minutes("after-minutes")
                : THREE_DAYS * MINUTE;
    }

    /** The same for many events of a rule, whose {@link #after} is read once. */
    static @Nullable Supplier<String> hostile(CaseFacts facts, RuleFile rule, int event, long after) {
        Supplier<String> risky = facts.risky(event, after, rule.id());
        return risky != null || after == 0 ? risky : facts.riskyAddress(event, after, rule.id());
    }

    /**
     * The severity of acts that belong to no high-severity finding: {@code familiar} at the user's own desk,
     * {@code elsewhere} in places that are strange to the user, {@code new-network} where only the network is new and
     * the program is known to be a usual one, {@code unknown} where too little is on record. A rule
     * with {@code context: risky} has informational findings where it does not say so.
     */
    static Severity otherwise(CaseFacts facts, RuleFile rule, List<Integer> proof) {
        boolean weighs = rule.settings().has("context") && !raises(rule);
        Severity usual = weighs ? Severity.INFO : rule.severity();
        if ((rule.settings().has("context") || rule.settings().has("familiar")) && isOwnDesk(facts, proof)) {
            return named(rule, "familiar", weighs ? usual : Severity.INFO);
        }
        Severity elsewhere = named(rule, "elsewhere", usual);
        List<Integer> strange = proof.stream().filter(event -> facts.hands(event) == Hands.STRANGE).toList();
        if (strange.isEmpty()) {
            return named(rule, "unknown", elsewhere);
        }
        return strange.stream().allMatch(facts::isOnlyNewNetwork)
                ? named(rule, "new-network", elsewhere)
                : elsewhere;
    }

    /** The severity where all recipients are in the organisation's own domains. */
    static Severity toOwn(CaseFacts facts, RuleFile rule, List<Integer> proof, Severity severity) {
        if (!rule.settings().has("internal") || !Recipients.areOwn(facts, proof)) {
            return severity;
        }
        Severity internal = named(rule, "internal", severity);
        return internal.compareTo(severity) < 0 ? internal : severity;
    }

    /** Tells whether the rule is only about what is in the attacker's hands. */
    static boolean isOnlyRisky(RuleFile rule) {
        return rule.settings().has("context") && rule.settings().text("context").equals(ONLY_RISKY);
    }

    /** Tells whether the rule counts by itself and more in a takeover. */
    static boolean raises(RuleFile rule) {
        return rule.settings().has("context") && rule.settings().text("context").equals(RAISES);
    }

    private static Severity named(RuleFile rule, String setting, Severity usual) {
        return rule.settings().has(setting)
                ? Severity.valueOf(rule.settings().text(setting).toUpperCase(Locale.ROOT))
                : usual;
    }

    /** Tells whether all of the events were done where the user has long worked, or with a token bound to its device. */
    static boolean isOwnDesk(CaseFacts facts, List<Integer> events) {
        return events.stream().allMatch(event -> isOwnDesk(facts, event));
    }

    /**
     * Tells it of one event. What has no address of its own, or one of Microsoft's, is where the sign-ins of its
     * session were.
     */
    private static boolean isOwnDesk(CaseFacts facts, int event) {
        if (facts.hands(event) == Hands.OWN) {
            return true;
        }
        int session = facts.correlation().session(event);
        if (session == 0 || facts.addresses().telling(event) != null) {
            return false;
        }
        int[] signIns = Arrays.stream(facts.correlation().eventsOfSession(session))
                .filter(member -> facts.events().kind(member).isSignIn()
                        && facts.events().time(member) != AuditEvent.NO_TIME
                        && facts.events().code(EventField.IP, member) != 0)
                .toArray();
        return signIns.length > 0 && Arrays.stream(signIns)
                .allMatch(signIn -> facts.hands(signIn) == Hands.OWN);
    }
}
