package org.tokenlane.model.mark;

import java.time.Instant;
import java.util.Comparator;

/**
 * Who said something, and when.
 *
 * @param at
 *            UTC
 */
public record Said(String author, Instant at) implements Comparable<Said> {

    private static final Comparator<Said> ORDER = Comparator.comparing(Said::at).thenComparing(Said::author);

    @Override
    public int compareTo(Said other) {
        return ORDER.compare(this, other);
    }
}
