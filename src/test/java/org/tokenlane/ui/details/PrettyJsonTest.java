package org.tokenlane.ui.details;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A record is broken over lines for reading and otherwise left as it stands in the evidence. */
class PrettyJsonTest {

    @Test
    void everyFieldStandsOnALineOfItsOwn() {
        assertThat(PrettyJson.of("{\"a\":1,\"b\":{\"c\":[1,2],\"d\":{}}}"))
                .isEqualTo(
                        "{\n  \"a\": 1,\n  \"b\": {\n    \"c\": [\n      1,\n      2\n    ],\n    \"d\": {}\n  }\n}");
    }

    @Test
    void jsonInsideACellIsBrokenToo() {
        assertThat(PrettyJson.of("x,\"{\"\"a\"\":\"\"b, c\"\"}\",y"))
                .isEqualTo("x,\"\n{\n  \"\"a\"\": \"\"b, c\"\"\n}\",y");
    }

    @ParameterizedTest
    @ValueSource(strings = { "{\"a\":\"x{y,z\\\"}\"}", "{\"cut\":\"off", "a,b,c", "{{{{]]]]",
        "x,\"{\"\"q\"\":\"\"a\"\"\"\"b\"\"}\"", "" })
    void nothingButWhiteSpaceIsAddedWhateverTheTextIs(String raw) {
        assertThat(PrettyJson.of(raw).replaceAll("\\s", "")).isEqualTo(raw.replaceAll("\\s", ""));
    }
}
