package org.tokenlane.detect.change;

import java.util.Locale;
import org.tokenlane.model.text.TextKey;

/** What happened at a milestone of an incident. */
public enum MilestoneKind implements TextKey {

    PASSWORD_RESET(ChangeKind.USER, Effect.CLOSES),
    PASSWORD_CHANGED(ChangeKind.USER, Effect.CLOSES),
    SESSIONS_REVOKED(ChangeKind.USER, Effect.CLOSES),
    ACCOUNT_DISABLED(ChangeKind.USER, Effect.CLOSES),
    ACCOUNT_ENABLED(ChangeKind.USER, Effect.OPENS),
    METHOD_ADDED(ChangeKind.MFA_METHOD, Effect.OPENS),
    METHOD_REMOVED(ChangeKind.MFA_METHOD, Effect.CLOSES),
    APP_CONSENTED(ChangeKind.CONSENT, Effect.OPENS),
    APP_REMOVED(ChangeKind.CONSENT, Effect.CLOSES),
    CREDENTIAL_ADDED(ChangeKind.APP_CREDENTIAL, Effect.OPENS),
    CREDENTIAL_REMOVED(ChangeKind.APP_CREDENTIAL, Effect.CLOSES),
    ROLE_ASSIGNED(ChangeKind.ROLE, Effect.OPENS),
    ROLE_REMOVED(ChangeKind.ROLE, Effect.CLOSES),
    DEVICE_ADDED(ChangeKind.DEVICE, Effect.OPENS),
    DEVICE_REMOVED(ChangeKind.DEVICE, Effect.CLOSES),
    RULE_SET(ChangeKind.MAIL_RULE, Effect.OPENS),
    RULE_REMOVED(ChangeKind.MAIL_RULE, Effect.CLOSES),
    FORWARDING_SET(ChangeKind.FORWARDING, Effect.OPENS),
    FORWARDING_REMOVED(ChangeKind.FORWARDING, Effect.CLOSES),
    MAILBOX_RIGHT_ADDED(ChangeKind.MAILBOX_ACCESS, Effect.OPENS),
    MAILBOX_RIGHT_REMOVED(ChangeKind.MAILBOX_ACCESS, Effect.CLOSES),
    POLICY_CHANGED(ChangeKind.POLICY, Effect.NEITHER),
    /** Something that Microsoft Defender did by itself or on behalf of an analyst. */
    DEFENDER_ACTED(ChangeKind.OTHER, Effect.NEITHER);

    private enum Effect {
        OPENS,
        CLOSES,
        NEITHER
    }

    private final ChangeKind about;
    private final Effect effect;

    MilestoneKind(ChangeKind about, Effect effect) {
        this.about = about;
        this.effect = effect;
    }

    /** What it is about; an opening and its closing have the same. */
    public ChangeKind about() {
        return about;
    }

    /** Tells whether it opens a way in that stays open until something closes it. */
    public boolean opens() {
        return effect == Effect.OPENS;
    }

    /** Tells whether it closes a way in. */
    public boolean closes() {
        return effect == Effect.CLOSES;
    }

    /** Tells whether it ends the sessions of an account, so that nothing the attacker holds should work afterward. */
    public boolean endsAccess() {
        return about == ChangeKind.USER && effect == Effect.CLOSES;
    }

    /** The name in JSON. */
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
