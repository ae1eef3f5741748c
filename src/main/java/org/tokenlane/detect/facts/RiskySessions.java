package org.tokenlane.detect.facts;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.tokenlane.correlate.Origins;
import org.tokenlane.model.event.AuditEvent;
import org.tokenlane.model.event.EventField;
import org.tokenlane.model.finding.Finding;
import org.tokenlane.model.finding.Severity;
import org.tokenlane.model.time.Durations;

/**
 * The sessions and users that have a high-severity finding: since when someone else was in them, and where. A takeover
 * begins with the first event of the other hands; what the user did before, or does meanwhile at a place of their own,
 * is not part of it.
 */
public final class RiskySessions {

    /** None. */
    public static final RiskySessions NONE = new RiskySessions();

    private static final class Taken {

        private final @Nullable String session;
        /** The titles of the rules that found it, by their ids, in the order of the rules. */
        private final Map<String, String> rules = new LinkedHashMap<>();
        private long since = Long.MAX_VALUE;
        private final Set<String> hostile = new HashSet<>();
        private final Set<String> own = new HashSet<>();
        private final Set<String> addresses = new HashSet<>();

        private Taken(@Nullable String session) {
            this.session = session;
        }

        /** The title of the first rule that is not this one; null where there is none. */
        private @Nullable String because(@Nullable String exceptRule) {
            return rules.entrySet().stream().filter(rule -> !rule.getKey().equals(exceptRule)).map(Map.Entry::getValue)
                    .findFirst().orElse(null);
        }
    }

    private final Map<String, Taken> bySession = new HashMap<>();
    private final Map<String, Taken> byUser = new HashMap<>();
    private final Map<String, Taken> byAddress = new HashMap<>();

    private RiskySessions() {
    }

    public static RiskySessions of(CaseFacts facts, List<Finding> findings) {
        RiskySessions all = new RiskySessions();
        for (Finding finding : findings) {
            if (finding.severity() == Severity.HIGH) {
                String session = finding.sessionId();
                if (session != null) {
                    read(facts, finding, all.bySession.computeIfAbsent(session,
                            key -> new Taken(session)));
                }
                if (finding.upn() != null) {
                    read(facts, finding, all.byUser.computeIfAbsent(finding.upn(),
                            key -> new Taken(session)));
                }
            }
        }
        for (SessionEvents session : facts.sessions()) {
            Taken taken = all.bySession.get(session.id());
            if (taken != null) {
                all.beginsEarlier(facts, session, taken);
            }
        }
        all.readAddresses(facts);
        return all;
    }

    private static void read(CaseFacts facts, Finding finding, Taken taken) {
        taken.rules.putIfAbsent(finding.rule(), finding.title());
        Set<Integer> others = new HashSet<>(finding.others());
        for (int event : finding.events()) {
            String range = range(facts, event);
            boolean isOther = others.contains(event);
            if (isOther && facts.events().time(event) != AuditEvent.NO_TIME) {
                taken.since = Math.min(taken.since, facts.events().time(event));
            }
            if (range != null && isOther && !facts.isFamiliar(event)) {
                taken.addresses.add(String.valueOf(facts.text(EventField.IP, event)));
            }
            if (range != null) {
                (isOther && !facts.isFamiliar(event) ? taken.hostile : taken.own).add(range);
            }
        }
    }

    /** The other hands may have been in the session before the event that gives them away. */
    private void beginsEarlier(CaseFacts facts, SessionEvents session, Taken taken) {
        for (int event : session.events()) {
            String range = range(facts, event);
            if (range != null && taken.hostile.contains(range)) {
                taken.since = Math.min(taken.since, facts.events().time(event));
                Taken user = session.upn() == null ? null : byUser.get(session.upn());
                if (user != null) {
                    user.since = Math.min(user.since, taken.since);
                }
                return;
            }
        }
    }

    /**
     * The addresses of the other hands, unless they are someone's own place: then it is an office that the victim works
     * in as well. That someone has no finding says nothing; they can be a victim that is not known yet.
     */
    private void readAddresses(CaseFacts facts) {
        for (Taken taken : byUser.values()) {
            for (String address : taken.addresses) {
                byAddress.merge(address, taken, (one, other) -> other.since < one.since ? other : one);
            }
        }
        for (Map.Entry<String, int[]> ofUser : byAddress.isEmpty() ? Map.<String, int[]> of().entrySet()
                : facts.signInsOfUsers().entrySet()) {
            for (int signIn : ofUser.getValue()) {
                Taken taken = byAddress.get(String.valueOf(facts.text(EventField.IP, signIn)));
                if (taken != null && facts.isSignedIn(signIn) && isVouchedFor(facts, signIn)) {
                    byAddress.remove(String.valueOf(facts.text(EventField.IP, signIn)));
                }
            }
        }
    }

    private static boolean isVouchedFor(CaseFacts facts, int signIn) {
        return facts.isBound(signIn) || facts.isFamiliar(signIn)
                || facts.isInteractive(signIn) && facts.knownDevice(signIn) != null && !facts.isOutOfPlace(signIn);
    }

    /**
     * A sentence on the high-severity finding that the event shares its address with, whoever did it; null where there
     * is none, where the event belongs to a session of its own, and where others use the address as well.
     */
    @Nullable
    Supplier<String> sameAddress(CaseFacts facts, int event, long within, @Nullable String exceptRule) {
        String address = byAddress.isEmpty() ? null : facts.text(EventField.IP, event);
        Taken taken = address == null ? null : byAddress.get(address);
        String because = taken == null ? null : taken.because(exceptRule);
        if (address == null || taken == null || because == null || facts.addresses().telling(event) == null
                || facts.isFamiliar(event)
                || facts.sessionOf(event) != null && !facts.events().kind(event).isSignIn()
                || Math.abs(facts.events().time(event) - taken.since) > within) {
            return null;
        }
        return () -> FactsText.SAME_ADDRESS.text(address, because);
    }

    private static @Nullable String range(CaseFacts facts, int event) {
        Addresses.Address address = facts.addresses().telling(event);
        return address == null ? null : Origins.prefix(address.ip());
    }

    /** The first event of other hands with this user; {@link Long#MAX_VALUE} for none. */
    long since(@Nullable String upn) {
        Taken taken = upn == null ? null : byUser.get(upn);
        return taken == null ? Long.MAX_VALUE : taken.since;
    }

    /** A sentence on the takeover that the event belongs to, put into words when it is asked for; null for none. */
    @Nullable
    Supplier<String> words(CaseFacts facts, int event, long after, @Nullable String exceptRule) {
        String session = facts.sessionOf(event);
        Taken of = session == null ? null : bySession.get(session);
        if (of != null) {
            String because = of.because(exceptRule);
            return because == null || facts.events().time(event) < of.since || isOwn(facts, event, of) ? null
                    : () -> FactsText.RISKY_SESSION.text(String.valueOf(session), because);
        }
        String upn = facts.text(EventField.UPN, event);
        Taken user = session != null || upn == null || after <= 0 ? null : byUser.get(upn);
        if (user == null || user.since == Long.MAX_VALUE || user.because(exceptRule) == null) {
            return null;
        }
        long since = facts.events().time(event) - user.since;
        if (since < 0 || since > after || isOwn(facts, event, user)) {
            return null;
        }
        if (user.session == null) {
            return () -> FactsText.AFTER_RISKY_FINDING.text(Durations.words(since));
        }
        String ofUser = user.session;
        String range = range(facts, event);
        FactsText text = range != null && user.hostile.contains(range) ? FactsText.AFTER_RISKY_SESSION_SAME_NETWORK
                : FactsText.AFTER_RISKY_SESSION;
        return () -> text.text(Durations.words(since), ofUser);
    }

    /** The user goes on working where they usually do, while someone else uses the session. */
    private static boolean isOwn(CaseFacts facts, int event, Taken taken) {
        String range = range(facts, event);
        return facts.isBound(event) || range != null && !taken.hostile.contains(range)
                && (taken.own.contains(range) || facts.isFamiliar(event));
    }
}
