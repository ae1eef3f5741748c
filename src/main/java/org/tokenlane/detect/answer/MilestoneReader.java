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
import org.tokenlane.detect.facts.CaseFacts;
import org.tokenlane.detect.hands.Party;
import org.tokenlane.model.detail.RecordDetail;
import org.tokenlane.model.event.EventField;

/**
 * Reads milestones from records. Names of activities are those of "Microsoft Entra audit log categories and
 * activities" (learn.microsoft.com/entra/identity/monitoring-health/reference-audit-activities); the unified audit log
 * writes the same names with a period at the end.
 */
final class MilestoneReader {

    private static final Map<String, MilestoneKind> BY_NAME = Map.ofEntries(
            Map.entry("reset user password", MilestoneKind.PASSWORD_RESET),
            Map.entry("reset password (by admin)", MilestoneKind.PASSWORD_RESET),
            Map.entry("set force change user password", MilestoneKind.PASSWORD_RESET),
            Map.entry("change user password", MilestoneKind.PASSWORD_CHANGED),
            Map.entry("change password (self-service)", MilestoneKind.PASSWORD_CHANGED),
            Map.entry("reset password (self-service)", MilestoneKind.PASSWORD_CHANGED),
            Map.entry("update stsrefreshtokenvalidfrom timestamp", MilestoneKind.SESSIONS_REVOKED),
            Map.entry("disable account", MilestoneKind.ACCOUNT_DISABLED),
            Map.entry("enable account", MilestoneKind.ACCOUNT_ENABLED),
            Map.entry("user registered security info", MilestoneKind.METHOD_ADDED),
            Map.entry("admin registered security info", MilestoneKind.METHOD_ADDED),
            Map.entry("add windows hello for business credential", MilestoneKind.METHOD_ADDED),
            Map.entry("user deleted security info", MilestoneKind.METHOD_REMOVED),
            Map.entry("admin deleted security info", MilestoneKind.METHOD_REMOVED),
            Map.entry("delete windows hello for business credential", MilestoneKind.METHOD_REMOVED),
            Map.entry("disable strong authentication", MilestoneKind.METHOD_REMOVED),
            Map.entry("consent to application", MilestoneKind.APP_CONSENTED),
            Map.entry("add delegated permission grant", MilestoneKind.APP_CONSENTED),
            Map.entry("add oauth2permissiongrant", MilestoneKind.APP_CONSENTED),
            Map.entry("add app role assignment to service principal", MilestoneKind.APP_CONSENTED),
            Map.entry("remove delegated permission grant", MilestoneKind.APP_REMOVED),
            Map.entry("remove oauth2permissiongrant", MilestoneKind.APP_REMOVED),
            Map.entry("remove app role assignment from service principal", MilestoneKind.APP_REMOVED),
            Map.entry("revoke consent", MilestoneKind.APP_REMOVED),
            Map.entry("remove service principal", MilestoneKind.APP_REMOVED),
            Map.entry("add service principal credentials", MilestoneKind.CREDENTIAL_ADDED),
            Map.entry("remove service principal credentials", MilestoneKind.CREDENTIAL_REMOVED),
            Map.entry("add member to role", MilestoneKind.ROLE_ASSIGNED),
            Map.entry("add eligible member to role", MilestoneKind.ROLE_ASSIGNED),
            Map.entry("add member to role completed (pim activation)", MilestoneKind.ROLE_ASSIGNED),
            Map.entry("remove member from role", MilestoneKind.ROLE_REMOVED),
            Map.entry("remove eligible member from role", MilestoneKind.ROLE_REMOVED),
            Map.entry("add device", MilestoneKind.DEVICE_ADDED),
            Map.entry("register device", MilestoneKind.DEVICE_ADDED),
            Map.entry("delete device", MilestoneKind.DEVICE_REMOVED),
            Map.entry("disable device", MilestoneKind.DEVICE_REMOVED),
            Map.entry("new-inboxrule", MilestoneKind.RULE_SET),
            Map.entry("set-inboxrule", MilestoneKind.RULE_SET),
            Map.entry("enable-inboxrule", MilestoneKind.RULE_SET),
            Map.entry("new-transportrule", MilestoneKind.RULE_SET),
            Map.entry("set-transportrule", MilestoneKind.RULE_SET),
            Map.entry("enable-transportrule", MilestoneKind.RULE_SET),
            Map.entry("remove-inboxrule", MilestoneKind.RULE_REMOVED),
            Map.entry("disable-inboxrule", MilestoneKind.RULE_REMOVED),
            Map.entry("remove-transportrule", MilestoneKind.RULE_REMOVED),
            Map.entry("disable-transportrule", MilestoneKind.RULE_REMOVED),
            Map.entry("add-mailboxpermission", MilestoneKind.MAILBOX_RIGHT_ADDED),
            Map.entry("add-recipientpermission", MilestoneKind.MAILBOX_RIGHT_ADDED),
            Map.entry("add-mailboxfolderpermission", MilestoneKind.MAILBOX_RIGHT_ADDED),
            Map.entry("remove-mailboxpermission", MilestoneKind.MAILBOX_RIGHT_REMOVED),
            Map.entry("remove-recipientpermission", MilestoneKind.MAILBOX_RIGHT_REMOVED),
            Map.entry("remove-mailboxfolderpermission", MilestoneKind.MAILBOX_RIGHT_REMOVED),
            Map.entry("add conditional access policy", MilestoneKind.POLICY_CHANGED),
            Map.entry("update conditional access policy", MilestoneKind.POLICY_CHANGED),
            Map.entry("delete conditional access policy", MilestoneKind.POLICY_CHANGED));

    /** Activities of which only the record tells what they did. */
    private static final Set<String> BY_RECORD = Set.of("update user", "update device", "update service principal",
            "set-mailbox", "updateinboxrules", "update application – certificates and secrets management");

    private static final Pattern ENTRY = Pattern.compile("\\{");
    private static final Pattern REMOVED = Pattern.compile("(?i)(remove|delete|disable).*");

    private final CaseFacts facts;

    MilestoneReader(CaseFacts facts) {
        this.facts = facts;
    }

    /** Tells whether an activity of this name may be a milestone. */
    static boolean isCandidate(String operation) {
        String name = normalized(operation);
        return BY_NAME.containsKey(name) || BY_RECORD.contains(name) || isPasskey(name);
    }

    private static boolean isPasskey(String name) {
        return name.contains("passkey") && (name.startsWith("add ") || name.startsWith("delete "));
    }

    private static String normalized(String operation) {
        String name = operation.strip().toLowerCase(Locale.ROOT).replace(" - ", " – ");
        return name.endsWith(".") ? name.substring(0, name.length() - 1) : name;
    }

    /** The milestone that the event proves, or null. */
    @Nullable
    Milestone read(int event, Party party) {
        String name = normalized(facts.events().operation(event));
        RecordDetail detail = facts.details().of(event);
        MilestoneKind kind = BY_NAME.get(name);
        if (kind == null) {
            kind = isPasskey(name)
                    ? name.startsWith("add ") ? MilestoneKind.METHOD_ADDED : MilestoneKind.METHOD_REMOVED
                    : byRecord(name, detail);
        }
        if (kind == null) {
            return null;
        }
        List<String> names = names(kind, event, detail);
        Set<String> all = new LinkedHashSet<>();
        names.forEach(one -> all.add(one.toLowerCase(Locale.ROOT)));
        String by = facts.text(EventField.UPN, event);
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
        default -> credentials(detail);
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
        switch (kind.family()) {
        case RULE, FORWARDING, MAILBOX_RIGHT -> mailbox(event, detail, names);
        case ACCOUNT, METHOD, ROLE -> targets(detail, "user", names);
        case APPLICATION -> {
            add(names, detail.changedTo("ServicePrincipal.DisplayName"));
            add(names, detail.changedTo("ServicePrincipal.ObjectID"));
            targets(detail, "", names);
        }
        default -> targets(detail, "", names);
        }
        if (names.isEmpty()) {
            add(names, facts.text(EventField.TARGET, event));
        }
        if (names.isEmpty() && kind.family() == MilestoneKind.Family.METHOD) {
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
            add(names, identity.indexOf('\\') > 0 ? identity.substring(0, identity.indexOf('\\')) : identity);
        }
        if (names.isEmpty()) {
            add(names, facts.text(EventField.UPN, event));
        }
    }

    private @Nullable String detail(MilestoneKind kind, int event, RecordDetail detail) {
        return switch (kind.family()) {
        case RULE -> first(detail.parameter("Name"), detail.parameter("RuleName"),
                lastPart(detail.parameter("Identity")), lastPart(facts.text(EventField.TARGET, event)));
        case FORWARDING -> bare(first(detail.parameter("ForwardingSmtpAddress"),
                detail.parameter("ForwardingAddress")));
        case MAILBOX_RIGHT -> first(detail.parameter("User"), detail.parameter("Trustee"));
        case ROLE -> unquoted(first(detail.changedTo("Role.DisplayName"), roleTarget(detail)));
        case POLICY -> facts.text(EventField.TARGET, event);
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
