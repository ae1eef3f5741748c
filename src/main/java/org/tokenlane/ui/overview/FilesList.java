package org.tokenlane.ui.overview;

import java.util.List;
import javafx.scene.control.Hyperlink;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;
import org.tokenlane.model.evidence.Evidence;
import org.tokenlane.model.evidence.ImportWarning;
import org.tokenlane.ui.kit.Captions;
import org.tokenlane.ui.kit.Texts;
import org.tokenlane.ui.kit.WrappedLabel;

/** Every file with its warnings; of very many files without any the rest is only counted. */
final class FilesList extends VBox {

    private static final int MOST_FILES = 200;

    /** @param evidence shows the files with their hashes */
    FilesList(List<OverviewViewModel.FileLine> files, Runnable evidence) {
        super(6);
        setId("evidence-list");
        Hyperlink hashes = Captions.link(OverviewText.HASHES, files.size());
        hashes.setId("open-evidence");
        hashes.setOnAction(event -> evidence.run());
        getChildren().add(hashes);
        int shown = 0;
        for (OverviewViewModel.FileLine line : files) {
            if (line.warnings().isEmpty() && shown >= MOST_FILES) {
                continue;
            }
            shown++;
            Evidence file = line.file();
            VBox entry = new VBox(1, new WrappedLabel(Texts.oneLine(file.path())),
                    new WrappedLabel(OverviewText.FILE_ACCOUNT.with(file.records(), file.stored(), file.duplicates(),
                            file.rejected(), line.recognizedAs()), "muted"));
            for (ImportWarning warning : line.warnings()) {
                WrappedLabel words = new WrappedLabel(OverviewText.WARNING.with(warning.text()), "import-warning");
                words.setGraphic(new FontIcon("bi-exclamation-triangle"));
                entry.getChildren().add(words);
            }
            getChildren().add(entry);
        }
        if (shown < files.size()) {
            getChildren().add(Captions.muted(OverviewText.MORE_FILES, files.size() - shown));
        }
    }
}
