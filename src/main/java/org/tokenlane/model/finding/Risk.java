package org.tokenlane.model.finding;

import java.util.List;

/**
 * How much speaks for an attack on a session, never to be shown without its reasons.
 *
 * @param points
 *            the sum of the points of its findings, of each rule the heaviest
 * @param because
 *            the findings, the heaviest first
 */
public record Risk(int points, List<Finding> because) {

    /** No finding. */
    public static final Risk NONE = new Risk(0, List.of());

    public Risk {
        because = List.copyOf(because);
    }

    /** The heaviest severity among the findings; INFO where there are none. */
    public Severity severity() {
        return because.stream().map(Finding::severity).max(Severity::compareTo).orElse(Severity.INFO);
    }
}
