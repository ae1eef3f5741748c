package org.tokenlane.correlate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tokenlane.model.column.TextColumn;

class CodeIndexTest {

    @ParameterizedTest
    @ValueSource(ints = { 0, 1, 2, 3, 4, 7, 8, 9, 1_000, 4_097 })
    void everyTextIsFoundByItsCodeAndNoOther(int texts) {
        String[] values = IntStream.rangeClosed(0, texts).mapToObj(code -> code == 0 ? null : "id-" + code)
                .toArray(String[]::new);
        CodeIndex index = new CodeIndex(TextColumn.of(values));
        for (int code = 1; code <= texts; code++) {
            assertThat(index.of("id-" + code)).isEqualTo(code);
        }
        assertThat(index.of("id-0")).isZero();
        assertThat(index.of("id-" + (texts + 1))).isZero();
        assertThat(index.of("")).isZero();
    }

    @Test
    void textsWithTheSameHashAreToldApart() {
        assertThat("AaAa".hashCode()).isEqualTo("BBBB".hashCode()).isEqualTo("AaBB".hashCode());
        CodeIndex index = new CodeIndex(TextColumn.of(null, "AaAa", "BBBB", "AaBB"));
        assertThat(index.of("AaAa")).isEqualTo(1);
        assertThat(index.of("BBBB")).isEqualTo(2);
        assertThat(index.of("AaBB")).isEqualTo(3);
        assertThat(index.of("BBAa")).isZero();
    }

    @Test
    void ofEqualTextsTheFirstCounts() {
        assertThat(new CodeIndex(TextColumn.of(null, "a", "b", "a")).of("a")).isEqualTo(1);
    }
}
