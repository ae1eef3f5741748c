package org.tokenlane.ui.overview;

import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.VBox;
import org.tokenlane.model.state.CaseState;
import org.tokenlane.model.state.StateFact;
import org.tokenlane.model.state.StateWords;
import org.tokenlane.ui.kit.Captions;
import org.tokenlane.ui.kit.Texts;
import org.tokenlane.ui.kit.WrappedLabel;

/** How mailboxes are set, what sends mail elsewhere first; of very many settings the rest is only counted. */
final class SettingsGrid extends VBox {

    private static final int MOST_SETTINGS = 200;

    SettingsGrid(List<CaseState.Line> lines) {
        super(6);
        GridPane grid = new GridPane(16, 5);
        grid.setId("settings");
        double[] widths = { 18, 11, 12, 37, 22 };
        for (double width : widths) {
            ColumnConstraints column = new ColumnConstraints();
            column.setPercentWidth(width);
            grid.getColumnConstraints().add(column);
        }
        grid.addRow(0, Captions.muted(OverviewText.MAILBOX), Captions.muted(OverviewText.KIND),
                Captions.muted(OverviewText.RULE), Captions.muted(OverviewText.SETTING),
                Captions.muted(OverviewText.EXPORTED));
        int row = 1;
        for (CaseState.Line line : lines.stream()
                .sorted(Comparator.comparing(line -> StateWords.remark(line.fact()).isEmpty())).limit(MOST_SETTINGS)
                .toList()) {
            StateFact fact = line.fact();
            String remark = StateWords.remark(fact);
            VBox setting = new VBox(1, new WrappedLabel(Texts.oneLine(StateWords.of(fact))));
            if (!remark.isEmpty()) {
                setting.getChildren().add(new WrappedLabel(Texts.oneLine(remark), "import-warning"));
            }
            grid.addRow(row++, new WrappedLabel(Texts.oneLine(Objects.requireNonNullElse(fact.mailbox(), ""))),
                    new WrappedLabel(fact.kind().text()),
                    new WrappedLabel(Texts.oneLine(Objects.requireNonNullElse(fact.name(), ""))), setting,
                    new WrappedLabel(OverviewText.EXPORTED_IN.with(line.last().exported().words(),
                            Texts.oneLine(line.last().path()), Integer.toString(line.last().place().line())),
                            "muted"));
        }
        getChildren().addAll(new WrappedLabel(OverviewText.SETTINGS_LIMIT.with(), "muted"), grid);
        if (lines.size() > MOST_SETTINGS) {
            getChildren().add(Captions.muted(OverviewText.MORE_SETTINGS, lines.size() - MOST_SETTINGS));
        }
    }
}
