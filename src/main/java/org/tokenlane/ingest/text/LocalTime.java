package org.tokenlane.ingest.text;

import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/** A cell of a column whose times are not in UTC; the zone is known where the analyst named it. */
final class LocalTime extends ScalarValue {

    private final @Nullable ZoneId zone;

    LocalTime(String text, @Nullable ZoneId zone) {
        super(text, true);
        this.zone = zone;
    }

    @Override
    public boolean isLocalTime() {
        return true;
    }

    @Override
    public @Nullable ZoneId zone() {
        return zone;
    }
}
