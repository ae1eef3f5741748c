package org.tokenlane.model.evidence;

import java.util.List;
import org.tokenlane.model.event.LogSource;

/**
 * One export shape.
 *
 * @param id
 *            its name in commands and in the case file ({@code purview-csv})
 * @param title
 *            its name for people
 * @param source
 *            the log that it is an export of
 * @param richness
 *            of two records of one event the fields of the richer shape win, 0 to 100
 * @param container
 *            how its records are written
 * @param columns
 *            the columns or keys that mark it, as they are spelled, for telling which shape comes nearest to an unknown
 *            file
 */
public record Shape(String id, String title, LogSource source, int richness, Container container,
        List<String> columns) {

    /** How the records of a file are written. */
    public enum Container {
        CSV,
        JSON
    }

    public Shape {
        columns = List.copyOf(columns);
    }
}
