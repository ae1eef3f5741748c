package org.tokenlane.ui.shell;

import javafx.animation.AnimationTimer;
import org.tokenlane.ui.state.Workbench;

/** Switches between dark and light. All pages are styled again, which takes a moment, so that is shown first. */
final class ThemeSwitch extends AnimationTimer {

    /** A message is on the screen after the frame that follows the one in which it was laid out. */
    private static final int FRAMES = 2;

    private final Workbench workbench;
    private int frames;

    private ThemeSwitch(Workbench workbench) {
        this.workbench = workbench;
    }

    static void turn(Workbench workbench) {
        workbench.messages().info(ShellText.CHANGING_COLORS.with());
        new ThemeSwitch(workbench).start();
    }

    @Override
    public void handle(long now) {
        if (++frames > FRAMES) {
            stop();
            workbench.display().dark().set(!workbench.display().dark().get());
            workbench.messages().clear();
        }
    }
}
