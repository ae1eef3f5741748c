package org.tokenlane.model.finding;

import java.util.Locale;
import org.tokenlane.model.text.TextKey;

/** How much a finding weighs, the least first. A session's risk is the sum of the points of its findings. */
public enum Severity implements TextKey {

    /** A fact worth knowing: it says nothing of an attack by itself. */
    INFO(0),
    LOW(5),
    MEDIUM(15),
    /** Hardly ever ordinary work. */
    HIGH(40);

    private final int points;

    Severity(int points) {
        this.points = points;
    }

    /** What a finding of this severity adds to the risk of its session. */
    public int points() {
        return points;
    }

    /** The next lesser severity. */
    public Severity lowered() {
        return values()[Math.max(0, ordinal() - 1)];
    }

    /** The name in commands and rule files. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}
