package org.tokenlane.ui.kit;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.text.Font;
import org.junit.jupiter.api.Test;

/** Where painted texts are cut. */
class TextWidthsTest {

    private final TextWidths widths = new TextWidths(Font.font("System", 12));

    @Test
    void aTextThatJustFitsIsWholeAndOneThatJustDoesNotIsCut() {
        double whole = widths.of("Operations");
        assertThat(widths.cut("Operations", whole)).isEqualTo("Operations");
        assertThat(widths.cut("Operations", whole - 0.01)).endsWith("…").startsWith("Oper").isNotEqualTo("Operations");
        assertThat(widths.of(widths.cut("Operations", whole - 0.01))).isLessThan(whole);
    }

    @Test
    void theCutIsAsFarAsThereIsRoom() {
        double room = widths.of("Oper…");
        assertThat(widths.cut("Operations", room)).isEqualTo("Oper…");
        assertThat(widths.cut("Operations", room - 0.01)).isEqualTo("Ope…");
        assertThat(widths.cut("Operations", widths.of("O…") - 0.01)).isEmpty();
        assertThat(widths.cut("", 0)).isEmpty();
    }

    @Test
    void aCharacterOfTwoUnitsIsNotCutInTwo() {
        String text = "ab😀cdefghijkl";
        for (double room = 0; room < widths.of(text); room++) {
            String cut = widths.cut(text, room);
            assertThat(cut.codePoints().noneMatch(c -> c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE))
                    .as(cut).isTrue();
        }
    }
}
