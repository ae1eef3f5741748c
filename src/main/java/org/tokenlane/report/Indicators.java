package org.tokenlane.report;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.IntFunction;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tokenlane.correlate.Correlation;
import org.tokenlane.correlate.MarkedEvents;
import org.tokenlane.detect.answer.Account;
import org.tokenlane.detect.answer.Answers;
import org.tokenlane.detect.answer.Milestone;
import org.tokenlane.detect.change.Activities;
import org.tokenlane.detect.change.ChangeKind;
import org.tokenlane.detect.exposure.Exposure;
import org.tokenlane.detect.facts.CaseFacts;
import org.tokenlane.detect.hands.Attribution;
import org.tokenlane.detect.hands.Basis;
import org.tokenlane.detect.hands.Party;
import org.tokenlane.enrich.AppNames;
import org.tokenlane.model.detail.RecordDetail;
import org.tokenlane.model.event.AuditEvent;
import org.tokenlane.model.event.EventField;
import org.tokenlane.model.event.EventResult;
import org.tokenlane.model.identity.Guids;
import org.tokenlane.model.identity.IpAddress;
import org.tokenlane.model.mark.MarkTarget;
import org.tokenlane.model.mark.Verdict;
import org.tokenlane.model.mark.VerdictMark;
import org.tokenlane.model.text.TextKey;
import org.tokenlane.query.CaseEvents;

/**
 * What the attacker's events can be recognized by, for programs that search or block. Only what no one else uses: an
 * address, a user agent or a token that is also in an event of the user's, or in an unclear one that succeeded, is left
 * out, since blocking it would hit the organization itself.
 *
 * @param all
 *            by kind, then by value
 * @param accounts
 *            the accounts that the attacker used, victims and not indicators
 * @param leftOut
 *            the values of the attacker's events that are not in it
 * @param decided
 *            the events whose party the analyst's verdict decides
 */
public record Indicators(List<Indicator> all, List<Account> accounts, List<LeftOut> leftOut, BitSet decided) {

    public static final Indicators NONE = new Indicators(List.of(), List.of(), List.of(), new BitSet());

    /** Why a value of the attacker's events is no indicator. */
    public enum Reason implements TextKey {
        /** An event of the user's has it, or one of an unknown party that succeeded. */
        USED_BY_OTHERS,
        /** An address of the organization's. */
        OWN,
        /** An application of Microsoft's. */
        FIRST_PARTY,
        /** An application that others used before the attacker gave it access. */
        USED_BEFORE,
        /** Several applications have the name. */
        SEVERAL_IDS,
        /** No record names the id of the application. */
        NO_ID
    }

    /** A value that is no indicator. */
    public record LeftOut(Indicator.Kind kind, String value, Reason reason) {
    }

    public Indicators {
        all = List.copyOf(all);
        accounts = List.copyOf(accounts);
        leftOut = List.copyOf(leftOut);
    }

    /** Those of a case. */
    public static Indicators of(Correlation correlation, Answers answers, MarkedEvents marked) {
        return new Reader(correlation, answers, marked).read();
    }

    /** The values of a kind, in order. */
    public List<String> values(Indicator.Kind kind) {
        return all.stream().filter(indicator -> indicator.kind() == kind).map(Indicator::value).toList();
    }

    /** Those that are in one of these events of the case, with nothing of the others. */
    public Indicators in(BitSet chosen, CaseEvents events) {
        return new Indicators(all.stream().map(indicator -> indicator(indicator.kind(), indicator.value(),
                indicator.events().stream().filter(chosen::get).toList(), events, decided))
                .filter(indicator -> !indicator.events().isEmpty()).toList(),
                accounts.stream().filter(account -> account.events().stream().anyMatch(chosen::get)).toList(), leftOut,
                decided);
    }

    /** How many values were left out, a sentence for each kind and reason. */
    public List<String> leftOutWords() {
        Map<Indicator.Kind, Map<Reason, Integer>> counts = new TreeMap<>();
        leftOut.forEach(one -> counts.computeIfAbsent(one.kind(), key -> new TreeMap<>()).merge(one.reason(), 1,
                Integer::sum));
        List<String> words = new ArrayList<>();
        counts.forEach((kind, reasons) -> reasons.forEach((reason, count) -> words
                .add(ExportText.LEFT_OUT.text(kind.text(), count, reason.text()))));
        return words;
    }

    private static Indicator indicator(Indicator.Kind kind, String value, List<Integer> at, CaseEvents events,
            BitSet decided) {
        long[] times = at.stream().mapToLong(events::time).filter(time -> time != AuditEvent.NO_TIME).sorted()
                .toArray();
        return new Indicator(kind, value, times.length == 0 ? AuditEvent.NO_TIME : times[0],
                times.length == 0 ? AuditEvent.NO_TIME : times[times.length - 1], at,
                at.stream().anyMatch(decided::get));
    }

    private static final class Reader {

        private final CaseEvents events;
        private final Correlation correlation;
        private final Answers answers;
        private final Attribution attribution;
        private final CaseFacts facts;
        private final MarkedEvents marked;
        private final BitSet hostile;
        private final List<Indicator> found = new ArrayList<>();
        private final List<LeftOut> leftOut = new ArrayList<>();
        private final BitSet decided = new BitSet();

        Reader(Correlation correlation, Answers answers, MarkedEvents marked) {
            this.correlation = correlation;
            this.events = correlation.events();
            this.answers = answers;
            this.attribution = answers.incident().attribution();
            this.facts = attribution.facts();
            this.marked = marked;
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
            return new Indicators(found, answers.incident().accounts().stream().filter(Account::accessed).toList(),
                    leftOut, decided);
        }

        private static boolean isAddress(String text) {
            IpAddress address = IpAddress.of(text);
            return address != null && address.isAddress();
        }

        private @Nullable String session(int event) {
            return correlation.rule(event).isInferred() || correlation.session(event) == 0 ? null
                    : events.dictionary(EventField.SESSION_ID).get(correlation.session(event));
        }

        private @Nullable String token(int event) {
            return correlation.rule(event).isInferred() || correlation.token(event) == 0 ? null
                    : events.dictionary(EventField.UTI).get(correlation.token(event));
        }

        private void ofField(Indicator.Kind kind, IntFunction<@Nullable String> value, Predicate<String> fits) {
            Map<String, List<Integer>> byValue = new TreeMap<>();
            hostile.stream().forEach(event -> {
                String text = value.apply(event);
                if (text != null && !text.isBlank() && fits.test(text)) {
                    byValue.computeIfAbsent(text, key -> new ArrayList<>()).add(event);
                }
            });
            // a stolen session is the user's as well and still has to be searched for
            if (kind != Indicator.Kind.SESSION) {
                for (int event = 0; event < events.size() && !byValue.isEmpty(); event++) {
                    String text = value.apply(event);
                    if (text != null && byValue.containsKey(text) && isOthers(event)) {
                        byValue.remove(text);
                        leftOut.add(new LeftOut(kind, text, Reason.USED_BY_OTHERS));
                    }
                }
            }
            byValue.forEach((text, at) -> add(kind, text, at));
        }

        /** An attempt of an unknown party that failed shows nobody who uses the value rightly. */
        private boolean isOthers(int event) {
            if (hostile.get(event)) {
                return false;
            }
            Party party = attribution.party(event);
            return party == Party.USER || party == Party.UNCLEAR && isSuccess(event);
        }

        private boolean isSuccess(int event) {
            return events.kind(event).isSignIn() ? events.result(event) == EventResult.SUCCESS
                    : events.result(event) != EventResult.FAILURE;
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
            Set<String> users = new HashSet<>();
            for (String upn : events.dictionary(EventField.UPN)) {
                if (upn != null) {
                    users.add(lower(upn));
                }
            }
            byAddress.forEach((address, at) -> {
                if (users.contains(address) || facts.isOwnDomain(address.substring(address.lastIndexOf('@') + 1))) {
                    leftOut.add(new LeftOut(Indicator.Kind.MAIL_ADDRESS, address, Reason.OWN));
                } else {
                    add(Indicator.Kind.MAIL_ADDRESS, address, List.copyOf(at));
                }
            });
        }

        private void applications() {
            Map<String, Set<String>> idsByName = new HashMap<>();
            Set<String> known = new HashSet<>();
            for (int event = 0; event < events.size(); event++) {
                String name = events.text(EventField.APP_NAME, event);
                String id = events.text(EventField.APP_ID, event);
                if (id != null) {
                    known.add(lower(id));
                    if (name != null) {
                        idsByName.computeIfAbsent(lower(name), key -> new TreeSet<>()).add(lower(id));
                    }
                }
            }
            Map<String, Set<Integer>> byId = new TreeMap<>();
            Map<String, Long> consented = new HashMap<>();
            attackers(ChangeKind.CONSENT).forEach(step -> step.events().forEach(event -> {
                Set<String> ids = new TreeSet<>();
                consentedIds(event, step, known, ids);
                String name = consentedName(event, step);
                if (ids.isEmpty() && name != null) {
                    ids.addAll(only(name, idsByName));
                    if (!idsByName.containsKey(lower(name))) {
                        leftOut.add(new LeftOut(Indicator.Kind.APPLICATION, name, Reason.NO_ID));
                    }
                }
                ids.forEach(id -> {
                    put(byId, id, event);
                    consented.merge(id, step.time(), Math::min);
                });
            }));
            for (int event = 0; event < events.size() && !consented.isEmpty(); event++) {
                String id = events.text(EventField.APP_ID, event);
                Long since = id == null ? null : consented.get(lower(id));
                if (id != null && since != null && events.time(event) != AuditEvent.NO_TIME
                        && events.time(event) < since && !hostile.get(event)
                        && attribution.party(event) != Party.ATTACKER && byId.remove(lower(id)) != null) {
                    leftOut.add(new LeftOut(Indicator.Kind.APPLICATION, lower(id), Reason.USED_BEFORE));
                }
            }
            for (VerdictMark mark : marked.marks().all(VerdictMark.class)) {
                if (mark.verdict() == Verdict.MALICIOUS && mark.target().kind() == MarkTarget.Kind.APP) {
                    String key = mark.target().key();
                    for (String id : Guids.isGuid(key) ? Set.of(key) : only(key, idsByName)) {
                        for (int event : marked.of(mark.target())) {
                            if (hostile.get(event)) {
                                put(byId, id, event);
                            }
                        }
                    }
                }
            }
            AppNames microsoft = AppNames.shipped();
            byId.forEach((id, at) -> {
                if (microsoft.of(id) != null) {
                    leftOut.add(new LeftOut(Indicator.Kind.APPLICATION, id, Reason.FIRST_PARTY));
                } else {
                    add(Indicator.Kind.APPLICATION, id, List.copyOf(at));
                }
            });
        }

        /** The id of the only application of this name; names are not unique. */
        private Set<String> only(String name, Map<String, Set<String>> idsByName) {
            Set<String> ids = idsByName.getOrDefault(lower(name), Set.of());
            if (ids.size() > 1) {
                leftOut.add(new LeftOut(Indicator.Kind.APPLICATION, name, Reason.SEVERAL_IDS));
                return Set.of();
            }
            return ids;
        }

        /** Ids of objects in the directory are not those of applications; what the record states as such is. */
        private void consentedIds(int event, Milestone step, Set<String> known, Set<String> ids) {
            boolean isGrant = isGrant(event);
            RecordDetail detail = facts.details().of(event);
            Stream<@Nullable String> stated = isGrant ? Stream.of(detail.changedTo("ServicePrincipal.AppId"))
                    : Stream.concat(
                            Stream.of(detail.changedTo("ServicePrincipal.AppId"), detail.changedTo("AppId"),
                                    detail.parameter("AppId")),
                            detail.fields().values("ExtendedProperties.additionalDetails.AppId").stream());
            stated.forEach(id -> {
                if (id != null && Guids.isGuid(bare(id))) {
                    ids.add(bare(id));
                }
            });
            if (!isGrant) {
                // its id is among its names, with those that it is addressed by
                String names = detail.changedTo("TargetId.ServicePrincipalNames");
                for (String name : names == null ? new String[0] : names.split("[;,]")) {
                    if (Guids.isGuid(bare(name))) {
                        ids.add(bare(name));
                    }
                }
                step.names().stream().map(Reader::bare).filter(known::contains).forEach(ids::add);
            }
        }

        /** The targets of a grant are the resource; to what application it was granted is among the changes. */
        private @Nullable String consentedName(int event, Milestone step) {
            String changed = facts.details().of(event).changedTo("ServicePrincipal.DisplayName");
            return changed != null ? changed.strip().replaceAll("^\"|\"$", "") : isGrant(event) ? null : step.about();
        }

        private boolean isGrant(int event) {
            return Activities.ofDirectory(events.operation(event)) == ChangeKind.GRANT;
        }

        private static String bare(String id) {
            return lower(id.strip().replaceAll("^\"|\"$", ""));
        }

        private static String lower(String text) {
            return text.toLowerCase(Locale.ROOT);
        }

        private List<Milestone> attackers(ChangeKind kind) {
            return answers.incident().milestones().stream()
                    .filter(step -> step.isAttackers() && step.kind().opens() && step.kind().about() == kind).toList();
        }

        private static void put(Map<String, Set<Integer>> all, String value, int event) {
            all.computeIfAbsent(lower(value), key -> new TreeSet<>()).add(event);
        }

        private void add(Indicator.Kind kind, String value, List<Integer> at) {
            at.stream().filter(event -> attribution.basis(event) == Basis.VERDICT).forEach(decided::set);
            found.add(indicator(kind, value, at, events, decided));
        }
    }
}
