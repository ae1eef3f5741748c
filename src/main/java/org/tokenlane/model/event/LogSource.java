package org.tokenlane.model.event;

import org.tokenlane.model.text.Language;
import org.tokenlane.model.text.TextKey;

/** The log that a record comes from, whatever the shape of the export. */
public enum LogSource implements TextKey {

    ENTRA_SIGN_INS,
    UNIFIED_AUDIT_LOG,
    GRAPH_ACTIVITY,
    DIRECTORY_AUDITS,
    AZURE_ACTIVITY,
    RISK_DETECTIONS,
    ALERTS,
    NETWORK_ACCESS,
    MESSAGES,
    IDENTITY_LOGONS,
    APPLICATION_INVENTORY,
    INTUNE_AUDIT,
    /** How mailboxes are set: no events. */
    MAILBOX_SETTINGS;

    /** Its name in exports, JSON and queries, the same in every language. */
    public String exported() {
        return Language.ENGLISH.<String, RuntimeException> during(this::text);
    }

    /** Its name for people. */
    public String title() {
        return text();
    }
}
