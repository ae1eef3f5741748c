package org.tokenlane.cli;

import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.tokenlane.correlate.Correlation;
import org.tokenlane.ingest.Importers;
import org.tokenlane.ingest.text.FileForm;
import org.tokenlane.intake.ImportOptions;
import org.tokenlane.intake.ImportService;
import org.tokenlane.job.CommandRunner;
import org.tokenlane.model.evidence.Evidence;
import org.tokenlane.model.evidence.ImportReport;
import org.tokenlane.model.identity.Analyst;
import org.tokenlane.model.text.ProgramFailure;
import org.tokenlane.model.text.Text;
import org.tokenlane.model.time.DateOrder;
import org.tokenlane.query.CaseEvents;
import org.tokenlane.query.LateData;
import org.tokenlane.store.CaseFile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

@Command(name = "import", mixinStandardHelpOptions = true)
final class ImportCommand implements Callable<Integer> {

    @Mixin
    private CaseOptions options;

    @ParentCommand
    private TokenlaneCommand parent;

    @Parameters(arity = "1..*", paramLabel = "PATH")
    private List<Path> paths;

    @Option(names = "--date-order", paramLabel = "ORDER")
    private @Nullable String dateOrder;

    @Option(names = "--map", paramLabel = "NAME=COLUMN")
    private List<String> columns = new ArrayList<>();

    @Option(names = "--time-zone", paramLabel = "ZONE")
    private String timeZone;

    @Override
    public Integer call() {
        Output output = parent.output();
        String who = Analyst.name();
        ImportOptions settled = new ImportOptions(who, order(), mappedColumns());
        ImportBar bar = new ImportBar(System.err, ImportBar.isTerminal());
        try (CommandRunner runner = new CommandRunner(bar::show, ProgramFailure::of);
                CaseFile caseFile = options.openOrCreate(who, parent.environment(), parent.output())) {
            ImportReport report = runner.run(progress -> {
                ImportReport done = new ImportService(caseFile, Importers.all()).importAll(paths, settled, progress);
                if (!done.imported().isEmpty()) {
                    Correlation.upToDate(caseFile);
                }
                return done;
            });
            bar.close();
            report.refused().forEach(remark -> output.note(CliText.NOT_IMPORTED, remark.path(), remark.reason()));
            report.skipped().forEach(remark -> output.note(CliText.SKIPPED, remark.path(), remark.reason()));
            report.imported().stream().filter(Evidence::hasAssumedDates)
                    .forEach(evidence -> output.note(CliText.DATES, evidence.path(), evidence.dateWords()));
            if (options.json()) {
                output.json(json(caseFile, report));
            } else {
                print(output, caseFile, report);
            }
            // last, where nobody overlooks it
            report.warnings()
                    .forEach(warning -> output.note(CliText.WARNING, warning.path(), warning.text()));
            if (report.cancelled()) {
                output.note(CliText.IMPORT_STOPPED);
                return CaseCommand.FAILED;
            }
            return report.refused().stream().anyMatch(remark -> isNamed(remark.path()))
                    || report.imported().isEmpty() && report.skipped().isEmpty() ? CaseCommand.FAILED
                            : CaseCommand.DONE;
        }
    }

    /** A file that was named itself must be importable; what lies beside exports in a folder or archive need not. */
    private boolean isNamed(String path) {
        return paths.stream().anyMatch(
                named -> path.equals(named.toString()) || path.startsWith(named + "!/") && path.endsWith(".gz"));
    }

    private @Nullable DateOrder order() {
        return switch (dateOrder) {
        case null -> null;
        case "month-first" -> DateOrder.MONTH_FIRST;
        case "day-first" -> DateOrder.DAY_FIRST;
        default -> throw new CommandFailure(CliText.NO_SUCH_DATE_ORDER.with(dateOrder), CaseCommand.WRONG_USAGE);
        };
    }

    private Map<String, String> mappedColumns() {
        Map<String, String> names = new HashMap<>();
        for (String column : columns) {
            int equals = column.indexOf('=');
            if (equals < 1 || equals == column.length() - 1) {
                throw new CommandFailure(CliText.NO_COLUMN_MAP.with(column), CaseCommand.WRONG_USAGE);
            }
            names.put(column.substring(equals + 1).strip(), column.substring(0, equals).strip());
        }
        if (timeZone != null) {
            try {
                names.put(FileForm.LOCAL_TIME, ZoneId.of(timeZone).getId());
            } catch (DateTimeException noZone) {
                throw new CommandFailure(CliText.NO_SUCH_TIME_ZONE.with(timeZone), CaseCommand.WRONG_USAGE);
            }
        }
        return names;
    }

    private static void print(Output output, CaseFile caseFile, ImportReport report) {
        TextTable table = new TextTable(CliText.COLUMN_FILE, CliText.COLUMN_SHAPE, CliText.COLUMN_RECORDS,
                CliText.COLUMN_STORED, CliText.COLUMN_DUPLICATES, CliText.COLUMN_REJECTED);
        for (Evidence evidence : report.imported()) {
            table.row(fileName(evidence.path()),
                    evidence.shapes().isEmpty() ? CliText.NO_RECORDS.text() : evidence.shapes(),
                    evidence.records(), evidence.stored(),
                    evidence.duplicates(),
                    evidence.rejected());
        }
        if (!table.isEmpty()) {
            table.row(CliText.ALL_FILES.text(), "", report.records(), report.stored(), report.duplicates(),
                    report.rejected());
            table.print(output);
        }
        changes(caseFile, report).forEach(output::line);
        output.line(CliText.CASE, caseFile.path().toAbsolutePath().normalize());
    }

    /**
     * What these files show against what the case had before them, and the filters that choose these events; nothing
     * for a first import.
     */
    private static List<Text> changes(CaseFile caseFile, ImportReport report) {
        LateData late = late(caseFile, report);
        if (late == null || !late.hadBefore()) {
            return List.of();
        }
        String files = files(report);
        List<Text> lines = new ArrayList<>();
        lines.add(CliText.NEWLY_IMPORTED.with(late.added().cardinality(), late.changed().cardinality(),
                late.gone().cardinality(), files));
        if (!late.fields().isEmpty()) {
            lines.add(CliText.CHANGED_FIELDS.with(String.join(", ", late.fields().entrySet().stream()
                    .map(entry -> CliText.CHANGED_FIELD.text(entry.getKey(), entry.getValue())).toList())));
        }
        return lines;
    }

    private static @Nullable LateData late(CaseFile caseFile, ImportReport report) {
        return report.imported().isEmpty() || report.imported().getFirst().id() == caseFile.evidence().getFirst().id()
                ? null
                : LateData.of(CaseEvents.load(caseFile), report.imported().getFirst().id(),
                        report.imported().getLast().id());
    }

    private static String files(ImportReport report) {
        int first = report.imported().getFirst().id();
        int last = report.imported().getLast().id();
        return first == last ? Integer.toString(first) : first + "-" + last;
    }

    private static String fileName(String path) {
        int slash = Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\'));
        return path.substring(slash + 1);
    }

    private static Map<String, Object> json(CaseFile caseFile, ImportReport report) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("case", caseFile.path().toAbsolutePath().normalize().toString());
        List<Object> files = new ArrayList<>();
        for (Evidence evidence : report.imported()) {
            Map<String, Object> file = new LinkedHashMap<>();
            file.put("path", evidence.path());
            file.put("sha256", evidence.sha256());
            file.put("bytes", evidence.bytes());
            file.put("shape", evidence.shapes());
            file.put("records", evidence.records());
            file.put("stored", evidence.stored());
            file.put("duplicates", evidence.duplicates());
            file.put("rejected", evidence.rejected());
            file.put("undated", evidence.undated());
            file.put("dateOrder", evidence.dateWords());
            file.put("warnings", warnings(report, evidence.path()));
            files.add(file);
        }
        map.put("evidence", files);
        map.put("records", report.records());
        map.put("stored", report.stored());
        map.put("duplicates", report.duplicates());
        map.put("rejected", report.rejected());
        LateData late = late(caseFile, report);
        if (late != null && late.hadBefore()) {
            map.put("new", late.added().cardinality());
            map.put("changed", late.changed().cardinality());
            map.put("gone", late.gone().cardinality());
            map.put("changes", late.fields());
        }
        map.put("skipped", remarks(report.skipped()));
        map.put("refused", remarks(report.refused()));
        return map;
    }

    private static List<Object> warnings(ImportReport report, String path) {
        List<Object> all = new ArrayList<>();
        report.warnings().stream().filter(warning -> warning.path().equals(path)).forEach(warning -> all
                .add(Map.of("kind", warning.kind().code(), "records", warning.part(), "of", warning.whole())));
        return all;
    }

    private static List<Object> remarks(List<ImportReport.Remark> remarks) {
        List<Object> all = new ArrayList<>();
        remarks.forEach(remark -> all.add(Map.of("path", remark.path(), "reason", remark.reason())));
        return all;
    }
}
