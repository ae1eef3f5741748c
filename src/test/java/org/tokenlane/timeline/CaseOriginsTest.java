package org.tokenlane.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tokenlane.correlate.Correlation;
import org.tokenlane.correlate.MarkedEvents;
import org.tokenlane.detect.Detection;
import org.tokenlane.detect.facts.AddressLookup;
import org.tokenlane.detect.hands.Attribution;
import org.tokenlane.detect.hands.Party;
import org.tokenlane.ingest.RecordDetails;
import org.tokenlane.ingest.TestCase;
import org.tokenlane.model.mark.MarkTarget;
import org.tokenlane.model.mark.Verdict;

/** Which origins look different, in the whole case. */
class CaseOriginsTest {

    private static final String ONE = "192.0.2.7";
    private static final String OTHER = "198.51.100.7";
    private static final String THIRD = "203.0.113.7";

    @TempDir
    private Path folder;

    private final StringBuilder lines = new StringBuilder();
    private int records;
    private TestCase test;
    private Correlation correlation;

    @BeforeEach
    void open() {
        test = new TestCase(folder);
    }

    @AfterEach
    void close() {
        test.close();
    }

    private static String session(int number) {
        return "%08d-4d5e-4f70-8192-a3b4c5d6e7f8".formatted(number);
    }

    /** Adds an event; each is a minute after the one before. */
    private void add(int session, String ip) {
        lines.append(("{\"CreationTime\":\"2026-09-15T08:%02d:00\",\"Id\":\"10000000-0000-4000-8000-%012d\","
                + "\"RecordType\":6,\"Operation\":\"FileAccessed\",\"Workload\":\"SharePoint\",\"ClientIP\":\"%s\","
                + "\"UserId\":\"adele@contoso.example\",\"AppAccessContext\":{\"AADSessionId\":\"%s\"}}%n")
                .formatted(records, records, ip, session(session)));
        records++;
    }

    private void load() {
        test.loadOne(test.write("audit.jsonl", lines.toString()));
        correlation = Correlation.upToDate(test.caseFile());
    }

    private void mark(int... events) {
        test.caseFile().marks().verdict(IntStream.of(events)
                .mapToObj(event -> MarkTarget.of(MarkTarget.Kind.EVENT, correlation.events().id(event))).toList(),
                Verdict.MALICIOUS, "", "test");
    }

    private Attribution attribution() {
        return Attribution.of(Detection.facts(test.caseFile(), correlation, new RecordDetails(), AddressLookup.NOTHING),
                List.of(), MarkedEvents.of(test.caseFile(), correlation), session -> List.of());
    }

    private CaseOrigins origins() {
        return CaseOrigins.of(correlation, attribution(), CaseOrigins.Changes.NONE);
    }

    private List<Timeline.Person> people(int session) {
        return new TimelineQuery(correlation).with(origins()).ofSession(correlation.sessionCode(session(session)),
                LaneKey.WORKLOAD, Map.of(), List.of()).origins();
    }

    @Test
    void originsThatMeetOnlyInALaterSessionLookDifferentInAll() {
        add(1, ONE);
        add(2, OTHER);
        add(3, ONE);
        add(3, OTHER);
        load();
        CaseOrigins origins = origins();
        assertThat(origins.style(2)).isNotEqualTo(origins.style(3));
        assertThat(origins.style(0)).isEqualTo(origins.style(2));
        assertThat(origins.style(1)).isEqualTo(origins.style(3));
        assertThat(people(3)).extracting(Timeline.Person::keys).allSatisfy(keys -> assertThat(keys).hasSize(1))
                .hasSize(2);
    }

    @Test
    void originsThatNeverMeetShareAColorSoThatThereAreEnough() {
        add(1, ONE);
        add(2, OTHER);
        add(3, THIRD);
        load();
        CaseOrigins origins = origins();
        assertThat(List.of(origins.style(0), origins.style(1), origins.style(2)))
                .allSatisfy(style -> assertThat(style.number()).isZero());
    }

    @Test
    void onlyOriginsBeyondTheLastShadeAreOnePerson() {
        for (int i = 0; i < OriginStyle.SHADES; i++) {
            add(1, "198.18." + i + ".7");
            add(2, "198.18." + i + ".7");
        }
        add(2, "198.18.200.7");
        load();
        assertThat(people(1)).hasSize(OriginStyle.SHADES)
                .allSatisfy(person -> assertThat(person.keys()).hasSize(1));
        assertThat(people(2)).hasSize(OriginStyle.SHADES);
        assertThat(people(2).getLast().keys()).hasSize(2);
        assertThat(people(2).getLast().style().number()).isEqualTo(OriginStyle.SHADES - 1);
    }

    @Test
    void moreThanHalfOfItsEventsMakeAnOriginTheAttackersAndDecided() {
        for (int i = 0; i < 4; i++) {
            add(1, ONE);
        }
        load();
        mark(0, 1);
        List<Integer> all = new ArrayList<>(List.of(0, 1, 2, 3));
        assertThat(CaseOrigins.party(attribution(), all)).as("half of them").isEqualTo(Party.UNCLEAR);
        assertThat(origins().style(0)).isEqualTo(new OriginStyle(Party.UNCLEAR, 0, false));
        mark(2);
        assertThat(CaseOrigins.party(attribution(), all)).as("one more").isEqualTo(Party.ATTACKER);
        assertThat(origins().style(3)).isEqualTo(new OriginStyle(Party.ATTACKER, 0, true));
    }
}
