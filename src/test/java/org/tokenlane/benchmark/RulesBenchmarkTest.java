package org.tokenlane.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tokenlane.correlate.Correlation;
import org.tokenlane.detect.CaseRules;
import org.tokenlane.detect.Detection;
import org.tokenlane.detect.facts.AddressLookup;
import org.tokenlane.detect.facts.CaseFacts;
import org.tokenlane.ingest.Importers;
import org.tokenlane.ingest.RecordDetails;
import org.tokenlane.intake.ImportOptions;
import org.tokenlane.intake.ImportService;
import org.tokenlane.job.Progress;
import org.tokenlane.model.finding.RuleOutcome;
import org.tokenlane.sample.SampleTenant;
import org.tokenlane.store.CaseFile;

/**
 * How long all rules take on a million events with the sample tenant's among them. It prints figures and asserts on
 * none but counts.
 */
@Tag("benchmark")
class RulesBenchmarkTest {

    private static final int RECORDS = Integer.getInteger("benchmark.records", 1_000_000);

    @TempDir
    private Path folder;

    @Test
    void allRulesOnAMillionEvents() throws Exception {
        Path export = folder.resolve("purview.csv");
        PurviewGenerator.write(export, RECORDS);
        SampleTenant.write(folder.resolve("sample"));
        try (CaseFile caseFile = CaseFile.create(folder.resolve("rules.tlcase"), null, "benchmark")) {
            new ImportService(caseFile, Importers.all()).importAll(List.of(export, folder.resolve("sample")),
                    ImportOptions.by("benchmark"), Progress.NONE);
            Correlation correlation = Correlation.upToDate(caseFile);
            for (int run = 1; run <= 3; run++) {
                long started = System.nanoTime();
                CaseFacts facts = Detection.facts(caseFile, correlation, new RecordDetails(), AddressLookup.NOTHING);
                double gathered = (System.nanoTime() - started) / 1e9;
                Detection detection = Detection.of(facts, CaseRules.of(caseFile), Progress.NONE);
                double all = (System.nanoTime() - started) / 1e9;
                assertThat(detection.outcomes().stream().filter(RuleOutcome::isEvaluated).count())
                        .as("all but those of Azure, Teams and alerts, which the sample does not have")
                        .isGreaterThan(140);
                System.out.println(String.format(Locale.ROOT,
                        "benchmark: run %d, %,d events: gathering facts %.2f s, with all %d rules %.2f s, %d findings",
                        run,
                        correlation.events().size(), gathered, detection.outcomes().size(), all,
                        detection.findings().size()));
            }
        }
    }
}
