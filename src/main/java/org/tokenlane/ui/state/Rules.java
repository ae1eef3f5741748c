package org.tokenlane.ui.state;

import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import org.tokenlane.detect.Detection;
import org.tokenlane.job.Work;

/** What the rules found in the open case. */
public interface Rules {

    /** What the rules found; null until they have run. */
    ReadOnlyObjectProperty<Detection> detection();

    /** Whether the rules run; they may have been stopped. */
    ReadOnlyBooleanProperty running();

    /**
     * The work of running them on a case as they would run now, without showing what they find: findings are in the
     * language that holds where the work is done.
     */
    Work<Detection> work(OpenCase of);

    /** Runs the rules on the case as it is now; what they found before is shown until they have run. */
    void detect();
}
