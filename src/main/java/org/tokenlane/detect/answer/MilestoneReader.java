package org.tokenlane.detect.answer;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.tokenlane.detect.change.Activities;
import org.tokenlane.detect.change.ChangeKind;
import org.tokenlane.detect.change.MilestoneKind;
import org.tokenlane.detect.facts.CaseFacts;
import org.tokenlane.detect.hands.Party;
import org.tokenlane.model.detail.RecordDetail;
import org.tokenlane.model.event.EventField;

/** Reads milestones from records: what was done, to what, and by whom. */
final class MilestoneReader {

    private static final Pattern ENTRY = Pattern.compile("\\{");
    private static final Pattern REMOVED = Pattern.compile("(?i)(remove|delete|disable).*");

    private final CaseFacts facts;

    MilestoneReader(CaseFacts facts) {
        this.facts = facts;
    }

    /** The milestone that the event proves, or null. */
    @Nullable
    Milestone read(int event, Party party) {
        String operation = facts.events().operation(event);
        RecordDetail detail = facts.details().of(event);
        MilestoneKind kind = Activities.milestone(operation);
        if (kind == null) {
            kind = byRecord(Activities.normalized(operation), detail);
        }
        if (kind == null) {
            return null;
        }
        List<String> names = names(kind, event, detail);
        Set<String> all = new LinkedHashSet<>();
        names.forEach(one -> all.add(one.toLowerCase(Locale.ROOT)));
        String by = kind == MilestoneKind.DEFENDER_ACTED ? null : facts.text(EventField.UPN, event);
        return new Milestone(kind, facts.events().time(event), names.isEmpty() ? null : names.getFirst(), all,
                detail(kind, event, detail), by == null ? facts.app(event) : by, party, List.of(event));
    }

    private static @Nullable MilestoneKind byRecord(String name, RecordDetail detail) {
        return switch (name) {
        case "update user" -> ofUser(detail);
        case "update device" -> isSwitchedOff(detail) ? MilestoneKind.DEVICE_REMOVED : null;
        case "update service principal" -> isSwitchedOff(detail) ? MilestoneKind.APP_REMOVED : null;
        case "set-mailbox" -> ofMailbox(detail);
        case "updateinboxrules" -> ofRule(detail);
        case "update application – certificates and secrets management" -> credentials(detail);
        default -> null;
        };
    }

    private static MilestoneKind ofRule(RecordDetail detail) {
        String what = detail.parameter("RuleOperation");
        return what != null && REMOVED.matcher(what).matches() ? MilestoneKind.RULE_REMOVED : MilestoneKind.RULE_SET;
    }

    private static @Nullable MilestoneKind ofUser(RecordDetail detail) {
        for (RecordDetail.Change change : detail.changes()) {
            String property = change.property().toLowerCase(Locale.ROOT);
            if (property.equals("accountenabled")) {
                Boolean on = truth(change.after());
                Boolean was = truth(change.before());
                if (on != null && !on.equals(was)) {
                    return on ? MilestoneKind.ACCOUNT_ENABLED : MilestoneKind.ACCOUNT_DISABLED;
                }
            }
            if (property.startsWith("strongauthentication") && !Objects.equals(change.before(), change.after())) {
                return entries(change.after()) < entries(change.before()) ? MilestoneKind.METHOD_REMOVED
                        : MilestoneKind.METHOD_ADDED;
            }
        }
        return null;
    }

    private static boolean isSwitchedOff(RecordDetail detail) {
        return detail.changes().stream().anyMatch(change -> change.property().equalsIgnoreCase("AccountEnabled")
                && Boolean.FALSE.equals(truth(change.after())) && !Boolean.FALSE.equals(truth(change.before())));
    }

    private static @Nullable MilestoneKind ofMailbox(RecordDetail detail) {
        MilestoneKind kind = null;
        for (Map.Entry<String, String> parameter : detail.parameters().entrySet()) {
            String name = parameter.getKey().toLowerCase(Locale.ROOT);
            if (name.equals("forwardingsmtpaddress") || name.equals("forwardingaddress")) {
                String value = parameter.getValue().strip();
                if (!value.isEmpty() && !value.equalsIgnoreCase("$null")) {
                    return MilestoneKind.FORWARDING_SET;
                }
                kind = MilestoneKind.FORWARDING_REMOVED;
            }
        }
        return kind;
    }

    /** One activity for adding and removing: the keys before and after tell. */
    private static @Nullable MilestoneKind credentials(RecordDetail detail) {
        for (RecordDetail.Change change : detail.changes()) {
            if (change.property().equalsIgnoreCase("KeyDescription")
                    && !Objects.equals(change.before(), change.after())) {
                return keys(change.after()) < keys(change.before()) ? MilestoneKind.CREDENTIAL_REMOVED
                        : MilestoneKind.CREDENTIAL_ADDED;
            }
        }
        return null;
    }

    private static int keys(@Nullable String text) {
        return text == null ? 0 : text.split("KeyIdentifier", -1).length - 1;
    }

    private static int entries(@Nullable String json) {
        return json == null ? 0 : (int) ENTRY.matcher(json).results().count();
    }

    private static @Nullable Boolean truth(@Nullable String text) {
        String word = text == null ? "" : text.replaceAll("[\\[\\]\"\\s]", "").toLowerCase(Locale.ROOT);
        return word.equals("true") ? Boolean.TRUE : word.equals("false") ? Boolean.FALSE : null;
    }

    /** What it was done to, the name for people first. */
    private List<String> names(MilestoneKind kind, int event, RecordDetail detail) {
        List<String> names = new ArrayList<>();
        switch (kind.about()) {
        case MAIL_RULE, FORWARDING, MAILBOX_ACCESS -> mailbox(event, detail, names);
        case USER, MFA_METHOD, ROLE -> targets(detail, "user", names);
        case CONSENT -> {
            add(names, detail.changedTo("ServicePrincipal.DisplayName"));
            add(names, detail.changedTo("ServicePrincipal.ObjectID"));
            targets(detail, "", names);
        }
        case OTHER -> {
            add(names, facts.text(EventField.RECIPIENT, event));
            add(names, facts.text(EventField.UPN, event));
            add(names, facts.text(EventField.USER_NAME, event));
        }
        default -> targets(detail, "", names);
        }
        if (names.isEmpty()) {
            add(names, facts.text(EventField.TARGET, event));
        }
        if (names.isEmpty() && kind.about() == ChangeKind.MFA_METHOD) {
            add(names, facts.text(EventField.UPN, event));
        }
        names.sort((one, other) -> Boolean.compare(other.indexOf('@') >= 0, one.indexOf('@') >= 0));
        return names;
    }

    private static void targets(RecordDetail detail, String type, List<String> names) {
        for (RecordDetail.Target target : detail.targets()) {
            boolean fits = type.isEmpty() || target.type() == null
                    || target.type().toLowerCase(Locale.ROOT).contains(type);
            if (fits) {
                add(names, target.name());
                add(names, target.id());
            }
        }
    }

    private void mailbox(int event, RecordDetail detail, List<String> names) {
        String identity = detail.parameter("Identity");
        add(names, detail.parameter("Mailbox"));
        add(names, facts.text(EventField.MAILBOX, event));
        if (identity != null) {
            String mailbox = identity.indexOf('\\') > 0 ? identity.substring(0, identity.indexOf('\\')) : identity;
            add(names, mailbox.endsWith(":") ? mailbox.substring(0, mailbox.length() - 1) : mailbox);
        }
        if (names.isEmpty()) {
            add(names, facts.text(EventField.UPN, event));
        }
    }

    private @Nullable String detail(MilestoneKind kind, int event, RecordDetail detail) {
        return switch (kind.about()) {
        case MAIL_RULE -> first(detail.parameter("Name"), detail.parameter("RuleName"),
                lastPart(detail.parameter("Identity")), lastPart(facts.text(EventField.TARGET, event)));
        case FORWARDING -> bare(first(detail.parameter("ForwardingSmtpAddress"),
                detail.parameter("ForwardingAddress")));
        case MAILBOX_ACCESS -> first(detail.parameter("User"), detail.parameter("Trustee"));
        case ROLE -> unquoted(first(detail.changedTo("Role.DisplayName"), roleTarget(detail)));
        case POLICY -> facts.text(EventField.TARGET, event);
        case OTHER -> facts.events().operation(event);
        default -> null;
        };
    }

    private static @Nullable String roleTarget(RecordDetail detail) {
        return detail.targets().stream()
                .filter(target -> target.type() != null && target.type().equalsIgnoreCase("Role"))
                .map(RecordDetail.Target::name).filter(Objects::nonNull).findFirst().orElse(null);
    }

    private static @Nullable String lastPart(@Nullable String path) {
        return path == null || path.indexOf('\\') < 0 ? null : path.substring(path.lastIndexOf('\\') + 1);
    }

    private static @Nullable String bare(@Nullable String address) {
        return address != null && address.regionMatches(true, 0, "smtp:", 0, 5) ? address.substring(5) : address;
    }

    private static @Nullable String unquoted(@Nullable String text) {
        return text == null ? null : text.replaceAll("^\"|\"$", "");
    }

    private static @Nullable String first(@Nullable String... texts) {
        for (String text : texts) {
            if (text != null && !text.isBlank()) {
                return text;
            }
        }
        return null;
    }

    private static void add(List<String> names, @Nullable String name) {
        if (name != null && !name.isBlank()) {
            names.add(unquoted(name.strip()));
        }
    }
}
