package org.tokenlane.ui.overview;

import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Region;
import org.tokenlane.correlate.Coverage;
import org.tokenlane.model.filter.Filter;
import org.tokenlane.ui.kit.Captions;
import org.tokenlane.ui.kit.Texts;
import org.tokenlane.ui.kit.Times;
import org.tokenlane.ui.kit.ValueMenu;
import org.tokenlane.ui.state.Display;
import org.tokenlane.ui.state.Navigation;

/** The logs with their number of events, period and files. */
final class SourcesGrid extends GridPane {

    SourcesGrid(Navigation navigation, Display display, List<OverviewViewModel.SourceLine> lines) {
        super(14, 5);
        String zone = Times.name(display.zone().get());
        addRow(0, Captions.muted(OverviewText.LOG), Captions.muted(OverviewText.EVENTS),
                Captions.muted(OverviewText.FIRST, zone), Captions.muted(OverviewText.LAST, zone),
                Captions.muted(OverviewText.DAYS_WITHOUT), Captions.muted(OverviewText.FILES),
                Captions.muted(OverviewText.RECORDS), Captions.muted(OverviewText.DUPLICATES),
                Captions.muted(OverviewText.REJECTED));
        int row = 1;
        for (OverviewViewModel.SourceLine line : lines) {
            Coverage.Source source = line.source();
            Label log = Captions.valueLabel(source.source().title());
            log.setOnContextMenuRequested(event -> ValueMenu
                    .of(navigation, new Filter.SourceIs(List.of(source.source())), source.source().title()).show(log,
                            event.getScreenX(), event.getScreenY()));
            Node[] cells = { log, number(source.events()),
                Captions.valueLabel(Times.seconds(source.first(), display.zone().get())),
                Captions.valueLabel(Times.seconds(source.last(), display.zone().get())), number(source.daysWithout()),
                number(line.files()), number(line.records()),
                number(line.duplicates()), number(line.rejected()) };
            addRow(row++, cells);
        }
        getChildren().forEach(cell -> keptWhole((Label) cell));
    }

    /** In a narrow window, names and times go on in a second line, so that no number is cut off. */
    private static void keptWhole(Label cell) {
        if (cell.getText().indexOf(' ') < 0) {
            cell.setMinWidth(Region.USE_PREF_SIZE);
        } else {
            Captions.wrapped(cell).setMinWidth(78);
        }
    }

    private static Label number(long number) {
        Label label = Captions.valueLabel(Texts.number(number));
        label.setMaxWidth(Double.MAX_VALUE);
        label.setAlignment(Pos.CENTER_RIGHT);
        return label;
    }
}
