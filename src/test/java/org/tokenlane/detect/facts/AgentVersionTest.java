package org.tokenlane.detect.facts;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The main version of a browser, not that of the engine that it shares with others. */
class AgentVersionTest {

    @ParameterizedTest
    @CsvSource({ "Chrome/138.0 Safari/537.36 Edg/139.0,139", "Chrome/138.0 Safari/537.36,138",
        "Version/18.6 Safari/604.1,18", "Gecko/20100101 Firefox/142.0,142", "Version/18.6 Chrome/140.0,18",
        "python-requests/2.32,0" })
    void theBrowsersOwnVersionComesBeforeThatOfItsEngine(String agent, int version) {
        assertThat(AgentVersion.of(agent)).isEqualTo(version);
    }
}
