package org.tokenlane.ui.sessions;

import javafx.scene.control.Label;
import javafx.scene.control.TreeTableCell;
import org.tokenlane.model.mark.Verdict;
import org.tokenlane.ui.kit.Captions;

/** The worst verdict on the activity of a session, and whether it applies to only a part of it. */
final class VerdictCell extends TreeTableCell<SessionRow, Verdict> {

    private final SessionsViewModel model;
    private final Label label = new Label();

    VerdictCell(SessionsViewModel model) {
        this.model = model;
    }

    @Override
    protected void updateItem(Verdict verdict, boolean empty) {
        super.updateItem(verdict, empty);
        SessionRow row = getTableRow() == null ? null : getTableRow().getItem();
        if (empty || verdict == null || row == null) {
            setGraphic(null);
            setTooltip(null);
            return;
        }
        boolean whole = model.isWhole(row);
        Captions.value(label,
                whole ? verdict.text() : SessionsText.PARTLY.text(verdict.inside()));
        label.getStyleClass().setAll("label", "verdict", "verdict-" + verdict.word());
        setGraphic(label);
        setTooltip(whole ? null : Captions.tooltip(SessionsText.PARTLY_TIP, verdict.inside()));
    }
}
