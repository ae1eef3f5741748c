package org.tokenlane.detect.sigma.run;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.tokenlane.detect.facts.EventDetails;
import org.tokenlane.detect.sigma.rule.SigmaException;
import org.tokenlane.detect.sigma.rule.SigmaRule;
import org.tokenlane.job.Progress;
import org.tokenlane.query.CaseEvents;
import org.tokenlane.query.FilterEvaluator;

/** Runs rules that search, each in the logs that it is about. */
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
        List<LogMap> logs = map.logs(rule.logsource());
        List<SearchRun> searches = new ArrayList<>();
        List<SigmaHit> hits = new ArrayList<>();
        List<String> remarks = new ArrayList<>(rule.remarks());
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
            if (condition.counted() == null) {
                found.or(ofCondition);
                ofCondition.stream().forEach(event -> hits.add(new SigmaHit(List.of(event), Map.of(), "")));
            } else {
                counts = true;
                count(rule, condition, here, ofCondition, hits, remarks);
            }
        }
        String why = searched.isEmpty() ? unanswered(searches) : null;
        if (why != null) {
            return RuleRun.notEvaluated(rule, why);
        }
        remarks.addAll(remarks(searches));
        if (counts) {
            hits.forEach(hit -> hit.events().forEach(found::set));
        }
        return RuleRun.searched(rule, found, counts ? hits : null, searches, remarks);
    }

    private void count(SigmaRule rule, SigmaRule.Condition condition, List<SearchRun> searches, BitSet found,
            List<SigmaHit> hits, List<String> remarks) {
        RuleRun run = RuleRun.searched(rule, found, null, searches, List.of());
        Grouping grouping = new Grouping(events, condition.counted(), (rank, event, field) -> run.values(event, field));
        int[] counted = found.stream().toArray();
        for (int event : details.inOrderOfEvidence(counted)) {
            SearchRun.stopIfCancelled(progress);
            grouping.add(0, List.of(event));
        }
        remarks.addAll(grouping.remarks());
        if (grouping.isWithoutGroups()) {
            throw new SigmaException("None of the " + counted.length + " events can be counted: "
                    + String.join(" ", grouping.remarks()));
        }
        hits.addAll(grouping.hits());
    }

    private BitSet eventsOf(LogMap log) {
        return eventsOfLogs.computeIfAbsent(log, key -> new FilterEvaluator(events).events(key.filter()));
    }

    /** Why it is not known that there is nothing to find, or null where it is. */
    private static String unanswered(List<SearchRun> searches) {
        List<SearchRun> answering = searches.stream().filter(search -> !search.log().also()).toList();
        List<SearchRun> there = answering.stream().filter(SearchRun::isInCase).toList();
        if (there.isEmpty()) {
            return "The case holds no " + titles(answering) + ".";
        }
        if (there.stream().anyMatch(search -> search.missing().isEmpty())) {
            return null;
        }
        Set<String> missing = new TreeSet<>();
        there.forEach(search -> missing.addAll(search.missing()));
        return "No record of the case's " + titles(there) + " that came into question has " + named(missing)
                + ", which the rule asks for.";
    }

    private static String titles(List<SearchRun> searches) {
        return searches.stream().map(search -> search.log().title()).distinct().collect(Collectors.joining(" or "));
    }

    private static String named(Set<String> fields) {
        return (fields.size() == 1 ? "the field " : "the fields ") + String.join(", ", fields);
    }

    private static Set<String> remarks(List<SearchRun> searches) {
        Set<String> remarks = new LinkedHashSet<>();
        for (SearchRun search : searches) {
            if (search.isInCase() && !search.missing().isEmpty()) {
                remarks.add("No record of the " + search.log().title() + " that came into question has "
                        + named(search.missing()) + ", which the rule asks for.");
            }
            if (!search.missingExclusions().isEmpty()) {
                remarks.add("No record of the " + search.log().title() + " that came into question has "
                        + named(search.missingExclusions())
                        + ", by which the rule leaves events out: it may find more than it means to.");
            }
        }
        return remarks;
    }
}
