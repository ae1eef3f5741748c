package org.tokenlane.detect.library;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.tokenlane.model.mark.MarkTarget;

/**
 * Something that was hostile in an earlier case.
 *
 * @param kind
 *            an address, a device, an application or an origin
 * @param value
 *            as marks name it; of an origin without its session
 * @param caseName
 *            the case that it comes from
 * @param at
 *            when it was added, UTC
 * @param who
 *            who added it
 */
public record LibraryEntry(MarkTarget.Kind kind, String value, String caseName, Instant at, String who) {

    /** Tells whether it is about the same thing. */
    boolean isSame(MarkTarget.Kind otherKind, String otherValue) {
        return kind == otherKind && value.equals(otherValue);
    }

    /** What a mark's target is in the library; null for what means nothing in another case. */
    public static @Nullable LibraryEntry of(MarkTarget target, String caseName, Instant at, String who) {
        return switch (target.kind()) {
        case IP, DEVICE, APP -> new LibraryEntry(target.kind(), target.key(), caseName, at, who);
        case ORIGIN -> target.originKey().replaceAll("\\|+$", "").indexOf('|') < 0 ? null
                : new LibraryEntry(target.kind(), target.originKey(), caseName, at, who);
        default -> null;
        };
    }
}
