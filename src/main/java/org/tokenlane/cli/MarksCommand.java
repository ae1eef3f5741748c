package org.tokenlane.cli;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.tokenlane.correlate.IndicatorHits;
import org.tokenlane.correlate.MarkedEvents;
import org.tokenlane.extract.marks.MarksMerge;
import org.tokenlane.model.identity.Analyst;
import org.tokenlane.model.mark.IndicatorList;
import org.tokenlane.model.mark.Mark;
import org.tokenlane.model.mark.MarkMerge;
import org.tokenlane.model.mark.OwnEvent;
import org.tokenlane.model.mark.SharedMark;
import org.tokenlane.model.mark.Verdict;
import org.tokenlane.model.mark.VerdictMark;
import org.tokenlane.model.time.UtcText;
import org.tokenlane.report.ExportFile;
import org.tokenlane.report.ExportKind;
import org.tokenlane.report.MarkText;
import org.tokenlane.store.CaseFile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(name = "marks", mixinStandardHelpOptions = true)
final class MarksCommand extends CaseCommand {

    /** Some marks of the file were not merged, because the case says something else. */
    private static final int CONFLICTS_LEFT = 3;

    @Option(names = "--export", paramLabel = "FILE")
    private @Nullable Path export;

    @Option(names = "--import", paramLabel = "FILE")
    private @Nullable Path importFile;

    @Option(names = "--conflicts", paramLabel = "CHOICE")
    private @Nullable String conflicts;

    @Option(names = "--dry-run")
    private boolean dryRun;

    @Option(names = "--analyst", paramLabel = "NAME")
    private String analyst = Analyst.name();

    @Override
    int run(CaseFile caseFile) {
        if (export != null && importFile != null) {
            throw new CommandFailure(CliText.MARKS_ONE_OF.with(), WRONG_USAGE);
        }
        if (importFile == null && (dryRun || conflicts != null)) {
            throw new CommandFailure(CliText.MARKS_ONLY_IMPORT.with(), WRONG_USAGE);
        }
        if (importFile != null) {
            return merge(caseFile, importFile, choice(conflicts == null ? "list" : conflicts));
        }
        return export == null ? list(caseFile) : export(caseFile, export);
    }

    private int export(CaseFile caseFile, Path file) {
        if (Files.exists(file)) {
            throw CommandFailure.exists(file);
        }
        StringWriter text = new StringWriter();
        try {
            int count = MarksMerge.export(caseFile, text);
            ExportFile.text(caseFile, ExportKind.MARKS, file, CliText.MARKS_SELECTED.text(count),
                    out -> out.write(text.toString()));
            output().note(CliText.MARKS_EXPORTED, count, file);
            return DONE;
        } catch (IOException e) {
            throw CommandFailure.unwritten(file, e);
        }
    }

    private static Predicate<MarkMerge.Item> choice(String word) {
        return switch (word) {
        case "list", "ours" -> item -> false;
        case "theirs" -> item -> true;
        case "newest" -> MarkMerge.Item::theirsIsNewer;
        default -> throw new CommandFailure(CliText.NO_SUCH_CONFLICTS.with(word), WRONG_USAGE);
        };
    }

    private int merge(CaseFile caseFile, Path file, Predicate<MarkMerge.Item> theirs) {
        MarksMerge merge = MarksMerge.of(caseFile, correlate(caseFile), file);
        MarksMerge.Outcome outcome = dryRun ? merge.outcome(theirs) : merge.run(caseFile, theirs, analyst);
        if (json()) {
            output().json(map(merge, outcome, theirs));
        } else {
            show(merge, outcome, theirs);
        }
        boolean decided = conflicts != null && !conflicts.equals("list");
        return outcome.left() > 0 && !decided ? CONFLICTS_LEFT : DONE;
    }

    private void show(MarksMerge merge, MarksMerge.Outcome outcome, Predicate<MarkMerge.Item> theirs) {
        output().line(dryRun ? CliText.MARKS_WOULD_MERGE : CliText.MARKS_MERGED, outcome.added(), outcome.replaced(),
                outcome.removed(), outcome.same(), outcome.left());
        List<MarkMerge.Item> missing = merge.compared().items().stream().filter(merge::isMissing).toList();
        if (!missing.isEmpty()) {
            output().line(CliText.MARKS_MISSING, missing.size());
            missing.forEach(item -> output().line(CliText.MARKS_MISSING_ONE, item.theirs().what().kind().word(),
                    TextTable.whole(item.theirs().what().on())));
        }
        List<MarkMerge.Item> differing = merge.compared().in(MarkMerge.State.CONFLICT);
        if (!differing.isEmpty()) {
            if (outcome.left() > 0) {
                output().line(CliText.MARKS_CONFLICTS);
            }
            TextTable table = new TextTable(CliText.COLUMN_KIND, CliText.COLUMN_ON, CliText.COLUMN_OURS,
                    CliText.COLUMN_THEIRS, CliText.COLUMN_TAKEN);
            differing.forEach(item -> table.row(item.theirs().what().kind().word(), item.theirs().what().on(),
                    words(item.ours()), words(item.theirs()), taken(item, theirs)));
            table.print(output());
        }
    }

    private static String taken(MarkMerge.Item item, Predicate<MarkMerge.Item> theirs) {
        return theirs.test(item) ? "theirs" : "ours"; // not for people: the words of --conflicts
    }

    private static String words(@Nullable SharedMark mark) {
        if (mark == null) {
            return CliText.MARKS_NONE.text();
        }
        String at = UtcText.of(mark.changed().at());
        return mark.inForce() ? CliText.MARKS_SAYS.text(mark.what().words(), mark.said().author(), at)
                : CliText.MARKS_REMOVED.text(mark.changed().author(), at);
    }

    private Map<String, Object> map(MarksMerge merge, MarksMerge.Outcome outcome,
            Predicate<MarkMerge.Item> theirs) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("file", merge.file().name());
        map.put("sha256", merge.file().sha256());
        map.put("dryRun", dryRun);
        map.put("added", outcome.added());
        map.put("replaced", outcome.replaced());
        map.put("removed", outcome.removed());
        map.put("same", outcome.same());
        map.put("left", outcome.left());
        map.put("missing", merge.compared().items().stream().filter(merge::isMissing).map(item -> map(item.theirs()))
                .toList());
        map.put("new", merge.compared().in(MarkMerge.State.NEW).stream().map(item -> map(item.theirs())).toList());
        map.put("conflicts", merge.compared().in(MarkMerge.State.CONFLICT).stream().map(item -> {
            Map<String, Object> one = new LinkedHashMap<>();
            one.put("ours", item.ours() == null ? null : map(item.ours()));
            one.put("theirs", map(item.theirs()));
            one.put("taken", taken(item, theirs));
            return one;
        }).toList());
        return map;
    }

    private static Map<String, Object> map(SharedMark mark) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("kind", mark.what().kind().word());
        map.put("on", mark.what().on());
        map.put("says", mark.what().words());
        map.put("author", mark.said().author());
        map.put("at", mark.said().at().toString());
        if (mark.removed() != null) {
            map.put("removedBy", mark.removed().author());
            map.put("removedAt", mark.removed().at().toString());
        }
        return map;
    }

    private int list(CaseFile caseFile) {
        MarkedEvents marked = MarkedEvents.of(caseFile, correlate(caseFile));
        if (json()) {
            Map<String, Object> all = new LinkedHashMap<>();
            all.put("marks", marked.marks().all().stream().map(mark -> map(marked, mark)).toList());
            Map<String, Object> counts = new LinkedHashMap<>();
            marked.counts().forEach((verdict, count) -> counts.put(verdict.word(), count));
            all.put("eventsByVerdict", counts);
            output().json(all);
            return DONE;
        }
        TextTable table = new TextTable(CliText.COLUMN_MARKED_AT, CliText.COLUMN_BY, CliText.COLUMN_MARK,
                CliText.COLUMN_ON, CliText.COLUMN_SAYS, CliText.COLUMN_EVENTS);
        marked.marks().all()
                .forEach(mark -> table.row(UtcText.of(mark.stamp().at()), mark.stamp().author(), mark.kind(),
                        MarkText.target(mark), MarkText.says(mark),
                        mark instanceof OwnEvent ? "" : Integer.toString(MarkText.events(marked, mark))));
        table.print(output());
        for (Map.Entry<Verdict, Integer> count : marked.counts().entrySet()) {
            output().line(CliText.VERDICT_COUNT, count.getKey().word(), count.getValue());
        }
        marked.hits().forEach(hits -> hits.byIndicator().forEach((indicator, events) -> output()
                .line(CliText.INDICATOR_HITS, hits.list().name(), indicator.type().words(),
                        TextTable.whole(indicator.value()), events.cardinality())));
        return DONE;
    }

    private static Map<String, Object> map(MarkedEvents marked, Mark mark) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("kind", mark.kind());
        map.put("at", mark.stamp().at().toString());
        map.put("author", mark.stamp().author());
        if (mark.target() != null) {
            map.put("targetKind", mark.target().kind().word());
            map.put("target", mark.target().key());
        }
        map.put("text", MarkText.says(mark));
        if (mark instanceof VerdictMark verdict) {
            map.put("verdict", verdict.verdict().word());
            map.put("reason", verdict.reason());
        }
        if (mark instanceof OwnEvent own) {
            map.put("time", UtcText.of(own.time()));
        } else {
            map.put("events", MarkText.events(marked, mark));
        }
        if (mark instanceof IndicatorList list) {
            map.put("name", list.name());
            map.put("source", list.source());
            map.put("indicators", list.indicators().size());
            map.put("hits", marked.hits().stream().filter(hits -> hits.list() == list).map(MarksCommand::hits)
                    .findFirst().orElse(List.of()));
        }
        return map;
    }

    private static List<Map<String, Object>> hits(IndicatorHits hits) {
        return hits.byIndicator().entrySet().stream().map(entry -> {
            Map<String, Object> map = new LinkedHashMap<>();
            map.put("type", entry.getKey().type().words());
            map.put("value", entry.getKey().value());
            map.put("comment", entry.getKey().comment());
            map.put("events", entry.getValue().cardinality());
            return map;
        }).toList();
    }
}
