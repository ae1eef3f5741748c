package org.tokenlane.detect.likeness;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tokenlane.detect.facts.Addresses;
import org.tokenlane.detect.facts.Against;
import org.tokenlane.detect.facts.CaseFacts;
import org.tokenlane.detect.facts.SessionEvents;
import org.tokenlane.model.event.EventField;
import org.tokenlane.model.event.EventKind;

/**
 * The traits of the one who used a session: values that can be compared with other sessions', and when they were seen
 * first.
 */
final class Fingerprint {

    private static final int FEWEST_APPS = 3;
    private static final int MOST_APPS = 5;
    private static final int FEWEST_RENEWALS = 4;
    private static final long SECOND = 1_000_000_000L;

    private final Map<Trait, Map<String, Integer>> values = new EnumMap<>(Trait.class);
    private boolean isStrangers;

    /**
     * The traits of a session. Events in familiar surroundings (the user's own networks and registered devices) are
     * left out where there are others, so that the print
     * of a session with two people in it is the stranger's.
     */
    static Fingerprint of(CaseFacts facts, SessionEvents session) {
        int[] strange = Arrays.stream(session.events())
                .filter(event -> !isMicrosofts(facts, event) && isStrangers(facts, event)).toArray();
        Fingerprint print = new Fingerprint();
        print.isStrangers = Arrays.stream(strange)
                .anyMatch(event -> facts.isOutOfPlace(event) || facts.hasHistory(event));
        print.read(facts, strange.length == 0 ? session.events() : strange);
        return print;
    }

    /** The device that an unbound token names shows little; it counts only where the user's places are not known. */
    private static boolean isStrangers(CaseFacts facts, int event) {
        return facts.isOutOfPlace(event) || !facts.isBound(event) && !Against.isFamiliar(facts, event)
                && (facts.hasHistory(event) || facts.knownDevice(event) == null);
    }

    private static boolean isMicrosofts(CaseFacts facts, int event) {
        return facts.addresses().of(event) != null && facts.addresses().telling(event) == null;
    }

    /** Whether the traits are those of someone who does not fit the user, and not of the user. */
    boolean isStrangers() {
        return isStrangers;
    }

    /** The values of a trait, each with the event that shows it first. */
    Map<String, Integer> values(Trait trait) {
        return values.getOrDefault(trait, Map.of());
    }

    private void add(Trait trait, @Nullable String value, int event) {
        if (value != null) {
            values.computeIfAbsent(trait, key -> new LinkedHashMap<>()).putIfAbsent(value, event);
        }
    }

    private void read(CaseFacts facts, int[] events) {
        Set<String> apps = new LinkedHashSet<>();
        List<Integer> renewals = new ArrayList<>();
        for (int event : events) {
            Addresses.Address address = facts.addresses().telling(event);
            if (address != null) {
                add(Trait.ADDRESS, address.ip(), event);
                add(Trait.NETWORK, address.network(), event);
            }
            if (facts.events().kind(event).isSignIn()) {
                add(Trait.AGENT, facts.text(EventField.USER_AGENT, event), event);
                add(Trait.TRANSFER, facts.text(EventField.TRANSFER_METHOD, event), event);
                add(Trait.DEVICE, pattern(facts.text(EventField.DEVICE_NAME, event)), event);
                if (facts.isSignedIn(event) && facts.app(event) != null && apps.size() < MOST_APPS) {
                    apps.add(facts.app(event));
                }
                if (facts.events().kind(event) == EventKind.SIGN_IN_NON_INTERACTIVE) {
                    renewals.add(event);
                }
            } else {
                String operation = facts.text(EventField.OPERATION, event);
                if (operation != null && (operation.endsWith("InboxRule") || operation.equals("UpdateInboxRules"))) {
                    String target = facts.text(EventField.TARGET, event);
                    add(Trait.RULE, target == null ? null : target.substring(target.lastIndexOf('\\') + 1), event);
                } else if ("Set-Mailbox".equals(operation)) {
                    add(Trait.RULE, facts.details().of(event).parameter("ForwardingSmtpAddress"), event);
                }
            }
        }
        if (apps.size() >= FEWEST_APPS) {
            add(Trait.APPS, String.join(" → ", apps), events[0]);
        }
        beat(facts, renewals);
    }

    /**
     * {@code DESKTOP-4F7Q2LM} is of the pattern {@code DESKTOP-*}: the name that setup makes, with letters drawn at
     * random.
     */
    private static @Nullable String pattern(@Nullable String device) {
        if (device == null) {
            return null;
        }
        int dash = device.lastIndexOf('-');
        return dash > 0 && device.substring(dash + 1).matches("[A-Z0-9]{6,8}") ? device.substring(0, dash) + "-*"
                : device;
    }

    private void beat(CaseFacts facts, List<Integer> renewals) {
        if (renewals.size() < FEWEST_RENEWALS) {
            return;
        }
        long[] gaps = new long[renewals.size() - 1];
        for (int i = 0; i < gaps.length; i++) {
            gaps[i] = (facts.events().time(renewals.get(i + 1)) - facts.events().time(renewals.get(i))) / SECOND;
        }
        Arrays.sort(gaps);
        long middle = gaps[gaps.length / 2];
        // only an even beat is one: most gaps lie near the middle
        long near = Arrays.stream(gaps).filter(gap -> Math.abs(gap - middle) <= Math.max(3, middle / 10)).count();
        if (middle > 0 && near * 10 >= gaps.length * 8L) {
            add(Trait.BEAT, Long.toString(Math.round(middle / 5.0) * 5), renewals.getFirst());
        }
    }
}
