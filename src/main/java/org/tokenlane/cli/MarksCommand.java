package org.tokenlane.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.tokenlane.correlate.IndicatorHits;
import org.tokenlane.correlate.MarkedEvents;
import org.tokenlane.model.mark.IndicatorList;
import org.tokenlane.model.mark.Mark;
import org.tokenlane.model.mark.OwnEvent;
import org.tokenlane.model.mark.Verdict;
import org.tokenlane.model.mark.VerdictMark;
import org.tokenlane.model.time.UtcText;
import org.tokenlane.report.MarkText;
import org.tokenlane.store.CaseFile;
import picocli.CommandLine.Command;

@Command(name = "marks", mixinStandardHelpOptions = true)
final class MarksCommand extends CaseCommand {

    @Override
    int run(CaseFile caseFile) {
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
