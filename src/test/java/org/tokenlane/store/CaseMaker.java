package org.tokenlane.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;

/** Creates a case in a process of its own, and stops to be killed when all of it is there but its name. */
final class CaseMaker {

    private CaseMaker() {
    }

    public static void main(String[] arguments) {
        CaseCreation.run(Path.of(arguments[0]), null, "tester", () -> {
            System.out.println("in the middle");
            try {
                System.in.read();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }
}
