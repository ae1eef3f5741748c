package org.tokenlane.detect.exposure;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.tokenlane.correlate.Correlation;
import org.tokenlane.detect.change.Activities;
import org.tokenlane.detect.change.ChangeKind;
import org.tokenlane.detect.exposure.Exposure.Change;
import org.tokenlane.detect.exposure.Exposure.InboxRule;
import org.tokenlane.model.detail.RecordDetail;
import org.tokenlane.model.event.EventField;
import org.tokenlane.model.event.EventResult;
import org.tokenlane.model.identity.Guids;
import org.tokenlane.model.session.LinkRule;
import org.tokenlane.query.CaseEvents;

/**
 * Gathers rules, forwarding, and changes of directory and settings: each record by itself, since each has to be
 * undone.
 */
final class ChangeLedger {

    /** What directory audits tell of the client beside the change. */
    private static final Pattern NO_CHANGE = Pattern.compile("(?i)user-agent|additionaldetails|actiontype|version");
    private static final String ELLIPSIS = " …";
    private static final int LONGEST = 4_000;
    private static final int GUID_LENGTH = 36;

    private final Correlation correlation;
    private final CaseEvents events;
    private final List<InboxRule> rules = new ArrayList<>();
    private final List<Change> changes = new ArrayList<>();
    private final List<Change> inferred = new ArrayList<>();

    ChangeLedger(Correlation correlation) {
        this.correlation = correlation;
        this.events = correlation.events();
    }

    void rule(int event, RecordDetail detail) {
        RuleWords words = new RuleWords(detail);
        String name = detail.parameter("Name") == null ? detail.parameter("RuleName") : detail.parameter("Name");
        String target = events.text(EventField.TARGET, event);
        rules.add(new InboxRule(events.operation(event), mailbox(event, detail),
                name == null ? lastPart(target) : name, words.conditions(),
                words.actions(), words.forwardsTo(), hasFailed(event), Uses.of(correlation, event)));
    }

    /**
     * Which mailbox a cmdlet acts on: it names it, or the rule's identity begins with it, or else it is the caller's
     * own.
     */
    private @Nullable String mailbox(int event, RecordDetail detail) {
        String named = detail.parameter("Mailbox");
        String identity = detail.parameter("Identity");
        boolean forwarding = RuleWords.isForwarding(detail);
        if (named == null && identity != null && (forwarding || identity.indexOf('\\') > 0)) {
            named = identity.indexOf('\\') > 0 ? identity.substring(0, identity.indexOf('\\')) : identity;
        }
        String owner = named == null || named.isBlank() ? events.text(EventField.MAILBOX, event) : named;
        return owner == null ? events.text(EventField.UPN, event) : owner;
    }

    private static @Nullable String lastPart(@Nullable String target) {
        return target == null || target.indexOf('\\') < 0 ? null : target.substring(target.lastIndexOf('\\') + 1);
    }

    /** An Exchange cmdlet; one that sets a forwarding is a rule for all mail. */
    void exchange(int event, RecordDetail detail) {
        String operation = events.operation(event);
        if (RuleWords.isForwarding(detail)) {
            rule(event, detail);
            return;
        }
        changes.add(new Change(Activities.ofExchange(operation), operation, events.text(EventField.UPN, event),
                events.text(EventField.TARGET, event), null,
                shortened(RuleWords.plain(detail.parameters())), detail.targets(), detail.parameters(),
                hasFailed(event), inferredLink(event), Uses.of(correlation, event)));
    }

    void directory(int event, RecordDetail detail) {
        changes.add(change(event, detail, inferredLink(event)));
    }

    private @Nullable String inferredLink(int event) {
        return correlation.rule(event).isInferred() ? link(event) : null;
    }

    /** A change that is only inferred to belong to the sessions in question. */
    void inferred(int event, RecordDetail detail) {
        inferred.add(change(event, detail, link(event)));
    }

    private String link(int event) {
        LinkRule rule = correlation.rule(event);
        return ExposureText.LINK.text(rule.words(), String.format(Locale.ROOT, "%.1f", rule.confidence()));
    }

    private Change change(int event, RecordDetail detail, @Nullable String link) {
        String activity = events.operation(event);
        String actor = events.text(EventField.UPN, event);
        boolean directory = OperationKind.of(events, event) == OperationKind.DIRECTORY_CHANGE;
        ChangeKind kind = directory ? Activities.ofDirectory(activity) : ChangeKind.OTHER;
        String target = events.text(EventField.TARGET, event);
        String id = guidIn(detail, target);
        for (RecordDetail.Target one : detail.targets().reversed()) {
            id = one.id() == null ? id : one.id();
        }
        if (kind == ChangeKind.GRANT) {
            // the target of a grant is the resource; to whom it was granted is among the changes
            String client = detail.changedTo("ServicePrincipal.DisplayName");
            target = client == null ? target : ExposureText.GRANT_FOR.text(client, String.valueOf(target));
            id = detail.changedTo("ServicePrincipal.ObjectID");
        }
        return new Change(kind, activity, actor == null ? events.text(EventField.APP_NAME, event) : actor, target, id,
                what(detail), detail.targets(),
                detail.parameters(),
                hasFailed(event), link, Uses.of(correlation, event));
    }

    /** The audit log writes ids among the targets' names: {@code ServicePrincipal_8899aabb-…}. */
    private static @Nullable String guidIn(RecordDetail detail, @Nullable String target) {
        List<String> names = new ArrayList<>(
                detail.targets().stream().map(RecordDetail.Target::name).filter(Objects::nonNull).toList());
        names.addAll(detail.fields().values("ObjectId"));
        if (target != null) {
            names.add(target.endsWith(")") ? target.substring(0, target.length() - 1) : target);
        }
        for (String name : names) {
            String end = name.substring(Math.max(0, name.length() - GUID_LENGTH));
            if (Guids.isGuid(end)) {
                return end;
            }
        }
        return null;
    }

    private static @Nullable String what(RecordDetail detail) {
        List<String> parts = new ArrayList<>();
        for (RecordDetail.Change change : detail.changes()) {
            if (change.before() != null || change.after() != null) {
                parts.add(change.property() + ": " + (change.before() == null ? "" : change.before() + " → ")
                        + (change.after() == null ? ExposureText.NO_VALUE.text() : change.after()));
            }
        }
        detail.parameters().forEach((name, value) -> {
            if (!NO_CHANGE.matcher(name).matches() && !value.isBlank()) {
                parts.add(name + ": " + value);
            }
        });
        return parts.isEmpty() ? null : shortened(String.join("; ", parts));
    }

    private static @Nullable String shortened(@Nullable String text) {
        return text == null || text.length() <= LONGEST ? text : text.substring(0, LONGEST) + ELLIPSIS;
    }

    private boolean hasFailed(int event) {
        return events.result(event) == EventResult.FAILURE;
    }

    List<InboxRule> rules() {
        rules.sort(Comparator.comparingInt(rule -> rule.use().events()[0]));
        return List.copyOf(rules);
    }

    List<Change> changes() {
        return new SameChanges(correlation).merged(changes);
    }

    List<Change> inferred() {
        return new SameChanges(correlation).merged(inferred);
    }
}
