package org.tokenlane.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.tokenlane.correlate.Correlation;
import org.tokenlane.model.text.Count;
import org.tokenlane.report.ExportFile;
import org.tokenlane.report.ExportKind;
import org.tokenlane.store.CaseFile;
import org.tokenlane.tables.CaseTable;
import org.tokenlane.tables.CaseTables;
import org.tokenlane.tables.parquet.ParquetFile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(name = "export", mixinStandardHelpOptions = true)
final class ExportCommand extends CaseCommand {

    private static final String PARQUET = "parquet";

    @Option(names = "--format", paramLabel = "FORMAT", required = true)
    private String format;

    @Option(names = "--out", paramLabel = "DIR", required = true)
    private Path folder;

    @Override
    int run(CaseFile caseFile) {
        if (!format.equalsIgnoreCase(PARQUET)) {
            throw new CommandFailure(CliText.NO_SUCH_FORMAT.with(format, PARQUET), WRONG_USAGE);
        }
        Correlation correlation = correlate(caseFile);
        List<CaseTable> tables = CaseTables.of(correlation, () -> detect(caseFile, correlation));
        for (CaseTable table : tables) {
            if (Files.exists(folder.resolve(name(table)))) {
                throw CommandFailure.exists(folder.resolve(name(table)));
            }
        }
        String detail = tables.stream().map(table -> table.name() + " " + Count.ROWS.of(table.rows()))
                .collect(Collectors.joining(", "));
        working(progress -> {
            Map<String, ExportFile.Bytes> files = new LinkedHashMap<>();
            for (CaseTable table : tables) {
                files.put(name(table),
                        out -> ParquetFile.write(table, Map.of("tokenlane.program", CaseFile.PROGRAM), out,
                                progress));
            }
            try {
                return ExportFile.files(caseFile, ExportKind.TABLES, folder, detail, files);
            } catch (IOException e) {
                throw CommandFailure.unwritten(folder, e);
            }
        });
        tables.forEach(table -> output().note(CliText.ROWS_WRITTEN, table.rows(), folder.resolve(name(table))));
        return DONE;
    }

    private static String name(CaseTable table) {
        return table.name() + "." + PARQUET;
    }
}
