package org.tokenlane.timeline;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tokenlane.correlate.Correlation;
import org.tokenlane.correlate.OriginParts;
import org.tokenlane.correlate.OriginParts.Part;
import org.tokenlane.correlate.Origins;
import org.tokenlane.detect.hands.Attribution;
import org.tokenlane.detect.hands.Basis;
import org.tokenlane.detect.hands.Party;
import org.tokenlane.model.column.TextColumn;
import org.tokenlane.model.event.EventField;
import org.tokenlane.model.session.OriginSplit;
import org.tokenlane.query.CaseEvents;

/**
 * How each event of a case is drawn: the one place that gives an origin its {@link OriginStyle}. It does not depend on
 * what is selected, so an origin looks the same in every filter, search and session, and in the report. Two origins of
 * a party that are together in any session have different numbers as long as there are enough. Origins are numbered in
 * the order of the sessions' first events, those that the analyst split last, so that a split changes no other origin.
 */
public final class CaseOrigins {

    /** Before anything is known: every origin is unclear. */
    public static final CaseOrigins UNKNOWN = new CaseOrigins(new byte[0]);

    /**
     * What the analyst did to origins, each by session.
     *
     * @param splits
     *            how origins were split
     * @param names
     *            the origins' names by their keys
     */
    public record Changes(Map<String, List<OriginSplit>> splits, Map<String, Map<String, String>> names) {

        public static final Changes NONE = new Changes(Map.of(), Map.of());
    }

    private final byte[] codes;

    private CaseOrigins(byte[] codes) {
        this.codes = codes;
    }

    /** Gives every origin of the case its style. Takes a while for a large case. */
    public static CaseOrigins of(Correlation correlation, Attribution attribution, Changes changes) {
        return new CaseOrigins(new Numbering(correlation, attribution, changes).codes());
    }

    /** Tells whether anything is known. */
    public boolean isKnown() {
        return codes.length > 0;
    }

    /** How the event is drawn. */
    public OriginStyle style(int event) {
        return event < codes.length ? OriginStyle.of(codes[event]) : OriginStyle.unclear(0);
    }

    /** The events that are drawn as the attacker's. */
    public BitSet attackers() {
        BitSet all = new BitSet();
        for (int event = 0; event < codes.length; event++) {
            if (OriginStyle.of(codes[event]).party() == Party.ATTACKER) {
                all.set(event);
            }
        }
        return all;
    }

    /** Whose hands most of these events were done by; unclear where neither has the half. */
    public static Party party(Attribution attribution, Iterable<Integer> members) {
        int all = 0;
        int attackers = 0;
        int users = 0;
        for (int event : members) {
            Party party = attribution.party(event);
            all++;
            attackers += party == Party.ATTACKER ? 1 : 0;
            users += party == Party.USER ? 1 : 0;
        }
        return attackers * 2 > all ? Party.ATTACKER : users * 2 > all ? Party.USER : Party.UNCLEAR;
    }

    /** What origins of a party have one number for: the same key in any session. */
    private record Known(Party party, String key) {
    }

    /**
     * An origin as it is drawn.
     *
     * @param name
     *            the name that the analyst gave it in its session, or null
     */
    private record Drawn(Known known, @Nullable String name, String network, boolean confirmed) {
    }

    /**
     * The origins of a session.
     *
     * @param taken
     *            the numbers that its origins have, by party
     */
    private record OfSession(List<Drawn> origins, Map<Party, BitSet> taken) {

        BitSet taken(Party party) {
            return taken.computeIfAbsent(party, key -> new BitSet());
        }
    }

    private static final class Numbering {

        private final Correlation correlation;
        private final CaseEvents events;
        private final Attribution attribution;
        private final Changes changes;
        private final Origins origins;
        private final OriginParts parts;
        private final List<OfSession> sessions = new ArrayList<>();
        private final Map<Known, List<OfSession>> sessionsOf = new HashMap<>();
        private final Map<Known, Integer> numbers = new HashMap<>();
        private final Map<Known, Integer> numberOfNetwork = new HashMap<>();
        private final List<OriginStyle> styles = new ArrayList<>();
        private int drawn;
        /** Of each event the index of its origin in {@link #styles}, -1 for none. */
        private final int[] drawnAs;
        private final byte[] codes;

        Numbering(Correlation correlation, Attribution attribution, Changes changes) {
            this.correlation = correlation;
            this.events = correlation.events();
            this.attribution = attribution;
            this.changes = changes;
            origins = new Origins(events);
            parts = new OriginParts(correlation);
            codes = new byte[events.size()];
            drawnAs = new int[events.size()];
            Arrays.fill(drawnAs, -1);
        }

        byte[] codes() {
            TextColumn ids = events.dictionary(EventField.SESSION_ID);
            Map<String, List<Origins.Origin>> split = new LinkedHashMap<>();
            BitSet seen = new BitSet();
            for (int event = 0; event < codes.length; event++) {
                int code = correlation.session(event);
                if (code != 0 && !seen.get(code)) {
                    seen.set(code);
                    String session = ids.get(code);
                    List<Origins.Origin> all = origins.ofSession(correlation, code);
                    draw(all.stream().map(origin -> new Part(origin.key(), origin, null, origin.events())).toList(),
                            changes.names().getOrDefault(session, Map.of()));
                    if (changes.splits().containsKey(session)) {
                        split.put(session, all);
                    }
                }
            }
            split.forEach((session, all) -> draw(parts.of(all, changes.splits().getOrDefault(session, List.of())),
                    changes.names().getOrDefault(session, Map.of())));
            sessions.forEach(this::number);
            for (int event = 0; event < codes.length; event++) {
                codes[event] = (byte) style(event).code();
            }
            return codes;
        }

        private void draw(List<Part> all, Map<String, String> names) {
            OfSession session = new OfSession(new ArrayList<>(), new EnumMap<>(Party.class));
            for (Part part : all) {
                Known known = new Known(CaseOrigins.party(attribution, part.events()), part.key());
                String name = names.get(part.key());
                int index = drawn++;
                Drawn origin = new Drawn(known, name, part.origin().network(),
                        name != null || isDecided(part.events()));
                part.events().forEach(event -> drawnAs[event] = index);
                session.origins().add(origin);
                sessionsOf.computeIfAbsent(known, key -> new ArrayList<>()).add(session);
            }
            sessions.add(session);
        }

        /** Gives the origins of a session their styles; those with the same name look the same. */
        private void number(OfSession session) {
            Map<Known, Integer> named = new HashMap<>();
            for (Drawn origin : session.origins()) {
                Party party = origin.known().party();
                Integer ofName = origin.name() == null ? null : named.get(new Known(party, origin.name()));
                int number = ofName != null ? ofName
                        : numbers.computeIfAbsent(origin.known(), this::free);
                if (origin.name() != null) {
                    named.putIfAbsent(new Known(party, origin.name()), number);
                }
                numberOfNetwork.putIfAbsent(new Known(party, origin.network()), number);
                styles.add(new OriginStyle(party, number, origin.confirmed()));
            }
        }

        /** The first number that no other origin has in any of the sessions that this one is in. */
        private int free(Known known) {
            List<OfSession> all = sessionsOf.getOrDefault(known, List.of());
            BitSet taken = new BitSet();
            all.forEach(session -> taken.or(session.taken(known.party())));
            int number = Math.min(OriginStyle.SHADES - 1, taken.nextClearBit(0));
            all.forEach(session -> session.taken(known.party()).set(number));
            return number;
        }

        private boolean isDecided(List<Integer> members) {
            return members.stream().filter(event -> attribution.basis(event) == Basis.VERDICT).count() * 2 > members
                    .size();
        }

        /** What is in no session, or has no address, looks like its network's origin of the same party. */
        private OriginStyle style(int event) {
            if (drawnAs[event] >= 0) {
                return styles.get(drawnAs[event]);
            }
            Party party = attribution.party(event);
            @Nullable
            String network = origins.network(event);
            int number = network == null ? 0 : numberOfNetwork.getOrDefault(new Known(party, network), 0);
            return new OriginStyle(party, number, attribution.basis(event) == Basis.VERDICT);
        }
    }

    /** The styles that these events have, each once. */
    List<OriginStyle> styles(int[] members) {
        BitSet seen = new BitSet();
        for (int event : members) {
            seen.set(style(event).code());
        }
        List<OriginStyle> all = new ArrayList<>();
        seen.stream().forEach(code -> all.add(OriginStyle.of(code)));
        return all;
    }
}
