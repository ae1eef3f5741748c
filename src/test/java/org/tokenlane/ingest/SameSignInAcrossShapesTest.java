package org.tokenlane.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tokenlane.ingest.shape.SignInFacts;
import org.tokenlane.model.event.EventField;
import org.tokenlane.query.CaseEvents;

/**
 * One sign-in, exported in every shape, is one event that knows all that any of them tells, whatever the order they
 * come in.
 */
class SameSignInAcrossShapesTest {

    private static final List<String> EXPORTS = List.of("entra/signin-portal-57.csv", "entra/signin-graph-v1.json",
            "entra/signin-graph-beta.json",
            "entra/signin-portal.json",
            "entra/signin-sdk.json", "entra/signin-sdk.csv", "entra/signin-la-signinlogs.csv",
            "entra/signin-la-signinlogs-union.csv", "entra/signin-diagnostic.jsonl",
            "defender/signin-entraid.csv", "defender/signin-aadbeta.csv", "defender/signin-stream.jsonl");

    @TempDir
    private Path folder;

    @Test
    void itIsOneEventWithEveryFact() throws IOException {
        Set<String> outcomes = new LinkedHashSet<>();
        for (long seed = 0; seed < 4; seed++) {
            List<String> order = new ArrayList<>(EXPORTS);
            Collections.shuffle(order, new Random(seed));
            Path own = java.nio.file.Files.createDirectory(folder.resolve("case" + seed));
            try (TestCase test = new TestCase(own)) {
                for (String export : order) {
                    try (InputStream in = getClass().getResourceAsStream("/ingest/" + export)) {
                        test.loadOne(test.write(export.substring(export.indexOf('/') + 1), in.readAllBytes()));
                    }
                }
                outcomes.add(described(test.events()));
            }
        }
        assertThat(outcomes).as("the same whatever the order").hasSize(1);
        assertThat(outcomes.iterator().next()).contains("UTI=" + SignInFacts.UTI,
                "SESSION_ID=00c46fa3-45a8-11c0-96d6-32c905791857", "ASN=64511", "DEVICE_NAME=LAPTOP-7",
                "TOKEN_BINDING=unbound");
    }

    private static String described(CaseEvents events) {
        StringBuilder found = new StringBuilder();
        int same = 0;
        for (int event = 0; event < events.size(); event++) {
            if (SignInFacts.REQUEST_ID.equals(events.text(EventField.REQUEST_ID, event))) {
                same++;
                assertThat(events.time(event)).isEqualTo(SignInFacts.TIME);
                assertThat(events.places(event)).as("every raw record stays reachable")
                        .hasSizeGreaterThanOrEqualTo(EXPORTS.size());
                for (EventField field : EventField.values()) {
                    found.append(field).append('=').append(events.text(field, event)).append('\n');
                }
            }
        }
        assertThat(same).as("the sign-in is one event").isEqualTo(1);
        return found.toString();
    }
}
