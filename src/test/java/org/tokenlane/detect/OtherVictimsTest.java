package org.tokenlane.detect;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tokenlane.correlate.Correlation;
import org.tokenlane.detect.facts.AddressLookup;
import org.tokenlane.detect.likeness.Alike;
import org.tokenlane.detect.likeness.OtherVictims;
import org.tokenlane.ingest.RecordDetails;

/** Which other sessions are like a hostile one, and why. */
class OtherVictimsTest {

    private static final String BELA = "bela@contoso.example";

    @TempDir
    private Path folder;
    private Scene scene;

    @BeforeEach
    void open() {
        scene = new Scene(folder);
    }

    @AfterEach
    void close() {
        scene.close();
    }

    private List<Alike> alike() {
        scene.detection();
        return OtherVictims.of(
                Detection.facts(scene.caseFile(), Correlation.upToDate(scene.caseFile()), new RecordDetails(),
                        AddressLookup.NOTHING),
                List.of(Scene.SESSION));
    }

    private void hostile() {
        scene.signIn(Scene.ADELE, "2026-09-15T08:00:00", Scene.SESSION).from("203.0.113.77", "NL", 64510)
                .with("userAgent", "axios/1.7.2");
    }

    @Test
    void aSessionFromTheSameServerIsFirstWithItsReasons() {
        hostile();
        scene.signIn(BELA, "2026-09-16T09:00:00", Scene.OTHER_SESSION).from("203.0.113.77", "NL", 64510)
                .with("userAgent", "axios/1.7.2");
        assertThat(alike()).singleElement().satisfies(found -> {
            assertThat(found.sessionId()).isEqualTo(Scene.OTHER_SESSION);
            assertThat(found.upn()).isEqualTo(BELA);
            assertThat(found.points()).isEqualTo(80);
            assertThat(found.reasons()).containsExactly("IP address 203.0.113.77", "network AS64510",
                    "user agent axios/1.7.2");
            assertThat(found.events()).hasSize(3);
        });
    }

    @Test
    void anotherAddressOfTheNetworkWeighsLess() {
        hostile();
        scene.signIn(BELA, "2026-09-16T09:00:00", Scene.OTHER_SESSION).from("203.0.113.99", "NL", 64510);
        assertThat(alike()).singleElement().satisfies(found -> {
            assertThat(found.points()).isEqualTo(20);
            assertThat(found.reasons()).containsExactly("network AS64510");
        });
    }

    @Test
    void aSessionThatSharesNothingIsNotListed() {
        hostile();
        scene.signIn(BELA, "2026-09-16T09:00:00", Scene.OTHER_SESSION);
        assertThat(alike()).isEmpty();
    }

    @Test
    void whatEverybodyHasIsNoMark() {
        scene.signIn(Scene.ADELE, "2026-09-15T08:00:00", Scene.SESSION).from("203.0.113.77", "NL", 64510);
        for (int user = 0; user < 30; user++) {
            scene.signIn("user" + user + "@contoso.example", "2026-09-16T09:00:00",
                    String.format(Locale.ROOT, "00f00000-45a8-11c0-96d6-%012d", user))
                    .from("198.51.100." + (user + 1), "DK", 64520 + user);
        }
        assertThat(alike()).as("all have the same browser").isEmpty();
    }

    @Test
    void theUsersOwnSurroundingsAreNotTheStrangersPrint() {
        scene.everyday(Scene.ADELE, "192.0.2.10", "DK", 64496, null);
        scene.signIn(Scene.ADELE, "2026-09-15T07:55:00", Scene.SESSION);
        hostile();
        scene.signIn(BELA, "2026-09-16T09:00:00", Scene.OTHER_SESSION).from("192.0.2.10", "DK", 64496);
        assertThat(alike()).noneMatch(found -> found.sessionId().equals(Scene.OTHER_SESSION));
    }

    @Test
    void theSameInboxRuleJoinsTwoVictims() {
        hostile();
        scene.audit(Scene.ADELE, "2026-09-15T08:05:00", "Exchange", "New-InboxRule", Scene.SESSION, null)
                .with("ObjectId", "contoso\\adele\\..");
        scene.signIn(BELA, "2026-09-16T09:00:00", Scene.OTHER_SESSION).from("198.51.100.7", "PL", 64530);
        scene.audit(BELA, "2026-09-16T09:05:00", "Exchange", "New-InboxRule", Scene.OTHER_SESSION, null)
                .with("ObjectId", "contoso\\bela\\..");
        assertThat(alike()).singleElement()
                .satisfies(found -> assertThat(found.reasons()).contains("inbox rule or forwarding address .."));
    }
}
