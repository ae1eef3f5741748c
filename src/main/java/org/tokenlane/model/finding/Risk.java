package org.tokenlane.model.finding;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * How much speaks for an attack on a session, never to be shown without its reasons.
 *
 * @param points
 *            the sum of the points of the findings that count
 * @param because
 *            the findings, the heaviest first
 */
public record Risk(int points, List<Finding> because) {

    /** No finding. */
    public static final Risk NONE = new Risk(0, List.of());

    public Risk {
        because = List.copyOf(because);
    }

    /** The risk that findings add up to. */
    public static Risk of(List<Finding> findings) {
        List<Finding> heaviest = new ArrayList<>(findings);
        heaviest.sort(Comparator.comparing(Finding::severity).reversed());
        return new Risk(counted(heaviest).stream().mapToInt(finding -> finding.severity().points()).sum(), heaviest);
    }

    /** The heaviest severity among the findings; INFO where there are none. */
    public Severity severity() {
        return because.stream().map(Finding::severity).max(Severity::compareTo).orElse(Severity.INFO);
    }

    /**
     * The findings whose points are in the sum: of each rule one, the heaviest, so that one thing seen fifty times is
     * not fifty times the risk; and of several rules that found exactly the same events the heaviest, so that one thing
     * seen by two rules is not twice the risk.
     */
    public List<Finding> counted() {
        return counted(because);
    }

    private static List<Finding> counted(List<Finding> heaviestFirst) {
        Set<String> rules = new HashSet<>();
        Set<Set<Integer>> seen = new HashSet<>();
        List<Finding> counted = new ArrayList<>();
        for (Finding finding : heaviestFirst) {
            Set<Integer> events = Set.copyOf(finding.events());
            // a finding without events is about nothing that another could be about too
            boolean isNew = events.isEmpty() || seen.add(events);
            if (isNew && rules.add(finding.rule())) {
                counted.add(finding);
            }
        }
        return counted;
    }

    /** The points that a finding adds to the sum. */
    public int pointsOf(Finding finding) {
        return counted().stream().anyMatch(each -> each == finding) ? finding.severity().points() : 0;
    }

    /** The rules that found something and add no points, because a finding that counts has the same events. */
    public List<Finding> notCounted() {
        Set<String> rules = new HashSet<>();
        counted().forEach(finding -> rules.add(finding.rule()));
        return because.stream().filter(finding -> rules.add(finding.rule())).toList();
    }
}
