package org.tokenlane.detect.sigma.run;

import java.util.BitSet;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CancellationException;
import org.tokenlane.detect.facts.EventDetails;
import org.tokenlane.detect.sigma.rule.Search;
import org.tokenlane.detect.sigma.rule.SigmaException;
import org.tokenlane.job.Progress;
import org.tokenlane.query.CaseEvents;

/** One search in one log of a case: what it found, and which of its fields the log does not have. */
final class SearchRun {

    private static final int BETWEEN_LOOKS = 256;

    private final LogMap log;
    private final EventView view;
    private final boolean isInCase;
    private final BitSet found;
    private final Set<String> missing = new TreeSet<>();
    private final Set<String> missingExclusions = new TreeSet<>();
    private int opened;

    /**
     * Runs the search.
     *
     * @param ofLog
     *            all events of the log
     * @throws CancellationException
     *             where it was cancelled
     * @throws SigmaException
     *             where a record keeps it from ending
     */
    SearchRun(CaseEvents events, EventDetails details, LogMap log, BitSet ofLog, Search asWritten, Progress progress) {
        this.log = log;
        view = new EventView(events, details, log);
        isInCase = !ofLog.isEmpty();
        ColumnRange columns = new ColumnRange(events, log);
        Search search = columns.quickFirst(asWritten);
        ColumnRange.Range range = columns.range(search, ofLog);
        found = (BitSet) range.sure().clone();
        BitSet open = (BitSet) range.possible().clone();
        open.andNot(range.sure());
        for (int event : details.inOrderOfEvidence(open.stream().toArray())) {
            if (opened++ % BETWEEN_LOOKS == 0) {
                progress.stopIfCancelled();
            }
            found.set(event, view.of(event).holds(search));
            progress.advance(0, 1);
        }
        addMissing(missing, neededFields(search), columns, ofLog);
        addMissing(missingExclusions, excludingFields(search), columns, ofLog);
    }

    private void addMissing(Set<String> lacking, Set<String> fields, ColumnRange columns, BitSet ofLog) {
        Set<String> never = view.neverSeen();
        for (String field : fields) {
            boolean inRecords = log.sources(field).stream().anyMatch(FieldSource::isInRecords);
            if ((never.contains(field) || !inRecords) && !columns.isFilled(field, ofLog)) {
                lacking.add(field);
            }
        }
    }

    /** The fields without which the search can find nothing. */
    static Set<String> neededFields(Search search) {
        Set<String> needed = new LinkedHashSet<>();
        collect(search, true, needed, new HashSet<>());
        return needed;
    }

    /** The fields by which the search excludes events. */
    static Set<String> excludingFields(Search search) {
        Set<String> excluding = new LinkedHashSet<>();
        collect(search, true, new HashSet<>(), excluding);
        return excluding;
    }

    private static void collect(Search search, boolean positive, Set<String> needed, Set<String> excluding) {
        switch (search) {
        case Search.And and -> and.parts().forEach(part -> collect(part, positive, needed, excluding));
        case Search.Or or -> or.parts().forEach(part -> collect(part, positive, needed, excluding));
        case Search.Not not -> collect(not.part(), !positive, needed, excluding);
        case Search.Field field -> {
            if (!field.asksForNone()) {
                (positive ? needed : excluding).add(field.name());
            }
        }
        case Search.SameAs same -> (positive ? needed : excluding).addAll(List.of(same.name(), same.other()));
        case Search.Exists exists -> {
            // a missing field is the answer
        }
        case Search.Keywords keywords -> {
            // need no field
        }
        }
    }

    LogMap log() {
        return log;
    }

    EventView view() {
        return view;
    }

    /** Tells whether the case contains events of the log. */
    boolean isInCase() {
        return isInCase;
    }

    BitSet found() {
        return found;
    }

    /** The fields without which nothing can be found, and which no checked record of the log has. */
    Set<String> missing() {
        return missing;
    }

    /** The fields by which the search excludes events, and which no checked record of the log has. */
    Set<String> missingExclusions() {
        return missingExclusions;
    }

    /** How many events' records were opened. */
    int opened() {
        return opened;
    }
}
