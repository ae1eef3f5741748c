package org.tokenlane.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tokenlane.correlate.Correlation;
import org.tokenlane.detect.exposure.ExposureQuery;
import org.tokenlane.detect.facts.EventDetails;
import org.tokenlane.detect.hands.Attribution;
import org.tokenlane.ingest.RecordDetails;
import org.tokenlane.model.text.Count;
import org.tokenlane.report.ExposureExport;
import org.tokenlane.report.ExposureJson;
import org.tokenlane.report.ExposureTable;
import org.tokenlane.report.PartedExposure;
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
        Attribution attribution = attribution(caseFile, correlation);
        PartedExposure exposure = working(progress -> PartedExposure.of(query(caseFile, correlation),
                correlation.events(), chosen, attribution::party, progress));
        if (csv != null) {
            write(caseFile, csv, exposure);
        }
        if (json()) {
            output().json(ExposureJson.of(exposure, correlation.events()));
        } else {
            print(exposure);
        }
        return DONE;
    }

    private void write(CaseFile caseFile, Path csv, PartedExposure exposure) {
        ExposureExport.targets(csv, exposure).stream().filter(Files::exists).findFirst().ifPresent(older -> {
            throw CommandFailure.exists(older);
        });
        try {
            List<String> detail = new ArrayList<>(List.of(Count.OPERATIONS.of(exposure.all().operations())));
            detail.addAll(choice.words());
            ExposureExport.write(caseFile, csv, String.join(", ", detail), exposure)
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

    private void print(PartedExposure exposure) {
        output().line(CliText.EXPOSURE, exposure.all().operations(), exposure.summary());
        exposure.filledTables().forEach(this::print);
        output().blank();
        output().line(CliText.LIMITS, exposure.all().limits().size());
        exposure.all().limits().forEach(limit -> output().value("  - " + TextTable.whole(limit)));
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
