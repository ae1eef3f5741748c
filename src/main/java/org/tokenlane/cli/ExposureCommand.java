package org.tokenlane.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.BitSet;
import java.util.List;
import org.tokenlane.correlate.Correlation;
import org.tokenlane.correlate.MarkedEvents;
import org.tokenlane.detect.exposure.Exposure;
import org.tokenlane.detect.exposure.ExposureQuery;
import org.tokenlane.detect.facts.EventDetails;
import org.tokenlane.ingest.RecordDetails;
import org.tokenlane.job.Progress;
import org.tokenlane.report.ExposureExport;
import org.tokenlane.report.ExposureJson;
import org.tokenlane.report.ExposureTable;
import org.tokenlane.report.ExposureTables;
import org.tokenlane.store.CaseFile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(name = "exposure", mixinStandardHelpOptions = true, description = {
    "Lists what was got at: mail read, sent and deleted, files, rules, consents and changes, Teams, Graph,",
    "for sessions, tokens, users or a filter, and says what the logs leave open." })
final class ExposureCommand extends CaseCommand {

    private static final int MOST_LINES = 50;

    @Mixin
    private ExposureChoice choice;

    @Option(names = "--csv", paramLabel = "PATH", description = "Write CSV for the privacy notice: one table where the name ends in .csv, else a file for each list into this folder.")
    private Path csv;

    @Override
    int run(CaseFile caseFile) {
        Correlation correlation = correlate(caseFile);
        Exposure exposure = query(caseFile, correlation).of(choice.events(caseFile, correlation), Progress.NONE);
        BitSet hostile = MarkedEvents.of(caseFile, correlation).hostile();
        if (csv != null) {
            write(caseFile, exposure, hostile);
        }
        if (json()) {
            output().json(ExposureJson.of(exposure, correlation.events(), hostile));
        } else {
            print(exposure, hostile);
        }
        return DONE;
    }

    private void write(CaseFile caseFile, Exposure exposure, BitSet hostile) {
        ExposureExport.targets(csv, exposure, hostile).stream().filter(Files::exists).findFirst().ifPresent(older -> {
            throw new CommandFailure("The file " + older + " exists already.");
        });
        try {
            ExposureExport
                    .write(caseFile, csv, SessionText.count(exposure.operations(), "operation") + choice.words(),
                            exposure, hostile)
                    .forEach(file -> output().note("Written: " + file));
        } catch (IOException e) {
            throw CommandFailure.unwritten("The exposure", csv, e);
        }
    }

    static ExposureQuery query(CaseFile caseFile, Correlation correlation) {
        return new ExposureQuery(correlation,
                new EventDetails(correlation.events(), caseFile.rawRecords(), new RecordDetails()),
                caseFile.evidence());
    }

    private void print(Exposure exposure, BitSet hostile) {
        output().line("With " + SessionText.count(exposure.operations(), "operation") + ": "
                + ExposureTables.summary(exposure, hostile) + ".");
        for (ExposureTable table : ExposureTables.of(exposure, hostile)) {
            if (!table.rows().isEmpty()) {
                print(table);
            }
        }
        output().line("");
        output().line(exposure.limits().isEmpty() ? "Limits: none found." : "Limits:");
        exposure.limits().forEach(limit -> output().line("  - " + TextTable.whole(limit)));
    }

    private void print(ExposureTable table) {
        output().line("");
        output().line(table.title() + " (" + table.rows().size() + ")");
        TextTable text = new TextTable(
                table.columns().stream().map(ExposureTable.Column::title).toArray(String[]::new));
        List<ExposureTable.Row> rows = table.rows();
        rows.stream().limit(MOST_LINES).forEach(row -> text.row(row.cells().toArray()));
        text.lines().forEach(output()::line);
        if (rows.size() > MOST_LINES) {
            output().line("and " + (rows.size() - MOST_LINES) + " more: --json and --csv list all");
        }
    }
}
