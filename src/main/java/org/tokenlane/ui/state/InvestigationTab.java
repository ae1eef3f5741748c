package org.tokenlane.ui.state;

import java.util.Arrays;
import java.util.Optional;

/** The tabs below the timeline, in their order. */
public enum InvestigationTab {
    EVENTS,
    STORY,
    TOKENS,
    VALUES,
    EXPOSURE,
    CONTAINMENT,
    MARKS;

    /** The tab that was remembered under this name; earlier versions remembered what stood on the tab. */
    public static Optional<InvestigationTab> named(String name) {
        return Arrays.stream(values()).filter(tab -> tab.name().equalsIgnoreCase(name)).findFirst();
    }
}
