package org.tokenlane.ui.kit;

import org.tokenlane.job.Progress;

/** How far a piece of work is, in words. */
public final class StepText {

    private StepText() {
    }

    /**
     * @param thing
     *            what is counted, one of it
     */
    public static String of(Progress.Step step, String thing) {
        String text = step.part() + (step.records() == 0 ? "…" : ", " + Texts.count(step.records(), thing));
        return text.isEmpty() ? text : Character.toUpperCase(text.charAt(0)) + text.substring(1);
    }
}
