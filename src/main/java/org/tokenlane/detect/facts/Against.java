package org.tokenlane.detect.facts;

import java.util.ArrayList;
import java.util.List;
import org.tokenlane.correlate.Origins;
import org.tokenlane.model.event.EventField;
import org.tokenlane.model.identity.AgentName;

/**
 * Counter-evidence: what speaks against an attack. It goes with every finding that has a place or device in it.
 */
public final class Against {

    private Against() {
    }

    /** Sentences on the event's address and device. */
    public static List<String> of(CaseFacts facts, int event) {
        List<String> against = new ArrayList<>();
        Addresses.Address address = facts.addresses().of(event);
        if (address != null) {
            place(facts, event, address, against);
        }
        if (facts.isBound(event)) {
            against.add(FactsText.BOUND_TOKEN.text());
        }
        if (facts.knownDevice(event) != null) {
            String name = facts.text(EventField.DEVICE_NAME, event);
            boolean isProof = facts.isBound(event) || facts.isInteractive(event) && !facts.isOutOfPlace(event);
            against.add(name == null
                    ? (isProof ? FactsText.REGISTERED_DEVICE : FactsText.CLAIMED_DEVICE).text()
                    : (isProof ? FactsText.NAMED_DEVICE : FactsText.CLAIMED_NAMED_DEVICE).text(name));
        }
        return against;
    }

    private static void place(CaseFacts facts, int event, Addresses.Address address, List<String> against) {
        if (address.fact().microsoft()) {
            against.add(FactsText.MICROSOFT_NETWORK.text(Addresses.words(address)));
        }
        if (address.fact().mobile()) {
            against.add(FactsText.MOBILE_CARRIER.text(Addresses.words(address)));
        }
        if (facts.isThroughSharedExit(event)) {
            against.add(FactsText.ORDINARY_EXIT.text(Addresses.words(address)));
        }
        String upn = String.valueOf(facts.text(EventField.UPN, event));
        String range = Origins.prefix(address.ip());
        int days = facts.daysInRange(event);
        if (days > 0) {
            against.add(FactsText.NETWORK_USED_BEFORE.text(upn, range, days));
        } else if (facts.daysWithProgram(event) > 0) {
            against.add(FactsText.NETWORK_USED_WITH_PROGRAM.text(upn, address.network(),
                    facts.daysWithProgram(event)));
        }
        if (facts.vouchers(event) >= Familiarity.USERS) {
            against.add(FactsText.NETWORK_OF_SEVERAL.text(facts.vouchers(event), range));
        }
    }

    /**
     * Tells whether the event is where its user usually works, or where enough others do: an office, a home, the exit
     * of a VPN.
     */
    public static boolean isFamiliar(CaseFacts facts, int event) {
        return facts.isFamiliar(event);
    }

    /**
     * Tells whether both events name one registered device and may be on it. A stolen token names the device as well,
     * unless it is bound, so this only lowers a severity and never excuses.
     */
    public static boolean onOneDevice(CaseFacts facts, int one, int other) {
        String device = facts.device(one);
        return device != null && device.equals(facts.device(other))
                && !AgentName.areOfOtherSystems(facts.text(EventField.USER_AGENT, one),
                        facts.text(EventField.USER_AGENT, other));
    }
}
