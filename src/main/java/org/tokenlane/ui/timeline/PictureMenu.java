package org.tokenlane.ui.timeline;

import java.nio.file.Path;
import java.util.List;
import javafx.scene.control.MenuButton;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import org.kordamp.ikonli.javafx.FontIcon;
import org.tokenlane.report.document.StoryPicture.Format;
import org.tokenlane.report.pdf.StoryPng;
import org.tokenlane.ui.kit.Captions;
import org.tokenlane.ui.kit.Dialogs;
import org.tokenlane.ui.kit.FileKind;

/** The picture for somebody who does not know the program, one click away from the lanes. */
final class PictureMenu extends MenuButton {

    PictureMenu(PictureOutput output, Dialogs dialogs) {
        setId("picture");
        setGraphic(new FontIcon("bi-image"));
        Captions.tip(this, TimelineText.PICTURE);
        Captions.accessible(this, TimelineText.PICTURE);
        getItems().addAll(
                Captions.action(TimelineText.COPY_SCREEN, () -> output.copy(Format.SCREEN, PictureMenu::toClipboard)),
                Captions.action(TimelineText.COPY_A4, () -> output.copy(Format.A4, PictureMenu::toClipboard)),
                Captions.action(TimelineText.SAVE_SCREEN, () -> save(output, dialogs, Format.SCREEN)),
                Captions.action(TimelineText.SAVE_A4, () -> save(output, dialogs, Format.A4)));
    }

    private static void save(PictureOutput output, Dialogs dialogs, Format format) {
        Path file = dialogs.fileToWrite(TimelineText.SAVE_PICTURE.with(),
                format == Format.A4 ? "attack-a4.png" : "attack.png",
                List.of(new FileKind(TimelineText.PNG, "*.png")));
        if (file != null) {
            output.save(format, file);
        }
    }

    private static void toClipboard(StoryPng.Pixels pixels) {
        WritableImage image = new WritableImage(pixels.width(), pixels.height());
        image.getPixelWriter().setPixels(0, 0, pixels.width(), pixels.height(), PixelFormat.getIntArgbInstance(),
                pixels.argb(), 0, pixels.width());
        ClipboardContent content = new ClipboardContent();
        content.putImage(image);
        Clipboard.getSystemClipboard().setContent(content);
    }
}
