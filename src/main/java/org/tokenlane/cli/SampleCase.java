package org.tokenlane.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.tokenlane.correlate.Correlation;
import org.tokenlane.enrich.Enrichment;
import org.tokenlane.enrich.Networks;
import org.tokenlane.ingest.Importers;
import org.tokenlane.intake.ImportOptions;
import org.tokenlane.intake.ImportService;
import org.tokenlane.job.Progress;
import org.tokenlane.model.evidence.ImportReport;
import org.tokenlane.sample.SampleAnswers;
import org.tokenlane.sample.SampleTenant;
import org.tokenlane.store.CaseFile;

/**
 * The main job in one go, on the sample tenant: its exports become a case, and the case shows its sessions and the
 * attacker's.
 */
final class SampleCase {

    private final Output output;

    SampleCase(Output output) {
        this.output = output;
    }

    int show(Path folder) {
        Path exports = folder.resolve("exports");
        Path file = folder.resolve("sample.tlcase");
        try {
            SampleAnswers answers = SampleTenant.write(exports);
            Files.deleteIfExists(file);
            try (CaseFile caseFile = CaseFile.create(file, null, "sample")) {
                ImportReport report = new ImportService(caseFile, Importers.all()).importAll(List.of(exports),
                        ImportOptions.by("sample"), Progress.NONE);
                Correlation correlation = CaseCommand.correlate(caseFile);
                Enrichment enrichment = Enrichment.of(Networks.shipped());
                SessionText text = new SessionText(correlation, CaseCommand.detect(caseFile, correlation, enrichment),
                        enrichment);
                SessionsCommand.print(output, text.queries().all(), text);
                output.line("");
                output.line("From " + SessionText.count(report.imported().size(), "export file") + ": "
                        + report.records() + " records, " + report.stored()
                        + " stored as events, "
                        + report.duplicates() + " duplicates, " + report.rejected() + " rejected.");
                output.line("The session that was phished and replayed:");
                output.line("");
                text.tree(correlation.sessionCode(answers.aitmSession())).forEach(output::line);
            }
            output.line("");
            output.line("Case file: " + file.toAbsolutePath().normalize());
            return CaseCommand.DONE;
        } catch (IOException e) {
            throw CommandFailure.unwritten("The sample", folder, e);
        }
    }
}
