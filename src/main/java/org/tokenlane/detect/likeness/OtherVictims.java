package org.tokenlane.detect.likeness;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tokenlane.detect.facts.CaseFacts;
import org.tokenlane.detect.facts.SessionEvents;

/**
 * Ranks the sessions of a case by their likeness to hostile ones, to find the attacker's other victims. A shared
 * trait counts more, the fewer users have it: the address of a phishing server that two users share is strong
 * evidence, the company's VPN and the most common browser are none.
 */
public final class OtherVictims {

    /** What more users than these have is no mark of an attacker. */
    private static final int MOST_USERS = 20;
    private static final int FEWEST_POINTS = 5;

    private OtherVictims() {
    }

    /**
     * @param hostile
     *            ids of the sessions that are known to be hostile; they are not ranked themselves
     * @return the sessions that have something in common with them, the most similar first
     */
    public static List<Alike> of(CaseFacts facts, Collection<String> hostile) {
        Map<SessionEvents, Fingerprint> prints = new HashMap<>();
        Map<Trait, Map<String, Set<String>>> usersOf = new EnumMap<>(Trait.class);
        Map<Trait, Set<String>> sought = new EnumMap<>(Trait.class);
        for (SessionEvents session : facts.sessions()) {
            Fingerprint print = Fingerprint.of(facts, session);
            prints.put(session, print);
            boolean isHostile = hostile.contains(session.id());
            for (Trait trait : Trait.values()) {
                for (String value : print.values(trait).keySet()) {
                    // however many victims an attacker has, they do not make the address an ordinary one
                    if (!print.isStrangers() || !trait.isPlace()) {
                        usersOf.computeIfAbsent(trait, key -> new HashMap<>())
                                .computeIfAbsent(value, key -> new HashSet<>()).add(String.valueOf(session.upn()));
                    }
                    if (isHostile) {
                        sought.computeIfAbsent(trait, key -> new HashSet<>()).add(value);
                    }
                }
            }
        }
        List<Alike> found = new ArrayList<>();
        for (SessionEvents session : facts.sessions()) {
            Fingerprint print = prints.get(session);
            Alike alike = print == null || hostile.contains(session.id()) ? null
                    : compare(session, print, sought, usersOf);
            if (alike != null) {
                found.add(alike);
            }
        }
        found.sort(Comparator.comparingInt(Alike::points).reversed().thenComparing(Alike::sessionId));
        return found;
    }

    private static @Nullable Alike compare(SessionEvents session, Fingerprint print, Map<Trait, Set<String>> sought,
            Map<Trait, Map<String, Set<String>>> usersOf) {
        int points = 0;
        List<String> reasons = new ArrayList<>();
        List<Integer> events = new ArrayList<>();
        for (Trait trait : Trait.values()) {
            int best = 0;
            int usersOfBest = 0;
            Map.Entry<String, Integer> shared = null;
            for (Map.Entry<String, Integer> value : print.values(trait).entrySet()) {
                int users = usersOf.getOrDefault(trait, Map.of()).getOrDefault(value.getKey(), Set.of()).size();
                int weight = !sought.getOrDefault(trait, Set.of()).contains(value.getKey()) || users > MOST_USERS ? 0
                        : Math.max(1, trait.points() * 2 / Math.max(2, users));
                if (weight > best) {
                    best = weight;
                    usersOfBest = users;
                    shared = value;
                }
            }
            if (shared != null) {
                points += best;
                String reason = trait.text(shared.getKey());
                reasons.add(usersOfBest > 2 ? LikenessText.SHARED_BY.text(reason, usersOfBest) : reason);
                events.add(shared.getValue());
            }
        }
        return points < FEWEST_POINTS ? null : new Alike(session.id(), session.upn(), points, reasons, events);
    }
}
