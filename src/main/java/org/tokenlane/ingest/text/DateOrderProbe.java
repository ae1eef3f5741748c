package org.tokenlane.ingest.text;

import org.jspecify.annotations.Nullable;
import org.tokenlane.model.time.DateOrder;

/**
 * Finds out which of day and month comes first in one file: any first part above 12 says day first, any second part
 * above 12 month first. Used by one thread.
 */
public final class DateOrderProbe {

    private int dayFirst;
    private int monthFirst;
    private int ambiguous;

    /** A reader that tells this probe of every date with slashes that it is asked to read. */
    public TimeReader reader() {
        return new TimeReader(DateOrder.MONTH_FIRST, false, this);
    }

    void saw(int first, int second) {
        if (first > 12) {
            dayFirst++;
        } else if (second > 12) {
            monthFirst++;
        } else if (first != second) {
            ambiguous++;
        }
    }

    /** Tells whether dates were seen that could be read either way and none yet that decides. */
    public boolean isUndecided() {
        return ambiguous > 0 && dayFirst == 0 && monthFirst == 0;
    }

    /** The order that the file's own dates prove, or null; where both stand in one file the more frequent. */
    public @Nullable DateOrder decided() {
        if (dayFirst == 0 && monthFirst == 0) {
            return null;
        }
        return dayFirst > monthFirst ? DateOrder.DAY_FIRST : DateOrder.MONTH_FIRST;
    }

    /** Tells whether one file holds dates of both orders, so that its ambiguous dates are in doubt. */
    public boolean isMixed() {
        return dayFirst > 0 && monthFirst > 0;
    }
}
