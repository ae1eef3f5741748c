package org.tokenlane.detect.change;

import org.tokenlane.model.text.TextKey;

/** What a change is about. {@link Activities} tells it by the name of the activity. */
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
    MAIL_RULE,
    FORWARDING,
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
}
