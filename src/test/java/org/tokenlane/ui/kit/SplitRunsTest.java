package org.tokenlane.ui.kit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import javafx.scene.shape.LineTo;
import javafx.scene.text.Font;
import javafx.scene.text.Text;
import org.junit.jupiter.api.Test;

/** Right-to-left text over several lines. */
class SplitRunsTest {

    private static final String HEBREW = "דניאל־אליהו בן־שחר";
    private static final String ARABIC = "تقرير الميزانية السنوية ٢٠٢٧ (نهائي)";

    @Test
    void aRightToLeftWordThatIsWiderThanItsLineIsBroken() {
        SplitRuns.shapeEachPart();
        for (String word : HEBREW.split(" ")) {
            double whole = text(word, 0).getLayoutBounds().getWidth();
            double line = text(word, 0).getLayoutBounds().getHeight();
            for (int width = 1; width < whole; width++) {
                assertThat(text(word, width).getLayoutBounds().getHeight()).as("%s at %s", word, width)
                        .isGreaterThan(line);
            }
            assertThat(text(word, whole + 1).getLayoutBounds().getHeight()).isEqualTo(line);
        }
    }

    @Test
    void eachLineOfRightToLeftTextHasOnlyItsOwnWords() {
        SplitRuns.shapeEachPart();
        for (String words : new String[] { HEBREW, ARABIC, ARABIC + ".xlsx", "The file " + ARABIC + " was read" }) {
            Text half = text(words, text(words, 0).getLayoutBounds().getWidth() * 0.6);
            double end = Arrays.stream(half.rangeShape(0, words.length())).filter(LineTo.class::isInstance)
                    .mapToDouble(point -> ((LineTo) point).getX()).max().orElseThrow();
            assertThat(end).as(words).isPositive().isLessThanOrEqualTo(half.getWrappingWidth() + 1);
        }
    }

    private static Text text(String words, double width) {
        Text text = new Text(words);
        text.setFont(Font.font("System", 13));
        text.setWrappingWidth(width);
        return text;
    }
}
