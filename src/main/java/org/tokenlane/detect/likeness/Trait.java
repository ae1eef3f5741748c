package org.tokenlane.detect.likeness;

import org.tokenlane.model.text.TextKey;

/**
 * What sessions of one attacker have in common, with how much it says where nobody else in the case has it, in points.
 */
enum Trait implements TextKey {

    ADDRESS(40),
    RULE(40),
    NETWORK(20),
    AGENT(20),
    TRANSFER(10),
    DEVICE(10),
    APPS(10),
    BEAT(10);

    private final int points;

    Trait(int points) {
        this.points = points;
    }

    /** Tells whether it is where the attacker works from. */
    boolean isPlace() {
        return this == ADDRESS || this == NETWORK;
    }

    int points() {
        return points;
    }
}
