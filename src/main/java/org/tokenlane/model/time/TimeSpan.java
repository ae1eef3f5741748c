package org.tokenlane.model.time;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** From the first to the last of several moments, UTC; both are null where there is none. */
public record TimeSpan(@Nullable Instant first, @Nullable Instant last) {
}
