package org.tokenlane.store;

import java.nio.file.Path;

/** Tries to open a case in a process of its own, and says what it was told. */
final class CaseTrier {

    private CaseTrier() {
    }

    public static void main(String[] arguments) {
        try {
            CaseFile.open(Path.of(arguments[0]), null).close();
            System.out.println("opened");
        } catch (CaseFileException refused) {
            System.out.println(refused.getMessage());
        }
    }
}
