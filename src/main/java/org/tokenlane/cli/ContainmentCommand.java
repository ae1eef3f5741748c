package org.tokenlane.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.tokenlane.correlate.Correlation;
import org.tokenlane.detect.containment.ContainmentQuery;
import org.tokenlane.detect.containment.ContainmentSheet;
import org.tokenlane.detect.facts.EventDetails;
import org.tokenlane.ingest.RecordDetails;
import org.tokenlane.job.Progress;
import org.tokenlane.report.ContainmentText;
import org.tokenlane.report.ExportFile;
import org.tokenlane.report.ExportKind;
import org.tokenlane.store.CaseFile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(name = "containment", mixinStandardHelpOptions = true, description = {
    "Says what may still be open to whoever held these sessions: tokens, sign-in methods, devices, consents, rules,",
    "forwards, sharing links; in order, with the PowerShell commands as text. It runs none of them." })
final class ContainmentCommand extends CaseCommand {

    private static final long SECOND = 1_000_000_000L;

    @Option(names = "--session", paramLabel = "SID", description = "A hostile session; may be given several times. Without it, those with events that the analyst marked malicious.")
    private List<String> sessions = new ArrayList<>();

    @Option(names = "--as-of", paramLabel = "TIME", description = "Say which tokens may be valid at this time (UTC, such as 2026-09-15T12:00:00Z) instead of now.")
    private String asOf;

    @Option(names = "--out", paramLabel = "FILE", description = "Write into this file, which must not exist yet: NAME.ps1 as PowerShell in which every line is a remark and that refuses to run, else text.")
    private Path file;

    @Override
    int run(CaseFile caseFile) {
        if (file != null && Files.exists(file)) {
            throw new CommandFailure("The file " + file + " exists already.");
        }
        Correlation correlation = correlate(caseFile);
        List<Integer> codes = sessions.isEmpty() ? HostileSessions.marked(caseFile, correlation)
                : sessions.stream().map(session -> ExposureChoice.sessionCode(correlation, session)).distinct()
                        .toList();
        ContainmentSheet sheet = new ContainmentQuery(correlation,
                new EventDetails(correlation.events(), caseFile.rawRecords(), new RecordDetails()),
                caseFile.evidence())
                .of(codes, time(), Progress.NONE);
        if (file != null) {
            write(caseFile, sheet);
        } else if (json()) {
            output().json(ContainmentText.json(sheet));
        } else {
            ContainmentText.lines(sheet).forEach(output()::line);
        }
        return DONE;
    }

    private void write(CaseFile caseFile, ContainmentSheet sheet) {
        List<String> lines = ContainmentText.lines(sheet);
        boolean script = file.getFileName().toString().toLowerCase(Locale.ROOT).endsWith(".ps1");
        try {
            ExportFile.text(caseFile, ExportKind.CONTAINMENT, file, "sessions " + String.join(", ", sheet.sessions()),
                    writer -> ContainmentText.write(writer, script ? ContainmentText.unrunnable(lines) : lines));
        } catch (IOException e) {
            throw CommandFailure.unwritten("The file " + file, file, e);
        }
        output().note("Written: " + file);
    }

    private long time() {
        if (asOf == null) {
            return Instant.now().getEpochSecond() * SECOND;
        }
        try {
            return Math.multiplyExact(Instant.parse(asOf.strip()).getEpochSecond(), SECOND);
        } catch (DateTimeException | ArithmeticException e) {
            throw new CommandFailure("“" + asOf + "” is not a time such as 2026-09-15T12:00:00Z.", WRONG_USAGE);
        }
    }
}
