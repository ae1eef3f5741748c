package org.tokenlane.report;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.IntFunction;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;
import org.tokenlane.correlate.Correlation;
import org.tokenlane.correlate.MarkedEvents;
import org.tokenlane.detect.answer.Account;
import org.tokenlane.detect.answer.Answers;
import org.tokenlane.detect.answer.Milestone;
import org.tokenlane.detect.change.ChangeKind;
import org.tokenlane.detect.exposure.Exposure;
import org.tokenlane.detect.hands.Attribution;
import org.tokenlane.detect.hands.Basis;
import org.tokenlane.detect.hands.Party;
import org.tokenlane.model.event.AuditEvent;
import org.tokenlane.model.event.EventField;
import org.tokenlane.model.identity.Guids;
import org.tokenlane.model.identity.IpAddress;
import org.tokenlane.query.CaseEvents;

/**
 * What the attacker's events can be recognized by, for programs that search or block. Only what no one else uses: an
 * address, a user agent or a token that is also in an event of the user's or an unclear one is left out, since blocking
 * it would hit the organization itself.
 *
 * @param all
 *            by kind, then by value
 * @param accounts
 *            the accounts that the attacker used, victims and not indicators
 */
public record Indicators(List<Indicator> all, List<String> accounts) {

    public static final Indicators NONE = new Indicators(List.of(), List.of());

    public Indicators {
        all = List.copyOf(all);
        accounts = List.copyOf(accounts);
    }

    /** Those of a case. */
    public static Indicators of(Correlation correlation, Answers answers, MarkedEvents marked) {
        return new Reader(correlation, answers, marked).read();
    }

    /** The values of a kind, in order. */
    public List<String> values(Indicator.Kind kind) {
        return all.stream().filter(indicator -> indicator.kind() == kind).map(Indicator::value).toList();
    }

    /** Those that are in one of these events. */
    public Indicators in(BitSet events) {
        return new Indicators(all.stream().filter(indicator -> indicator.events().stream().anyMatch(events::get))
                .toList(), accounts);
    }

    private static final class Reader {

        private final CaseEvents events;
        private final Correlation correlation;
        private final Answers answers;
        private final Attribution attribution;
        private final BitSet hostile;
        private final List<Indicator> found = new ArrayList<>();

        Reader(Correlation correlation, Answers answers, MarkedEvents marked) {
            this.correlation = correlation;
            this.events = correlation.events();
            this.answers = answers;
            this.attribution = answers.incident().attribution();
            this.hostile = (BitSet) answers.incident().events().clone();
            // undated events are not in the incident, but a verdict holds for them as well
            marked.hostile().stream().filter(event -> !correlation.rule(event).isInferred()).forEach(hostile::set);
        }

        Indicators read() {
            ofField(Indicator.Kind.ADDRESS, event -> events.text(EventField.IP, event), Reader::isAddress);
            forwarding();
            applications();
            ofField(Indicator.Kind.SESSION, this::session, any -> true);
            ofField(Indicator.Kind.TOKEN, this::token, any -> true);
            ofField(Indicator.Kind.USER_AGENT, event -> events.text(EventField.USER_AGENT, event), any -> true);
            return new Indicators(found,
                    answers.incident().accounts().stream().map(Account::name).toList());
        }

        private static boolean isAddress(String text) {
            IpAddress address = IpAddress.of(text);
            return address != null && address.isAddress();
        }

        private @Nullable String session(int event) {
            return correlation.rule(event).isInferred() || correlation.session(event) == 0 ? null
                    : events.dictionary(EventField.SESSION_ID)[correlation.session(event)];
        }

        private @Nullable String token(int event) {
            return correlation.rule(event).isInferred() || correlation.token(event) == 0 ? null
                    : events.dictionary(EventField.UTI)[correlation.token(event)];
        }

        private void ofField(Indicator.Kind kind, IntFunction<@Nullable String> value,
                java.util.function.Predicate<String> fits) {
            Map<String, List<Integer>> byValue = new TreeMap<>();
            hostile.stream().forEach(event -> {
                String text = value.apply(event);
                if (text != null && !text.isBlank() && fits.test(text)) {
                    byValue.computeIfAbsent(text, key -> new ArrayList<>()).add(event);
                }
            });
            // a stolen session is the user's as well and still has to be searched for
            if (kind != Indicator.Kind.SESSION) {
                IntPredicate others = event -> !hostile.get(event) && attribution.party(event) != Party.ATTACKER;
                for (int event = 0; event < events.size() && !byValue.isEmpty(); event++) {
                    String text = value.apply(event);
                    if (text != null && byValue.containsKey(text) && others.test(event)) {
                        byValue.remove(text);
                    }
                }
            }
            byValue.forEach((text, at) -> add(kind, text, at));
        }

        private void forwarding() {
            Map<String, Set<Integer>> byAddress = new TreeMap<>();
            for (Exposure.InboxRule rule : answers.exposure().inboxRules()) {
                if (!rule.failed()) {
                    rule.forwardsTo().forEach(address -> {
                        for (int event : rule.use().events()) {
                            put(byAddress, address, event);
                        }
                    });
                }
            }
            attackers(ChangeKind.FORWARDING).forEach(step -> step.events().forEach(event -> {
                if (step.detail() != null) {
                    put(byAddress, step.detail(), event);
                }
            }));
            byAddress.keySet().removeIf(address -> address.indexOf('@') < 0);
            byAddress.forEach((address, at) -> add(Indicator.Kind.MAIL_ADDRESS, address, List.copyOf(at)));
        }

        private void applications() {
            Map<String, Set<Integer>> byId = new TreeMap<>();
            Map<String, String> idsByName = new LinkedHashMap<>();
            for (int event = 0; event < events.size(); event++) {
                String name = events.text(EventField.APP_NAME, event);
                String id = events.text(EventField.APP_ID, event);
                if (name != null && id != null) {
                    idsByName.putIfAbsent(name, id);
                }
            }
            attackers(ChangeKind.CONSENT).forEach(step -> step.events().forEach(event -> {
                step.names().stream().filter(Guids::isGuid).forEach(id -> put(byId, id, event));
                if (step.about() != null && idsByName.containsKey(step.about())) {
                    put(byId, idsByName.get(step.about()), event);
                }
            }));
            byId.forEach((id, at) -> add(Indicator.Kind.APPLICATION, id, List.copyOf(at)));
        }

        private List<Milestone> attackers(ChangeKind kind) {
            return answers.incident().milestones().stream()
                    .filter(step -> step.isAttackers() && step.kind().opens() && step.kind().about() == kind).toList();
        }

        private static void put(Map<String, Set<Integer>> all, String value, int event) {
            all.computeIfAbsent(value, key -> new TreeSet<>()).add(event);
        }

        private void add(Indicator.Kind kind, String value, List<Integer> at) {
            long[] times = at.stream().mapToLong(events::time).filter(time -> time != AuditEvent.NO_TIME).sorted()
                    .toArray();
            found.add(new Indicator(kind, value, times.length == 0 ? AuditEvent.NO_TIME : times[0],
                    times.length == 0 ? AuditEvent.NO_TIME : times[times.length - 1], at,
                    at.stream().anyMatch(event -> attribution.basis(event) == Basis.VERDICT)));
        }
    }
}
