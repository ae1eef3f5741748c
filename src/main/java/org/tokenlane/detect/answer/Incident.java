package org.tokenlane.detect.answer;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.tokenlane.correlate.ApplicationFacts;
import org.tokenlane.correlate.Applications;
import org.tokenlane.detect.change.MilestoneKind;
import org.tokenlane.detect.facts.CaseFacts;
import org.tokenlane.detect.hands.Attribution;
import org.tokenlane.job.Progress;
import org.tokenlane.model.event.AuditEvent;
import org.tokenlane.model.event.EventField;
import org.tokenlane.model.event.EventResult;

/**
 * What the attacker did, account by account, and what was done against it.
 *
 * @param events
 *            the attacker's dated events that are linked by fact, the numbers of events of the case
 * @param sessions
 *            the ids of the sessions with such events
 * @param accounts
 *            in the order of the attacker's first event
 * @param milestones
 *            all of the case in order of time, whoever they concern
 */
public record Incident(Attribution attribution, BitSet events, List<String> sessions, List<Account> accounts,
        List<Milestone> milestones) {

    /** Reads the incident from a case. */
    public static Incident of(CaseFacts facts, Attribution attribution, Progress progress) {
        BitSet hostile = new BitSet();
        Set<String> sessions = new TreeSet<>();
        Map<String, List<Integer>> byAccount = new LinkedHashMap<>();
        Map<String, Set<String>> names = new LinkedHashMap<>();
        attribution.attacker().stream().filter(event -> facts.events().time(event) != AuditEvent.NO_TIME
                && !facts.correlation().rule(event).isInferred()).forEach(event -> {
                    hostile.set(event);
                    String session = facts.sessionOf(event);
                    if (session != null) {
                        sessions.add(session);
                    }
                    String upn = facts.text(EventField.UPN, event);
                    String id = facts.text(EventField.USER_OBJECT_ID, event);
                    String name = upn == null ? id : upn;
                    if (name != null) {
                        byAccount.computeIfAbsent(name, key -> new ArrayList<>()).add(event);
                        addNames(names.computeIfAbsent(name, key -> new HashSet<>()), upn, id);
                    }
                });
        List<Milestone> milestones = Milestones.of(facts, attribution, progress);
        List<Account> accounts = new ArrayList<>();
        List<ApplicationFacts> applications = byAccount.keySet().stream().allMatch(Incident::isUpn) ? List.of()
                : new Applications(facts.events()).acting(facts.correlation());
        byAccount.forEach((name, events) -> {
            List<Integer> succeeded = events.stream()
                    .filter(event -> isAccess(facts, event)).toList();
            long[] times = (succeeded.isEmpty() ? events : succeeded).stream().mapToLong(facts.events()::time)
                    .sorted().toArray();
            accounts.add(new Account(name, application(name, events, applications), events, times[0],
                    times[times.length - 1],
                    !succeeded.isEmpty(), concerning(milestones, names.getOrDefault(name, Set.of()))));
        });
        accounts.sort((one, other) -> Long.compare(one.first(), other.first()));
        return new Incident(attribution, hostile, List.copyOf(sessions), List.copyOf(accounts), milestones);
    }

    private static boolean isUpn(String name) {
        return name.indexOf('@') >= 0;
    }

    /** The application that did all that was done with the account, or null. */
    private static @Nullable ApplicationFacts application(String name, List<Integer> events,
            List<ApplicationFacts> applications) {
        if (isUpn(name)) {
            return null;
        }
        return applications.stream().filter(one -> new HashSet<>(one.events()).containsAll(events)).findFirst()
                .orElse(null);
    }

    /** Tells whether something was reached: a sign-in that issued a token, or an operation that did not fail. */
    static boolean isAccess(CaseFacts facts, int event) {
        return facts.events().kind(event).isSignIn() ? facts.isSignedIn(event)
                : facts.events().result(event) != EventResult.FAILURE;
    }

    /** Tells whether only a resemblance links what opened or closed a way in to the attacker's session. */
    static boolean isInferred(CaseFacts facts, Milestone step) {
        return step.events().stream().allMatch(event -> facts.correlation().rule(event).isInferred());
    }

    /**
     * What happened at a milestone, to what and by whom; where only a resemblance links it to the attacker, that too.
     */
    public String words(Milestone step) {
        return step.isAttackers() && isInferred(attribution.facts(), step)
                ? AnswerText.STEP_INFERRED.text(step.words())
                : step.words();
    }

    private static void addNames(Set<String> names, @Nullable String... all) {
        Arrays.stream(all).filter(name -> name != null).forEach(name -> names.add(name.toLowerCase(Locale.ROOT)));
    }

    /** What was done to the account, what the attacker opened with it, and what was done to that later. */
    private static List<Milestone> concerning(List<Milestone> all, Set<String> names) {
        List<Milestone> opened = all.stream().filter(
                step -> step.isAttackers() && step.by() != null && names.contains(step.by().toLowerCase(Locale.ROOT)))
                .toList();
        return all.stream().filter(step -> step.concerns(names) || opened.contains(step)
                || opened.stream().anyMatch(step::closes)).toList();
    }

    /**
     * The milestones that a timeline of these users shows, given by names and ids in lower case: what was done to them,
     * what they did, and changes that concern everybody.
     */
    public List<Milestone> milestonesOf(Set<String> users) {
        List<Milestone> ofUsers = concerning(milestones, users);
        return milestones.stream().filter(step -> ofUsers.contains(step) || step.kind() == MilestoneKind.POLICY_CHANGED
                || step.by() != null && users.contains(step.by().toLowerCase(Locale.ROOT))).toList();
    }

    /** True where neither a verdict nor a finding points to an attacker. */
    public boolean isEmpty() {
        return events.isEmpty();
    }

    /** The accounts that the attacker got into. */
    public List<Account> used() {
        return accounts.stream().filter(Account::accessed).toList();
    }

    /** True where the attacker is known by attempts alone, all of which failed. */
    public boolean isOnlyAttempts() {
        return !isEmpty() && events.stream().noneMatch(event -> isAccess(attribution.facts(), event));
    }

    /** The attacker's first access, or where there is none the first attempt; {@code NO_TIME} without an attacker. */
    public long first() {
        return used().stream().mapToLong(Account::first).min()
                .orElseGet(() -> times().min().orElse(AuditEvent.NO_TIME));
    }

    /** The attacker's last act that succeeded, or where there is none the last attempt; {@code NO_TIME} likewise. */
    public long last() {
        return used().stream().mapToLong(Account::last).max()
                .orElseGet(() -> times().max().orElse(AuditEvent.NO_TIME));
    }

    private LongStream times() {
        return events.stream().mapToLong(attribution.facts().events()::time);
    }

    /**
     * When the last of the accounts that the attacker got into was contained, or {@code NO_TIME} where one may not be
     * or there is none.
     */
    public long containedAt() {
        return containedAt(used());
    }

    static long containedAt(List<Account> used) {
        long latest = AuditEvent.NO_TIME;
        for (Account account : used) {
            if (account.containedAt() == AuditEvent.NO_TIME) {
                return AuditEvent.NO_TIME;
            }
            latest = latest == AuditEvent.NO_TIME ? account.containedAt() : Math.max(latest, account.containedAt());
        }
        return latest;
    }
}
