package org.tokenlane.model.text;

/** The program that writes into a case or carves from a lake. */
public final class Program {

    public static final String NAME = "Tokenlane 0.1.0";

    private Program() {
    }
}
