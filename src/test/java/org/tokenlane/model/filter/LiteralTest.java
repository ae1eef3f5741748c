package org.tokenlane.model.filter;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** A literal in bytes, at every place and beside every near miss. */
class LiteralTest {

    @Test
    void aLiteralIsFoundWhereverItIs() {
        for (String literal : List.of("a", "ab", "aab", "abaab", "baaab", "aaaa")) {
            for (int number = 0; number < 1 << 10; number++) {
                String text = Integer.toBinaryString(1 << 10 | number).substring(1).replace('0', 'a').replace('1', 'B');
                byte[] bytes = ('b' + text + 'a').getBytes(StandardCharsets.US_ASCII);
                assertThat(new Literal(literal).isIn(bytes, 1, bytes.length - 1)).as(literal + " in " + text)
                        .isEqualTo(text.toLowerCase(Locale.ROOT).contains(literal));
            }
        }
    }
}
