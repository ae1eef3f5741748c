package org.tokenlane.ui.state;

import java.util.List;
import org.tokenlane.model.mark.MarkTarget;

/**
 * What the analyst wants to put a mark on.
 *
 * @param choices
 *            what it may be, the likeliest first
 * @param tags
 *            whether the analyst wants to type tags
 */
public record MarkRequest(List<Choice> choices, boolean tags) {

    public MarkRequest(List<Choice> choices) {
        this(choices, false);
    }

    /**
     * One of the things that can be marked.
     *
     * @param words
     *            what it is, as it is shown
     * @param targets
     *            all of them are marked together
     */
    public record Choice(String words, List<MarkTarget> targets) {
    }
}
