package org.tokenlane.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import org.tokenlane.store.CaseFile;
import org.tokenlane.store.CaseTime;
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

    @Option(names = "--read-only")
    private boolean readOnly;

    boolean json() {
        return json;
    }

    Path path() {
        return caseFile;
    }

    /** Opens the case, or a copy of it, which is said. */
    CaseFile open(Map<String, String> environment, Output output) {
        if (!readOnly) {
            return password.open(caseFile, environment);
        }
        CaseFile copy = password.openCopy(caseFile, environment);
        Instant at = copy.copiedAt();
        if (at != null) {
            output.note(CliText.COPY_READ, copy.path(), CaseTime.text(at), megabytes(copy.copiedBytes()));
        }
        return copy;
    }

    private static long megabytes(long bytes) {
        return Math.ceilDiv(bytes, 1 << 20);
    }

    /** Opens the case, or makes it where there is none. */
    CaseFile openOrCreate(String who, Map<String, String> environment, Output output) {
        if (readOnly) {
            throw new CommandFailure(CliText.IMPORT_READ_ONLY.with(), CaseCommand.WRONG_USAGE);
        }
        boolean exists = Files.exists(caseFile)
                || Files.exists(caseFile.resolveSibling(caseFile.getFileName() + ".tlcase"));
        return exists ? open(environment, output) : CaseFile.create(caseFile, password.given(environment), who);
    }
}
