package org.tokenlane.detect.facts;

import org.jspecify.annotations.Nullable;

/** Whether one person can travel between two places in a time. */
public final class Journeys {

    /** The speed of an airliner. */
    private static final int KM_PER_HOUR = 900;
    /** Nearer countries may touch, and addresses near a border are often located beyond it. */
    private static final int NEAR_KM = 500;
    private static final double NANOS_PER_HOUR = 3.6e12;
    private static final Distances DISTANCES = Distances.shipped();

    private Journeys() {
    }

    /** Tells whether a person can be at both places so many nanoseconds apart; unknown places are possible. */
    static boolean isPossible(Addresses.@Nullable Address one, Addresses.@Nullable Address other, long nanos) {
        if (one == null || other == null || !Addresses.inOtherCountry(one, other)) {
            return true;
        }
        return isPossible(DISTANCES.between(String.valueOf(one.country()), String.valueOf(other.country())), nanos);
    }

    /** The same of a distance; the two may be in either order. */
    static boolean isPossible(double km, long nanos) {
        return km < NEAR_KM || km <= KM_PER_HOUR * (Math.abs(nanos) / NANOS_PER_HOUR);
    }

    /** Tells whether both are in countries that may touch. */
    public static boolean areNear(CaseFacts facts, int one, int other) {
        return isPossible(facts.addresses().of(one), facts.addresses().of(other), 0);
    }

    /** Tells whether a person can have done both. */
    public static boolean isPossible(CaseFacts facts, int one, int other) {
        return isPossible(facts.addresses().of(one), facts.addresses().of(other),
                facts.events().time(other) - facts.events().time(one));
    }
}
