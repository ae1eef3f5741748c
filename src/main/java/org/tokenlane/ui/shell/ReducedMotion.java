package org.tokenlane.ui.shell;

import javafx.application.Platform;
import org.tokenlane.ui.state.Settings;
import org.tokenlane.ui.state.Workbench;

/** Whether things slide into the window: as the system is set, until the analyst decides otherwise. */
final class ReducedMotion {

    private static final String NAME = "motion.reduced"; // not for people

    private ReducedMotion() {
    }

    static boolean wanted(Settings settings) {
        String chosen = settings.text(NAME, "");
        return chosen.isEmpty() ? Platform.getPreferences().isReducedMotion() : Boolean.parseBoolean(chosen);
    }

    /** Switches it, and remembers that. */
    static void turn(Workbench workbench, Settings settings) {
        boolean reduced = !workbench.display().reducedMotion().get();
        workbench.display().reducedMotion().set(reduced);
        settings.put(NAME, reduced);
        workbench.messages().info((reduced ? ShellText.MOTION_REDUCED : ShellText.MOTION_USUAL).with());
    }
}
