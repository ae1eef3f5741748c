package org.tokenlane.detect.rule;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.tokenlane.model.text.TextKey;

/** What the case must contain for a rule to be evaluated: without it, no finding would mean nothing. */
public enum Need implements TextKey {

    SIGN_INS,
    INTERACTIVE_SIGN_INS,
    NON_INTERACTIVE_SIGN_INS,
    SESSION_IDS,
    TOKEN_IDS,
    AUDIT_LOG,
    EXCHANGE,
    SHAREPOINT,
    GRAPH,
    DIRECTORY,
    RISK,
    ALERTS,
    AZURE,
    AAD_GRAPH,
    TEAMS,
    APP_SIGN_INS,
    DEVICE_MANAGEMENT,
    TOKEN_BINDING,
    DEVICE_IDS,
    NETWORK_NAMES,
    COUNTRIES;

    /** The need of this name in a rule file ({@code session-ids}), or null. */
    public static @Nullable Need of(String id) {
        for (Need need : values()) {
            if (need.name().toLowerCase(Locale.ROOT).replace('_', '-').equals(id)) {
                return need;
            }
        }
        return null;
    }
}
