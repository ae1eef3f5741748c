package org.tokenlane.cli;

import java.io.Console;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.tokenlane.model.evidence.HeldFiles;
import org.tokenlane.store.CaseFile;
import org.tokenlane.store.CaseFileException;
import picocli.CommandLine.Option;

/** Where the password of a case is from: asked for, read from a file, or from the environment. */
final class PasswordOptions {

    static final String VARIABLE = "TOKENLANE_PASSWORD";
    private static final int TRIES = 3;
    /** No password is longer; a file that is one is none with a password. */
    private static final int MOST_BYTES = 4096;

    @Option(names = "--password", arity = "0..1", interactive = true, echo = false, paramLabel = "PASSWORD")
    private @Nullable char[] password;

    @Option(names = "--password-file", paramLabel = "FILE")
    private @Nullable Path passwordFile;

    /** The password that was given; null where there is none. */
    char @Nullable [] given(Map<String, String> environment) {
        if (password != null && passwordFile != null) {
            throw new CommandFailure(CliText.PASSWORD_TWICE.with(), CaseCommand.WRONG_USAGE);
        }
        if (password != null || passwordFile != null) {
            return explicit();
        }
        String variable = environment.get(VARIABLE);
        return variable == null || variable.isEmpty() ? null : variable.toCharArray();
    }

    private char @Nullable [] explicit() {
        return passwordFile == null ? password : read(passwordFile);
    }

    /** The first line of a file. */
    static char[] read(Path file) {
        try (var in = HeldFiles.open(file)) {
            byte[] bytes = in.readNBytes(MOST_BYTES + 1);
            String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
            String line = text.lines().findFirst().orElse("");
            if (line.isEmpty() || bytes.length > MOST_BYTES) {
                throw new CommandFailure(CliText.NO_PASSWORD_IN_FILE.with(file));
            }
            return line.toCharArray();
        } catch (CharacterCodingException notText) {
            throw new CommandFailure(CliText.NO_PASSWORD_IN_FILE.with(file));
        } catch (IOException e) {
            throw CommandFailure.unread(file, e);
        }
    }

    /** Opens an existing case. A password that was asked for and does not open it is asked for again. */
    CaseFile open(Path file, Map<String, String> environment) {
        return opened(file, environment, secret -> CaseFile.open(file, secret));
    }

    /** Opens a copy of an existing case as it is now. */
    CaseFile openCopy(Path file, Map<String, String> environment) {
        return opened(file, environment, secret -> CaseFile.openCopy(file, secret));
    }

    /** Does something with the password of an existing case. */
    <T extends @Nullable Object> T opened(Path named, Map<String, String> environment,
            Function<char @Nullable [], T> work) {
        Path file = CaseFile.named(named);
        char[] secret = given(environment);
        boolean fromEnvironment = password == null && passwordFile == null;
        // the variable is for all cases of a script, of which some may need none
        if (secret != null && fromEnvironment && Files.isRegularFile(file) && !CaseFile.isEncrypted(file)) {
            secret = null;
        }
        Console console = System.console();
        for (int tries = 1;; tries++) {
            try {
                return work.apply(secret);
            } catch (CaseFileException refused) {
                if (!refused.isWrongPassword() || password == null || console == null || !console.isTerminal()
                        || tries >= TRIES) {
                    throw refused;
                }
                secret = console.readPassword("%s", CliText.PASSWORD_AGAIN.text());
            }
        }
    }
}
