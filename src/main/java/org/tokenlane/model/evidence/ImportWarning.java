package org.tokenlane.model.evidence;

import org.tokenlane.model.text.Text;

/**
 * What somebody who imported a file has to know before they trust it.
 *
 * @param path
 *            the file
 * @param part
 *            how many records it is about, where it is about a share of them
 * @param whole
 *            out of how many
 */
public record ImportWarning(String path, WarningKind kind, long part, long whole) {

    /** The warning for a person, without the file's name. */
    public Text text() {
        return kind.with(part, whole);
    }
}
