package org.tokenlane.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tokenlane.correlate.Correlation;
import org.tokenlane.correlate.MarkedEvents;
import org.tokenlane.correlate.Origins;
import org.tokenlane.ingest.text.IndicatorFile;
import org.tokenlane.ingest.text.UnreadableFileException;
import org.tokenlane.model.identity.Analyst;
import org.tokenlane.model.mark.MarkTarget;
import org.tokenlane.model.mark.MarkTarget.Kind;
import org.tokenlane.model.mark.Verdict;
import org.tokenlane.query.FilterParser;
import org.tokenlane.query.FilterSyntaxException;
import org.tokenlane.store.CaseFile;
import org.tokenlane.store.Marks;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(name = "mark", mixinStandardHelpOptions = true)
final class MarkCommand extends CaseCommand {

    @Option(names = "--session", paramLabel = "SID")
    private List<String> sessions = new ArrayList<>();

    @Option(names = "--token", paramLabel = "UTI")
    private List<String> tokens = new ArrayList<>();

    @Option(names = "--event", paramLabel = "ID")
    private List<String> events = new ArrayList<>();

    @Option(names = "--origin-of", paramLabel = "ID")
    private List<String> originsOf = new ArrayList<>();

    @Option(names = "--ip", paramLabel = "IP")
    private List<String> ips = new ArrayList<>();

    @Option(names = "--user", paramLabel = "UPN")
    private List<String> users = new ArrayList<>();

    @Option(names = "--device", paramLabel = "DEVICE")
    private List<String> devices = new ArrayList<>();

    @Option(names = "--app", paramLabel = "APP")
    private List<String> apps = new ArrayList<>();

    @Option(names = "--verdict", paramLabel = "VERDICT")
    private @Nullable String verdict;

    @Option(names = "--reason", paramLabel = "TEXT")
    private String reason = "";

    @Option(names = "--no-verdict")
    private boolean noVerdict;

    @Option(names = "--tag", paramLabel = "TAG")
    private @Nullable String tag;

    @Option(names = "--untag", paramLabel = "TAG")
    private @Nullable String untag;

    @Option(names = "--note", paramLabel = "TEXT")
    private @Nullable String note;

    @Option(names = "--bookmark")
    private boolean bookmark;

    @Option(names = "--no-bookmark")
    private boolean noBookmark;

    @Option(names = "--happened", paramLabel = "TIME")
    private @Nullable String happened;

    @Option(names = "--indicators", paramLabel = "FILE")
    private @Nullable Path indicators;

    @Option(names = "--name", paramLabel = "NAME")
    private @Nullable String name;

    @Option(names = "--undo")
    private boolean undo;

    @Option(names = "--redo")
    private boolean redo;

    @Option(names = "--analyst", paramLabel = "NAME")
    private String analyst = Analyst.name();

    @Override
    int run(CaseFile caseFile) {
        Marks marks = caseFile.marks();
        if (undo || redo) {
            String what = undo ? marks.undo(analyst) : marks.redo(analyst);
            if (what == null) {
                output().line(undo ? CliText.NOTHING_TO_UNDO : CliText.NOTHING_TO_REDO);
            } else {
                output().line(undo ? CliText.UNDONE : CliText.REDONE, what);
            }
            return DONE;
        }
        int before = marks.all().all().size();
        String entryBefore = marks.nextUndo();
        Correlation correlation = correlate(caseFile);
        Set<MarkTarget> targets = targets(correlation);
        Verdict judged = verdict == null ? null : Verdict.named(verdict);
        if (verdict != null && judged == null) {
            throw new CommandFailure(CliText.NO_SUCH_VERDICT.with(verdict), WRONG_USAGE);
        }
        boolean onTargets = judged != null || noVerdict || tag != null || untag != null
                || note != null && happened == null || bookmark || noBookmark;
        if (onTargets && targets.isEmpty()) {
            throw new CommandFailure(CliText.MARK_NEEDS_TARGET.with(), WRONG_USAGE);
        }
        if (!onTargets && happened == null && indicators == null) {
            throw new CommandFailure(CliText.MARK_NEEDS_MARK.with(), WRONG_USAGE);
        }
        onTargets(marks, targets, judged);
        if (happened != null) {
            ownEvent(marks, happened);
        }
        if (indicators != null) {
            load(marks, indicators);
        }
        boolean changed = marks.all().all().size() != before
                || !java.util.Objects.equals(entryBefore, marks.nextUndo());
        tell(MarkedEvents.of(caseFile, correlation), targets, changed);
        return DONE;
    }

    private void onTargets(Marks marks, Set<MarkTarget> targets, @Nullable Verdict judged) {
        if (judged != null) {
            marks.verdict(targets, judged, reason, analyst);
        }
        if (noVerdict) {
            marks.clearVerdict(targets, analyst);
        }
        if (tag != null) {
            marks.tag(targets, tag, analyst);
        }
        if (untag != null) {
            marks.untag(targets, untag, analyst);
        }
        if (note != null && happened == null) {
            marks.note(targets, note, analyst);
        }
        if (bookmark) {
            marks.bookmark(targets, analyst);
        }
        if (noBookmark) {
            marks.unbookmark(targets, analyst);
        }
    }

    private void tell(MarkedEvents marked, Set<MarkTarget> targets, boolean changed) {
        for (MarkTarget target : targets) {
            int count = marked.of(target).length;
            if (marked.marks().on(target).isEmpty()) {
                output().line(CliText.NO_MARKS_ON, target.words());
            } else {
                output().line(CliText.MARKS_APPLY_TO, target.words(), count);
            }
        }
        if (!changed) {
            output().line(CliText.NO_CHANGE);
        }
    }

    private Set<MarkTarget> targets(Correlation correlation) {
        Set<MarkTarget> targets = new LinkedHashSet<>();
        add(targets, Kind.SESSION, sessions, CliText.NOT_A_SESSION_ID);
        add(targets, Kind.TOKEN, tokens, CliText.NOT_A_UTI);
        add(targets, Kind.EVENT, events, CliText.NOT_AN_EVENT_ID);
        add(targets, Kind.IP, ips, CliText.NOT_AN_IP_ADDRESS);
        add(targets, Kind.USER, users, CliText.NOT_A_USER);
        add(targets, Kind.DEVICE, devices, CliText.NOT_A_DEVICE);
        add(targets, Kind.APP, apps, CliText.NOT_AN_APPLICATION);
        for (String event : originsOf) {
            targets.add(originOf(correlation, event));
        }
        return targets;
    }

    private static void add(Set<MarkTarget> targets, Kind kind, List<String> texts, CliText notThat) {
        for (String text : texts) {
            MarkTarget target = MarkTarget.of(kind, text);
            if (target == null) {
                throw new CommandFailure(notThat.with(text), WRONG_USAGE);
            }
            targets.add(target);
        }
    }

    private static MarkTarget originOf(Correlation correlation, String text) {
        MarkTarget event = MarkTarget.of(Kind.EVENT, text);
        Integer number = event == null ? null : correlation.events().byIds(List.of(event.key())).get(event.key());
        if (number == null) {
            throw new CommandFailure(CliText.NO_SUCH_EVENT.with(text));
        }
        int session = correlation.session(number);
        if (session == 0) {
            throw new CommandFailure(CliText.EVENT_WITHOUT_SESSION.with(text));
        }
        String id = correlation.events().dictionary(org.tokenlane.model.event.EventField.SESSION_ID).get(session);
        return new Origins(correlation.events()).ofSession(correlation, session).stream()
                .filter(origin -> origin.events().contains(number)).findFirst()
                .map(origin -> MarkTarget.origin(id, origin.key()))
                .orElseThrow(() -> new CommandFailure(CliText.EVENT_WITHOUT_ADDRESS.with(text)));
    }

    private void ownEvent(Marks marks, String time) {
        try {
            marks.ownEvent(FilterParser.moment(time), note == null ? "" : note, analyst);
            output().line(CliText.OWN_EVENT_ADDED);
        } catch (FilterSyntaxException e) {
            throw new CommandFailure(CommandFailure.words(e), WRONG_USAGE);
        }
    }

    private void load(Marks marks, Path indicators) {
        try {
            IndicatorFile.Content content = IndicatorFile.read(indicators);
            String file = indicators.getFileName().toString();
            String called = name == null ? file.replaceFirst("\\.[^.]*$", "") : name;
            content.refused().forEach(line -> output()
                    .note(CliText.INDICATOR_LEFT_OUT, line.line(), line.reason(), TextTable.whole(line.text())));
            if (content.indicators().isEmpty()) {
                throw new CommandFailure(CliText.NO_INDICATORS.with(indicators));
            }
            marks.indicators(called, file, content.indicators(), analyst);
            output().line(CliText.INDICATORS_LOADED, called, content.indicators().size(), content.refused().size());
        } catch (UnreadableFileException e) {
            throw new CommandFailure(CliText.INDICATORS_UNREADABLE.with(indicators, CommandFailure.words(e)));
        } catch (IOException e) {
            throw CommandFailure.unread(indicators, e);
        }
    }
}
