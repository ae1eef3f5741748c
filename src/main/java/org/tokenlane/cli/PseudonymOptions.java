package org.tokenlane.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.tokenlane.enrich.MicrosoftNetworks;
import org.tokenlane.extract.pseudonym.PseudonymKey;
import org.tokenlane.extract.pseudonym.PseudonymKind;
import org.tokenlane.extract.pseudonym.Pseudonymiser;
import picocli.CommandLine.Option;

/** Which values are to have pseudonyms, and where their key is. */
final class PseudonymOptions {

    @Option(names = "--pseudonyms", split = ",", paramLabel = "KIND", description = "Put pseudonyms in place of these kinds of values: users, tenant, mail, files, addresses, devices, or all.")
    private List<String> kinds = new ArrayList<>();

    @Option(names = "--key", paramLabel = "FILE", description = "Where the key of the pseudonyms is kept (JSON). An existing key is used again and added to, so that pseudonyms stay the same.")
    private Path key;

    /** Null where none are wanted. */
    Pseudonymiser pseudonymiser(MicrosoftNetworks microsoft) {
        if (kinds.isEmpty()) {
            if (key != null) {
                throw new CommandFailure("A key is only for pseudonyms: say for which values with --pseudonyms.",
                        CaseCommand.WRONG_USAGE);
            }
            return null;
        }
        if (key == null) {
            throw new CommandFailure(
                    "Say with --key where the key of the pseudonyms is to be kept, apart from what you hand on.",
                    CaseCommand.WRONG_USAGE);
        }
        Path folder = key.toAbsolutePath().getParent();
        if (!Files.isDirectory(folder)) {
            throw new CommandFailure("The key cannot be written: there is no folder " + folder + ".");
        }
        return new Pseudonymiser(chosen(), Files.exists(key) ? PseudonymKey.read(key) : new PseudonymKey(),
                ip -> microsoft.service(ip) != null);
    }

    private Set<PseudonymKind> chosen() {
        Set<PseudonymKind> chosen = EnumSet.noneOf(PseudonymKind.class);
        for (String word : kinds) {
            if (word.strip().equalsIgnoreCase("all")) {
                return EnumSet.allOf(PseudonymKind.class);
            }
            PseudonymKind kind = PseudonymKind.named(word);
            if (kind == null) {
                throw new CommandFailure("There are no pseudonyms for “" + word + "”; there are "
                        + String.join(", ", Arrays.stream(PseudonymKind.values()).map(PseudonymKind::word).toList())
                        + " and all.", CaseCommand.WRONG_USAGE);
            }
            chosen.add(kind);
        }
        return chosen;
    }

    /** To be asked where nothing is written into a file that could be handed on. */
    void needFile() {
        if (!kinds.isEmpty() || key != null) {
            throw new CommandFailure("Pseudonyms are for a file that is handed on: name it with --out.",
                    CaseCommand.WRONG_USAGE);
        }
    }

    /** What the action log is told of them. */
    static String words(Pseudonymiser pseudonymiser) {
        return pseudonymiser == null ? "" : ", pseudonyms for " + PseudonymKind.words(pseudonymiser.kinds());
    }

    Path keyFile() {
        return key;
    }
}
