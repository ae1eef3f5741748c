package org.tokenlane.detect.rule;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What a rule says of something that it found.
 *
 * @param told
 *            what happened, in a sentence or two
 * @param why
 *            the same with what explains it, such as operations, values, and the session that it belongs to
 */
public record Said(String told, String why) {

    /** One that is told as a whole. */
    public static Said of(String told) {
        return new Said(told, told);
    }

    /**
     * One with what it belongs to.
     *
     * @param belonging
     *            gives the sentence, or null where there is none
     */
    public static Said of(String told, @Nullable Supplier<String> belonging) {
        return belonging == null ? of(told) : of(told, List.of(belonging.get()));
    }

    /** One with sentences that explain it. */
    public static Said of(String told, List<String> more) {
        List<String> sentences = new ArrayList<>(List.of(told));
        sentences.addAll(more);
        return new Said(told, String.join(" ", sentences));
    }
}
