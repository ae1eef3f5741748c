package org.tokenlane.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tokenlane.correlate.Correlation;
import org.tokenlane.correlate.LinkedEvents;
import org.tokenlane.ingest.PurviewRows;
import org.tokenlane.ingest.TestCase;
import org.tokenlane.model.event.EventField;
import org.tokenlane.model.event.TimeQuality;
import org.tokenlane.model.evidence.Evidence;

/** What a newer export shows against what the case had: new, changed and gone. */
class LateDataTest {

    @TempDir
    private Path folder;
    private TestCase test;

    @BeforeEach
    void open() {
        test = new TestCase(folder);
    }

    @AfterEach
    void close() {
        test.close();
    }

    private Evidence rows(String name, int... numbers) {
        String header = PurviewRows.table(0, 0);
        return test.loadOne(test.write(name, header + IntStream.of(numbers)
                .mapToObj(number -> PurviewRows.row(number, "Send", "")).collect(Collectors.joining())));
    }

    private LateData late(Evidence file) {
        return LateData.of(test.events(), file.id(), file.id());
    }

    /** Numbers seven apart are of one user. */
    @Test
    void aFirstImportHasNothingToBeComparedWith() {
        LateData late = late(rows("a.csv", 0, 7, 14));
        assertThat(late.hadBefore()).isFalse();
        assertThat(late.added().cardinality()).isZero();
    }

    @Test
    void eventsThatNoOlderFileHoldsAreNew() {
        rows("a.csv", 0, 7, 14);
        LateData late = late(rows("b.csv", 7, 14, 21, 28));
        assertThat(late.added().cardinality()).isEqualTo(2);
        assertThat(late.changed().cardinality()).isZero();
        assertThat(late.gone().cardinality()).isZero();
    }

    @Test
    void whatTheNewerFileLacksWithinItsTimeAndForItsUsersIsGone() {
        rows("a.csv", 0, 7, 14, 21, 28);
        assertThat(late(rows("b.csv", 7, 21)).gone().cardinality()).as("14 lies between 7 and 21").isEqualTo(1);
    }

    @Test
    void anEventOfTheFirstOrLastMomentThatTheNewerFileCoversIsGoneAndOneBeyondIsNot() {
        String header = PurviewRows.table(0, 0);
        String same = PurviewRows.row(7, "Send", "");
        String first = PurviewRows.row(14, "Send", "").replace("T00:00:14", "T00:00:07");
        String last = PurviewRows.row(21, "Send", "").replace("T00:00:21", "T00:00:28");
        String beyond = PurviewRows.row(35, "Send", "").replace("T00:00:35", "T00:00:29");
        String newest = PurviewRows.row(28, "Send", "");
        test.loadOne(test.write("a.csv", header + same + first + last + beyond + newest));
        LateData late = late(test.loadOne(test.write("b.csv", header + same + newest)));
        assertThat(late.gone().cardinality()).as("those at the first and last moment, not the one beyond").isEqualTo(2);
    }

    @Test
    void anotherUsersEventsAreNotMissing() {
        rows("a.csv", 0, 1, 7, 8, 14);
        LateData late = late(rows("b.csv", 0, 14, 21));
        assertThat(late.gone().cardinality()).as("7 is the user's, 1 and 8 are another's").isEqualTo(1);
        assertThat(late.added().cardinality()).isEqualTo(1);
    }

    private Evidence signIn(String name, int code, String session) {
        return test.loadOne(test.write(name,
                ("[{'id':'c42bc73e-1db5-4f71-ad79-f198f21b8d00','createdDateTime':'2026-09-15T08:00:00Z',"
                        + "'userPrincipalName':'adele@contoso.example',"
                        + "'appId':'d3590ed6-52b3-4102-aeff-aad2292ab01c','ipAddress':'203.0.113.1','sessionId':"
                        + (session == null ? "null" : "'" + session + "'")
                        + ",'signInEventTypes':['interactiveUser'],'status':{'errorCode':" + code + "}}]")
                        .replace('\'', '"')));
    }

    @Test
    void anotherStateOfAKnownEventIsChangedAndSaysInWhat() {
        signIn("before.json", 50074, PurviewRows.SESSION);
        LateData late = late(signIn("after.json", 0, PurviewRows.SESSION));
        assertThat(late.changed().cardinality()).isEqualTo(1);
        assertThat(late.fields()).isEqualTo(Map.of("result", 1, "result code", 1));
        assertThat(late.added().cardinality() + late.gone().cardinality()).isZero();
    }

    @Test
    void whatEarlierVersionsDidNotReadIsNoChangeWhenItComesIn() {
        StoredRows rows = new StoredRows(folder);
        rows.row(StoredRows.event("a").time(1, TimeQuality.READ, 0))
                .row(StoredRows.event("b").time(2, TimeQuality.READ, 0)).file("1");
        rows.row(StoredRows.event("a").time(1, TimeQuality.READ, 0).set(EventField.ACTOR, "user"))
                .row(StoredRows.event("b").time(2, TimeQuality.READ, 0).set(EventField.APP_NAME, "Mail")).file("2");
        assertThat(LateData.of(rows.events(), 2, 2).changed().cardinality()).as("the application's name").isEqualTo(1);
        rows.close();
    }

    @Test
    void aSessionIdThatIsToldLaterIsAChange() {
        signIn("before.json", 0, null);
        assertThat(late(signIn("after.json", 0, PurviewRows.SESSION)).fields()).containsEntry("session id", 1);
    }

    @Test
    void theFilterLanguageChoosesTheSameEvents() throws FilterSyntaxException {
        rows("a.csv", 0, 7, 14, 21);
        Evidence newer = rows("b.csv", 7, 21, 28);
        FilterEvaluator evaluator = new FilterEvaluator(new LinkedEvents(Correlation.upToDate(test.caseFile())));
        assertThat(evaluator.events(FilterParser.parse("new:" + newer.id())).cardinality()).isEqualTo(1);
        assertThat(evaluator.events(FilterParser.parse("gone:" + newer.id() + "-" + newer.id())).cardinality())
                .isEqualTo(1);
        assertThat(evaluator.events(FilterParser.parse("-new:" + newer.id())).cardinality()).isEqualTo(4);
        assertThat(FilterParser.parse("gone:3-5").toText()).isEqualTo("gone:3-5");
    }
}
