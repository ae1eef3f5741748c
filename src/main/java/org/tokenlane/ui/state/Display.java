package org.tokenlane.ui.state;

import java.time.ZoneId;
import java.time.ZoneOffset;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.tokenlane.timeline.WorkingHours;

/** How things are shown. */
public final class Display {

    private final ObjectProperty<ZoneId> zone = new SimpleObjectProperty<>(ZoneOffset.UTC);
    private final BooleanProperty dark = new SimpleBooleanProperty(true);
    private final BooleanProperty reducedMotion = new SimpleBooleanProperty();

    private final ObjectProperty<WorkingHours> hours = new SimpleObjectProperty<>(WorkingHours.USUAL);

    Display() {
    }

    /** The zone in which times are shown. */
    public ObjectProperty<ZoneId> zone() {
        return zone;
    }

    /** When people usually work; the rest is shaded. */
    public ObjectProperty<WorkingHours> hours() {
        return hours;
    }

    /** Whether nothing slides: what opens is there at once. */
    public BooleanProperty reducedMotion() {
        return reducedMotion;
    }

    public BooleanProperty dark() {
        return dark;
    }
}
