package org.tokenlane.ui.sessions;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.control.TreeTableCell;
import org.tokenlane.ui.kit.Captions;
import org.tokenlane.ui.kit.Palette;
import org.tokenlane.ui.state.Display;

/** A session's operations by workload, as a bar. */
final class WorkloadCell extends TreeTableCell<SessionRow, SessionRow> {

    private static final double HEIGHT = 12;
    /** A workload has the same colour in every row. */
    private static final List<String> ORDER = List.of("Exchange", "SharePoint", "OneDrive", "MicrosoftTeams",
            "MicrosoftGraph", "Entra", "AzureActiveDirectory");

    private final Display display;
    private final SessionsViewModel model;
    private final Canvas canvas = new Canvas(96, HEIGHT);

    WorkloadCell(Display display, SessionsViewModel model) {
        this.display = display;
        this.model = model;
    }

    @Override
    protected void updateItem(SessionRow row, boolean empty) {
        super.updateItem(row, empty);
        if (empty || row == null || row.facts() == null || row.facts().operations() == 0) {
            setGraphic(null);
            setTooltip(null);
            return;
        }
        SessionsViewModel.Drawn drawn = model.drawn(row.facts());
        Map<String, Integer> shares = drawn.byWorkload();
        GraphicsContext graphics = canvas.getGraphicsContext2D();
        graphics.clearRect(0, 0, canvas.getWidth(), HEIGHT);
        Palette palette = Palette.of(display.dark().get());
        double all = shares.values().stream().mapToInt(Integer::intValue).sum();
        double x = 0;
        for (Map.Entry<String, Integer> share : shares.entrySet()) {
            int place = ORDER.indexOf(share.getKey());
            double wide = canvas.getWidth() * share.getValue() / all;
            graphics.setFill(palette.kind(place < 0 ? ORDER.size() : place));
            graphics.fillRect(x, 0, Math.max(1, wide - 1), HEIGHT);
            x += wide;
        }
        setGraphic(canvas);
        List<String> words = new ArrayList<>();
        shares.forEach((workload, count) -> words.add(SessionsText.WORKLOAD.text(workload, count)));
        if (drawn.inferred() > 0) {
            words.add(SessionsText.INFERRED.text(drawn.inferred()));
        }
        Captions.valueTip(this, String.join("\n", words));
    }
}
