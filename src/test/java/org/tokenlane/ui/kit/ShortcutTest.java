package org.tokenlane.ui.kit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** Keys are unique, so that each means one thing. */
class ShortcutTest {

    @Test
    void eachKeyIsListedOnce() {
        assertThat(Arrays.stream(Shortcut.values()).map(Shortcut::keys)).doesNotHaveDuplicates();
    }
}
