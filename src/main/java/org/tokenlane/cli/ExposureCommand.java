package org.tokenlane.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tokenlane.correlate.Correlation;
import org.tokenlane.correlate.MarkedEvents;
import org.tokenlane.detect.exposure.Exposure;
import org.tokenlane.detect.exposure.ExposureQuery;
import org.tokenlane.detect.facts.EventDetails;
import org.tokenlane.ingest.RecordDetails;
import org.tokenlane.model.text.Count;
import org.tokenlane.report.ExposureExport;
import org.tokenlane.report.ExposureJson;
import org.tokenlane.report.ExposureTable;
import org.tokenlane.report.ExposureTables;
import org.tokenlane.store.CaseFile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(name = "exposure", mixinStandardHelpOptions = true)
final class ExposureCommand extends CaseCommand {

    private static final int MOST_LINES = 50;

    @Mixin
    private ExposureChoice choice;

    @Option(names = "--csv", paramLabel = "PATH")
    private @Nullable Path csv;

    @Override
    int run(CaseFile caseFile) {
        Correlation correlation = correlate(caseFile);
        BitSet chosen = choice.events(caseFile, correlation);
        Exposure exposure = working(progress -> query(caseFile, correlation).of(chosen, progress));
        BitSet hostile = MarkedEvents.of(caseFile, correlation).hostile();
        if (csv != null) {
            write(caseFile, csv, exposure, hostile);
        }
        if (json()) {
            output().json(ExposureJson.of(exposure, correlation.events(), hostile));
        } else {
            print(exposure, hostile);
        }
        return DONE;
    }

    private void write(CaseFile caseFile, Path csv, Exposure exposure, BitSet hostile) {
        ExposureExport.targets(csv, exposure, hostile).stream().filter(Files::exists).findFirst().ifPresent(older -> {
            throw CommandFailure.exists(older);
        });
        try {
            List<String> detail = new ArrayList<>(List.of(Count.OPERATIONS.of(exposure.operations())));
            detail.addAll(choice.words());
            ExposureExport.write(caseFile, csv, String.join(", ", detail), exposure, hostile)
                    .forEach(file -> output().note(CliText.WRITTEN, file));
        } catch (IOException e) {
            throw CommandFailure.unwritten(csv, e);
        }
    }

    static ExposureQuery query(CaseFile caseFile, Correlation correlation) {
        return new ExposureQuery(correlation,
                new EventDetails(correlation.events(), caseFile.rawRecords(), new RecordDetails()),
                caseFile.evidence());
    }

    private void print(Exposure exposure, BitSet hostile) {
        output().line(CliText.EXPOSURE, exposure.operations(), ExposureTables.summary(exposure, hostile));
        for (ExposureTable table : ExposureTables.of(exposure, hostile)) {
            if (!table.rows().isEmpty()) {
                print(table);
            }
        }
        output().blank();
        output().line(CliText.LIMITS, exposure.limits().size());
        exposure.limits().forEach(limit -> output().value("  - " + TextTable.whole(limit)));
    }

    private void print(ExposureTable table) {
        output().blank();
        output().line(CliText.EXPOSURE_TABLE, table.title(), table.rows().size());
        TextTable text = new TextTable(table.columns().stream().map(ExposureTable.Column::title).toList());
        List<ExposureTable.Row> rows = table.rows();
        rows.stream().limit(MOST_LINES).forEach(row -> text.row(row.cells().toArray()));
        text.print(output());
        if (rows.size() > MOST_LINES) {
            output().line(CliText.EXPOSURE_MORE, rows.size() - MOST_LINES);
        }
    }
}
