package org.tokenlane.detect.facts;

import java.util.ArrayList;
import java.util.List;
import org.tokenlane.model.event.EventField;
import org.tokenlane.model.identity.AgentName;

/**
 * Counter-evidence: what speaks against an attack. It goes with every finding that has a place or device in it.
 */
public final class Against {

    private static final int FAMILIAR_DAYS = 3;
    private static final int USERS_OF_ORGANISATION = 3;

    private Against() {
    }

    /** Sentences on the event's address and device. */
    public static List<String> of(CaseFacts facts, int event) {
        List<String> against = new ArrayList<>();
        Addresses.Address address = facts.addresses().of(event);
        String upn = facts.text(EventField.UPN, event);
        if (address != null) {
            if (address.fact().microsoft()) {
                against.add(FactsText.MICROSOFT_NETWORK.text(Addresses.words(address)));
            }
            if (address.fact().mobile()) {
                against.add(FactsText.MOBILE_CARRIER.text(Addresses.words(address)));
            }
            if (upn != null) {
                int days = facts.daysKnown(upn, address.network(), facts.events().time(event));
                if (days > 0) {
                    against.add(FactsText.NETWORK_USED_BEFORE.text(upn, address.network(), days));
                }
            }
            int users = facts.usersWithDevice(address.network());
            if (users >= USERS_OF_ORGANISATION) {
                against.add(FactsText.NETWORK_OF_SEVERAL.text(users, address.network()));
            }
        }
        if (facts.device(event) != null) {
            String name = facts.text(EventField.DEVICE_NAME, event);
            against.add(name == null ? FactsText.REGISTERED_DEVICE.text() : FactsText.NAMED_DEVICE.text(name));
        }
        if (facts.isBound(event)) {
            against.add(FactsText.BOUND_TOKEN.text());
        }
        return against;
    }

    /**
     * Tells whether both events were done by the same hands for all that is known: on one registered device, or the
     * second with a token bound to its device.
     */
    public static boolean inSameHands(CaseFacts facts, int one, int other) {
        return facts.isBound(other) || onOneDevice(facts, one, other);
    }

    /**
     * Tells whether the event's network is familiar: the user has signed in from it on several days before, by more
     * than an unbound token, or several users did on
     * registered devices. It is an office, a home, the way out of a VPN.
     */
    public static boolean isFamiliar(CaseFacts facts, int event) {
        Addresses.Address address = facts.addresses().of(event);
        String upn = facts.text(EventField.UPN, event);
        return address != null && (facts.usersWithDevice(address.network()) >= USERS_OF_ORGANISATION
                || upn != null
                        && facts.daysVouched(upn, address.network(), facts.events().time(event)) >= FAMILIAR_DAYS);
    }

    /**
     * Tells whether both events were done on one registered device. A stolen token still names the device, but it is
     * used on
     * another operating system.
     */
    public static boolean onOneDevice(CaseFacts facts, int one, int other) {
        String device = facts.device(one);
        return device != null && device.equals(facts.device(other))
                && !AgentName.areOfOtherSystems(facts.text(EventField.USER_AGENT, one),
                        facts.text(EventField.USER_AGENT, other));
    }
}
