package org.tokenlane.detect.sigma.run;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tokenlane.detect.facts.EventDetails;
import org.tokenlane.detect.sigma.rule.Correlated;
import org.tokenlane.detect.sigma.rule.SigmaException;
import org.tokenlane.detect.sigma.rule.SigmaRule;
import org.tokenlane.job.Progress;
import org.tokenlane.model.text.Text;
import org.tokenlane.query.CaseEvents;
import org.tokenlane.query.FilterEvaluator;

/** Runs rules that search, each in the logs that its log source means. */
final class CaseSearch {

    private final CaseEvents events;
    private final EventDetails details;
    private final FieldMap map;
    private final Progress progress;
    private final Map<LogMap, BitSet> eventsOfLogs = new HashMap<>();

    CaseSearch(CaseEvents events, EventDetails details, FieldMap map, Progress progress) {
        this.events = events;
        this.details = details;
        this.map = map;
        this.progress = progress;
    }

    RuleRun run(SigmaRule rule) {
        List<LogMap> logs = map.logs(Objects.requireNonNull(rule.logsource()));
        List<SearchRun> searches = new ArrayList<>();
        List<SigmaHit> hits = new ArrayList<>();
        List<Text> remarks = new ArrayList<>(rule.remarks());
        BitSet found = new BitSet();
        BitSet searched = new BitSet();
        boolean counts = false;
        for (SigmaRule.Condition condition : rule.conditions()) {
            BitSet ofCondition = new BitSet();
            List<SearchRun> here = new ArrayList<>();
            for (LogMap log : logs) {
                here.add(new SearchRun(events, details, log, eventsOf(log), condition.search(), progress));
                ofCondition.or(here.getLast().found());
            }
            searches.addAll(here);
            searched.or(ofCondition);
            Correlated counted = condition.counted();
            if (counted == null) {
                found.or(ofCondition);
                ofCondition.stream().forEach(event -> hits.add(new SigmaHit(List.of(event), Map.of(), null)));
            } else {
                counts = true;
                count(rule, counted, here, ofCondition, hits, remarks);
            }
        }
        Text why = searched.isEmpty() ? unanswered(searches) : null;
        if (why != null) {
            return RuleRun.notEvaluated(rule, why);
        }
        remarks.addAll(remarks(searches));
        if (counts) {
            hits.forEach(hit -> hit.events().forEach(found::set));
        }
        return RuleRun.searched(rule, found, counts ? hits : null, searches, remarks);
    }

    private void count(SigmaRule rule, Correlated asked, List<SearchRun> searches, BitSet found, List<SigmaHit> hits,
            List<Text> remarks) {
        RuleRun run = RuleRun.searched(rule, found, null, searches, List.of());
        Grouping grouping = new Grouping(events, asked, (rank, event, field) -> run.values(event, field));
        int[] counted = found.stream().toArray();
        for (int event : details.inOrderOfEvidence(counted)) {
            progress.stopIfCancelled();
            grouping.add(0, List.of(event));
        }
        remarks.addAll(grouping.remarks());
        if (grouping.isWithoutGroups()) {
            throw new SigmaException(SigmaRunText.NOTHING_TO_COUNT.with(counted.length,
                    grouping.remarks().stream().map(Text::toString).collect(Collectors.joining(" "))));
        }
        hits.addAll(grouping.hits());
    }

    private BitSet eventsOf(LogMap log) {
        return eventsOfLogs.computeIfAbsent(log, key -> new FilterEvaluator(events).events(key.filter()));
    }

    /** Why "nothing found" is not a reliable answer, or null where it is. */
    private static @Nullable Text unanswered(List<SearchRun> searches) {
        List<SearchRun> answering = searches.stream().filter(search -> !search.log().also()).toList();
        List<SearchRun> there = answering.stream().filter(SearchRun::isInCase).toList();
        if (there.isEmpty()) {
            return SigmaRunText.LOGS_MISSING.with(titles(answering));
        }
        if (there.stream().anyMatch(search -> search.missing().isEmpty())) {
            return null;
        }
        Set<String> missing = new TreeSet<>();
        there.forEach(search -> missing.addAll(search.missing()));
        return SigmaRunText.FIELDS_MISSING.with(missing.size(), String.join(", ", missing), titles(there));
    }

    private static String titles(List<SearchRun> searches) {
        return searches.stream().map(search -> search.log().name().text()).distinct()
                .reduce((first, next) -> SigmaRunText.OR.text(first, next)).orElse("");
    }

    private static Set<Text> remarks(List<SearchRun> searches) {
        Set<Text> remarks = new LinkedHashSet<>();
        for (SearchRun search : searches) {
            if (search.isInCase() && !search.missing().isEmpty()) {
                remarks.add(about(SigmaRunText.FIELDS_MISSING, search.missing(), search));
            }
            if (!search.missingExclusions().isEmpty()) {
                remarks.add(about(SigmaRunText.EXCLUDING_FIELDS_MISSING, search.missingExclusions(), search));
            }
        }
        return remarks;
    }

    private static Text about(SigmaRunText sentence, Set<String> fields, SearchRun search) {
        return sentence.with(fields.size(), String.join(", ", fields), search.log().name().text());
    }
}
