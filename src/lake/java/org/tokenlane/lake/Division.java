package org.tokenlane.lake;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** How a file can be read in parts. */
enum Division {

    /** Not at all: a line break inside of a cell looks like the end of a row. */
    WHOLE,
    /** Each record is a line of its own. */
    LINES,
    /** A Parquet file, whose rows are stored in groups. */
    ROWS;

    /** How the lake stores it. */
    String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Division of(@Nullable String code) {
        return code == null ? WHOLE : valueOf(code.toUpperCase(Locale.ROOT));
    }
}
