package org.tokenlane.ui.overview;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;
import org.tokenlane.correlate.Coverage;
import org.tokenlane.detect.Detection;
import org.tokenlane.detect.answer.Answers;
import org.tokenlane.job.Runner;
import org.tokenlane.job.Task;
import org.tokenlane.job.WorkLane;
import org.tokenlane.model.evidence.Evidence;
import org.tokenlane.model.evidence.ImportWarning;
import org.tokenlane.model.finding.Finding;
import org.tokenlane.model.finding.Risk;
import org.tokenlane.model.finding.Severity;
import org.tokenlane.model.session.SessionFacts;
import org.tokenlane.model.state.CaseState;
import org.tokenlane.model.text.Count;
import org.tokenlane.store.ShapeTable;
import org.tokenlane.ui.state.CaseAnswers;
import org.tokenlane.ui.state.Messages;
import org.tokenlane.ui.state.OpenCase;
import org.tokenlane.ui.state.Rules;
import org.tokenlane.ui.state.Selection;

/** What the case's first page says. */
final class OverviewViewModel {

    /**
     * A session and why it is worth a look.
     *
     * @param risk
     *            what the rules found on it
     */
    record Worth(SessionFacts facts, Risk risk, String why) {
    }

    /** A log with the files that it came from. */
    record SourceLine(Coverage.Source source, int files, long records, long duplicates, long rejected) {
    }

    /**
     * An imported file and what has to be known of it before it is trusted.
     *
     * @param recognizedAs
     *            the titles of the shapes of its records
     */
    record FileLine(Evidence file, String recognizedAs, List<ImportWarning> warnings) {
    }

    /**
     * A user with findings that belong to no session.
     *
     * @param risk
     *            of all findings on the user
     * @param apart
     *            those without a session, the heaviest first
     */
    record UserWorth(String upn, Risk risk, List<Finding> apart) {
    }

    /**
     * Where to begin.
     *
     * @param sessions
     *            those with the highest risk
     * @param users
     *            those with findings that belong to no session, the highest risk first
     * @param others
     *            the findings that name neither a session nor a user
     */
    record Begin(List<Worth> sessions, List<UserWorth> users, List<Finding> others) {
    }

    record Overview(String name, int sessions, boolean rulesRun, int notEvaluated, Begin begin,
            List<Coverage.Gap> gaps, List<SourceLine> sources, List<FileLine> files, List<CaseState.Line> settings,
            @Nullable CaseMap map) {
    }

    private static final int MOST_WORTH = 8;

    private final ReadOnlyObjectWrapper<Overview> overview = new ReadOnlyObjectWrapper<>();

    private final Selection selection;
    private final Rules rules;
    private final CaseAnswers answers;
    private final Messages messages;
    private final Runner background;
    private Task<?> task = Task.NONE;

    OverviewViewModel(Selection selection, Rules rules, CaseAnswers answers, Messages messages, Runner background) {
        this.answers = answers;
        this.selection = selection;
        this.rules = rules;
        this.messages = messages;
        this.background = background;
        selection.openCase().addListener((property, before, now) -> sumUp());
        rules.detection().addListener((property, before, now) -> sumUp());
        answers.answers().addListener((property, before, now) -> sumUp());
    }

    private void sumUp() {
        OpenCase open = selection.openCase().get();
        Detection detection = rules.detection().get();
        Answers known = detection == null ? null : answers.answers().get();
        if (open == null) {
            task.cancel();
            overview.set(null);
        } else {
            task = background.latest("overview", WorkLane.SHORT, progress -> of(open, detection, known))
                    .onDone(overview::set)
                    .onFailed(failure -> messages.failed(OverviewText.FAILED, failure)).start();
        }
    }

    ReadOnlyObjectProperty<Overview> overview() {
        return overview.getReadOnlyProperty();
    }

    private static Overview of(OpenCase open, @Nullable Detection detection, @Nullable Answers answers) {
        Coverage coverage = new Coverage(open.correlation());
        List<Evidence> files = open.file().evidence();
        int notEvaluated = detection == null ? 0
                : (int) detection.outcomes().stream().filter(outcome -> !outcome.isEvaluated()).count();
        return new Overview(open.name(), open.sessions().size(), detection != null, notEvaluated,
                new Begin(worth(open.sessions(), detection), users(detection), others(detection)),
                coverage.gaps(files),
                lines(open, coverage.sources(), files), files(open, files),
                CaseState.of(open.file().state()).lines(), CaseMap.of(open.events(), detection, answers));
    }

    /** The files with warnings first, else in the order of their import. */
    private static List<FileLine> files(OpenCase open, List<Evidence> files) {
        Map<Integer, List<ImportWarning>> warnings = open.file().warnings();
        Map<String, String> titles = open.file().shapes().stream()
                .collect(Collectors.toMap(ShapeTable.Row::id, ShapeTable.Row::title, (first, second) -> first));
        return files.stream()
                .map(file -> new FileLine(file,
                        Arrays.stream(file.shapes().split("\\+")).map(shape -> titles.getOrDefault(shape, shape))
                                .collect(Collectors.joining(" + ")),
                        warnings.getOrDefault(file.id(), List.of())))
                .sorted(Comparator.comparing(line -> line.warnings().isEmpty())).toList();
    }

    private static List<UserWorth> users(@Nullable Detection detection) {
        List<UserWorth> all = new ArrayList<>();
        if (detection == null) {
            return all;
        }
        for (String upn : detection.usersAtRisk()) {
            Risk risk = detection.riskOfUser(upn);
            List<Finding> apart = risk.because().stream().filter(finding -> finding.sessionId() == null
                    && finding.severity().compareTo(Severity.LOW) >= 0).toList();
            if (!apart.isEmpty() && all.size() < MOST_WORTH) {
                all.add(new UserWorth(upn, risk, apart));
            }
        }
        return all;
    }

    private static List<Finding> others(@Nullable Detection detection) {
        return detection == null ? List.of()
                : detection.findings().stream().filter(finding -> finding.sessionId() == null && finding.upn() == null
                        && finding.severity().compareTo(Severity.LOW) >= 0).limit(MOST_WORTH).toList();
    }

    /** The sessions with the highest risk; until the rules are through, those from several origins. */
    private static List<Worth> worth(List<SessionFacts> sessions, @Nullable Detection detection) {
        Comparator<SessionFacts> order = Comparator
                .<SessionFacts> comparingInt(
                        facts -> detection == null ? 0 : -detection.risk(facts.sessionId()).points())
                .thenComparing(facts -> -facts.countries().size()).thenComparing(facts -> -facts.origins())
                .thenComparing(facts -> -facts.operations());
        return sessions.stream()
                .filter(facts -> detection == null ? facts.origins() > 1
                        : detection.risk(facts.sessionId()).severity().compareTo(Severity.MEDIUM) >= 0)
                .sorted(order).limit(MOST_WORTH).map(facts -> new Worth(facts,
                        detection == null ? Risk.NONE : detection.risk(facts.sessionId()), facts(facts)))
                .toList();
    }

    private static String facts(SessionFacts facts) {
        String origins = Count.ORIGINS.of(facts.origins());
        String made = OverviewText.MADE.text(Count.TOKENS.of(facts.tokens()),
                Count.OPERATIONS.of(facts.operations()));
        return facts.countries().size() > 1
                ? OverviewText.SESSION_IN_COUNTRIES.text(origins, String.join(", ", facts.countries()), made)
                : OverviewText.SESSION.text(origins, made);
    }

    private static List<SourceLine> lines(OpenCase open, List<Coverage.Source> sources, List<Evidence> files) {
        Map<String, String> sourceOfShape = new HashMap<>();
        for (ShapeTable.Row shape : open.file().shapes()) {
            sourceOfShape.put(shape.id(), shape.source().title());
        }
        Map<String, long[]> sums = new HashMap<>();
        for (Evidence file : files) {
            // a file with several shapes of one log counts once for it
            List<String> titles = new ArrayList<>();
            for (String shape : file.shapes().split("\\+")) {
                String title = sourceOfShape.get(shape);
                if (title != null && !titles.contains(title)) {
                    titles.add(title);
                    long[] sum = sums.computeIfAbsent(title, key -> new long[4]);
                    sum[0]++;
                    sum[1] += file.records();
                    sum[2] += file.duplicates();
                    sum[3] += file.rejected();
                }
            }
        }
        List<SourceLine> lines = new ArrayList<>();
        for (Coverage.Source source : sources) {
            long[] sum = sums.getOrDefault(source.source().title(), new long[4]);
            lines.add(new SourceLine(source, (int) sum[0], sum[1], sum[2], sum[3]));
        }
        lines.sort(Comparator.comparing(line -> line.source().source().ordinal()));
        return lines;
    }
}
