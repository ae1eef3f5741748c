package org.tokenlane.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.tokenlane.store.CaseFile;
import picocli.CommandLine.Option;

/** The options that say which case a command works on. */
final class CaseOptions {

    @Option(names = "--case", required = true, paramLabel = "FILE")
    private Path caseFile;

    @Option(names = "--password", arity = "0..1", interactive = true, echo = false, paramLabel = "PASSWORD")
    private @Nullable char[] password;

    @Option(names = "--json")
    private boolean json;

    boolean json() {
        return json;
    }

    Path path() {
        return caseFile;
    }

    CaseFile open() {
        return CaseFile.open(caseFile, password);
    }

    /** Opens the case, or makes it where there is none. */
    CaseFile openOrCreate(String who) {
        boolean exists = Files.exists(caseFile)
                || Files.exists(caseFile.resolveSibling(caseFile.getFileName() + ".tlcase"));
        return exists ? CaseFile.open(caseFile, password) : CaseFile.create(caseFile, password, who);
    }
}
