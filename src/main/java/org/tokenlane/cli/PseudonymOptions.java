package org.tokenlane.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tokenlane.correlate.Correlation;
import org.tokenlane.enrich.MicrosoftNetworks;
import org.tokenlane.extract.pseudonym.ForeignValues;
import org.tokenlane.extract.pseudonym.PseudonymKey;
import org.tokenlane.extract.pseudonym.PseudonymKind;
import org.tokenlane.extract.pseudonym.Pseudonymiser;
import org.tokenlane.report.Indicator;
import org.tokenlane.store.CaseFile;
import picocli.CommandLine.Option;

/** Which values are to have pseudonyms, and where their key is. */
final class PseudonymOptions {

    private static final String OURS = "ours";

    @Option(names = "--pseudonyms", split = ",", paramLabel = "KIND")
    private List<String> kinds = new ArrayList<>();

    @Option(names = "--key", paramLabel = "FILE")
    private @Nullable Path key;

    /** Null where none are wanted. */
    @Nullable
    Pseudonymiser pseudonymiser(CaseCommand command, CaseFile caseFile, Correlation correlation) {
        MicrosoftNetworks microsoft = command.enrichment().microsoft();
        if (kinds.isEmpty()) {
            if (key != null) {
                throw new CommandFailure(CliText.KEY_WITHOUT_PSEUDONYMS.with(), CaseCommand.WRONG_USAGE);
            }
            return null;
        }
        if (key == null) {
            throw new CommandFailure(CliText.PSEUDONYMS_WITHOUT_KEY.with(), CaseCommand.WRONG_USAGE);
        }
        Path folder = key.toAbsolutePath().getParent();
        if (folder == null || !Files.isDirectory(folder)) {
            throw new CommandFailure(CliText.NO_FOLDER_FOR_KEY.with(String.valueOf(folder)));
        }
        PseudonymKey known = Files.exists(key) ? PseudonymKey.read(key) : new PseudonymKey();
        if (kinds.stream().noneMatch(word -> word.strip().equalsIgnoreCase(OURS))) {
            return new Pseudonymiser(chosen(), known, ip -> microsoft.service(ip) != null);
        }
        ForeignValues foreign = ForeignValues.of(correlation.events(),
                command.indicators(caseFile, correlation).values(Indicator.Kind.ADDRESS));
        if (foreign == null) {
            throw new CommandFailure(CliText.NO_OWN_DOMAINS.with());
        }
        return new Pseudonymiser(chosen(), known, ip -> microsoft.service(ip) != null || foreign.isAddress(ip),
                foreign::isDomain);
    }

    private Set<PseudonymKind> chosen() {
        Set<PseudonymKind> chosen = EnumSet.noneOf(PseudonymKind.class);
        for (String word : kinds) {
            if (word.strip().equalsIgnoreCase("all") || word.strip().equalsIgnoreCase(OURS)) {
                return EnumSet.allOf(PseudonymKind.class);
            }
            PseudonymKind kind = PseudonymKind.named(word);
            if (kind == null) {
                throw new CommandFailure(CliText.NO_SUCH_PSEUDONYMS.with(word,
                        String.join(", ", Arrays.stream(PseudonymKind.values()).map(PseudonymKind::word).toList())),
                        CaseCommand.WRONG_USAGE);
            }
            chosen.add(kind);
        }
        return chosen;
    }

    /** To be asked where nothing is written into a file that could be handed on. */
    void needFile() {
        if (!kinds.isEmpty() || key != null) {
            throw new CommandFailure(CliText.PSEUDONYMS_WITHOUT_FILE.with(), CaseCommand.WRONG_USAGE);
        }
    }

    /** What the audit trail records of them. */
    static List<String> detail(@Nullable Pseudonymiser pseudonymiser) {
        return pseudonymiser == null ? List.of()
                : List.of(CliText.SELECTED_PSEUDONYMS.text(PseudonymKind.words(pseudonymiser.kinds())));
    }

    @Nullable
    Path keyFile() {
        return key;
    }
}
