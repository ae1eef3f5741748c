package org.tokenlane.sample;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.BitSet;
import java.util.List;
import org.tokenlane.correlate.Correlation;
import org.tokenlane.detect.Detection;
import org.tokenlane.detect.facts.KnownNetworks;
import org.tokenlane.enrich.Enrichment;
import org.tokenlane.enrich.Networks;
import org.tokenlane.extract.CaseExtract;
import org.tokenlane.ingest.Importers;
import org.tokenlane.ingest.RecordDetails;
import org.tokenlane.intake.ImportOptions;
import org.tokenlane.intake.ImportService;
import org.tokenlane.job.Progress;
import org.tokenlane.store.CaseFile;

/**
 * The sample tenant, written and imported once for all tests of a run; each test gets a copy of the case. The case keeps
 * what the rules found in it, so that they do not run again in a copy that has the same name ({@link #NAME}), as long as
 * nothing has changed in it that rules read.
 */
public final class SharedSample {

    /** The file's name; findings may tell it, so they are kept for this one. */
    public static final String NAME = "sample.tlcase";

    /** The exports, the case and what is true of them. */
    private record Made(Path exports, Path caseFile, SampleAnswers answers) {

        static Made make() {
            try {
                Path folder = Files.createTempDirectory("tokenlane-sample");
                Path exports = Files.createDirectory(folder.resolve("exports"));
                SampleAnswers answers = SampleTenant.write(exports);
                Path file = folder.resolve(NAME);
                try (CaseFile made = CaseFile.create(file, null, "sample")) {
                    new ImportService(made, Importers.all()).importAll(List.of(exports), ImportOptions.by("sample"),
                            Progress.NONE);
                    Detection.of(made, Correlation.upToDate(made), new RecordDetails(),
                            new KnownNetworks(Enrichment.of(Networks.shipped())), Progress.NONE);
                }
                return new Made(exports, file, answers);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** Made by the first test that needs it. */
    private static final class Holder {
        private static final Made MADE = Made.make();
    }

    /** Made by the first test that needs it. */
    private static final class AttackHolder {
        private static final Path FILE = extracted();

        private static Path extracted() {
            Path file = Holder.MADE.caseFile().resolveSibling("attack.tlcase");
            try (CaseFile whole = CaseFile.open(Holder.MADE.caseFile(), null)) {
                Correlation correlation = Correlation.upToDate(whole);
                BitSet attack = new BitSet();
                for (String session : List.of(answers().aitmSession(), answers().deviceCodeSession())) {
                    int code = correlation.sessionCode(session);
                    for (int event = 0; event < correlation.events().size(); event++) {
                        if (correlation.session(event) == code) {
                            attack.set(event);
                        }
                    }
                }
                CaseExtract.write(whole, correlation, attack,
                        new CaseExtract.Wish(file, null, "sample", "the attack", null, null, false), Progress.NONE);
            }
            return file;
        }
    }

    private SharedSample() {
    }

    /** What is true of the sample tenant. */
    public static SampleAnswers answers() {
        return Holder.MADE.answers();
    }

    /** The folder with the exports; to be read only. */
    public static Path exports() {
        return Holder.MADE.exports();
    }

    /** Copies the imported case to a place where a test may change it. */
    public static Path copyTo(Path file) {
        return copy(Holder.MADE.caseFile(), file);
    }

    /**
     * Copies an extract of the case with the attacker's two sessions, in which rules and reports are done much sooner;
     * for tests to which the rest of the tenant does not matter.
     */
    public static Path copyAttackTo(Path file) {
        return copy(AttackHolder.FILE, file);
    }

    private static Path copy(Path made, Path file) {
        try {
            return Files.copy(made, file, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
