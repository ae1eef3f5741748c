package org.tokenlane.ui.timeline;

import java.nio.file.Path;
import java.util.List;
import javafx.scene.control.MenuButton;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.ToggleGroup;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import org.kordamp.ikonli.javafx.FontIcon;
import org.tokenlane.model.text.TextKey;
import org.tokenlane.report.document.PictureTheme;
import org.tokenlane.report.document.StoryPicture.Format;
import org.tokenlane.report.pdf.StoryPng;
import org.tokenlane.report.pdf.TimelinePng;
import org.tokenlane.ui.kit.Captions;
import org.tokenlane.ui.kit.Dialogs;
import org.tokenlane.ui.kit.FileKind;

/** The picture for somebody who does not know the program, one click away from the lanes. */
final class PictureMenu extends MenuButton {

    private static final int NARROW = 1_020;
    private static final int WIDE = 4_080;

    private final ToggleGroup themes = new ToggleGroup();
    private final ToggleGroup widths = new ToggleGroup();

    /** @param lanes saves the lanes as the report draws them */
    PictureMenu(PictureOutput output, Dialogs dialogs, Runnable lanes) {
        setId("picture");
        setGraphic(new FontIcon("bi-image"));
        Captions.tip(this, TimelineText.PICTURE);
        Captions.accessible(this, TimelineText.PICTURE);
        getItems().addAll(
                Captions.action(TimelineText.COPY_SCREEN,
                        () -> output.copy(Format.SCREEN, theme(), PictureMenu::toClipboard)),
                Captions.action(TimelineText.COPY_A4, () -> output.copy(Format.A4, theme(), PictureMenu::toClipboard)),
                Captions.action(TimelineText.SAVE_SCREEN, () -> save(output, dialogs, Format.SCREEN)),
                Captions.action(TimelineText.SAVE_A4, () -> save(output, dialogs, Format.A4)),
                Captions.action(TimelineText.SAVE_LANES, lanes), new SeparatorMenuItem(),
                choice(themes, PictureTheme.LIGHT, true, TimelineText.LIGHT),
                choice(themes, PictureTheme.DARK, false, TimelineText.DARK), new SeparatorMenuItem());
        for (int width : new int[] { NARROW, TimelinePng.USUAL_WIDTH, WIDE }) {
            getItems().add(choice(widths, width, width == TimelinePng.USUAL_WIDTH, TimelineText.LANES_WIDE, width));
        }
    }

    private static RadioMenuItem choice(ToggleGroup group, Object value, boolean first, TextKey key,
            Object... arguments) {
        RadioMenuItem item = Captions.radioItem(key, arguments);
        item.setToggleGroup(group);
        item.setUserData(value);
        item.setSelected(first);
        return item;
    }

    /** The colors that pictures are drawn in, whatever the window's are. */
    PictureTheme theme() {
        return (PictureTheme) themes.getSelectedToggle().getUserData();
    }

    /** How many pixels wide the lanes are saved. */
    int width() {
        return (Integer) widths.getSelectedToggle().getUserData();
    }

    private void save(PictureOutput output, Dialogs dialogs, Format format) {
        Path file = dialogs.fileToWrite(TimelineText.SAVE_PICTURE.with(),
                format == Format.A4 ? "attack-a4.png" : "attack.png",
                List.of(new FileKind(TimelineText.PNG, "*.png")));
        if (file != null) {
            output.save(format, theme(), file);
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
