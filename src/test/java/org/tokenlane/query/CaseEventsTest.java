package org.tokenlane.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tokenlane.query.StoredRows.POOR;
import static org.tokenlane.query.StoredRows.RICH;
import static org.tokenlane.query.StoredRows.event;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tokenlane.model.event.AuditEvent;
import org.tokenlane.model.event.EventField;
import org.tokenlane.model.event.EventKind;
import org.tokenlane.model.event.EventResult;
import org.tokenlane.model.event.LogSource;
import org.tokenlane.model.event.TimeQuality;
import org.tokenlane.model.event.UtiOrigin;
import org.tokenlane.model.evidence.EventKey;
import org.tokenlane.model.evidence.RawPlace;

/** How the records of one event become one event. */
class CaseEventsTest {

    @TempDir
    private Path folder;
    private StoredRows rows;

    @BeforeEach
    void open() {
        rows = new StoredRows(folder);
    }

    @AfterEach
    void close() {
        rows.close();
    }

    @Test
    void aRecordHasANumberOnlyWhereOthersAreOnItsLine() {
        rows.rowAt(1, 0, event("a")).rowAt(1, 40, event("b")).rowAt(2, 80, event("c"));
        rows.rejectedAt(1, 60).rejectedAt(3, 120).rowAt(3, 140, event("d")).file("1");
        CaseEvents events = rows.events();
        Map<String, Integer> numbers = new HashMap<>();
        for (int event = 0; event < events.size(); event++) {
            RawPlace place = events.places(event).getFirst();
            numbers.put(place.line() + "/" + place.offset(), events.recordNumber(place));
        }
        assertThat(numbers).containsExactlyInAnyOrderEntriesOf(Map.of("1/0", 1, "1/40", 2, "2/80", 0, "3/140", 6));
    }

    @Test
    void theRicherRecordsValueWinsAndAPoorerOneFillsWhatIsMissing() {
        rows.row(POOR, event("a").set(EventField.IP, "192.0.2.1").set(EventField.CITY, "Bonn")
                .set(EventField.TARGET, "poor").set(EventField.REQUEST_ID, "r1")).file("1");
        rows.row(RICH, event("a").set(EventField.IP, "192.0.2.2").set(EventField.TARGET, "rich")).file("2");
        CaseEvents events = rows.events();
        assertThat(events.size()).isEqualTo(1);
        assertThat(events.text(EventField.IP, 0)).isEqualTo("192.0.2.2");
        assertThat(events.text(EventField.CITY, 0)).isEqualTo("Bonn");
        assertThat(events.text(EventField.TARGET, 0)).isEqualTo("rich");
        assertThat(events.text(EventField.REQUEST_ID, 0)).isEqualTo("r1");
        assertThat(events.text(EventField.COUNTRY, 0)).isNull();
        assertThat(events.texts(EventField.TARGET, 0)).containsExactly("rich", "poor");
        assertThat(events.source(0)).isEqualTo(LogSource.UNIFIED_AUDIT_LOG);
        assertThat(events.shapesOf(0)).containsExactly("rich-json", "poor-csv");
        assertThat(events.places(0)).extracting(RawPlace::evidence).containsExactly(2, 1);
        assertThat(events.rows()).isEqualTo(2);
    }

    @Test
    void anUnknownResultIsFilledAndAKnownOneStays() {
        rows.row(RICH, event("a")).row(RICH, event("b").result(EventResult.FAILURE))
                .row(POOR, event("a").result(EventResult.SUCCESS)).row(POOR, event("b").result(EventResult.SUCCESS))
                .file("1");
        CaseEvents events = rows.events();
        assertThat(List.of(events.result(find(events, "a")), events.result(find(events, "b"))))
                .containsExactly(EventResult.SUCCESS, EventResult.FAILURE);
    }

    private static int find(CaseEvents events, String key) {
        return events.byIds(List.of(EventKey.id(EventKey.of(key).high()))).values().iterator().next();
    }

    @Test
    void aSignInOfUnknownKindGetsTheKindThatAnotherRecordGives() {
        rows.row(RICH, event(EventKind.SIGN_IN, "a")).row(POOR, event(EventKind.SIGN_IN_NON_INTERACTIVE, "a"))
                .row(RICH, event(EventKind.SIGN_IN, "b")).row(POOR, event(EventKind.OPERATION, "b"))
                .row(RICH, event(EventKind.OPERATION, "c")).row(POOR, event(EventKind.SIGN_IN_INTERACTIVE, "c"))
                .row(RICH, event(EventKind.SIGN_IN, "d")).row(POOR, event(EventKind.SIGN_IN_MANAGED_IDENTITY, "d"))
                .row(RICH, event(EventKind.SIGN_IN, "e")).row(POOR, event(EventKind.AUTHENTICATION_STEP, "e"))
                .file("1");
        CaseEvents events = rows.events();
        assertThat(events.kind(find(events, "a"))).isEqualTo(EventKind.SIGN_IN_NON_INTERACTIVE);
        assertThat(events.kind(find(events, "b"))).isEqualTo(EventKind.SIGN_IN);
        assertThat(events.kind(find(events, "c"))).isEqualTo(EventKind.OPERATION);
        assertThat(events.kind(find(events, "d"))).isEqualTo(EventKind.SIGN_IN_MANAGED_IDENTITY);
        assertThat(events.kind(find(events, "e"))).isEqualTo(EventKind.SIGN_IN);
    }

    @Test
    void aUtiThatIsGivenWinsOverOneThatIsDerived() {
        rows.row(RICH, event("a").uti("derived", UtiOrigin.REQUEST_ID))
                .row(POOR, event("a").uti("given", UtiOrigin.FIELD))
                .row(RICH, event("b").uti("first", UtiOrigin.REQUEST_ID))
                .row(POOR, event("b").uti("second", UtiOrigin.REQUEST_ID))
                .row(RICH, event("c")).row(POOR, event("c").uti("inferred", UtiOrigin.INTRA_SYSTEM_ID)).file("1");
        CaseEvents events = rows.events();
        assertThat(events.text(EventField.UTI, find(events, "a"))).isEqualTo("given");
        assertThat(events.utiOrigin(find(events, "a"))).isEqualTo(UtiOrigin.FIELD);
        assertThat(events.text(EventField.UTI, find(events, "b"))).isEqualTo("first");
        assertThat(events.text(EventField.UTI, find(events, "c"))).isEqualTo("inferred");
        assertThat(events.utiOrigin(find(events, "c"))).isEqualTo(UtiOrigin.INTRA_SYSTEM_ID);
    }

    @Test
    void numbersThatARecordDoesNotGiveAreMinusOneAndZeroIsANumber() {
        rows.row(event("a").port(0).itemCount(0).tokenIssuedAt(0).throttled(true)).row(event("b")).file("1");
        CaseEvents events = rows.events();
        int a = find(events, "a");
        int b = find(events, "b");
        assertThat(List.of(events.port(a), events.itemCount(a))).containsExactly(0, 0);
        assertThat(List.of(events.port(b), events.itemCount(b))).containsExactly(-1, -1);
        assertThat(events.tokenIssuedAt(a)).isZero();
        assertThat(events.tokenIssuedAt(b)).isEqualTo(AuditEvent.NO_TIME);
        assertThat(events.isThrottled(a)).isTrue();
        assertThat(events.isThrottled(b)).isFalse();
    }

    @Test
    void anEventArrivedWhenTheFirstOfItsRecordsDid() {
        rows.row(RICH, event("a").recordedAt(30)).row(POOR, event("a").recordedAt(20)).row(POOR, event("a"))
                .row(POOR, event("b")).row(POOR, event("c").recordedAt(0)).file("1");
        CaseEvents events = rows.events();
        assertThat(events.recordedAt(find(events, "a"))).isEqualTo(20);
        assertThat(events.recordedAt(find(events, "b"))).isEqualTo(AuditEvent.NO_TIME);
        assertThat(events.recordedAt(find(events, "c"))).isZero();
    }

    @Test
    void anEventIsFoundByTheIdsOfAllItsRecordsAndOtherIdsFindNothing() {
        rows.row(event("a").weakKey("w")).row(StoredRows.weak("w")).row(event("b")).file("1");
        CaseEvents events = rows.events();
        assertThat(find(events, "w")).isEqualTo(find(events, "a")).isNotEqualTo(find(events, "b"));
        assertThat(events.byIds(List.of("e0000000000000000"))).isEmpty();
        assertThat(events.withIds(List.of(events.id(0), events.id(1))).cardinality()).isEqualTo(2);
        assertThat(List.of(events.id(find(events, "a")), EventKey.id(EventKey.of("b").high())))
                .contains(events.id(find(events, "b")));
    }

    @Test
    void anEventHasTheTimeThatIsReadBest() {
        rows.row(RICH, event("a").time(5_000_000_000L, TimeQuality.FROM_OTHER_FIELD, 9))
                .row(POOR, event("a").time(4_000_000_000L, TimeQuality.READ, 0)).file("1");
        CaseEvents events = rows.events();
        assertThat(events.time(0)).isEqualTo(4_000_000_000L);
        assertThat(events.timeQuality(0)).isEqualTo(TimeQuality.READ);
        assertThat(events.timeDigits(0)).isZero();
    }

    @Test
    void recordsOfSeveralSegmentsKeepTheirPlaces() {
        for (int i = 0; i < 20_000; i++) {
            rows.row(event("k" + i).time(i, TimeQuality.READ, 0));
        }
        rows.file("1").row(event("last").time(20_000, TimeQuality.READ, 0)).file("2");
        CaseEvents events = rows.events();
        assertThat(events.size()).isEqualTo(20_001);
        assertThat(events.places(0)).extracting(RawPlace::line).containsExactly(1);
        assertThat(events.places(16_383)).extracting(RawPlace::line).containsExactly(16_384);
        assertThat(events.places(16_384)).extracting(RawPlace::line).containsExactly(16_385);
        assertThat(events.places(20_000)).extracting(RawPlace::evidence).containsExactly(2);
        assertThat(events.evidence()).hasSize(2);
    }
}
