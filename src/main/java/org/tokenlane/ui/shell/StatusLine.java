package org.tokenlane.ui.shell;

import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.LinkedHashSet;
import java.util.Set;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.util.StringConverter;
import org.tokenlane.ui.kit.Texts;
import org.tokenlane.ui.kit.Times;
import org.tokenlane.ui.state.Workbench;

/** The case, what the filter leaves of it, the zone of all times, and what went wrong last. */
final class StatusLine extends HBox {

    private final Workbench workbench;
    private final Label facts = new Label();

    StatusLine(Workbench workbench) {
        super(14);
        this.workbench = workbench;
        getStyleClass().add("status-line");
        setAlignment(Pos.CENTER_LEFT);
        setPadding(new Insets(2, 10, 2, 10));
        Label problem = new Label();
        problem.setId("problem");
        problem.textProperty().bind(workbench.problem());
        problem.setMaxWidth(Double.MAX_VALUE);
        problem.setMinWidth(0);
        HBox.setHgrow(problem, Priority.ALWAYS);
        facts.setId("status");
        facts.setMinWidth(USE_PREF_SIZE);
        getChildren().addAll(facts, problem, new Label("Times in"), zones());
        workbench.openCase().addListener((property, before, now) -> describe());
        workbench.matching().addListener((property, before, now) -> describe());
        describe();
    }

    private void describe() {
        var open = workbench.openCase().get();
        facts.setText(open == null ? "No case is open"
                : open.name() + "   ·   " + Texts.number(workbench.matching().get().events().length) + " of "
                        + Texts.count(open.events().size(), "event") + "   ·   "
                        + Texts.count(open.sessions().size(), "session"));
    }

    private ComboBox<ZoneId> zones() {
        Set<ZoneId> zones = new LinkedHashSet<>();
        zones.add(ZoneOffset.UTC);
        if (!ZoneId.systemDefault().normalized().equals(ZoneOffset.UTC)) {
            zones.add(ZoneId.systemDefault());
        }
        ZoneId.getAvailableZoneIds().stream()
                .filter(id -> id.contains("/") && !id.startsWith("Etc/") && !id.startsWith("SystemV/")).sorted()
                .map(ZoneId::of)
                .forEach(zones::add);
        ComboBox<ZoneId> box = new ComboBox<>();
        box.setId("zone");
        box.getItems().setAll(zones);
        box.setConverter(new StringConverter<>() {
            @Override
            public String toString(ZoneId zone) {
                return zone == null ? "" : Times.name(zone);
            }

            @Override
            public ZoneId fromString(String text) {
                return ZoneId.of(text);
            }
        });
        box.valueProperty().bindBidirectional(workbench.zone());
        box.setTooltip(new Tooltip(
                "The zone of all times in the window. The case, exports and commands are in UTC whatever stands here."));
        return box;
    }
}
