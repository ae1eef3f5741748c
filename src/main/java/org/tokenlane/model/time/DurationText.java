package org.tokenlane.model.time;

import org.tokenlane.model.text.TextKey;

/** Lengths of time with their units. */
enum DurationText implements TextKey {
    MILLISECONDS,
    SECONDS,
    MINUTES,
    MINUTES_AND_SECONDS,
    HOURS,
    HOURS_AND_MINUTES,
    DAYS,
    DAYS_AND_HOURS
}
