package org.tokenlane.store;

import java.io.IOException;
import java.nio.file.Path;

/** Opens a case in a process of its own, says so, and holds it open until it is killed. */
final class CaseHolder {

    private CaseHolder() {
    }

    public static void main(String[] arguments) throws IOException {
        try (CaseFile caseFile = CaseFile.open(Path.of(arguments[0]), null)) {
            System.out.println("open " + caseFile.evidence().size());
            System.in.read();
        }
    }
}
