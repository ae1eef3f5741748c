package org.tokenlane.ui.sessions;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.control.Tooltip;
import javafx.scene.control.TreeTableCell;
import javafx.util.Duration;
import org.tokenlane.model.finding.Finding;
import org.tokenlane.model.finding.Risk;
import org.tokenlane.ui.kit.Captions;
import org.tokenlane.ui.kit.SeverityMark;
import org.tokenlane.ui.kit.Texts;

/** A session's risk: the sum of its findings, and the most severe one by name; the tooltip lists all of them. */
final class RiskCell extends TreeTableCell<SessionRow, Risk> {

    @Override
    protected void updateItem(Risk risk, boolean empty) {
        super.updateItem(risk, empty);
        if (empty || risk == null || risk.because().isEmpty()) {
            setGraphic(null);
            Captions.value(this, "");
            setTooltip(null);
            return;
        }
        SeverityMark mark = new SeverityMark(risk.severity());
        Captions.value(mark, Texts.number(risk.points()));
        setGraphic(mark);
        Captions.value(this, words(risk));
        Tooltip tooltip = Captions.valueTooltip(reasons(risk));
        tooltip.setShowDuration(Duration.seconds(60));
        setTooltip(tooltip);
    }

    /** The most severe finding, and how many other rules there are. */
    static String words(Risk risk) {
        long rules = risk.because().stream().map(Finding::rule).distinct().count();
        return SessionsText.RISK_WORDS.text(risk.because().getFirst().title(), rules - 1);
    }

    /** Each rule that counts with its points, and those that say the same of the same events. */
    static String reasons(Risk risk) {
        List<String> lines = new ArrayList<>(List.of(SessionsText.RISK_SUM.text(risk.points())));
        risk.counted().forEach(finding -> lines
                .add(SessionsText.RISK_PART.text(finding.severity().points(), finding.title())));
        risk.notCounted().forEach(finding -> lines.add(SessionsText.RISK_SAME_EVENTS.text(finding.title())));
        return String.join("\n", lines);
    }
}
