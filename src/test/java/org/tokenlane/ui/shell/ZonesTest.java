package org.tokenlane.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

/** A zone is typed by its name or offset, and this computer's is proposed first. */
class ZonesTest {

    @Test
    void utcAndTheComputersZoneComeFirst() {
        assertThat(Zones.list()).startsWith(ZoneOffset.UTC, ZoneId.systemDefault()).doesNotHaveDuplicates();
    }

    @Test
    void aZoneIsMeantByNameOffsetOrTheOnlyNameThatFits() {
        assertThat(Zones.of("europe/copenhagen")).isEqualTo(ZoneId.of("Europe/Copenhagen"));
        assertThat(Zones.of("Copenh")).isEqualTo(ZoneId.of("Europe/Copenhagen"));
        assertThat(Zones.of("new york")).isEqualTo(ZoneId.of("America/New_York"));
        assertThat(Zones.of("+2")).isEqualTo(ZoneOffset.ofHours(2));
        assertThat(Zones.of("UTC-03:30")).isEqualTo(ZoneOffset.ofHoursMinutes(-3, -30));
        assertThat(Zones.of("Europe")).as("many fit").isNull();
        assertThat(Zones.of("+19")).as("no such offset").isNull();
        assertThat(Zones.of("")).isNull();
        assertThat(Zones.fitting("europe cop")).containsExactly(ZoneId.of("Europe/Copenhagen"));
    }
}
