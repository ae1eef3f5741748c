package org.tokenlane.detect.answer;

import java.util.Locale;
import org.tokenlane.model.text.TextKey;

/** What happened at a milestone of an incident. */
public enum MilestoneKind implements TextKey {

    PASSWORD_RESET(Family.ACCOUNT, Effect.CLOSES),
    PASSWORD_CHANGED(Family.ACCOUNT, Effect.CLOSES),
    SESSIONS_REVOKED(Family.ACCOUNT, Effect.CLOSES),
    ACCOUNT_DISABLED(Family.ACCOUNT, Effect.CLOSES),
    ACCOUNT_ENABLED(Family.ACCOUNT, Effect.OPENS),
    METHOD_ADDED(Family.METHOD, Effect.OPENS),
    METHOD_REMOVED(Family.METHOD, Effect.CLOSES),
    APP_CONSENTED(Family.APPLICATION, Effect.OPENS),
    APP_REMOVED(Family.APPLICATION, Effect.CLOSES),
    CREDENTIAL_ADDED(Family.CREDENTIAL, Effect.OPENS),
    CREDENTIAL_REMOVED(Family.CREDENTIAL, Effect.CLOSES),
    ROLE_ASSIGNED(Family.ROLE, Effect.OPENS),
    ROLE_REMOVED(Family.ROLE, Effect.CLOSES),
    DEVICE_ADDED(Family.DEVICE, Effect.OPENS),
    DEVICE_REMOVED(Family.DEVICE, Effect.CLOSES),
    RULE_SET(Family.RULE, Effect.OPENS),
    RULE_REMOVED(Family.RULE, Effect.CLOSES),
    FORWARDING_SET(Family.FORWARDING, Effect.OPENS),
    FORWARDING_REMOVED(Family.FORWARDING, Effect.CLOSES),
    MAILBOX_RIGHT_ADDED(Family.MAILBOX_RIGHT, Effect.OPENS),
    MAILBOX_RIGHT_REMOVED(Family.MAILBOX_RIGHT, Effect.CLOSES),
    POLICY_CHANGED(Family.POLICY, Effect.NEITHER);

    /** What a milestone is about. */
    enum Family {
        ACCOUNT,
        METHOD,
        APPLICATION,
        CREDENTIAL,
        ROLE,
        DEVICE,
        RULE,
        FORWARDING,
        MAILBOX_RIGHT,
        POLICY
    }

    private enum Effect {
        OPENS,
        CLOSES,
        NEITHER
    }

    private final Family family;
    private final Effect effect;

    MilestoneKind(Family family, Effect effect) {
        this.family = family;
        this.effect = effect;
    }

    Family family() {
        return family;
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
        return family == Family.ACCOUNT && effect == Effect.CLOSES;
    }

    /** The name in JSON. */
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
