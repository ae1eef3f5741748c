package org.tokenlane.timeline;

import org.tokenlane.model.text.TextKey;

/** What the lanes of a timeline are. */
public enum LaneKey implements TextKey {
    WORKLOAD,
    TOKEN,
    ORIGIN,
    ADDRESS,
    APP,
    USER,
    SESSION;

    /** Its name for people. */
    public String title() {
        return text();
    }
}
