package org.tokenlane.ui.kit;

import javafx.scene.control.Label;
import org.kordamp.ikonli.javafx.FontIcon;
import org.tokenlane.model.finding.Severity;

/** A severity as colour, sign and word, so that it is told without colours too. */
public final class SeverityMark extends Label {

    public SeverityMark(Severity severity) {
        super(word(severity), new FontIcon(switch (severity) {
        case HIGH -> "bi-exclamation-octagon-fill";
        case MEDIUM -> "bi-exclamation-triangle-fill";
        case LOW -> "bi-exclamation-circle";
        case INFO -> "bi-info-circle";
        }));
        getStyleClass().addAll("severity", severity.id());
        setMinWidth(USE_PREF_SIZE);
    }

    /** {@code High}. */
    public static String word(Severity severity) {
        return severity.text();
    }
}
