package org.tokenlane.ui.search;

import java.util.Locale;
import org.tokenlane.model.text.TextKey;

/**
 * Something that can be done, or set.
 *
 * @param kind
 *            the group it is shown in
 * @param group
 *            the menu that it is in, and its key
 */
public record Command(TextKey kind, String text, String group, Runnable run) {

    /** Tells whether words of it begin with each of these. */
    boolean fits(String[] words) {
        String all = " " + (text + " " + group).toLowerCase(Locale.ROOT).replace('/', ' ').replace('_', ' ');
        for (String word : words) {
            if (!all.contains(" " + word)) {
                return false;
            }
        }
        return true;
    }
}
