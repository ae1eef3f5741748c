package org.tokenlane.ui.sessions;

import java.util.LinkedHashMap;
import java.util.Map;
import javafx.scene.control.Tooltip;
import javafx.scene.control.TreeTableCell;
import javafx.util.Duration;
import org.tokenlane.model.finding.Finding;
import org.tokenlane.model.finding.Risk;
import org.tokenlane.ui.kit.SeverityMark;
import org.tokenlane.ui.kit.Texts;

/** A session's risk: the sum of its findings with the heaviest of them in words; all of them on hovering. */
final class RiskCell extends TreeTableCell<SessionRow, Risk> {

    @Override
    protected void updateItem(Risk risk, boolean empty) {
        super.updateItem(risk, empty);
        if (empty || risk == null || risk.because().isEmpty()) {
            setGraphic(null);
            setText("");
            setTooltip(null);
            return;
        }
        SeverityMark mark = new SeverityMark(risk.severity());
        mark.setText(Texts.number(risk.points()));
        setGraphic(mark);
        setText(words(risk));
        Tooltip tooltip = new Tooltip(reasons(risk));
        tooltip.setWrapText(true);
        tooltip.setMaxWidth(620);
        tooltip.setShowDuration(Duration.seconds(60));
        setTooltip(tooltip);
    }

    /** The heaviest finding, and how many rules more. */
    static String words(Risk risk) {
        long rules = risk.because().stream().map(Finding::rule).distinct().count();
        return risk.because().getFirst().title() + (rules > 1 ? ", and " + (rules - 1) + " more" : "");
    }

    private static String reasons(Risk risk) {
        Map<String, Finding> byRule = new LinkedHashMap<>();
        risk.because().forEach(finding -> byRule.putIfAbsent(finding.rule(), finding));
        StringBuilder text = new StringBuilder("Risk " + risk.points() + " is the sum of:");
        byRule.values().forEach(
                finding -> text.append("\n+").append(finding.severity().points()).append("  ").append(finding.title()));
        return text.toString();
    }
}
