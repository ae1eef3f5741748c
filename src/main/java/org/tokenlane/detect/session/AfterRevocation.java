package org.tokenlane.detect.session;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.tokenlane.detect.change.Activities;
import org.tokenlane.detect.change.MilestoneKind;
import org.tokenlane.detect.facts.Against;
import org.tokenlane.detect.facts.CaseFacts;
import org.tokenlane.detect.facts.Hands;
import org.tokenlane.detect.facts.SessionEvents;
import org.tokenlane.detect.facts.Words;
import org.tokenlane.detect.rule.Check;
import org.tokenlane.detect.rule.FindingSink;
import org.tokenlane.detect.rule.RuleFile;
import org.tokenlane.detect.rule.Said;
import org.tokenlane.model.detail.RecordDetail;
import org.tokenlane.model.event.AuditEvent;
import org.tokenlane.model.event.EventField;
import org.tokenlane.model.event.EventResult;
import org.tokenlane.model.finding.Severity;
import org.tokenlane.model.time.Durations;

/**
 * A session that was used after somebody else ended the sessions of its user: an access token is valid until it expires
 * unless the service evaluates it continuously.
 */
public final class AfterRevocation implements Check {

    private record End(int event, long time, String what) {
    }

    @Override
    public boolean followsOthers(RuleFile rule) {
        return true;
    }

    @Override
    public void find(CaseFacts facts, RuleFile rule, FindingSink found) {
        Map<String, List<End>> ends = ends(facts);
        long grace = rule.settings().seconds("seconds");
        for (SessionEvents session : ends.isEmpty() ? List.<SessionEvents> of() : facts.sessions()) {
            End end = firstEnd(facts, session, ends);
            if (end != null) {
                session(facts, rule, session, end, grace, found);
            }
        }
    }

    /** The revocations, blocks and resets by others than the user, by the user's names in lower case. */
    private static Map<String, List<End>> ends(CaseFacts facts) {
        Map<String, List<End>> ends = new HashMap<>();
        facts.byOperationAndKind().withOperation(name -> {
            MilestoneKind kind = Activities.milestone(name);
            return kind != null && kind.endsAccess() && kind != MilestoneKind.PASSWORD_CHANGED;
        }).stream().filter(event -> facts.events().time(event) != AuditEvent.NO_TIME
                && facts.events().result(event) != EventResult.FAILURE).forEach(event -> {
                    Set<String> names = names(facts.details().of(event));
                    String by = facts.text(EventField.UPN, event);
                    if (by == null || !names.contains(by.toLowerCase(Locale.ROOT))) {
                        MilestoneKind kind = Activities.milestone(facts.events().operation(event));
                        names.forEach(name -> ends.computeIfAbsent(name, key -> new ArrayList<>())
                                .add(new End(event, facts.events().time(event), kind == null ? "" : kind.text())));
                    }
                });
        return ends;
    }

    private static Set<String> names(RecordDetail detail) {
        Set<String> names = new HashSet<>();
        for (RecordDetail.Target target : detail.targets()) {
            add(names, target.name());
            add(names, target.id());
        }
        return names;
    }

    private static void add(Set<String> names, @Nullable String name) {
        if (name != null) {
            names.add(name.toLowerCase(Locale.ROOT));
        }
    }

    /** The first end of the user's sessions after this one had begun. */
    private static @Nullable End firstEnd(CaseFacts facts, SessionEvents session, Map<String, List<End>> ends) {
        int[] events = session.events();
        long begun = facts.events().time(events[0]);
        Set<String> users = new HashSet<>();
        add(users, session.upn());
        add(users, facts.text(EventField.USER_OBJECT_ID, events[0]));
        End first = null;
        for (String user : users) {
            for (End end : ends.getOrDefault(user, List.of())) {
                if (end.time() >= begun && (first == null || end.time() < first.time())) {
                    first = end;
                }
            }
        }
        return first;
    }

    private static void session(CaseFacts facts, RuleFile rule, SessionEvents session, End end, long grace,
            FindingSink found) {
        List<Integer> after = new ArrayList<>();
        Set<String> tokens = new TreeSet<>();
        for (int event : session.events()) {
            boolean isUse = facts.events().kind(event).isSignIn() ? facts.isSignedIn(event)
                    : facts.events().kind(event).isOperation() && facts.events().result(event) != EventResult.FAILURE;
            if (isUse && facts.events().time(event) > end.time() + grace) {
                after.add(event);
                int token = facts.correlation().token(event);
                if (token != 0) {
                    tokens.add(facts.events().dictionary(EventField.UTI).get(token));
                }
            }
        }
        if (after.isEmpty()) {
            return;
        }
        int first = after.getFirst();
        Supplier<String> risky = facts.risky(first, Long.MAX_VALUE);
        Severity severity = risky != null ? rule.severity()
                : after.stream().allMatch(event -> facts.hands(event) == Hands.OWN) ? Severity.INFO
                        : rule.severity().lowered();
        List<Integer> proof = new ArrayList<>(List.of(end.event()));
        proof.addAll(after);
        String why = SessionText.AFTER_REVOCATION.text(Words.account(session.upn()), after.size(), tokens.size(),
                String.join(", ", tokens.stream().limit(3).toList()), end.what(), Words.time(end.time()),
                Words.time(facts.events().time(after.getLast())),
                Durations.words(facts.events().time(after.getLast()) - end.time()));
        found.addFor(severity, first, proof, Said.of(why, risky), Against.of(facts, first));
    }
}
