package org.tokenlane.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import org.tokenlane.correlate.Correlation;
import org.tokenlane.correlate.MarkedEvents;
import org.tokenlane.detect.answer.Answers;
import org.tokenlane.detect.facts.CaseFacts;
import org.tokenlane.model.event.EventField;
import org.tokenlane.report.ExportFile;
import org.tokenlane.report.ExportKind;
import org.tokenlane.report.document.PictureTheme;
import org.tokenlane.report.document.TimelineDrawing;
import org.tokenlane.report.document.TimelineNotes;
import org.tokenlane.report.document.TimelineSvg;
import org.tokenlane.report.pdf.TimelinePng;
import org.tokenlane.store.CaseFile;
import org.tokenlane.timeline.CaseOrigins;
import org.tokenlane.timeline.LaneKey;
import org.tokenlane.timeline.Timeline;
import org.tokenlane.timeline.TimelineQuery;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(name = "timeline", mixinStandardHelpOptions = true)
final class TimelineCommand extends CaseCommand {

    /** A narrower picture has no legible letters; a wider one fills the memory. */
    static final int LEAST_WIDTH = 680;
    static final int MOST_WIDTH = 8_000;

    @Option(names = "--session", required = true, paramLabel = "SID")
    private String session;

    @Option(names = "--lanes", paramLabel = "LANES", defaultValue = "workload")
    private String lanes;

    @Option(names = "--theme", paramLabel = "THEME", defaultValue = "light")
    private String theme;

    @Option(names = "--width", paramLabel = "PIXELS", defaultValue = "" + TimelinePng.USUAL_WIDTH)
    private int width;

    @Option(names = "--out", required = true, paramLabel = "FILE")
    private Path out;

    @Override
    int run(CaseFile caseFile) {
        String name = out.getFileName().toString().toLowerCase(Locale.ROOT);
        if (!name.endsWith(".svg") && !name.endsWith(".png")) {
            throw new CommandFailure(CliText.NOT_A_PICTURE_NAME.with(out.getFileName()), WRONG_USAGE);
        }
        LaneKey key = Arrays.stream(LaneKey.values()).filter(each -> each.name().equalsIgnoreCase(lanes)).findFirst()
                .orElseThrow(() -> new CommandFailure(CliText.NO_SUCH_LANES.with(lanes,
                        Arrays.stream(LaneKey.values()).map(each -> each.name().toLowerCase(Locale.ROOT))
                                .collect(Collectors.joining(", "))),
                        WRONG_USAGE));
        PictureTheme colors = PictureTheme.named(theme);
        if (colors == null) {
            throw new CommandFailure(CliText.NO_SUCH_THEME.with(theme), WRONG_USAGE);
        }
        if (width < LEAST_WIDTH || width > MOST_WIDTH) {
            throw new CommandFailure(CliText.PICTURE_WIDTH.with(LEAST_WIDTH, MOST_WIDTH), WRONG_USAGE);
        }
        if (Files.exists(out)) {
            throw CommandFailure.exists(out);
        }
        Correlation correlation = correlate(caseFile);
        int code = ExposureChoice.sessionCode(correlation, session);
        String id = correlation.events().dictionary(EventField.SESSION_ID).get(code);
        CaseFacts facts = facts(caseFile, correlation);
        Answers answers = working(progress -> Answers.of(caseFile, facts, detect(caseFile, correlation).findings(),
                MarkedEvents.of(caseFile, correlation), progress));
        CaseOrigins origins = CaseOrigins.of(correlation, answers.incident().attribution(), new CaseOrigins.Changes(
                caseFile.settings().allOriginSplits(), caseFile.settings().allActors()));
        Timeline timeline = new TimelineQuery(correlation).with(origins).ofSession(code, key,
                caseFile.settings().actors(id), caseFile.settings().originSplits(id));
        TimelineDrawing drawing = new TimelineDrawing(timeline, TimelineNotes.of(answers.incident(), timeline))
                .in(colors);
        try {
            ExportFile.bytes(caseFile, ExportKind.TIMELINE, out, CliText.SELECTED_SESSION.text(id), stream -> {
                if (name.endsWith(".png")) {
                    TimelinePng.write(drawing, width, stream);
                } else {
                    stream.write(TimelineSvg.of(drawing, width).getBytes(StandardCharsets.UTF_8));
                }
            });
        } catch (IOException e) {
            throw CommandFailure.unwritten(out, e);
        }
        output().line(CliText.TIMELINE, out, drawing.summary());
        return DONE;
    }
}
