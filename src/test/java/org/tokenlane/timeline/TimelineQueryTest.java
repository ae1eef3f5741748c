package org.tokenlane.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tokenlane.correlate.Correlation;
import org.tokenlane.correlate.MarkedEvents;
import org.tokenlane.ingest.TestCase;
import org.tokenlane.model.mark.MarkTarget;
import org.tokenlane.model.mark.Verdict;
import org.tokenlane.model.session.OriginSplit;

/** Which events are in which lane, in which order, and with which colour. */
class TimelineQueryTest {

    private static final String SESSION = "00a1b2c3-4d5e-6f70-8192-a3b4c5d6e7f8";
    private static final String OTHER_SESSION = "00b1b2c3-4d5e-6f70-8192-a3b4c5d6e7f8";
    private static final String TOKEN = "G3oMXtKTSEyPYbJ9njoEAA";
    private static final String OTHER_TOKEN = "H3oMXtKTSEyPYbJ9njoEAA";

    @TempDir
    private Path folder;

    private final StringBuilder lines = new StringBuilder();
    private int records;
    private TestCase test;

    @BeforeEach
    void open() {
        test = new TestCase(folder);
    }

    @AfterEach
    void close() {
        test.close();
    }

    /** Adds a record; each is a minute after the one before. */
    private void add(String operation, String workload, String ip, String context, String more) {
        lines.append(String.format(
                "{\"CreationTime\":\"2026-09-15T%02d:%02d:00\",\"Id\":\"10000000-0000-4000-8000-%012d\","
                        + "\"RecordType\":%d,\"Operation\":\"%s\",\"Workload\":\"%s\"%s%s%s}%n",
                8 + records / 60, records % 60, records, workload.equals("AzureActiveDirectory") ? 15 : 6, operation,
                workload, ip.isEmpty() ? "" : ",\"ClientIP\":\"" + ip + "\"", context, more));
        records++;
    }

    private static String context(String session, String token) {
        return ",\"AppAccessContext\":{\"AADSessionId\":\"" + session + "\""
                + (token.isEmpty() ? "" : ",\"UniqueTokenId\":\"" + token + "\"") + "}";
    }

    private static String user(String upn) {
        return ",\"UserId\":\"" + upn + "\"";
    }

    private void file(String ip, String token) {
        add("FileAccessed", "SharePoint", ip, context(SESSION, token), user("adele@contoso.example"));
    }

    private Correlation correlation() {
        test.loadOne(test.write("audit.jsonl", lines.toString()));
        return Correlation.upToDate(test.caseFile());
    }

    private Timeline all(LaneKey key) {
        Correlation correlation = correlation();
        return new TimelineQuery(correlation).of(IntStream.range(0, correlation.events().size()).toArray(), key);
    }

    private Timeline session(LaneKey key, Map<String, String> actors, List<OriginSplit> splits) {
        Correlation correlation = correlation();
        return new TimelineQuery(correlation).ofSession(correlation.sessionCode(SESSION), key, actors, splits);
    }

    private static List<String> names(Timeline timeline) {
        return timeline.lanes().stream().map(Lane::name).toList();
    }

    private static long nanos(String iso) {
        return Instant.parse(iso).getEpochSecond() * 1_000_000_000L;
    }

    @Test
    void signInsComeFirstThenWorkloadsByTheirNumberOfEventsAndThenByName() {
        add("Send", "Exchange", "", context(SESSION, TOKEN), user("a@b.example"));
        add("FileAccessed", "SharePoint", "", context(SESSION, TOKEN), user("a@b.example"));
        add("FileAccessed", "SharePoint", "", context(SESSION, TOKEN), user("a@b.example"));
        add("FileAccessed", "OneDrive", "", context(SESSION, TOKEN), user("a@b.example"));
        add("UserLoggedIn", "AzureActiveDirectory", "", context(SESSION, TOKEN), user("a@b.example"));
        Timeline timeline = all(LaneKey.WORKLOAD);
        assertThat(names(timeline)).containsExactly(LaneText.SIGN_INS.text(), "SharePoint", "Exchange", "OneDrive");
        assertThat(timeline.lanes()).allMatch(lane -> lane.bars().isEmpty() && lane.detail().isEmpty());
        assertThat(timeline.lanes().get(1).events()).hasSize(2);
        assertThat(timeline.first()).isEqualTo(nanos("2026-09-15T08:00:00Z"));
        assertThat(timeline.last()).isEqualTo(nanos("2026-09-15T08:04:00Z"));
        assertThat(timeline.undated()).isZero();
        assertThat(timeline.origins()).singleElement()
                .satisfies(person -> assertThat(person.events()).isEqualTo(timeline.events().length));
    }

    @Test
    void aWorkloadThatIsCalledLikeTheSignInsComesBehindThem() {
        add("A", LaneText.SIGN_INS.text(), "", context(SESSION, TOKEN), user("a@b.example"));
        add("A", LaneText.SIGN_INS.text(), "", context(SESSION, TOKEN), user("a@b.example"));
        add("UserLoggedIn", "AzureActiveDirectory", "", context(SESSION, TOKEN), user("a@b.example"));
        Timeline timeline = all(LaneKey.WORKLOAD);
        assertThat(timeline.lanes()).extracting(lane -> lane.events().length).containsExactly(1, 2);
    }

    @Test
    void aLaneOfEventsWithoutARecordedTokenIsNoToken() {
        file("", TOKEN);
        file("", OTHER_TOKEN);
        assertThat(session(LaneKey.TOKEN, Map.of(), List.of()).hasLaneWithoutToken()).isFalse();
    }

    @Test
    void whereALaneIsOfEventsWithoutARecordedTokenTheDrawingSaysSo() {
        file("", TOKEN);
        file("", "");
        Correlation correlation = correlation();
        int[] events = { 0, 1 };
        Timeline timeline = new TimelineQuery(correlation).of(events, LaneKey.TOKEN);
        assertThat(timeline.lanes()).hasSize(2);
        assertThat(timeline.hasLaneWithoutToken()).isTrue();
        assertThat(new TimelineQuery(correlation).of(events, LaneKey.WORKLOAD).hasLaneWithoutToken()).isFalse();
    }

    @Test
    void aSignInThatFailedIssuedNoTokenAndOneThatSucceededDid() {
        add("UserLoginFailed", "AzureActiveDirectory", "", context(SESSION, TOKEN), user("a@b.example"));
        add("UserLoggedIn", "AzureActiveDirectory", "", context(SESSION, OTHER_TOKEN), user("a@b.example"));
        assertThat(names(all(LaneKey.TOKEN))).containsExactly(LaneText.NOT_ISSUED.text("AzureActiveDirectory"),
                "AzureActiveDirectory");
    }

    @Test
    void tokensComeInTheOrderOfTheirFirstEventWithTheirLife() {
        add("Send", "Exchange", "", context(SESSION, OTHER_TOKEN), user("a@b.example"));
        file("", TOKEN);
        file("", TOKEN);
        add("FileAccessed", "SharePoint", "", "", user("x@b.example"));
        Timeline timeline = all(LaneKey.TOKEN);
        assertThat(timeline.lanes()).extracting(Lane::detail).containsExactly(OTHER_TOKEN, TOKEN, "");
        assertThat(names(timeline)).containsExactly("Exchange", "SharePoint", LaneText.NO_TOKEN.text());
        assertThat(timeline.lanes().get(1).bars()).containsExactly(
                new Lane.Bar(nanos("2026-09-15T08:01:00Z"), nanos("2026-09-15T08:02:00Z"), 0));
        assertThat(timeline.lanes().get(2).bars()).isEmpty();
    }

    @Test
    void theLifeOfATokenBeginsWithItsIssueWhereThatIsEarlierThanItsFirstUse() {
        String issued = ",\"AppAccessContext\":{\"AADSessionId\":\"" + SESSION + "\",\"UniqueTokenId\":\"%s\","
                + "\"IssuedAtTime\":\"%s\"}";
        add("Send", "Exchange", "", issued.formatted(TOKEN, "2026-09-15T07:55:00"), user("a@b.example"));
        add("Send", "Exchange", "", issued.formatted(OTHER_TOKEN, "2026-09-15T09:00:00"), user("a@b.example"));
        Timeline timeline = all(LaneKey.TOKEN);
        assertThat(timeline.lanes().get(0).bars().getFirst().from()).isEqualTo(nanos("2026-09-15T07:55:00Z"));
        assertThat(timeline.lanes().get(1).bars().getFirst().from()).as("never after the first use")
                .isEqualTo(nanos("2026-09-15T08:01:00Z"));
    }

    @Test
    void failuresSignInsAndInferencesAreMarkedAsSuch() {
        add("UserLoggedIn", "AzureActiveDirectory", "203.0.113.9", context(SESSION, TOKEN), user("a@b.example"));
        add("UserLoginFailed", "AzureActiveDirectory", "203.0.113.9", context(SESSION, TOKEN),
                user("a@b.example") + ",\"ResultStatus\":\"Failed\",\"ErrorNumber\":\"50126\"");
        add("FileAccessed", "SharePoint", "203.0.113.9", context(SESSION, TOKEN), user("a@b.example"));
        add("FileAccessed", "SharePoint", "203.0.113.9", "", user("a@b.example"));
        add("FileAccessed", "SharePoint", "203.0.113.9", context(SESSION, TOKEN), user("a@b.example"));
        Correlation correlation = correlation();
        Timeline timeline = new TimelineQuery(correlation).of(new int[] { 0, 1, 2, 3, 4 }, LaneKey.ADDRESS);
        Lane lane = timeline.lanes().getFirst();
        assertThat(IntStream.range(0, 5).mapToObj(event -> Lane.Mark.values()[lane.marks()[event]])).containsExactly(
                Lane.Mark.SIGN_IN, Lane.Mark.FAILURE, Lane.Mark.OPERATION,
                correlation.rule(3).isInferred() ? Lane.Mark.INFERRED : Lane.Mark.OPERATION, Lane.Mark.OPERATION);
        assertThat(correlation.rule(3).isInferred()).as("user, address and time").isTrue();
    }

    @Test
    void addressesUsersAndSessionsHaveLanesAndWhatHasNoneHasOneOfItsOwn() {
        add("FileAccessed", "SharePoint", "203.0.113.9", context(SESSION, ""), user("a@b.example"));
        add("FileAccessed", "SharePoint", "203.0.113.9", context(SESSION, ""), user("c@b.example"));
        add("FileAccessed", "SharePoint", "", "", "");
        add("FileAccessed", "SharePoint", "203.0.113.10", context(OTHER_SESSION, ""), user("a@b.example"));
        Correlation correlation = correlation();
        TimelineQuery query = new TimelineQuery(correlation);
        int[] four = { 0, 1, 2, 3 };
        assertThat(names(query.of(four, LaneKey.ADDRESS))).containsExactly("203.0.113.9", "203.0.113.10",
                LaneText.NO_ADDRESS.text());
        assertThat(names(query.of(four, LaneKey.ORIGIN))).as("addresses as they began")
                .containsExactly("203.0.113.9", LaneText.NO_ADDRESS.text(), "203.0.113.10");
        assertThat(names(query.of(four, LaneKey.USER))).containsExactly("a@b.example",
                LaneText.NO_USER.text(), "c@b.example");
        assertThat(names(query.of(four, LaneKey.APP))).containsExactly(LaneText.NO_APPLICATION.text());
        Timeline sessions = query.of(four, LaneKey.SESSION);
        assertThat(names(sessions)).containsExactly(SESSION, LaneText.NO_SESSION.text(), OTHER_SESSION);
        assertThat(sessions.lanes().getFirst().detail()).isEqualTo("a@b.example, c@b.example");
    }

    @Test
    void nothingGivesAnEmptyTimeline() {
        file("", TOKEN);
        Timeline timeline = new TimelineQuery(correlation()).of(new int[0], LaneKey.TOKEN);
        assertThat(timeline.isEmpty()).isTrue();
        assertThat(timeline.lanes()).isEmpty();
        assertThat(timeline.origins()).isEmpty();
        assertThat(timeline.undated()).isZero();
    }

    private Timeline addresses(int count) {
        for (int i = 0; i < count; i++) {
            file("20." + i + ".0.1", TOKEN);
        }
        file("20.0.0.1", TOKEN);
        return all(LaneKey.ADDRESS);
    }

    @Test
    void asManyLanesAsAnybodyReadsAreAllShown() {
        Timeline timeline = addresses(120);
        assertThat(timeline.lanes()).hasSize(120);
        assertThat(names(timeline).getFirst()).isEqualTo("20.0.0.1");
    }

    @Test
    void moreLanesAreOneOfTheRestInTimeOrder() {
        Timeline timeline = addresses(122);
        assertThat(timeline.lanes()).hasSize(121);
        Lane rest = timeline.lanes().getLast();
        assertThat(rest.name()).isEqualTo(LaneText.MORE.text(2));
        assertThat(rest.events()).hasSize(2).isSorted();
        assertThat(timeline.lanes().stream().mapToInt(lane -> lane.events().length).sum()).isEqualTo(123);
    }

    private Timeline origins(int count, LaneKey key) {
        for (int i = 0; i < count; i++) {
            file("20." + i + ".0.1", TOKEN);
        }
        return session(key, Map.of(), List.of());
    }

    @Test
    void asManyOriginsAsColoursHaveOneEach() {
        Timeline timeline = origins(8, LaneKey.ORIGIN);
        assertThat(timeline.origins()).hasSize(8).allMatch(person -> person.events() == 1 && !person.confirmed());
        assertThat(names(timeline)).containsExactlyElementsOf(
                timeline.origins().stream().map(Timeline.Person::name).toList());
        assertThat(timeline.lanes()).extracting(lane -> (int) lane.origins()[0]).containsExactly(0, 1, 2, 3, 4, 5, 6,
                7);
    }

    @Test
    void moreOriginsThanColoursShareTheLastOne() {
        Timeline timeline = origins(10, LaneKey.WORKLOAD);
        assertThat(timeline.origins()).hasSize(8);
        Timeline.Person last = timeline.origins().getLast();
        assertThat(last.name()).isEqualTo(LaneText.OTHER_ORIGINS.text());
        assertThat(last.keys()).hasSize(3);
        assertThat(last.events()).isEqualTo(3);
        assertThat(timeline.origins().stream().mapToInt(Timeline.Person::events).sum()).isEqualTo(10);
        byte[] colours = timeline.lanes().getFirst().origins();
        assertThat(IntStream.range(0, 10).filter(event -> colours[event] == 7)).hasSize(3);
    }

    @Test
    void originsThatTheAnalystNamesAlikeAreOnePersonAndOthersAreNot() {
        for (int i = 0; i < 4; i++) {
            file("20." + i + ".0.1", TOKEN);
        }
        Correlation correlation = correlation();
        TimelineQuery query = new TimelineQuery(correlation);
        int session = correlation.sessionCode(SESSION);
        List<String> keys = query.ofSession(session, LaneKey.TOKEN, Map.of(), List.of()).origins().stream()
                .flatMap(person -> person.keys().stream()).toList();
        assertThat(keys).hasSize(4);
        Map<String, String> actors = new HashMap<>(Map.of(keys.get(0), "attacker 1", keys.get(2), "attacker 1",
                keys.get(1), "victim"));
        Timeline timeline = query.ofSession(session, LaneKey.TOKEN, actors, List.of());
        assertThat(timeline.origins()).extracting(Timeline.Person::confirmed).containsExactly(true, true, false);
        assertThat(timeline.origins().get(0)).isEqualTo(
                new Timeline.Person("attacker 1", List.of(keys.get(0), keys.get(2)), true, 2,
                        OriginStyle.unclear(0)));
        assertThat(timeline.origins().get(1).name()).isEqualTo("victim");
        assertThat(timeline.origins().get(2).keys()).containsExactly(keys.get(3));
        assertThat(timeline.lanes().getFirst().origins()).containsExactly(0, 1, 0, 2);
    }

    @Test
    void aSplitOriginHasAColourAndANameOfItsOwn() {
        file("20.0.0.1", TOKEN);
        file("20.0.0.1", OTHER_TOKEN);
        Correlation correlation = correlation();
        TimelineQuery query = new TimelineQuery(correlation);
        int session = correlation.sessionCode(SESSION);
        Timeline whole = query.ofSession(session, LaneKey.WORKLOAD, Map.of(), List.of());
        assertThat(whole.origins()).hasSize(1);
        OriginSplit split = new OriginSplit(whole.origins().getFirst().keys().getFirst(), OriginSplit.By.TOKEN,
                OTHER_TOKEN);
        Timeline parts = query.ofSession(session, LaneKey.WORKLOAD, Map.of(), List.of(split));
        assertThat(parts.origins()).hasSize(2);
        assertThat(parts.origins().get(1).name()).contains(OTHER_TOKEN).startsWith(whole.origins().getFirst().name());
        assertThat(parts.lanes().getFirst().origins()).containsExactly(0, 1);
    }

    @Test
    void marksOfTheAnalystAreFlagsAtTheirEventsInTimeOrder() {
        file("20.0.0.1", TOKEN);
        add("Send", "Exchange", "", context(SESSION, TOKEN), user("a@b.example"));
        Correlation correlation = correlation();
        String second = correlation.events().id(1);
        MarkTarget event = MarkTarget.of(MarkTarget.Kind.EVENT, second);
        Timeline timeline = new TimelineQuery(correlation).of(new int[] { 0, 1 }, LaneKey.WORKLOAD);
        assertThat(TimelineFlags.of(MarkedEvents.of(test.caseFile(), correlation), timeline, correlation.events())
                .isEmpty()).isTrue();
        test.caseFile().marks().note(List.of(event), "look here", "Åse");
        test.caseFile().marks().bookmark(List.of(MarkTarget.of(MarkTarget.Kind.EVENT, correlation.events().id(0))),
                "Åse");
        test.caseFile().marks().note(List.of(MarkTarget.of(MarkTarget.Kind.SESSION, SESSION)), "not on an event",
                "Åse");
        test.caseFile().marks().ownEvent(nanos("2026-09-15T08:00:30Z"), "a call", "Åse");
        test.caseFile().marks().verdict(List.of(event), Verdict.MALICIOUS, "", "Åse");
        TimelineFlags flags = TimelineFlags.of(MarkedEvents.of(test.caseFile(), correlation), timeline,
                correlation.events());
        assertThat(flags.flags()).containsExactly(
                new TimelineFlags.Flag(nanos("2026-09-15T08:00:00Z"), timeline.laneOf(0), ""),
                new TimelineFlags.Flag(nanos("2026-09-15T08:00:30Z"), -1, "a call"),
                new TimelineFlags.Flag(nanos("2026-09-15T08:01:00Z"), timeline.laneOf(1), "look here"));
        assertThat(flags.hostile().stream()).containsExactly(1);
        assertThat(flags.isEmpty()).isFalse();
        Timeline onlyFirst = new TimelineQuery(correlation).of(new int[] { 0 }, LaneKey.WORKLOAD);
        assertThat(TimelineFlags.of(MarkedEvents.of(test.caseFile(), correlation), onlyFirst, correlation.events())
                .flags()).as("flags on events that are not shown").hasSize(2);
    }

    @Test
    void theNearestOwnEventIsFoundUpToTheGivenDistance() {
        long start = nanos("2026-09-15T08:00:00Z");
        TimeScale scale = new TimeScale(start, 1e9, 1_000);
        List<TimelineFlags.Flag> flags = new ArrayList<>(Arrays.asList(
                new TimelineFlags.Flag(start + 100_000_000_000L, -1, "a"),
                new TimelineFlags.Flag(start + 110_000_000_000L, -1, "b"),
                new TimelineFlags.Flag(start + 104_000_000_000L, 0, "on an event")));
        TimelineFlags all = new TimelineFlags(flags, new java.util.BitSet());
        assertThat(all.ownEventAt(scale, 95, 5)).isEqualTo(flags.getFirst());
        assertThat(all.ownEventAt(scale, 94.9, 5)).isNull();
        assertThat(all.ownEventAt(scale, 104, 8)).isEqualTo(flags.getFirst());
        assertThat(all.ownEventAt(scale, 106, 8)).isEqualTo(flags.get(1));
    }

    @Test
    void aMarkOfMoreThanHundredAndFiftyEventsIsLabeledByItsNumber() {
        for (int i = 0; i < 151; i++) {
            file("203.0.113.7", TOKEN);
        }
        Correlation correlation = correlation();
        for (int count : new int[] { 150, 151 }) {
            Timeline timeline = new TimelineQuery(correlation).of(IntStream.range(0, count).toArray(),
                    LaneKey.WORKLOAD);
            TimelineScene scene = TimelineScene.of(timeline, new TimeScale(timeline.first() - 1, 1e15, 100), 34, null);
            assertThat(scene.size()).isEqualTo(1);
            assertThat(new MarkLabel(correlation.events()).of(scene, 0)).isEqualTo(
                    count == 150 ? LaneText.TIMES.text("FileAccessed", count) : LaneText.EVENTS.text(count));
        }
    }
}
