package org.tokenlane.store;

import java.io.IOException;
import java.nio.file.Path;

/** Opens a case in a process of its own, says so, and holds it open until it is killed or told to do something. */
public final class CaseHolder {

    private CaseHolder() {
    }

    /** The second argument, where there is one, says how: {@code silent}, or the breaks of one that writes. */
    public static void main(String[] arguments) throws Exception {
        Path file = Path.of(arguments[0]);
        String how = arguments.length > 1 ? arguments[1] : "";
        if (how.equals("silent")) {
            // as a program of before, which does not say who it is
            LockedCase locked = LockedCase.of(file, LockedCase.identity(file));
            System.out.println("locked");
            System.in.read();
            locked.close();
            return;
        }
        try (CaseFile caseFile = CaseFile.open(file, null)) {
            System.out.println("open " + caseFile.evidence().size());
            if (how.isEmpty()) {
                System.in.read();
            } else {
                write(caseFile, Integer.parseInt(how));
            }
        }
    }

    /** Writes again and again, with breaks of so many milliseconds, until it is killed. */
    private static void write(CaseFile caseFile, int pause) throws IOException, InterruptedException {
        for (int i = 1; System.in.available() == 0; i++) {
            caseFile.audit("tester", AuditNote.of(AuditKind.OTHER, "note", "entry " + i));
            Thread.sleep(pause);
        }
    }
}
