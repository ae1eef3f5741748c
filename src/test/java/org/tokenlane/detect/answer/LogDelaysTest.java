package org.tokenlane.detect.answer;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tokenlane.model.event.LogSource;
import org.tokenlane.model.event.TimeQuality;
import org.tokenlane.query.StoredRows;

/** How late records arrive. */
class LogDelaysTest {

    @Test
    void theMedianIsTheMiddleOneOrTheMeanOfTwo() {
        assertThat(LogDelays.median(new long[] { 1, 5, 100 })).isEqualTo(5);
        assertThat(LogDelays.median(new long[] { 1, 5, 9, 100 })).isEqualTo(7);
        assertThat(LogDelays.median(new long[] { 3 })).isEqualTo(3);
    }

    @Test
    void aLogHasItsMedianAndLongestDelayOfAllRecordsThatSayWhenTheyArrived(@TempDir Path folder) {
        try (StoredRows rows = new StoredRows(folder)) {
            for (int number = 17; number > 0; number--) {
                rows.row(StoredRows.event("k" + number).time(100, TimeQuality.READ, 0).recordedAt(100 + number));
            }
            rows.row(StoredRows.event("early").time(100, TimeQuality.READ, 0).recordedAt(50));
            rows.row(StoredRows.event("unknown").time(100, TimeQuality.READ, 0));
            rows.row(StoredRows.event("undated").recordedAt(900));
            rows.row(StoredRows.POOR, StoredRows.event("other log").time(100, TimeQuality.READ, 0));
            assertThat(LogDelays.of(rows.file("1").events())).isEqualTo(Map.of(LogSource.UNIFIED_AUDIT_LOG,
                    new LogDelays.Delay(8, 17, 18)));
        }
    }

    @Test
    void aLogInWhichNoRecordHasADelayGivesOneTimeTwiceAndIsLeftOut(@TempDir Path folder) {
        try (StoredRows rows = new StoredRows(folder)) {
            rows.row(StoredRows.event("a").time(100, TimeQuality.READ, 0).recordedAt(100));
            rows.row(StoredRows.event("b").time(200, TimeQuality.READ, 0).recordedAt(200));
            assertThat(LogDelays.of(rows.file("1").events())).isEmpty();
        }
    }

    @Test
    void oneNanosecondOfDelayTellsThatArrivalIsATimeOfItsOwn(@TempDir Path folder) {
        try (StoredRows rows = new StoredRows(folder)) {
            rows.row(StoredRows.event("a").time(100, TimeQuality.READ, 0).recordedAt(100));
            rows.row(StoredRows.event("b").time(200, TimeQuality.READ, 0).recordedAt(201));
            assertThat(LogDelays.of(rows.file("1").events())).isEqualTo(Map.of(LogSource.UNIFIED_AUDIT_LOG,
                    new LogDelays.Delay(0, 1, 2)));
        }
    }

    @Test
    void questionsAndStatesHaveTheirNamesInJsonAndAStationIsDatedWhereItsTimeIsKnown() {
        assertThat(Question.HOW_IN.id()).isEqualTo("how-in");
        assertThat(Answer.State.NOT_KNOWN.id()).isEqualTo("not-known");
        assertThat(Story.Station.missing(Story.Kind.LURE, "a", "b").isDated()).isFalse();
        assertThat(new Story.Station(Story.Kind.LURE, Story.Certainty.FOUND, "a", 0, 1, "", List.of(), "").isDated())
                .isTrue();
    }
}
