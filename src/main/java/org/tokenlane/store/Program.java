package org.tokenlane.store;

/** The program that writes into a case. */
final class Program {

    static final String NAME = "Tokenlane 0.1.0";

    private Program() {
    }
}
