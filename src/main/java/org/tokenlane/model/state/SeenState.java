package org.tokenlane.model.state;

import org.tokenlane.model.evidence.RawPlace;

/**
 * A fact as one record of the case shows it.
 *
 * @param exported
 *            when the file was exported
 * @param place
 *            where the record is
 * @param path
 *            the file's path
 */
public record SeenState(StateFact fact, ExportTime exported, RawPlace place, String path) {
}
