package org.tokenlane.detect.exposure;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.tokenlane.correlate.Correlation;
import org.tokenlane.detect.exposure.Exposure.Change;
import org.tokenlane.model.event.AuditEvent;
import org.tokenlane.model.event.LogSource;

/**
 * Joins what the directory audits and the unified audit log both tell of one change, which are two events, so that it
 * is counted once.
 */
final class SameChanges {

    /**
     * The two logs' times of one change differ by no more; two changes of the same object by the same activity within it
     * would stand in both logs.
     */
    private static final long APART = 10_000_000_000L;

    private final Correlation correlation;

    SameChanges(Correlation correlation) {
        this.correlation = correlation;
    }

    /** The changes in the order of their time, each once. */
    List<Change> merged(List<Change> changes) {
        List<Change> all = new ArrayList<>();
        for (Change change : changes.stream().sorted(Comparator.comparingInt((Change one) -> one.use().events()[0]))
                .toList()) {
            int same = sameAs(change, all);
            if (same < 0) {
                all.add(change);
            } else {
                all.set(same, both(all.get(same), change));
            }
        }
        return List.copyOf(all);
    }

    private int sameAs(Change change, List<Change> before) {
        for (int i = before.size() - 1; i >= 0; i--) {
            Change other = before.get(i);
            if (change.use().first() == AuditEvent.NO_TIME || change.use().first() - other.use().first() > APART) {
                return -1;
            }
            if (other.use().events().length == 1 && source(other) != source(change)
                    && activity(other).equals(activity(change))
                    && Objects.equals(lower(other.actor()), lower(change.actor())) && isSameTarget(other, change)) {
                return i;
            }
        }
        return -1;
    }

    private LogSource source(Change change) {
        return correlation.events().source(change.use().events()[0]);
    }

    /** The audit log ends the activity's name with a dot. */
    private static String activity(Change change) {
        String name = String.valueOf(change.activity()).toLowerCase(Locale.ROOT).strip();
        return name.endsWith(".") ? name.substring(0, name.length() - 1) : name;
    }

    private static boolean isSameTarget(Change one, Change other) {
        return one.targetId() != null && one.targetId().equalsIgnoreCase(other.targetId())
                || one.target() != null && one.target().equalsIgnoreCase(other.target());
    }

    private static @Nullable String lower(@Nullable String text) {
        return text == null ? null : text.toLowerCase(Locale.ROOT);
    }

    /** What the directory audit has, which is more; a link by fact outweighs an inferred one. */
    private Change both(Change one, Change other) {
        Change directory = source(one) == LogSource.DIRECTORY_AUDITS ? one : other;
        Change audited = directory == one ? other : one;
        int[] events = IntStream.concat(IntStream.of(one.use().events()), IntStream.of(other.use().events())).sorted()
                .toArray();
        List<String> tokens = new ArrayList<>(one.use().tokens());
        other.use().tokens().stream().filter(token -> !tokens.contains(token)).forEach(tokens::add);
        return new Change(directory.kind(), directory.activity(), directory.actor(), directory.target(),
                directory.targetId() == null ? audited.targetId() : directory.targetId(),
                directory.what() == null ? audited.what() : directory.what(),
                directory.targets(), directory.parameters(), directory.failed() && audited.failed(),
                one.link() == null ? null : other.link(),
                new Use(one.use().first(), Math.max(one.use().last(), other.use().last()), 1, List.copyOf(tokens),
                        events));
    }
}
