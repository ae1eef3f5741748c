package org.tokenlane.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
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

@Command(name = "mark", mixinStandardHelpOptions = true, description = {
    "Puts the analyst's marks on sessions, tokens, origins, events, addresses, users, devices and applications, or takes them back.",
    "A verdict holds for all that was done with its target, unless something narrower has a verdict of its own. Each change is an entry of the audit trail." })
final class MarkCommand extends CaseCommand {

    @Option(names = "--session", paramLabel = "SID", description = "Mark this session; all of these may be given several times.")
    private List<String> sessions = new ArrayList<>();

    @Option(names = "--token", paramLabel = "UTI", description = "Mark this token, by its UTI or its sign-in's request id.")
    private List<String> tokens = new ArrayList<>();

    @Option(names = "--event", paramLabel = "ID", description = "Mark this event.")
    private List<String> events = new ArrayList<>();

    @Option(names = "--origin-of", paramLabel = "ID", description = "Mark everything of the origin, inside its session, that this event comes from.")
    private List<String> originsOf = new ArrayList<>();

    @Option(names = "--ip", paramLabel = "IP", description = "Mark this address.")
    private List<String> ips = new ArrayList<>();

    @Option(names = "--user", paramLabel = "UPN", description = "Mark this user, by UPN or object id.")
    private List<String> users = new ArrayList<>();

    @Option(names = "--device", paramLabel = "DEVICE", description = "Mark this device, by id or name.")
    private List<String> devices = new ArrayList<>();

    @Option(names = "--app", paramLabel = "APP", description = "Mark this application, by id or name.")
    private List<String> apps = new ArrayList<>();

    @Option(names = "--verdict", paramLabel = "VERDICT", description = "malicious, suspicious, benign or unknown.")
    private String verdict;

    @Option(names = "--reason", paramLabel = "TEXT", description = "Why the verdict is so.")
    private String reason = "";

    @Option(names = "--no-verdict", description = "Take the verdict back.")
    private boolean noVerdict;

    @Option(names = "--tag", paramLabel = "TAG", description = "Put a tag on it.")
    private String tag;

    @Option(names = "--untag", paramLabel = "TAG", description = "Take a tag off.")
    private String untag;

    @Option(names = "--note", paramLabel = "TEXT", description = "Write a note to it; with --happened the text of your own event.")
    private String note;

    @Option(names = "--bookmark", description = "Bookmark it.")
    private boolean bookmark;

    @Option(names = "--no-bookmark", description = "Take the bookmark off.")
    private boolean noBookmark;

    @Option(names = "--happened", paramLabel = "TIME", description = "Put an event of your own on the timeline, with --note; such as 2026-09-10T10:30 (UTC).")
    private String happened;

    @Option(names = "--indicators", paramLabel = "FILE", description = "Load a list of indicators (addresses, networks, domains, user agents, session ids, UTIs) from a CSV or text file; it takes the place of one of the same name.")
    private Path indicators;

    @Option(names = "--name", paramLabel = "NAME", description = "The name of the list of indicators; the file's name without its ending where none is given.")
    private String name;

    @Option(names = "--undo", description = "Undo the last change of marks.")
    private boolean undo;

    @Option(names = "--redo", description = "Do again what was undone last.")
    private boolean redo;

    @Option(names = "--analyst", paramLabel = "NAME", description = "Who makes the mark, for the audit trail.")
    private String analyst = Analyst.name();

    @Override
    int run(CaseFile caseFile) {
        Marks marks = caseFile.marks();
        if (undo || redo) {
            String what = undo ? marks.undo(analyst) : marks.redo(analyst);
            output().line(what == null ? "There is nothing to " + (undo ? "undo." : "do again.")
                    : (undo ? "Undone: " : "Done again: ") + what);
            return DONE;
        }
        int before = marks.all().all().size();
        String entryBefore = marks.nextUndo();
        Correlation correlation = correlate(caseFile);
        Set<MarkTarget> targets = targets(correlation);
        Verdict judged = verdict == null ? null : Verdict.named(verdict);
        if (verdict != null && judged == null) {
            throw new CommandFailure(
                    "There is no verdict “" + verdict + "”; there are malicious, suspicious, benign, unknown.",
                    WRONG_USAGE);
        }
        boolean onTargets = judged != null || noVerdict || tag != null || untag != null
                || note != null && happened == null || bookmark || noBookmark;
        if (onTargets && targets.isEmpty()) {
            throw new CommandFailure(
                    "Say what is to be marked: --session, --token, --event, --origin-of, --ip, --user, --device or --app.",
                    WRONG_USAGE);
        }
        if (!onTargets && happened == null && indicators == null) {
            throw new CommandFailure(
                    "Say how it is to be marked: --verdict, --tag, --note, --bookmark, --happened or --indicators; or --undo.",
                    WRONG_USAGE);
        }
        onTargets(marks, targets, judged);
        if (happened != null) {
            ownEvent(marks);
        }
        if (indicators != null) {
            load(marks);
        }
        boolean changed = marks.all().all().size() != before
                || !java.util.Objects.equals(entryBefore, marks.nextUndo());
        tell(MarkedEvents.of(caseFile, correlation), targets, changed);
        return DONE;
    }

    private void onTargets(Marks marks, Set<MarkTarget> targets, Verdict judged) {
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
            output().line(target.words() + (marked.marks().on(target).isEmpty() ? ": no marks"
                    : ": its marks hold for " + SessionText.count(count, "event")));
        }
        if (!changed) {
            output().line("Nothing changed: it was so already.");
        }
    }

    private Set<MarkTarget> targets(Correlation correlation) {
        Set<MarkTarget> targets = new LinkedHashSet<>();
        add(targets, Kind.SESSION, sessions, "a session id");
        add(targets, Kind.TOKEN, tokens, "a UTI");
        add(targets, Kind.EVENT, events, "an event's id, such as e0123456789abcdef; “events --json” gives them");
        add(targets, Kind.IP, ips, "an address");
        add(targets, Kind.USER, users, "a user");
        add(targets, Kind.DEVICE, devices, "a device");
        add(targets, Kind.APP, apps, "an application");
        for (String event : originsOf) {
            targets.add(originOf(correlation, event));
        }
        return targets;
    }

    private static void add(Set<MarkTarget> targets, Kind kind, List<String> texts, String what) {
        for (String text : texts) {
            MarkTarget target = MarkTarget.of(kind, text);
            if (target == null) {
                throw new CommandFailure("“" + text + "” is not " + what + ".", WRONG_USAGE);
            }
            targets.add(target);
        }
    }

    private static MarkTarget originOf(Correlation correlation, String text) {
        MarkTarget event = MarkTarget.of(Kind.EVENT, text);
        Integer number = event == null ? null : correlation.events().byIds(List.of(event.key())).get(event.key());
        if (number == null) {
            throw new CommandFailure("The case has no event “" + text + "”; “events --json” gives the ids.");
        }
        int session = correlation.session(number);
        if (session == 0) {
            throw new CommandFailure("The event “" + text
                    + "” belongs to no session, so it has no origin in one: mark its address instead.");
        }
        String id = correlation.events().dictionary(org.tokenlane.model.event.EventField.SESSION_ID)[session];
        return new Origins(correlation.events()).ofSession(correlation, session).stream()
                .filter(origin -> origin.events().contains(number)).findFirst()
                .map(origin -> MarkTarget.origin(id, origin.key()))
                .orElseThrow(() -> new CommandFailure("The event “" + text
                        + "” has no address, so that its origin is not known: mark its token instead."));
    }

    private void ownEvent(Marks marks) {
        try {
            marks.ownEvent(FilterParser.moment(happened), note == null ? "" : note, analyst);
            output().line("It stands on the timeline.");
        } catch (FilterSyntaxException e) {
            throw new CommandFailure(e.getMessage(), WRONG_USAGE);
        }
    }

    private void load(Marks marks) {
        try {
            IndicatorFile.Content content = IndicatorFile.read(indicators);
            String file = indicators.getFileName().toString();
            String called = name == null ? file.replaceFirst("\\.[^.]*$", "") : name;
            content.refused().forEach(line -> output()
                    .note("line " + line.line() + " left out, " + line.reason() + ": " + TextTable.whole(line.text())));
            if (content.indicators().isEmpty()) {
                throw new CommandFailure("The file " + indicators + " holds no indicator, so nothing was changed.");
            }
            marks.indicators(called, file, content.indicators(), analyst);
            output().line("List “" + called + "”: " + SessionText.count(content.indicators().size(), "indicator") + ", "
                    + content.refused().size()
                    + " lines left out. “events indicator:" + called + "” shows what they hit.");
        } catch (UnreadableFileException e) {
            throw new CommandFailure(
                    "The file " + indicators + " cannot be read as a list of indicators: " + e.getMessage() + ".");
        } catch (IOException e) {
            throw new CommandFailure("The file " + indicators + " cannot be read: "
                    + (java.nio.file.Files.exists(indicators) ? e.getMessage() : "there is none") + ".");
        }
    }
}
