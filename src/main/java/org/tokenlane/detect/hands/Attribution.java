package org.tokenlane.detect.hands;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.tokenlane.correlate.Correlation;
import org.tokenlane.correlate.MarkedEvents;
import org.tokenlane.correlate.OriginParts;
import org.tokenlane.correlate.OriginParts.Part;
import org.tokenlane.correlate.Origins;
import org.tokenlane.detect.facts.Against;
import org.tokenlane.detect.facts.CaseFacts;
import org.tokenlane.model.column.IntColumn;
import org.tokenlane.model.event.EventField;
import org.tokenlane.model.finding.Finding;
import org.tokenlane.model.finding.Severity;
import org.tokenlane.model.mark.Verdict;
import org.tokenlane.model.session.OriginSplit;
import org.tokenlane.query.CaseEvents;

/**
 * Whose hands each event was done by. The analyst's verdict decides where there is one. Otherwise an origin inside a
 * session is the attacker's if a high-severity finding rests on it and its network is not familiar to the user. Where a
 * finding rests on several origins, the one of its earliest event is what the others are compared with. In a session
 * with an attacker's origin, that one is the attacker's too if a finding of medium severity or above rests on it alone.
 * Everything that is not decided is unclear and counts for nobody.
 */
public final class Attribution {

    private final CaseEvents events;
    private final Correlation correlation;
    private final CaseFacts facts;
    private final MarkedEvents marked;
    private final Map<Integer, Basis> attackers = new HashMap<>();
    private final Map<Integer, Finding> because = new HashMap<>();

    private Attribution(CaseFacts facts, MarkedEvents marked) {
        this.facts = facts;
        this.events = facts.events();
        this.correlation = facts.correlation();
        this.marked = marked;
    }

    /**
     * @param findings
     *            what the rules found
     * @param splits
     *            how the analyst split the origins of a session, by its id
     */
    public static Attribution of(CaseFacts facts, Collection<Finding> findings, MarkedEvents marked,
            Function<String, List<OriginSplit>> splits) {
        Attribution made = new Attribution(facts, marked);
        Map<String, List<Finding>> high = new TreeMap<>();
        for (Finding finding : findings) {
            if (finding.severity().compareTo(Severity.MEDIUM) >= 0 && finding.sessionId() != null) {
                high.computeIfAbsent(finding.sessionId(), key -> new ArrayList<>()).add(finding);
            }
        }
        high.values().removeIf(all -> all.stream().noneMatch(finding -> finding.severity() == Severity.HIGH));
        if (!high.isEmpty()) {
            Origins origins = new Origins(facts.events());
            OriginParts parts = new OriginParts(facts.correlation());
            Set<String> places = new HashSet<>();
            high.forEach((session, all) -> made.session(session,
                    parts.of(origins.ofSession(facts.correlation(), facts.correlation().sessionCode(session)),
                            splits.apply(session)),
                    all, places));
            made.elsewhere(places);
        }
        return made;
    }

    private void session(String session, List<Part> parts, List<Finding> findings, Set<String> places) {
        Map<Integer, Part> partOf = new HashMap<>();
        parts.forEach(part -> part.events().forEach(event -> partOf.put(event, part)));
        Map<Part, Finding> hostile = new HashMap<>();
        Map<Part, Finding> alone = new HashMap<>();
        for (Finding finding : findings) {
            List<Part> hit = finding.events().stream().map(partOf::get).filter(part -> part != null).distinct()
                    .toList();
            if (hit.size() == 1) {
                alone.putIfAbsent(hit.getFirst(), finding);
            }
            // the origin of the earliest event is what the finding compares the others with
            for (Part part : hit.size() > 1 ? hit.subList(1, hit.size()) : hit) {
                if (finding.severity() == Severity.HIGH && !isFamiliar(part)) {
                    hostile.putIfAbsent(part, finding);
                }
            }
        }
        if (!hostile.isEmpty()) {
            alone.keySet().removeIf(this::isFamiliar);
            alone.forEach(hostile::putIfAbsent);
        }
        hostile.forEach((part, finding) -> part.events().forEach(event -> {
            decide(event, Basis.FINDING, finding);
            if (!isInferred(event) && facts.addresses().telling(event) != null) {
                places.add(place(event));
            }
        }));
        withoutAddress(session, partOf, hostile);
    }

    /** What has no address of its own goes with its token, where all that is known of the token is the attacker's. */
    private void withoutAddress(String session, Map<Integer, Part> partOf, Map<Part, Finding> hostile) {
        Map<Integer, Set<Part>> partsOfToken = new HashMap<>();
        partOf.forEach((event, part) -> {
            if (correlation.token(event) != 0) {
                partsOfToken.computeIfAbsent(correlation.token(event), key -> new HashSet<>()).add(part);
            }
        });
        for (int event : correlation.eventsOfSession(correlation.sessionCode(session))) {
            Set<Part> ofToken = partsOfToken.getOrDefault(correlation.token(event), Set.of());
            if (!partOf.containsKey(event) && !isInferred(event) && !ofToken.isEmpty()
                    && hostile.keySet().containsAll(ofToken)) {
                decide(event, Basis.TOKEN, hostile.get(ofToken.iterator().next()));
            }
        }
    }

    /** The same account from the same address, in other sessions or in none. */
    private void elsewhere(Set<String> places) {
        IntColumn addresses = events.codes(EventField.IP);
        IntColumn users = events.codes(EventField.UPN);
        Map<String, Finding> findingOfPlace = new HashMap<>();
        because.forEach((event, finding) -> findingOfPlace.putIfAbsent(place(event), finding));
        for (int event = 0; event < addresses.size(); event++) {
            if (addresses.get(event) != 0 && users.get(event) != 0 && !attackers.containsKey(event)) {
                String place = place(event);
                if (places.contains(place) && !Against.isFamiliar(facts, event)) {
                    decide(event, Basis.ADDRESS, findingOfPlace.get(place));
                }
            }
        }
    }

    private String place(int event) {
        return events.code(EventField.UPN, event) + " " + events.code(EventField.IP, event);
    }

    private void decide(int event, Basis basis, @Nullable Finding finding) {
        attackers.putIfAbsent(event, basis);
        if (finding != null) {
            because.putIfAbsent(event, finding);
        }
    }

    private boolean isFamiliar(Part part) {
        return part.events().stream().filter(event -> facts.addresses().of(event) != null).sorted().findFirst()
                .map(event -> Against.isFamiliar(facts, event)).orElse(false);
    }

    private boolean isInferred(int event) {
        return correlation.rule(event).isInferred();
    }

    /** The facts of the case that it is made from. */
    public CaseFacts facts() {
        return facts;
    }

    /** Whose hands the event was done by. */
    public Party party(int event) {
        Verdict verdict = marked.verdict(event);
        if (verdict != null) {
            return Party.of(verdict);
        }
        return attackers.containsKey(event) ? Party.ATTACKER
                : Against.isFamiliar(facts, event) ? Party.USER : Party.UNCLEAR;
    }

    /** What decides it. */
    public Basis basis(int event) {
        if (marked.verdict(event) != null) {
            return Basis.VERDICT;
        }
        Basis basis = attackers.get(event);
        return basis != null ? basis : party(event) == Party.USER ? Basis.FAMILIAR : Basis.NONE;
    }

    /** The finding that decides it, or null where none does. */
    public @Nullable Finding finding(int event) {
        return marked.verdict(event) == null ? because.get(event) : null;
    }

    /** The events that count as the attacker's, inferred ones included. */
    public BitSet attacker() {
        BitSet all = marked.hostile();
        attackers.keySet().stream().filter(event -> party(event) == Party.ATTACKER).forEach(all::set);
        return all;
    }
}
