package org.tokenlane.detect.exposure;

import java.util.Locale;
import org.tokenlane.model.text.TextKey;

/** What a change is about, judged by the name of the activity. */
public enum ChangeKind implements TextKey {

    CONSENT,
    GRANT,
    ROLE,
    APP_CREDENTIAL,
    APPLICATION,
    MFA_METHOD,
    DEVICE,
    USER,
    GROUP,
    POLICY,
    MAILBOX_ACCESS,
    EXCHANGE_SETTING,
    OTHER;

    /** Its name in a sentence. */
    public String words() {
        return text();
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
