package org.tokenlane.detect.facts;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tokenlane.model.event.EventField;
import org.tokenlane.model.finding.Finding;
import org.tokenlane.model.finding.Severity;
import org.tokenlane.model.time.Durations;

/** The sessions that have a high-severity finding, with the networks of its events. */
public final class RiskySessions {

    /** None. */
    public static final RiskySessions NONE = new RiskySessions(Map.of());

    private record Taken(String session, String rule, long since, Set<String> networks) {
    }

    private final Map<String, Taken> bySession;
    private final Map<String, Taken> byUser = new HashMap<>();

    private RiskySessions(Map<String, Taken> bySession) {
        this.bySession = bySession;
    }

    public static RiskySessions of(CaseFacts facts, List<Finding> findings) {
        Map<String, Taken> bySession = new HashMap<>();
        Map<String, Taken> byUser = new HashMap<>();
        for (Finding finding : findings) {
            if (finding.severity() != Severity.HIGH || finding.sessionId() == null) {
                continue;
            }
            long since = Long.MAX_VALUE;
            Set<String> networks = new HashSet<>();
            for (int event : finding.events()) {
                since = Math.min(since, facts.events().time(event));
                Addresses.Address address = facts.addresses().telling(event);
                if (address != null && !Against.isFamiliar(facts, event)) {
                    networks.add(address.network());
                }
            }
            Taken taken = new Taken(finding.sessionId(), finding.title(), since, networks);
            Taken before = bySession.get(finding.sessionId());
            if (before == null || since < before.since()) {
                bySession.put(finding.sessionId(), taken);
            }
            if (finding.upn() != null
                    && (!byUser.containsKey(finding.upn()) || since < byUser.get(finding.upn()).since())) {
                byUser.put(finding.upn(), taken);
            }
        }
        RiskySessions all = new RiskySessions(bySession);
        all.byUser.putAll(byUser);
        return all;
    }

    @Nullable
    String words(CaseFacts facts, int event, long after) {
        String session = facts.sessionOf(event);
        Taken of = session == null ? null : bySession.get(session);
        if (of != null) {
            return FactsText.RISKY_SESSION.text(of.session(), of.rule());
        }
        String upn = facts.text(EventField.UPN, event);
        Taken user = session != null || upn == null || after <= 0 ? null : byUser.get(upn);
        if (user == null) {
            return null;
        }
        long since = facts.events().time(event) - user.since();
        if (since < 0 || since > after) {
            return null;
        }
        Addresses.Address address = facts.addresses().of(event);
        boolean sameNetwork = address != null && user.networks().contains(address.network());
        FactsText text = sameNetwork ? FactsText.AFTER_RISKY_SESSION_SAME_NETWORK : FactsText.AFTER_RISKY_SESSION;
        return text.text(Durations.words(since), user.session());
    }
}
