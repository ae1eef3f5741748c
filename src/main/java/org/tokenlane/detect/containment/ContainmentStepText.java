package org.tokenlane.detect.containment;

import java.util.Locale;
import org.tokenlane.model.text.TextKey;

/** The steps of containment, why they are needed, and what is assumed about tokens. */
enum ContainmentStepText implements TextKey {
    ASSUMED_CAE,
    ASSUMED_LIFETIME,
    ASSUMED_REFRESH_TOKENS,
    ASSUMED_REVOCATION,
    BLOCK_USERS,
    BLOCK_USERS_WHY,
    DISABLE_APPLICATIONS,
    DISABLE_APPLICATIONS_WHY,
    DISABLE_DEVICES,
    DISABLE_DEVICES_WHY,
    DISABLE_RULES,
    DISABLE_RULES_WHY,
    FIND_SHARED,
    HIDDEN_CHARACTERS,
    ID_FROM_LIST,
    INFERRED_ONLY,
    NEW_PASSWORD,
    NOT_NAMED,
    NO_MAILBOX,
    NO_OBJECT_ID,
    NO_OBJECT_ID_OF,
    REMOVE_CREDENTIALS,
    REMOVE_CREDENTIALS_WHY,
    REMOVE_FORWARDING,
    REMOVE_FORWARDING_WHY,
    REMOVE_LINKS,
    REMOVE_LINKS_WHY,
    REMOVE_MAILBOX_RIGHTS,
    REMOVE_MAILBOX_RIGHTS_WHY,
    REMOVE_METHODS,
    REMOVE_ROLES,
    REMOVE_ROLES_WHY,
    REMOVE_SIGN_IN_METHODS,
    REMOVE_SIGN_IN_METHODS_WHY,
    REVIEW_CHANGES,
    REVIEW_CHANGES_WHY,
    REVIEW_EXCHANGE,
    REVIEW_EXCHANGE_WHY,
    REVOKE_SESSIONS,
    REVOKE_SESSIONS_WHY,
    RULE,
    RULE_WAS_REMOVED,
    RULE_WITH_ACTIONS,
    SHARING,
    TRAIL_ENTRY;

    /** The name of a step in JSON and in keys. */
    String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
