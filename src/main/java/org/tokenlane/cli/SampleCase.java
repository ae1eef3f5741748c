package org.tokenlane.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.tokenlane.correlate.Correlation;
import org.tokenlane.detect.Detection;
import org.tokenlane.enrich.Enrichment;
import org.tokenlane.enrich.Networks;
import org.tokenlane.ingest.Importers;
import org.tokenlane.intake.ImportOptions;
import org.tokenlane.intake.ImportService;
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
                ImportReport report = LongWork.run(true, CliText.STOPPED,
                        progress -> new ImportService(caseFile, Importers.all()).importAll(List.of(exports),
                                ImportOptions.by("sample"), progress));
                Correlation correlation = CaseCommand.correlate(caseFile);
                Enrichment enrichment = Enrichment.of(Networks.shipped());
                Detection detection = LongWork.run(true, CliText.STOPPED,
                        progress -> CaseCommand.detect(caseFile, correlation, enrichment, progress));
                SessionText text = new SessionText(correlation, detection, enrichment);
                SessionsCommand.print(output, text.queries().all(), text);
                output.blank();
                output.line(CliText.SAMPLE_IMPORTED, report.imported().size(), report.records(), report.stored(),
                        report.duplicates(), report.rejected());
                output.line(CliText.SAMPLE_SESSION);
                output.blank();
                text.tree(correlation.sessionCode(answers.aitmSession())).forEach(output::value);
            }
            output.blank();
            output.line(CliText.CASE, file.toAbsolutePath().normalize());
            return CaseCommand.DONE;
        } catch (IOException e) {
            throw CommandFailure.unwritten(folder, e);
        }
    }
}
