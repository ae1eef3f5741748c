package org.tokenlane.detect.containment;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tokenlane.correlate.Correlation;
import org.tokenlane.detect.answer.Milestone;
import org.tokenlane.detect.change.MilestoneKind;
import org.tokenlane.detect.containment.ContainmentSheet.Done;
import org.tokenlane.detect.containment.ContainmentSheet.Item;
import org.tokenlane.detect.containment.ContainmentSheet.Step;
import org.tokenlane.detect.facts.Words;
import org.tokenlane.detect.hands.Party;
import org.tokenlane.model.event.AuditEvent;
import org.tokenlane.store.ContainmentTick;

/**
 * Marks the steps of a sheet as done: where a log shows that somebody else than the attacker did it to the object after
 * the attacker set it up, else where the analyst says so.
 */
public final class ContainmentProof {

    private static final long SECOND = 1_000_000_000L;
    private static final Map<ContainmentStepText, Set<MilestoneKind>> PROOF = new EnumMap<>(Map.ofEntries(
            Map.entry(ContainmentStepText.BLOCK_USERS,
                    EnumSet.of(MilestoneKind.ACCOUNT_DISABLED, MilestoneKind.PASSWORD_RESET)),
            Map.entry(ContainmentStepText.REVOKE_SESSIONS, EnumSet.of(MilestoneKind.SESSIONS_REVOKED)),
            Map.entry(ContainmentStepText.REMOVE_SIGN_IN_METHODS, EnumSet.of(MilestoneKind.METHOD_REMOVED)),
            Map.entry(ContainmentStepText.DISABLE_DEVICES, EnumSet.of(MilestoneKind.DEVICE_REMOVED)),
            Map.entry(ContainmentStepText.DISABLE_APPLICATIONS, EnumSet.of(MilestoneKind.APP_REMOVED)),
            Map.entry(ContainmentStepText.REMOVE_CREDENTIALS,
                    EnumSet.of(MilestoneKind.CREDENTIAL_REMOVED, MilestoneKind.APP_REMOVED)),
            Map.entry(ContainmentStepText.REMOVE_ROLES, EnumSet.of(MilestoneKind.ROLE_REMOVED)),
            Map.entry(ContainmentStepText.REMOVE_FORWARDING, EnumSet.of(MilestoneKind.FORWARDING_REMOVED)),
            Map.entry(ContainmentStepText.DISABLE_RULES, EnumSet.of(MilestoneKind.RULE_REMOVED)),
            Map.entry(ContainmentStepText.REMOVE_MAILBOX_RIGHTS, EnumSet.of(MilestoneKind.MAILBOX_RIGHT_REMOVED))));

    private final Correlation correlation;
    private final List<Milestone> milestones;
    private final Map<String, ContainmentTick> ticks;

    /**
     * @param milestones
     *            all of the case
     * @param ticks
     *            what the analyst marked as done
     */
    public ContainmentProof(Correlation correlation, List<Milestone> milestones, Map<String, ContainmentTick> ticks) {
        this.correlation = correlation;
        this.milestones = List.copyOf(milestones);
        this.ticks = Map.copyOf(ticks);
    }

    /** The sheet with what is done. */
    public ContainmentSheet of(ContainmentSheet sheet) {
        long begun = begun(sheet);
        List<Step> steps = new ArrayList<>();
        for (Step step : sheet.steps()) {
            steps.add(new Step(step.id(), step.title(), step.why(),
                    step.items().stream().map(item -> item.with(done(step, item, begun))).toList(), step.commands()));
        }
        return new ContainmentSheet(sheet.sessions(), sheet.asOf(), sheet.assumptions(), sheet.tokens(), steps,
                sheet.limits());
    }

    /** The first event of the sessions: what was done before does not contain them. */
    private long begun(ContainmentSheet sheet) {
        long begun = Long.MAX_VALUE;
        for (String session : sheet.sessions()) {
            for (int event : correlation.eventsOfSession(correlation.sessionCode(session))) {
                if (correlation.events().time(event) != AuditEvent.NO_TIME) {
                    begun = Math.min(begun, correlation.events().time(event));
                }
            }
        }
        return begun;
    }

    private @Nullable Done done(Step step, Item item, long begun) {
        Set<MilestoneKind> kinds = PROOF.entrySet().stream().filter(entry -> entry.getKey().id().equals(step.id()))
                .map(Map.Entry::getValue).findFirst().orElse(Set.of());
        long from = item.time() == AuditEvent.NO_TIME ? begun : item.time();
        Milestone last = null;
        for (Milestone milestone : milestones) {
            if (kinds.contains(milestone.kind()) && milestone.time() >= from && !isDoubtful(milestone)
                    && concerns(milestone, item)) {
                last = milestone;
            }
        }
        if (last != null) {
            return new Done(last.by(), last.time(), last.words(),
                    Words.place(correlation.events(), last.events().getFirst()), last.events());
        }
        ContainmentTick tick = ticks.get(step.key(item));
        return tick == null ? null
                : new Done(tick.who(), tick.at().getEpochSecond() * SECOND + tick.at().getNano(), null,
                        ContainmentStepText.TRAIL_ENTRY.text(Integer.toString(tick.entry())), List.of());
    }

    /**
     * By the attacker, or by the account that it is to close without a sign that it was the user: whoever has the session
     * can change the password as well.
     */
    private static boolean isDoubtful(Milestone milestone) {
        return milestone.isAttackers() || milestone.kind().endsAccess() && milestone.party() != Party.USER
                && milestone.by() != null && milestone.names().contains(milestone.by().toLowerCase(Locale.ROOT));
    }

    /** A rule has to be the same one, where both records name it. */
    private static boolean concerns(Milestone milestone, Item item) {
        String name = item.name().toLowerCase(Locale.ROOT);
        String id = item.id() == null ? name : item.id().toLowerCase(Locale.ROOT);
        return milestone.concerns(new HashSet<>(List.of(id, name)))
                && (milestone.kind() != MilestoneKind.RULE_REMOVED || milestone.detail() == null
                        || item.id() == null || milestone.detail().equalsIgnoreCase(item.name()));
    }
}
