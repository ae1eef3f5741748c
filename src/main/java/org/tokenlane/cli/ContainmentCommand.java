package org.tokenlane.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tokenlane.correlate.Correlation;
import org.tokenlane.correlate.MarkedEvents;
import org.tokenlane.detect.answer.Answers;
import org.tokenlane.detect.containment.ContainmentProof;
import org.tokenlane.detect.containment.ContainmentQuery;
import org.tokenlane.detect.containment.ContainmentSheet;
import org.tokenlane.detect.facts.EventDetails;
import org.tokenlane.ingest.RecordDetails;
import org.tokenlane.model.identity.Analyst;
import org.tokenlane.report.ContainmentText;
import org.tokenlane.report.ExportFile;
import org.tokenlane.report.ExportKind;
import org.tokenlane.store.CaseFile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(name = "containment", mixinStandardHelpOptions = true)
final class ContainmentCommand extends CaseCommand {

    private static final long SECOND = 1_000_000_000L;

    @Option(names = "--session", paramLabel = "SID")
    private List<String> sessions = new ArrayList<>();

    @Option(names = "--as-of", paramLabel = "TIME")
    private @Nullable String asOf;

    @Option(names = "--out", paramLabel = "FILE")
    private @Nullable Path file;

    @Option(names = "--done", paramLabel = "KEY")
    private List<String> done = new ArrayList<>();

    @Option(names = "--not-done", paramLabel = "KEY")
    private List<String> notDone = new ArrayList<>();

    @Override
    int run(CaseFile caseFile) {
        if (file != null && Files.exists(file)) {
            throw CommandFailure.exists(file);
        }
        Correlation correlation = correlate(caseFile);
        List<Integer> codes = sessions.isEmpty() ? HostileSessions.marked(caseFile, correlation)
                : sessions.stream().map(session -> ExposureChoice.sessionCode(correlation, session)).distinct()
                        .toList();
        long time = time();
        ContainmentSheet sheet = working(progress -> new ContainmentQuery(correlation,
                new EventDetails(correlation.events(), caseFile.rawRecords(), new RecordDetails()),
                caseFile.evidence()).of(codes, time, progress));
        tick(caseFile, sheet);
        Answers answers = working(progress -> Answers.of(caseFile, facts(caseFile, correlation),
                detect(caseFile, correlation).findings(), MarkedEvents.of(caseFile, correlation), progress));
        sheet = new ContainmentProof(correlation, answers.incident().milestones(),
                caseFile.settings().containmentTicks()).of(sheet);
        if (file != null) {
            write(caseFile, file, sheet);
        } else if (json()) {
            output().json(ContainmentText.json(sheet));
        } else {
            ContainmentText.lines(sheet).forEach(output()::value);
        }
        return DONE;
    }

    /** Marks steps as done or open, all of which have to be in the sheet. */
    private void tick(CaseFile caseFile, ContainmentSheet sheet) {
        for (String key : Stream.concat(done.stream(), notDone.stream()).toList()) {
            ContainmentSheet.Step step = sheet.steps().stream()
                    .filter(one -> one.items().stream().anyMatch(item -> one.key(item).equalsIgnoreCase(key)))
                    .findFirst().orElseThrow(() -> new CommandFailure(CliText.NO_SUCH_STEP.with(key), WRONG_USAGE));
            caseFile.settings().tickContainment(key.toLowerCase(Locale.ROOT), done.contains(key),
                    CliText.STEP_ON_OBJECT.text(step.title(), key.substring(key.indexOf(':') + 1)), Analyst.name());
        }
    }

    private void write(CaseFile caseFile, Path out, ContainmentSheet sheet) {
        List<String> lines = ContainmentText.lines(sheet);
        boolean script = out.getFileName().toString().toLowerCase(Locale.ROOT).endsWith(".ps1");
        try {
            ExportFile.text(caseFile, ExportKind.CONTAINMENT, out,
                    CliText.SELECTED_SESSIONS.text(sheet.sessions().size(), String.join(", ", sheet.sessions())),
                    writer -> ContainmentText.write(writer, script ? ContainmentText.unrunnable(lines) : lines));
        } catch (IOException e) {
            throw CommandFailure.unwritten(out, e);
        }
        output().note(CliText.WRITTEN, out);
    }

    private long time() {
        if (asOf == null) {
            return Instant.now().getEpochSecond() * SECOND;
        }
        try {
            return Math.multiplyExact(Instant.parse(asOf.strip()).getEpochSecond(), SECOND);
        } catch (DateTimeException | ArithmeticException e) {
            throw new CommandFailure(CliText.NOT_A_TIME.with(asOf), WRONG_USAGE);
        }
    }
}
