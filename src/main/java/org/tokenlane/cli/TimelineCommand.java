package org.tokenlane.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import org.tokenlane.correlate.Correlation;
import org.tokenlane.model.identity.SessionId;
import org.tokenlane.report.ExportFile;
import org.tokenlane.report.ExportKind;
import org.tokenlane.report.document.TimelineDrawing;
import org.tokenlane.report.document.TimelineSvg;
import org.tokenlane.report.pdf.TimelinePng;
import org.tokenlane.store.CaseFile;
import org.tokenlane.timeline.LaneKey;
import org.tokenlane.timeline.Timeline;
import org.tokenlane.timeline.TimelineQuery;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(name = "timeline", mixinStandardHelpOptions = true, description = "Draws the timeline of a session into a file, .svg or .png, as the report has it.")
final class TimelineCommand extends CaseCommand {

    @Option(names = "--session", required = true, paramLabel = "SID", description = "The session.")
    private String session;

    @Option(names = "--lanes", paramLabel = "LANES", defaultValue = "workload", description = "workload, token, origin, address, app, user or session. Default: ${DEFAULT-VALUE}")
    private String lanes;

    @Option(names = "--out", required = true, paramLabel = "FILE", description = "Where to, NAME.svg or NAME.png, which must not exist yet.")
    private Path out;

    @Override
    int run(CaseFile caseFile) {
        String name = out.getFileName().toString().toLowerCase(Locale.ROOT);
        if (!name.endsWith(".svg") && !name.endsWith(".png")) {
            throw new CommandFailure("The timeline is a .svg or .png file; “" + out.getFileName() + "” is neither.",
                    WRONG_USAGE);
        }
        LaneKey key = Arrays.stream(LaneKey.values()).filter(each -> each.name().equalsIgnoreCase(lanes)).findFirst()
                .orElseThrow(() -> new CommandFailure("There are no lanes by “" + lanes + "”; there are "
                        + Arrays.stream(LaneKey.values()).map(each -> each.name().toLowerCase(Locale.ROOT))
                                .collect(Collectors.joining(", "))
                        + ".", WRONG_USAGE));
        if (Files.exists(out)) {
            throw new CommandFailure("The file " + out + " exists already.");
        }
        Correlation correlation = correlate(caseFile);
        int code = ExposureChoice.sessionCode(correlation, session);
        String id = SessionId.of(session).value();
        Timeline timeline = new TimelineQuery(correlation).ofSession(code, key, caseFile.actors(id),
                caseFile.originSplits(id));
        TimelineDrawing drawing = new TimelineDrawing(timeline);
        try {
            ExportFile.bytes(caseFile, ExportKind.TIMELINE, out, "session " + id, stream -> {
                if (name.endsWith(".png")) {
                    TimelinePng.write(drawing, stream);
                } else {
                    stream.write(TimelineSvg.of(drawing).getBytes(StandardCharsets.UTF_8));
                }
            });
        } catch (IOException e) {
            throw CommandFailure.unwritten("The timeline", out, e);
        }
        output().line("Timeline: " + out + ", " + drawing.words());
        return DONE;
    }
}
