package org.tokenlane.detect.exposure;

import java.util.Locale;

/** What a change is about, as far as the name of the activity tells. */
public enum ChangeKind {

    CONSENT("consent to an application"),
    GRANT("permission granted to an application"),
    ROLE("directory role"),
    APP_CREDENTIAL("credential of an application"),
    APPLICATION("application"),
    MFA_METHOD("sign-in method"),
    DEVICE("device"),
    USER("user"),
    GROUP("group"),
    POLICY("policy"),
    MAILBOX_ACCESS("access to a mailbox"),
    EXCHANGE_SETTING("Exchange setting"),
    OTHER("other");

    private final String words;

    ChangeKind(String words) {
        this.words = words;
    }

    public String words() {
        return words;
    }

    /** Tells whether it gives an application rights. */
    public boolean isConsent() {
        return this == CONSENT || this == GRANT;
    }

    /**
     * The kind of a directory audit's activity ({@code Add member to role}); the audit log writes the same with a dot
     * at its end.
     */
    static ChangeKind ofDirectory(String activity) {
        String name = activity == null ? "" : activity.toLowerCase(Locale.ROOT);
        if (name.contains("consent")) {
            return CONSENT;
        }
        if (has(name, "permission grant", "permissiongrant", "app role assignment", "oauth2permission")) {
            return GRANT;
        }
        if (has(name, "certificates and secrets", "credential") && !name.contains("user")) {
            return APP_CREDENTIAL;
        }
        if (has(name, "security info", "authentication method", "strongauthentication", "strong authentication",
                "passkey", "fido", "phone app details")) {
            return MFA_METHOD;
        }
        if (has(name, " role", "role ", "elevat") && !name.contains("group")) {
            return ROLE;
        }
        if (has(name, "device", "registered owner", "registered users", "bitlocker", "windows hello")) {
            return DEVICE;
        }
        if (has(name, "policy", "conditional access", "named location", "federation", "domain", "security defaults")) {
            return POLICY;
        }
        if (has(name, "application", "service principal", "serviceprincipal")) {
            return APPLICATION;
        }
        if (name.contains("group")) {
            return GROUP;
        }
        return has(name, "user", "password", "manager") ? USER : OTHER;
    }

    /** The kind of an Exchange operation that changes something ({@code Add-MailboxPermission}). */
    static ChangeKind ofExchange(String operation) {
        String name = operation.toLowerCase(Locale.ROOT);
        return has(name, "permission", "delegat", "casmailbox") ? MAILBOX_ACCESS : EXCHANGE_SETTING;
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
