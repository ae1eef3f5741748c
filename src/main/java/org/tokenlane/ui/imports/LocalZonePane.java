package org.tokenlane.ui.imports;

import java.time.ZoneId;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.ComboBox;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.tokenlane.ui.kit.Captions;
import org.tokenlane.ui.kit.Texts;
import org.tokenlane.ui.kit.WrappedLabel;

/** Where the analyst says of which zone the local times in the files are. Nothing is assumed. */
final class LocalZonePane extends VBox {

    private static final int ZONES_SHOWN = 15;

    private final ImportViewModel model;
    private final ComboBox<Choice> zones = new ComboBox<>();

    /** A zone; null for none. */
    private record Choice(@Nullable ZoneId zone) {
    }

    LocalZonePane(ImportViewModel model) {
        super(6);
        this.model = model;
        setId("local-zone");
        zones.setId("local-zone-choice");
        zones.setVisibleRowCount(ZONES_SHOWN);
        zones.setConverter(Captions.words(choice -> choice == null || choice.zone() == null
                ? ImportsText.NO_ZONE.text()
                : choice.zone().getId()));
        zones.getItems().add(new Choice(null));
        ZoneId.getAvailableZoneIds().stream().filter(LocalZonePane::isRegion).sorted()
                .forEach(id -> zones.getItems().add(new Choice(ZoneId.of(id))));
        zones.valueProperty().addListener(
                (property, before, now) -> model.localZone(now == null ? null : now.zone()));
        show();
    }

    /** Of the many names of zones those that people use: regions with a city, and UTC. */
    private static boolean isRegion(String id) {
        return id.equals("UTC")
                || id.matches("(Africa|America|Antarctica|Asia|Atlantic|Australia|Europe|Indian|Pacific)/.*");
    }

    /** Asks where a file that is about to be imported gives local time. */
    void show() {
        List<String> files = model.phase().get() == ImportViewModel.Phase.READY ? model.inLocalTime() : List.of();
        getChildren().clear();
        setVisible(!files.isEmpty());
        setManaged(!files.isEmpty());
        if (files.isEmpty()) {
            return;
        }
        zones.getSelectionModel().select(new Choice(model.localZone()));
        HBox row = new HBox(8, Captions.label(ImportsText.ZONE), zones);
        row.setAlignment(Pos.CENTER_LEFT);
        getChildren().addAll(
                new WrappedLabel(ImportsText.LOCAL_TIME.with(files.size(), Texts.oneLine(files.getFirst())),
                        "import-warning"),
                row);
    }
}
