package org.tokenlane.ui.kit;

import org.tokenlane.model.text.TextKey;

/**
 * A kind of file that can be chosen in a dialog.
 *
 * @param pattern
 *            as in {@code *.pdf}
 */
public record FileKind(TextKey name, String pattern) {
}
