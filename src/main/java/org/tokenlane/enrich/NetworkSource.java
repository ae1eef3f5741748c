package org.tokenlane.enrich;

import java.nio.file.Path;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Where network data comes from; it is shown with every value.
 *
 * @param name
 *            as its maker calls it
 * @param date
 *            the day it was made on (UTC), or null where the data does not say
 * @param licence
 *            the licence's name, or null where it is not known
 * @param attribution
 *            what the licence asks to be said, or null
 * @param file
 *            the analyst's own file, or null for the data that ships with the program
 */
public record NetworkSource(String name, @Nullable LocalDate date, @Nullable String licence,
        @Nullable String attribution, @Nullable Path file) {

    /** What it says, and that it does: {@code NL per DB-IP Lite country 2026-06-01}. */
    public String says(String value) {
        return EnrichText.VALUE_BY.text(value, label());
    }

    /** {@code DB-IP Lite country 2026-06-01}. */
    public String label() {
        return date == null ? EnrichText.UNDATED.text(name) : EnrichText.DATED.text(name, date.toString());
    }
}
