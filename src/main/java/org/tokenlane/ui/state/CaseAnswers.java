package org.tokenlane.ui.state;

import java.util.List;
import javafx.beans.property.ReadOnlyObjectProperty;
import org.jspecify.annotations.Nullable;
import org.tokenlane.detect.answer.Answers;
import org.tokenlane.model.finding.Finding;
import org.tokenlane.report.HostileActivity;
import org.tokenlane.timeline.CaseOrigins;

/** The answers to the first questions of the incident in the open case. */
public interface CaseAnswers {

    /** The answers; null until there are any. */
    ReadOnlyObjectProperty<@Nullable Answers> answers();

    /** What is hostile in the open case, for other programs; nothing until there are answers. May be asked anywhere. */
    HostileActivity hostileActivity();

    /** What the rules found, as the answers rest on it. */
    ReadOnlyObjectProperty<List<Finding>> findings();

    /** How origins are drawn; of all unclear until there are answers. */
    ReadOnlyObjectProperty<CaseOrigins> origins();
}
