package org.tokenlane.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.tokenlane.store.CaseFile;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The options that say which case a command works on. */
final class CaseOptions {

    @Option(names = "--case", required = true, paramLabel = "FILE")
    private Path caseFile;

    @Mixin
    private PasswordOptions password;

    @Option(names = "--json")
    private boolean json;

    boolean json() {
        return json;
    }

    Path path() {
        return caseFile;
    }

    CaseFile open(Map<String, String> environment) {
        return password.open(caseFile, environment);
    }

    /** Opens the case, or makes it where there is none. */
    CaseFile openOrCreate(String who, Map<String, String> environment) {
        boolean exists = Files.exists(caseFile)
                || Files.exists(caseFile.resolveSibling(caseFile.getFileName() + ".tlcase"));
        return exists ? open(environment) : CaseFile.create(caseFile, password.given(environment), who);
    }
}
