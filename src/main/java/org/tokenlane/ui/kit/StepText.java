package org.tokenlane.ui.kit;

import org.tokenlane.job.Progress;
import org.tokenlane.model.text.Count;

/** How far a piece of work is, in words. */
public final class StepText {

    private StepText() {
    }

    /**
     * @param counted
     *            what is counted
     */
    public static String of(Progress.Step step, Count counted) {
        String text = step.records() == 0 ? KitText.STEP.text(step.part())
                : KitText.STEP_COUNTED.text(step.part(), counted.of(step.records()));
        return text.isEmpty() ? text : Character.toUpperCase(text.charAt(0)) + text.substring(1);
    }
}
