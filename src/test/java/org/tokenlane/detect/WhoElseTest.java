package org.tokenlane.detect;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.tokenlane.detect.answer.Question;

/** A session that resembles the attacker's is named with what speaks against it. */
class WhoElseTest extends AttackedAccount {

    private static final String BELA = "bela@contoso.example";
    private static final String AGENT = "axios/1.7.2";

    private String alike(String ip) {
        scene.signIn(Scene.ADELE, "2026-09-15T08:10:00", Scene.SESSION).from(ATTACKER, "US", 64511).with("userAgent",
                AGENT);
        scene.signIn(BELA, "2026-09-16T09:00:00", Scene.OTHER_SESSION).from(ip, "DK", 64496).with("userAgent", AGENT);
        return answers().to(Question.WHO_ELSE).lines().stream().map(line -> line.text())
                .filter(text -> text.contains(Scene.OTHER_SESSION)).findFirst().orElseThrow();
    }

    @Test
    void whoIsAtHomeInTheNetworkHasThatBesideTheResemblance() {
        scene.everyday(BELA, "192.0.2.10", "DK", 64496, null);
        assertThat(alike("192.0.2.10")).contains(BELA, AGENT, "192.0.2.0/24");
    }

    @Test
    void aSessionFromANetworkNewToTheUserHasNothingAgainstIt() {
        scene.everyday(BELA, "192.0.2.10", "DK", 64496, null);
        assertThat(alike("198.51.100.9")).contains(BELA, AGENT).doesNotContain("/24").endsWith(".");
    }
}
