package org.tokenlane.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.tokenlane.correlate.Correlation;
import org.tokenlane.ingest.Importers;
import org.tokenlane.intake.ImportOptions;
import org.tokenlane.intake.ImportService;
import org.tokenlane.model.evidence.Evidence;
import org.tokenlane.model.evidence.ImportReport;
import org.tokenlane.model.identity.Analyst;
import org.tokenlane.model.time.DateOrder;
import org.tokenlane.query.CaseEvents;
import org.tokenlane.query.LateData;
import org.tokenlane.store.CaseFile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

@Command(name = "import", mixinStandardHelpOptions = true, description = "Brings exported files into a case; makes the case where there is none.")
final class ImportCommand implements Callable<Integer> {

    @Mixin
    private CaseOptions options;

    @ParentCommand
    private TokenlaneCommand parent;

    @Parameters(arity = "1..*", paramLabel = "PATH", description = "Files, folders, .zip and .gz archives of exports.")
    private List<Path> paths;

    @Option(names = "--date-order", paramLabel = "ORDER", description = "month-first or day-first: how 3/12/2025 is read where a file does not prove it.")
    private String dateOrder;

    @Option(names = "--map", paramLabel = "NAME=COLUMN", description = "A column that has another name or language in the file, such as \"Session ID=Sitzungs-ID\".")
    private List<String> columns = new ArrayList<>();

    @Override
    public Integer call() {
        Output output = parent.output();
        String who = Analyst.name();
        ImportOptions settled = new ImportOptions(who, order(), mappedColumns());
        try (Interruption interruption = new Interruption();
                CaseFile caseFile = options.openOrCreate(who)) {
            ImportBar bar = new ImportBar(interruption, System.err, ImportBar.isTerminal());
            ImportReport report = new ImportService(caseFile, Importers.all()).importAll(paths, settled, bar);
            if (!report.imported().isEmpty()) {
                Correlation.upToDate(caseFile);
            }
            bar.close();
            report.refused().forEach(remark -> output.note("Not imported: " + remark.path() + ": " + remark.reason()));
            report.skipped().forEach(remark -> output.note("Skipped: " + remark.path() + ": " + remark.reason()));
            report.imported().stream().filter(Evidence::hasAssumedDates)
                    .forEach(evidence -> output.note("Dates of " + evidence.path() + ": " + evidence.dateWords()));
            if (options.json()) {
                output.json(json(caseFile, report));
            } else {
                print(output, caseFile, report);
            }
            if (report.cancelled()) {
                output.note(
                        "Stopped. The files that were imported before are kept whole; of the one that was being read nothing was kept.");
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

    private DateOrder order() {
        return switch (dateOrder) {
        case null -> null;
        case "month-first" -> DateOrder.MONTH_FIRST;
        case "day-first" -> DateOrder.DAY_FIRST;
        default -> throw new CommandFailure("--date-order is month-first or day-first, not “" + dateOrder + "”.",
                CaseCommand.WRONG_USAGE);
        };
    }

    private Map<String, String> mappedColumns() {
        Map<String, String> names = new HashMap<>();
        for (String column : columns) {
            int equals = column.indexOf('=');
            if (equals < 1 || equals == column.length() - 1) {
                throw new CommandFailure(
                        "--map wants NAME=COLUMN, such as \"Session ID=Sitzungs-ID\", not “" + column + "”.",
                        CaseCommand.WRONG_USAGE);
            }
            names.put(column.substring(equals + 1).strip(), column.substring(0, equals).strip());
        }
        return names;
    }

    private static void print(Output output, CaseFile caseFile, ImportReport report) {
        TextTable table = new TextTable("file", "shape", "records", "stored", "duplicates", "rejected");
        for (Evidence evidence : report.imported()) {
            table.row(fileName(evidence.path()), evidence.shapes().isEmpty() ? "(no records)" : evidence.shapes(),
                    evidence.records(), evidence.stored(),
                    evidence.duplicates(),
                    evidence.rejected());
        }
        if (!table.isEmpty()) {
            table.row("all", "", report.records(), report.stored(), report.duplicates(), report.rejected());
            table.lines().forEach(output::line);
        }
        changes(caseFile, report).forEach(output::line);
        output.line("Case: " + caseFile.path().toAbsolutePath().normalize());
    }

    /**
     * What these files show against what the case had before them, and the filters that choose these events; nothing
     * for a first import.
     */
    private static List<String> changes(CaseFile caseFile, ImportReport report) {
        LateData late = late(caseFile, report);
        if (late == null || !late.hadBefore()) {
            return List.of();
        }
        String files = files(report);
        List<String> lines = new ArrayList<>();
        lines.add("Against what the case had before: " + late.added().cardinality() + " events new (filter new:" + files
                + "), " + late.changed().cardinality()
                + " changed (changed:" + files + "), " + late.gone().cardinality() + " gone (gone:" + files + ").");
        if (!late.fields().isEmpty()) {
            lines.add("Changed: " + String.join(", ", late.fields().entrySet().stream()
                    .map(entry -> entry.getKey() + " of " + entry.getValue()).toList()));
        }
        return lines;
    }

    private static LateData late(CaseFile caseFile, ImportReport report) {
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

    private static List<Object> remarks(List<ImportReport.Remark> remarks) {
        List<Object> all = new ArrayList<>();
        remarks.forEach(remark -> all.add(Map.of("path", remark.path(), "reason", remark.reason())));
        return all;
    }
}
