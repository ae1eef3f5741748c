package org.tokenlane.detect.likeness;

/**
 * What sessions of one attacker have in common, with how much it says where nobody else in the case has it, in points.
 */
enum Trait {

    ADDRESS("the address", 40),
    RULE("an inbox rule or forwarding address", 40),
    NETWORK("the network", 20),
    AGENT("the user agent", 20),
    TRANSFER("the way of signing in", 10),
    DEVICE("a device name of the pattern", 10),
    APPS("the order of applications", 10),
    BEAT("the beat of renewals", 10);

    private final String words;
    private final int points;

    Trait(String words, int points) {
        this.words = words;
        this.points = points;
    }

    String words() {
        return words;
    }

    int points() {
        return points;
    }
}
