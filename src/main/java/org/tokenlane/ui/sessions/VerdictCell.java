package org.tokenlane.ui.sessions;

import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.control.TreeTableCell;
import org.tokenlane.model.mark.Verdict;
import org.tokenlane.ui.kit.Texts;

/** The worst verdict on what was done in a session; "partly" where the session itself has none. */
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
        label.setText(whole ? Texts.sentence(verdict.name()) : "Partly " + verdict.word());
        label.getStyleClass().setAll("label", "verdict", "verdict-" + verdict.word());
        setGraphic(label);
        setTooltip(whole ? null
                : new Tooltip("Some of what was done here is marked " + verdict.word()
                        + " by its token, origin, address or the like"));
    }
}
