package org.tokenlane.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tokenlane.detect.Scene;
import org.tokenlane.query.CaseEvents;

/** The zone that is proposed is that of the country in which a user signed in on most days. */
class UsualZonesTest {

    private static final String OTHER = "bo@contoso.example";

    @TempDir
    private Path folder;
    private Scene scene;

    @BeforeEach
    void begin() {
        scene = new Scene(folder);
    }

    @AfterEach
    void end() {
        scene.close();
    }

    private void signIns(String upn, String country, int firstDay, int days) {
        for (int day = firstDay; day < firstDay + days; day++) {
            scene.signIn(upn, "2026-09-%02dT08:00:00".formatted(day), Scene.SESSION).from("192.0.2.7", country, 64500);
        }
    }

    private UsualZones.Usual usual() {
        CaseEvents events = scene.facts().events();
        return UsualZones.of(events, IntStream.range(0, events.size()).toArray());
    }

    @ParameterizedTest
    @CsvSource({ "2, false", "3, true" })
    void threeDaysMakeAHabit(int days, boolean proposed) {
        signIns(Scene.ADELE, "DK", 7, days);
        assertThat(usual() != null).isEqualTo(proposed);
    }

    @Test
    void theCountryOfOneZoneGivesIt() {
        signIns(Scene.ADELE, "DK", 7, 4);
        assertThat(usual()).isEqualTo(new UsualZones.Usual(Scene.ADELE, "DK", 4, 4,
                List.of(ZoneId.of("Europe/Copenhagen"))));
    }

    @Test
    void aCountryOfManyZonesGivesAllOfThem() {
        signIns(Scene.ADELE, "US", 7, 3);
        assertThat(usual().zones()).hasSizeGreaterThan(10).contains(ZoneId.of("America/New_York"),
                ZoneId.of("America/Los_Angeles"));
    }

    @Test
    void whoeverOnlyTriedToSignInDoesNotWorkThere() {
        signIns(Scene.ADELE, "DK", 7, 3);
        for (int day = 10; day < 20; day++) {
            scene.signIn(Scene.ADELE, "2026-09-%02dT08:00:00".formatted(day), Scene.SESSION)
                    .from("198.51.100.9", "CN", 64501).failed(50126);
        }
        assertThat(usual().country()).isEqualTo("DK");
        assertThat(usual().allDays()).isEqualTo(3);
    }

    @Test
    void daysCountAndNotSignIns() {
        signIns(Scene.ADELE, "DK", 7, 3);
        for (int minute = 0; minute < 20; minute++) {
            scene.signIn(Scene.ADELE, "2026-09-15T08:%02d:00".formatted(minute), Scene.OTHER_SESSION)
                    .from("198.51.100.9", "RO", 64501);
        }
        assertThat(usual().country()).isEqualTo("DK");
        assertThat(usual().days()).isEqualTo(3);
        assertThat(usual().allDays()).isEqualTo(4);
    }

    @ParameterizedTest
    @CsvSource({ "0, true", "1, false" })
    void moreThanHalfOfTheDaysAreNeeded(int furtherDays, boolean proposed) {
        signIns(Scene.ADELE, "DK", 1, 3);
        signIns(Scene.ADELE, "RO", 11, 2);
        signIns(Scene.ADELE, "SE", 21, furtherDays);
        // 3 of 5 days, 3 of 6
        assertThat(usual() != null).isEqualTo(proposed);
    }

    @Test
    void ofSeveralUsersNothingIsSaid() {
        signIns(Scene.ADELE, "DK", 7, 4);
        signIns(OTHER, "DK", 7, 4);
        assertThat(usual()).isNull();
    }

    @Test
    void everyCountryOfTheTableIsKnownByTwoLetters() {
        assertThat(UsualZones.ofCountry("DK")).containsExactly(ZoneId.of("Europe/Copenhagen"));
        assertThat(UsualZones.ofCountry("Denmark")).isEmpty();
    }
}
