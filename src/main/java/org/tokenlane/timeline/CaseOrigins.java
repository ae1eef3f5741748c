package org.tokenlane.timeline;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tokenlane.correlate.Correlation;
import org.tokenlane.correlate.OriginParts;
import org.tokenlane.correlate.OriginParts.Part;
import org.tokenlane.correlate.Origins;
import org.tokenlane.detect.hands.Attribution;
import org.tokenlane.detect.hands.Basis;
import org.tokenlane.detect.hands.Party;
import org.tokenlane.model.event.EventField;
import org.tokenlane.model.session.OriginSplit;
import org.tokenlane.query.CaseEvents;

/**
 * How each event of a case is drawn: the one place that gives an origin its {@link OriginStyle}. It does not depend on
 * what is selected, so an origin looks the same in every filter, search and session, and in the report. Origins are
 * numbered in the order of the sessions' first events, those that the analyst split last, so that a split changes no
 * other origin.
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

    private static final class Numbering {

        private final Correlation correlation;
        private final CaseEvents events;
        private final Attribution attribution;
        private final Changes changes;
        private final Origins origins;
        private final OriginParts parts;
        private final Map<Known, Integer> numbers = new HashMap<>();
        private final Map<Known, Integer> numberOfNetwork = new HashMap<>();
        private final byte[] codes;
        private final BitSet done = new BitSet();

        Numbering(Correlation correlation, Attribution attribution, Changes changes) {
            this.correlation = correlation;
            this.events = correlation.events();
            this.attribution = attribution;
            this.changes = changes;
            origins = new Origins(events);
            parts = new OriginParts(correlation);
            codes = new byte[events.size()];
        }

        byte[] codes() {
            String[] sessions = events.dictionary(EventField.SESSION_ID);
            Map<String, List<Origins.Origin>> split = new LinkedHashMap<>();
            BitSet seen = new BitSet();
            for (int event = 0; event < codes.length; event++) {
                int code = correlation.session(event);
                if (code != 0 && !seen.get(code)) {
                    seen.set(code);
                    String session = sessions[code];
                    List<Origins.Origin> all = origins.ofSession(correlation, code);
                    whole(session, all, changes.names().getOrDefault(session, Map.of()));
                    if (changes.splits().containsKey(session)) {
                        split.put(session, all);
                    }
                }
            }
            split.forEach((session, all) -> draw(parts.of(all, changes.splits().getOrDefault(session, List.of())),
                    changes.names().getOrDefault(session, Map.of())));
            outside();
            return codes;
        }

        private void whole(String session, List<Origins.Origin> all, Map<String, String> names) {
            draw(all.stream().map(origin -> new Part(origin.key(), origin, null, origin.events())).toList(), names);
        }

        private void draw(List<Part> all, Map<String, String> names) {
            Map<Part, Party> parties = new LinkedHashMap<>();
            all.forEach(part -> parties.put(part, CaseOrigins.party(attribution, part.events())));
            Map<Known, Integer> named = new HashMap<>();
            Map<Party, Set<Integer>> taken = new HashMap<>();
            parties.forEach((part, party) -> {
                Integer number = numbers.get(new Known(party, part.key()));
                if (number != null) {
                    taken.computeIfAbsent(party, key -> new HashSet<>()).add(number);
                }
            });
            parties.forEach((part, party) -> {
                String name = names.get(part.key());
                Integer ofName = name == null ? null : named.get(new Known(party, name));
                int number = ofName != null ? ofName
                        : number(new Known(party, part.key()), taken.computeIfAbsent(party, key -> new HashSet<>()));
                if (name != null) {
                    named.putIfAbsent(new Known(party, name), number);
                }
                numberOfNetwork.putIfAbsent(new Known(party, part.origin().network()), number);
                boolean confirmed = name != null || isDecided(part.events());
                byte code = (byte) new OriginStyle(party, number, confirmed).code();
                part.events().forEach(event -> {
                    codes[event] = code;
                    done.set(event);
                });
            });
        }

        /** The number that the origin has already, else the first that no other one in the session has. */
        private int number(Known known, Set<Integer> taken) {
            Integer before = numbers.get(known);
            if (before != null) {
                return before;
            }
            int number = 0;
            while (number < OriginStyle.SHADES - 1 && taken.contains(number)) {
                number++;
            }
            taken.add(number);
            numbers.put(known, number);
            return number;
        }

        private boolean isDecided(List<Integer> members) {
            return members.stream().filter(event -> attribution.basis(event) == Basis.VERDICT).count() * 2 > members
                    .size();
        }

        /** What is in no session, or has no address, looks like its network's origin of the same party. */
        private void outside() {
            for (int event = 0; event < codes.length; event++) {
                if (!done.get(event)) {
                    Party party = attribution.party(event);
                    @Nullable
                    String network = origins.network(event);
                    int number = network == null ? 0 : numberOfNetwork.getOrDefault(new Known(party, network), 0);
                    codes[event] = (byte) new OriginStyle(party, number, attribution.basis(event) == Basis.VERDICT)
                            .code();
                }
            }
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
