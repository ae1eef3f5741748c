package org.tokenlane.detect.answer;

import java.util.Arrays;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tokenlane.model.text.TextKey;

/** How an attacker came into an account, by the rules that point to it; the most specific first. */
public enum WayIn implements TextKey {

    DEVICE_CODE(Set.of("device-code-new-network", "device-code-then-device", "device-code-in-session")),
    ADVERSARY_IN_THE_MIDDLE(Set.of("aitm-portal-then-elsewhere")),
    CODE_OF_A_TOOL(Set.of("tool-code-redeemed-elsewhere")),
    PASSWORD(Set.of("password-known-to-sprayer", "password-spray", "mfa-fatigue", "legacy-authentication")),
    TOKEN(Set.of("token-used-elsewhere", "refresh-token-unbound-elsewhere", "refresh-token-to-prt",
            "prt-from-new-network", "token-binding-lost", "risk-token-theft", "session-several-networks",
            "session-several-programs", "session-concurrent-use", "session-impossible-travel"));

    private final Set<String> rules;

    WayIn(Set<String> rules) {
        this.rules = rules;
    }

    /** The way that a rule points to, or null. */
    public static @Nullable WayIn of(String rule) {
        return Arrays.stream(values()).filter(way -> way.rules.contains(rule)).findFirst().orElse(null);
    }

    /**
     * A name that rules have in common which say the same of an account: that its session or token was used by somebody
     * else, or that a device code was. What Microsoft reports is another witness and stands for itself.
     */
    public static String sameAs(String rule) {
        WayIn way = rule.startsWith("risk-") ? null : of(rule);
        return way == null || way == PASSWORD ? rule : way == DEVICE_CODE ? DEVICE_CODE.name() : TOKEN.name();
    }
}
