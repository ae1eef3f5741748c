package org.tokenlane.lake;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A file below the paths that are indexed.
 *
 * @param refused
 *            why it must not be read, whatever is in it; or null
 * @param columns
 *            what the log of the table that it is part of says of each of its rows
 */
record FoundFile(LakeFile file, @Nullable String refused, Map<String, String> columns) {
}
