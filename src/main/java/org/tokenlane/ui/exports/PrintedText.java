package org.tokenlane.ui.exports;

import java.util.ArrayList;
import java.util.List;
import javafx.print.PageLayout;
import javafx.print.PrinterJob;
import javafx.scene.layout.VBox;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;
import javafx.scene.text.Text;
import org.tokenlane.ui.kit.Captions;

/** A text on pages of paper, black on white, a line that is too long on further lines. */
final class PrintedText {

    private static final double SIZE = 10;

    private final List<VBox> pages = new ArrayList<>();
    private final PageLayout layout;

    PrintedText(String text, PageLayout layout) {
        this.layout = layout;
        VBox page = new VBox();
        double left = layout.getPrintableHeight();
        for (String line : text.split("\n", -1)) {
            Text words = Captions.valueText(line);
            words.setFont(Font.font(SIZE));
            words.setFill(Color.BLACK);
            words.setWrappingWidth(layout.getPrintableWidth());
            double height = words.getLayoutBounds().getHeight();
            if (height > left && !page.getChildren().isEmpty()) {
                pages.add(page);
                page = new VBox();
                left = layout.getPrintableHeight();
            }
            page.getChildren().add(words);
            left -= height;
        }
        pages.add(page);
    }

    List<VBox> pages() {
        return pages;
    }

    /** Tells whether every page was handed to the printer. */
    boolean print(PrinterJob job) {
        return pages.stream().allMatch(page -> job.printPage(layout, page));
    }
}
