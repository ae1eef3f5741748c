package org.tokenlane.detect.change;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Sorts activities by their names, for all that asks. Names are those of "Microsoft Entra audit log categories and
 * activities" (learn.microsoft.com/entra/identity/monitoring-health/reference-audit-activities), of Exchange cmdlets,
 * and of Microsoft Defender's tables; the unified audit log writes Entra's names with a period at the end.
 */
public final class Activities {

    private static final Map<String, MilestoneKind> STEPS = Map.ofEntries(
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
            Map.entry("new-sweeprule", MilestoneKind.RULE_SET), Map.entry("set-sweeprule", MilestoneKind.RULE_SET),
            Map.entry("enable-sweeprule", MilestoneKind.RULE_SET),
            Map.entry("remove-sweeprule", MilestoneKind.RULE_REMOVED),
            Map.entry("disable-sweeprule", MilestoneKind.RULE_REMOVED),
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
            Map.entry("delete conditional access policy", MilestoneKind.POLICY_CHANGED),
            Map.entry("phish zap", MilestoneKind.DEFENDER_ACTED),
            Map.entry("malware zap", MilestoneKind.DEFENDER_ACTED),
            Map.entry("manual remediation", MilestoneKind.DEFENDER_ACTED),
            Map.entry("automated remediation", MilestoneKind.DEFENDER_ACTED),
            Map.entry("containeduserlogonblocked", MilestoneKind.DEFENDER_ACTED),
            Map.entry("containeduserrdpsessiondisconnected", MilestoneKind.DEFENDER_ACTED),
            Map.entry("containeduserremotedesktopsessiondisconnected", MilestoneKind.DEFENDER_ACTED),
            Map.entry("containedusersmbsessionstopped", MilestoneKind.DEFENDER_ACTED),
            Map.entry("containedusersmbfileopenblocked", MilestoneKind.DEFENDER_ACTED),
            Map.entry("containeduserrpcaccessblocked", MilestoneKind.DEFENDER_ACTED));

    /** Activities of which only the record tells what they did. */
    private static final Set<String> BY_RECORD = Set.of("update user", "update device", "update service principal",
            "set-mailbox", "updateinboxrules", "update application – certificates and secrets management");

    private Activities() {
    }

    /** The name as the tables have it: lower case, without the period of the unified audit log. */
    public static String normalized(String activity) {
        String name = activity.strip().toLowerCase(Locale.ROOT).replace(" - ", " – ");
        return name.endsWith(".") ? name.substring(0, name.length() - 1) : name;
    }

    /** Tells whether an activity of this name may be a milestone. */
    public static boolean mayBeMilestone(String activity) {
        return milestone(activity) != null || BY_RECORD.contains(normalized(activity));
    }

    /** The milestone that every activity of this name is; null where it is none, or only its record tells. */
    public static @Nullable MilestoneKind milestone(String activity) {
        String name = normalized(activity);
        if (name.contains("passkey") && name.startsWith("add ")) {
            return MilestoneKind.METHOD_ADDED;
        }
        return name.contains("passkey") && name.startsWith("delete ") ? MilestoneKind.METHOD_REMOVED : STEPS.get(name);
    }

    /** What an activity of a directory audit is about. */
    public static ChangeKind ofDirectory(@Nullable String activity) {
        String name = activity == null ? "" : normalized(activity);
        if (name.contains("consent")) {
            return ChangeKind.CONSENT;
        }
        if (has(name, "permission grant", "permissiongrant", "app role assignment", "oauth2permission")) {
            return ChangeKind.GRANT;
        }
        MilestoneKind step = milestone(name);
        if (step != null && !step.about().isConsent()) {
            return step.about();
        }
        if (has(name, "certificates and secrets", "credential") && !name.contains("user")) {
            return ChangeKind.APP_CREDENTIAL;
        }
        if (has(name, "security info", "authentication method", "strongauthentication", "strong authentication",
                "fido", "phone app details")) {
            return ChangeKind.MFA_METHOD;
        }
        if (has(name, " role", "role ", "elevat") && !name.contains("group")) {
            return ChangeKind.ROLE;
        }
        if (has(name, "device", "registered owner", "registered users", "bitlocker", "windows hello")) {
            return ChangeKind.DEVICE;
        }
        if (has(name, "policy", "conditional access", "named location", "federation", "domain", "security defaults")) {
            return ChangeKind.POLICY;
        }
        if (has(name, "application", "service principal", "serviceprincipal")) {
            return ChangeKind.APPLICATION;
        }
        if (name.contains("group")) {
            return ChangeKind.GROUP;
        }
        return has(name, "user", "password", "manager") ? ChangeKind.USER : ChangeKind.OTHER;
    }

    /** What an Exchange cmdlet that changes something is about; rules and forwarding are told by their parameters. */
    public static ChangeKind ofExchange(String operation) {
        String name = normalized(operation);
        MilestoneKind step = milestone(name);
        if (step != null) {
            return step.about();
        }
        return has(name, "permission", "delegat", "casmailbox") ? ChangeKind.MAILBOX_ACCESS
                : ChangeKind.EXCHANGE_SETTING;
    }

    private static boolean has(String name, String... parts) {
        for (String part : parts) {
            if (name.contains(part)) {
                return true;
            }
        }
        return false;
    }
}
