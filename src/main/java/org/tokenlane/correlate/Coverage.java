package org.tokenlane.correlate;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.tokenlane.model.column.IntColumn;
import org.tokenlane.model.event.AuditEvent;
import org.tokenlane.model.event.EventField;
import org.tokenlane.model.event.EventKind;
import org.tokenlane.model.event.LogSource;
import org.tokenlane.model.evidence.Evidence;
import org.tokenlane.query.CaseEvents;

/** What a case contains of each log and what it lacks: what is not in the logs may still have happened. */
public final class Coverage {

    /**
     * One log in the case.
     *
     * @param first
     *            the earliest event, in nanoseconds since 1970, UTC
     * @param last
     *            the latest event
     * @param events
     *            how many
     * @param daysWithout
     *            whole days (UTC) between the first and the last event on which the log has none
     */
    public record Source(LogSource source, long first, long last, int events, int daysWithout) {
    }

    /** Something that is missing, and what to fetch for it. */
    public record Gap(String what, String fetch) {
    }

    /** Portals and cmdlets end their exports at these numbers of rows, however many there are. */
    private static final Set<Long> ROUND = Set.of(1_000L, 5_000L, 10_000L, 30_000L, 50_000L, 100_000L, 150_000L,
            250_000L);
    private static final long DAY = 86_400_000_000_000L;

    private final CaseEvents events;
    private final Correlation correlation;

    public Coverage(Correlation correlation) {
        this.correlation = correlation;
        this.events = correlation.events();
    }

    /** The logs that the case holds. */
    public List<Source> sources() {
        Map<LogSource, long[]> seen = new EnumMap<>(LogSource.class);
        Map<LogSource, TreeSet<Long>> days = new EnumMap<>(LogSource.class);
        for (int event = 0; event < events.size(); event++) {
            long[] facts = seen.computeIfAbsent(events.source(event),
                    source -> new long[] { Long.MAX_VALUE, Long.MIN_VALUE, 0 });
            facts[2]++;
            long time = events.time(event);
            if (time != AuditEvent.NO_TIME) {
                facts[0] = Math.min(facts[0], time);
                facts[1] = Math.max(facts[1], time);
                days.computeIfAbsent(events.source(event), source -> new TreeSet<>()).add(Math.floorDiv(time, DAY));
            }
        }
        List<Source> all = new ArrayList<>();
        seen.forEach((source, facts) -> {
            TreeSet<Long> with = days.getOrDefault(source, new TreeSet<>());
            int without = with.isEmpty() ? 0 : (int) (with.last() - with.first() + 1 - with.size());
            boolean dated = facts[0] <= facts[1];
            all.add(new Source(source, dated ? facts[0] : AuditEvent.NO_TIME, dated ? facts[1] : AuditEvent.NO_TIME,
                    (int) facts[2], without));
        });
        return all;
    }

    /** What is missing, the most significant first. */
    public List<Gap> gaps(List<Evidence> files) {
        List<Gap> gaps = new ArrayList<>();
        long taken = files.stream().filter(file -> file.origin() != null).count();
        if (taken > 0) {
            String cases = files.stream().filter(file -> file.origin() != null).map(file -> file.origin().caseName())
                    .filter(name -> !name.isEmpty()).distinct().collect(Collectors.joining(", "));
            gaps.add(new Gap(CoverageText.EXTRACT.text(taken), cases.isEmpty() ? CoverageText.FETCH_CASE.text()
                    : CoverageText.FETCH_NAMED_CASE.text(cases)));
        }
        missingLogs(gaps);
        tokensWithoutSignIn(gaps);
        sessionsWithoutOperations(gaps);
        withoutIds(gaps);
        gaps.addAll(cutFiles(files));
        for (Source source : sources()) {
            if (source.daysWithout() > 0) {
                gaps.add(new Gap(CoverageText.DAYS_WITHOUT.text(source.source().title(), source.daysWithout()),
                        CoverageText.FETCH_DAYS.text()));
            }
        }
        return gaps;
    }

    /** The files that end where portals and cmdlets cut exports off. */
    public List<Gap> cutFiles(List<Evidence> files) {
        List<Gap> gaps = new ArrayList<>();
        for (Evidence file : files) {
            if (ROUND.contains(file.exportedRecords())) {
                gaps.add(new Gap(CoverageText.ROUND_NUMBER.text(name(file), file.exportedRecords()),
                        CoverageText.FETCH_SHORTER.text()));
            }
        }
        return gaps;
    }

    private static String name(Evidence file) {
        return file.path().substring(Math.max(file.path().lastIndexOf('/'), file.path().lastIndexOf('\\')) + 1);
    }

    private void missingLogs(List<Gap> gaps) {
        BitSet sources = new BitSet();
        BitSet kinds = new BitSet();
        for (int event = 0; event < events.size(); event++) {
            sources.set(events.source(event).ordinal());
            if (events.source(event) == LogSource.ENTRA_SIGN_INS) {
                kinds.set(events.kind(event).ordinal());
            }
        }
        if (events.size() == 0) {
            return;
        }
        if (!sources.get(LogSource.ENTRA_SIGN_INS.ordinal())) {
            gaps.add(new Gap(CoverageText.NO_SIGN_INS.text(), CoverageText.FETCH_SIGN_INS.text()));
        } else if (!kinds.get(EventKind.SIGN_IN_NON_INTERACTIVE.ordinal())) {
            gaps.add(new Gap(CoverageText.NO_NON_INTERACTIVE.text(), CoverageText.FETCH_NON_INTERACTIVE.text()));
        }
        if (!sources.get(LogSource.UNIFIED_AUDIT_LOG.ordinal())) {
            gaps.add(new Gap(CoverageText.NO_AUDIT_LOG.text(), CoverageText.FETCH_AUDIT_LOG.text()));
        }
        if (!sources.get(LogSource.GRAPH_ACTIVITY.ordinal())) {
            gaps.add(new Gap(CoverageText.NO_GRAPH.text(), CoverageText.FETCH_GRAPH.text()));
        }
        if (!sources.get(LogSource.DIRECTORY_AUDITS.ordinal())) {
            gaps.add(new Gap(CoverageText.NO_DIRECTORY.text(), CoverageText.FETCH_DIRECTORY.text()));
        }
    }

    private void tokensWithoutSignIn(List<Gap> gaps) {
        BitSet used = new BitSet();
        BitSet issued = new BitSet();
        for (int event = 0; event < events.size(); event++) {
            if (correlation.token(event) != 0) {
                (events.kind(event).isSignIn() ? issued : used).set(correlation.token(event));
            }
        }
        used.andNot(issued);
        if (!used.isEmpty()) {
            gaps.add(new Gap(CoverageText.TOKENS_WITHOUT_SIGN_IN.text(used.cardinality()),
                    CoverageText.FETCH_EARLIER_SIGN_INS.text()));
        }
    }

    private void sessionsWithoutOperations(List<Gap> gaps) {
        BitSet signedIn = new BitSet();
        BitSet used = new BitSet();
        for (int event = 0; event < events.size(); event++) {
            if (correlation.session(event) != 0) {
                (events.kind(event).isSignIn() ? signedIn : used).set(correlation.session(event));
            }
        }
        signedIn.andNot(used);
        if (!signedIn.isEmpty()) {
            gaps.add(new Gap(CoverageText.SESSIONS_WITHOUT_OPERATIONS.text(signedIn.cardinality()),
                    CoverageText.FETCH_OF_USER.text()));
        }
    }

    private void withoutIds(List<Gap> gaps) {
        int bare = 0;
        IntColumn sessions = events.codes(EventField.SESSION_ID);
        for (int event = 0; event < events.size(); event++) {
            if (events.source(event) == LogSource.ENTRA_SIGN_INS && sessions.get(event) == 0
                    && events.shapesOf(event).contains("signin-graph-v1")) {
                bare++;
            }
        }
        if (bare > 0) {
            gaps.add(new Gap(CoverageText.GRAPH_V1.text(bare), CoverageText.FETCH_GRAPH_BETA.text()));
        }
    }
}
