package org.tokenlane.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.tokenlane.query.StoredRows.event;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tokenlane.model.event.AuditEvent;
import org.tokenlane.model.event.EventField;
import org.tokenlane.model.event.EventKind;
import org.tokenlane.model.event.EventResult;
import org.tokenlane.model.event.TimeQuality;
import org.tokenlane.model.filter.Filter;

/** Which events a filter selects, on the edges of what it says. */
class FilterEvaluatorTest {

    private static final long SECOND = 1_000_000_000L;

    @TempDir
    private Path folder;
    private StoredRows rows;
    private CaseEvents events;

    /** Events 0 to 3 are one second apart from 1970-01-01T00:00:10Z on; event 4 has no time. */
    @BeforeEach
    void fill() {
        rows = new StoredRows(folder);
        rows.row(at("a", 10).set(EventField.IP, "203.0.113.0").set(EventField.OPERATION, "Send")
                .set(EventField.TARGET, "Budget.xlsx").result(EventResult.SUCCESS));
        rows.row(at("b", 11).set(EventField.IP, "203.0.113.255").set(EventField.OPERATION, "MailItemsAccessed")
                .set(EventField.UPN, "adele@contoso.example").result(EventResult.FAILURE));
        rows.row(at("c", 12).set(EventField.IP, "203.0.114.0").set(EventField.OPERATION, "Send")
                .set(EventField.UPN, "bela@contoso.example"));
        rows.row(StoredRows.POOR, AuditEvent.builder(EventKind.SIGN_IN_INTERACTIVE).key("d")
                .time(13 * SECOND, TimeQuality.READ, 0).set(EventField.IP, "2001:db8::1")
                .result(EventResult.INTERRUPTED));
        rows.row(event("e").set(EventField.OPERATION, "Update"));
        events = rows.file("1").events();
    }

    @AfterEach
    void close() {
        rows.close();
    }

    private static AuditEvent.Builder at(String key, long second) {
        return event(key).time(second * SECOND, TimeQuality.READ, 0);
    }

    private int[] selected(Filter filter) {
        return new FilterEvaluator(events).events(filter).stream().toArray();
    }

    private int[] selected(String filter) {
        return selected(FilterParser.parse(filter));
    }

    private static int[] numbers(String text) {
        return text == null ? new int[0] : Arrays.stream(text.split(" ")).mapToInt(Integer::parseInt).toArray();
    }

    @ParameterizedTest
    @CsvSource({ "9, 0 1 2 3", "10, 0 1 2 3", "11, 1 2 3", "13, 3", "14," })
    void afterIncludesItsMoment(long second, String expected) {
        assertThat(selected(new Filter.TimeFrom(second * SECOND))).containsExactly(numbers(expected));
    }

    @ParameterizedTest
    @CsvSource({ "10,", "11, 0", "13, 0 1 2", "14, 0 1 2 3" })
    void beforeExcludesItsMoment(long second, String expected) {
        assertThat(selected(new Filter.TimeBefore(second * SECOND))).containsExactly(numbers(expected));
    }

    @Test
    void anEvaluationAsksAgainAndAgainWhetherItIsStillWanted() {
        AtomicInteger asked = new AtomicInteger();
        Filter parts = new Filter.Or(
                List.of(new Filter.TimeFrom(0), new Filter.TimeBefore(0), new Filter.KindIs(List.of())));
        new FilterEvaluator(events, asked::incrementAndGet).events(parts);
        assertThat(asked).as("the whole and its parts").hasValue(4);
    }

    @ParameterizedTest
    @CsvSource({ "1, 0", "2, 1" })
    void aSearchOfTheRecordsEndsAsSoonAsItIsNotWantedAnyMore(int wanted, int searched) {
        AtomicInteger asked = new AtomicInteger();
        FilterEvaluator evaluator = new FilterEvaluator(events, () -> {
            if (asked.incrementAndGet() > wanted) {
                throw new CancellationException();
            }
        });
        assertThatThrownBy(() -> evaluator.events(new Filter.And(
                List.of(new Filter.RawText("Budget"), new Filter.RawText("adele"))))).isInstanceOf(
                        CancellationException.class);
        assertThat(asked.get()).isGreaterThan(searched);
    }

    @ParameterizedTest
    @CsvSource({ "4095, 1", "4096, 2" })
    void amongManyEventsItAsksEveryFourThousand(int size, int expected) throws IOException {
        try (StoredRows many = new StoredRows(Files.createDirectory(folder.resolve("many")))) {
            for (int i = 0; i < size; i++) {
                many.row(at("k" + i, i));
            }
            AtomicInteger asked = new AtomicInteger();
            new FilterEvaluator(many.file("1").events(), asked::incrementAndGet).events(new Filter.TimeFrom(0));
            assertThat(asked).hasValue(expected);
        }
    }

    @Test
    void aNanosecondDecidesAndUndatedEventsAreInNoSpan() {
        assertThat(selected(new Filter.TimeFrom(10 * SECOND + 1))).containsExactly(1, 2, 3);
        assertThat(selected(new Filter.TimeBefore(10 * SECOND + 1))).containsExactly(0);
        assertThat(selected(new Filter.TimeFrom(Long.MIN_VALUE))).doesNotContain(4);
        assertThat(selected(new Filter.TimeBefore(Long.MAX_VALUE))).doesNotContain(4);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = { "op:send|0 2", "op:Send*|0 2", "op:s|", "op:Send,Update|0 2 4",
        "upn:adele*|1", "ip:203.0.113.0/24|0 1", "ip:203.0.113.0/23|0 1", "ip:203.0.112.0/22|0 1 2",
        "ip:2001:db8::/32|3", "ip:203.0.113.0|0", "result:success|0", "result:unknown|2 4",
        "kind:sign-in-interactive|3", "-op:send|1 3 4", "-(op:send OR op:update)|1 3", "op:send result:success|0",
        "op:send OR result:failure|0 1 2", "op:send -upn:bela*|0", "op:nothing|", "op:nothing OR op:update|4",
        "new:1|" })
    void aFilterSelectsWhatItSays(String filter, String expected) {
        assertThat(selected(filter)).as(filter).containsExactly(numbers(expected));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = { "actor:agent|0", "actor:application|1", "actor:user|2", "actor:age|",
        "agent:invoice|0", "agent:agenticApp*|0", "agent:ee0f|0", "partner:serviceprovider|2", "partner:service*|2",
        "partner:home-1|2", "home:home-1|2", "tenant:home-1|2", "tenant:res-1|2", "tenant:own-1|0 2",
        "usertype:guest|2", "message:a1@mail.example|1", "message:<a1@mail.example>|1", "message:b2@mail.example|1",
        "message:0c5e1f2a|1", "message:c3@mail.example|", "sender:kit.example|1", "recipient:lea@|1" })
    void whoActedFromWhereAndOnWhichMessageIsFiltered(String filter, String expected) throws Exception {
        rows.row(event("f").set(EventField.ACTOR, "agent").set(EventField.AGENT_NAME, "Invoice agent")
                .set(EventField.AGENT_TYPE, "agenticAppInstance").set(EventField.AGENT_BLUEPRINT_ID, "ee0f1a2b")
                .set(EventField.TENANT_ID, "own-1").time(20 * SECOND, TimeQuality.READ, 0));
        rows.row(event("g").set(EventField.ACTOR, "application")
                .set(EventField.INTERNET_MESSAGE_ID, "<a1@mail.example> <b2@mail.example>")
                .set(EventField.NETWORK_MESSAGE_ID, "0c5e1f2a-0000-4000-8000-000000000041")
                .set(EventField.SENDER, "boss@kit.example").set(EventField.RECIPIENT, "lea@contoso.example")
                .time(21 * SECOND, TimeQuality.READ, 0));
        rows.row(event("h").set(EventField.ACTOR, "user").set(EventField.USER_TYPE, "guest")
                .set(EventField.TENANT_ID, "own-1").set(EventField.HOME_TENANT_ID, "home-1")
                .set(EventField.RESOURCE_TENANT_ID, "res-1").set(EventField.CROSS_TENANT_ACCESS, "serviceProvider")
                .time(22 * SECOND, TimeQuality.READ, 0));
        events = rows.file("2").events();
        BitSet selected = new FilterEvaluator(events).events(FilterParser.parse(filter));
        // the events that were there before are 0 to 3, and the undated one comes last
        assertThat(selected.stream().map(event -> event - 4)).containsExactlyElementsOf(
                Arrays.stream(numbers(expected)).boxed().toList());
    }

    @Test
    void nothingSaidIsEverythingAndItsOppositeNothing() {
        assertThat(selected(new Filter.Everything())).containsExactly(0, 1, 2, 3, 4);
        assertThat(selected(new Filter.Not(new Filter.Everything()))).isEmpty();
    }

    @Test
    void aFieldThatIsNotSharedIsComparedToo() {
        assertThat(selected("target:budget*")).containsExactly(0);
        assertThat(selected("target:other")).isEmpty();
    }

    @Test
    void sourcesAndIdsSelectTheirEvents() {
        assertThat(selected("source:entra-sign-ins")).containsExactly(3);
        assertThat(selected(new Filter.EventIs(List.of(events.id(2), "e0000000000000000")))).containsExactly(2);
        assertThat(selected(new Filter.And(List.of(new Filter.EventIs(List.of(events.id(2))),
                new Filter.ResultIs(List.of(EventResult.SUCCESS)))))).isEmpty();
    }

    @Test
    void theOrderOfTheTermsDoesNotMatter() {
        assertThat(selected("op:send after:1970-01-01T00:00:11Z")).containsExactly(2)
                .isEqualTo(selected("after:1970-01-01T00:00:11Z op:send"));
    }

    /** With fewer events to look at than there are values each event is looked at, else each value. */
    @Test
    void theSameIsSelectedAmongFewEventsAndAmongMany() {
        FilterEvaluator evaluator = new FilterEvaluator(events);
        assertThat(events.dictionary(EventField.OPERATION)).as("no value among them").hasSize(4);
        for (String filter : List.of("op:Send", "-op:Send", "op:S*,Update", "op:None", "op:*")) {
            BitSet all = evaluator.events(FilterParser.parse(filter));
            for (int among = 0; among < 1 << 5; among++) {
                BitSet candidates = BitSet.valueOf(new long[] { among });
                BitSet expected = (BitSet) all.clone();
                expected.and(candidates);
                assertThat(evaluator.events(FilterParser.parse(filter), candidates))
                        .as("%s among %s", filter, candidates)
                        .isEqualTo(expected);
            }
        }
    }
}
