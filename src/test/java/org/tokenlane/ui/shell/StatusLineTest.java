package org.tokenlane.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** How much room a case's name gets in the line below the window's contents. */
class StatusLineTest {

    @Test
    void aLongNameLeavesRoomForWhatIsBesideIt() {
        String longest = "x".repeat(StatusLine.LONGEST_NAME);
        assertThat(StatusLine.shortened(longest)).isEqualTo(longest);
        assertThat(StatusLine.shortened(longest + "y")).isEqualTo("x".repeat(StatusLine.LONGEST_NAME - 1) + "…");
        assertThat(StatusLine.shortened("")).isEmpty();
    }

    @Test
    void aLetterOfTwoUnitsIsNotCutInTwo() {
        String longest = "😀".repeat(StatusLine.LONGEST_NAME);
        assertThat(StatusLine.shortened(longest)).isEqualTo(longest);
        assertThat(StatusLine.shortened(longest + "😀")).isEqualTo("😀".repeat(StatusLine.LONGEST_NAME - 1) + "…");
    }
}
