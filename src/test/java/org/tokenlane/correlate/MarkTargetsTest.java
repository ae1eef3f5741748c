package org.tokenlane.correlate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tokenlane.query.StoredRows.event;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.LinkedHashMap;
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
import org.tokenlane.model.event.TimeQuality;
import org.tokenlane.model.event.UtiOrigin;
import org.tokenlane.model.filter.Filter;
import org.tokenlane.model.filter.Filter.Marked.By;
import org.tokenlane.model.mark.Indicator;
import org.tokenlane.model.mark.Mark;
import org.tokenlane.model.mark.MarkTarget;
import org.tokenlane.model.mark.MarkTarget.Kind;
import org.tokenlane.model.mark.Tag;
import org.tokenlane.model.mark.Verdict;
import org.tokenlane.model.session.OriginSplit;
import org.tokenlane.query.StoredRows;

/** Which events each kind of mark is for, and which of two verdicts applies, of events that the test writes itself. */
class MarkTargetsTest {

    private static final String TOKEN = "JYpgIpsdtUSw8suU8GstAA";
    private static final String USER = "adele@contoso.example";
    private static final String OBJECT_ID = "2b9d6c58-7a11-4f0d-9a51-6f6f0e7f3a10";
    private static final String ORIGIN = "203.0.113.0/24|Edge/0|d1|";

    @TempDir
    private Path folder;
    private StoredRows rows;
    private Correlation correlation;

    private static AuditEvent.Builder at(EventKind kind, int second) {
        return event(kind, "k" + second).time(second * 1_000_000_000L, TimeQuality.READ, 0);
    }

    /**
     * Event 0 has all that marks are on; 1 is made with its token; 2 is of its session only; 3 is inferred to be; 4 and
     * 5 are of its user; 6 shares nothing.
     */
    @BeforeEach
    void fill() {
        rows = new StoredRows(folder);
        rows.row(StoredRows.POOR, at(EventKind.SIGN_IN, 1).set(EventField.SESSION_ID, "s").set(EventField.UPN, USER)
                .set(EventField.USER_AGENT, "Edge/1").set(EventField.IP, "203.0.113.1")
                .set(EventField.DEVICE_NAME, "Laptop").set(EventField.DEVICE_ID, "d1").set(EventField.APP_NAME, "Mail")
                .uti(TOKEN, UtiOrigin.REQUEST_ID).result(EventResult.SUCCESS));
        rows.row(at(EventKind.GRAPH_CALL, 2).uti(TOKEN, UtiOrigin.FIELD).set(EventField.IP, "203.0.113.2"));
        rows.row(at(EventKind.OPERATION, 3).set(EventField.SESSION_ID, "s").set(EventField.IP, "198.51.100.1"));
        rows.row(at(EventKind.OPERATION, 4).set(EventField.UPN, USER).set(EventField.IP, "203.0.113.1"));
        rows.row(at(EventKind.OPERATION, 5_000).set(EventField.UPN, USER));
        rows.row(at(EventKind.OPERATION, 5_001).set(EventField.USER_OBJECT_ID, OBJECT_ID));
        rows.row(at(EventKind.OPERATION, 5_002).set(EventField.APP_ID, "other"));
        correlation = Correlation.of(rows.file("1").events());
        assertThat(correlation.rule(3).isInferred()).isTrue();
        assertThat(correlation.session(3)).isEqualTo(correlation.sessionCode("s"));
    }

    @AfterEach
    void close() {
        rows.close();
    }

    private MarkedEvents marked() {
        return MarkedEvents.of(rows.caseFile(), correlation);
    }

    private void verdict(MarkTarget target, Verdict verdict) {
        rows.caseFile().marks().verdict(List.of(target), verdict, "", "Adele");
    }

    /** A target of each kind that event 0 belongs to, from the narrowest to the widest. */
    private Map<Kind, MarkTarget> targets() {
        Map<Kind, MarkTarget> targets = new LinkedHashMap<>();
        targets.put(Kind.EVENT, MarkTarget.of(Kind.EVENT, correlation.events().id(0)));
        targets.put(Kind.TOKEN, MarkTarget.of(Kind.TOKEN, TOKEN));
        targets.put(Kind.ORIGIN, MarkTarget.origin("s", ORIGIN));
        targets.put(Kind.SESSION, MarkTarget.of(Kind.SESSION, "s"));
        targets.put(Kind.DEVICE, MarkTarget.of(Kind.DEVICE, "laptop"));
        targets.put(Kind.IP, MarkTarget.of(Kind.IP, "203.0.113.1"));
        targets.put(Kind.APP, MarkTarget.of(Kind.APP, "MAIL"));
        targets.put(Kind.USER, MarkTarget.of(Kind.USER, USER));
        return targets;
    }

    @Test
    void eachKindOfTargetHasTheEventsThatBelongToItByFact() {
        Map<Kind, MarkTarget> targets = targets();
        rows.caseFile().marks().tag(targets.values(), "seen", "Adele");
        MarkTarget byObjectId = new MarkTarget(Kind.USER, OBJECT_ID);
        rows.caseFile().marks().tag(List.of(byObjectId), "seen", "Adele");
        MarkedEvents marked = marked();
        Map<Kind, List<Integer>> events = new LinkedHashMap<>();
        targets.forEach((kind, target) -> events.put(kind, Arrays.stream(marked.of(target)).boxed()
                .toList()));
        assertThat(events).isEqualTo(Map.of(Kind.EVENT, List.of(0), Kind.TOKEN, List.of(0, 1), Kind.ORIGIN,
                List.of(0, 1), Kind.SESSION, List.of(0, 1, 2), Kind.DEVICE, List.of(0), Kind.IP, List.of(0, 3),
                Kind.APP, List.of(0), Kind.USER, List.of(0, 3, 4)));
        assertThat(marked.of(byObjectId)).containsExactly(5);
        assertThat(marked.of(MarkTarget.of(Kind.SESSION, "other"))).isEmpty();
        assertThat(marked.on(0)).extracting(mark -> mark.target().kind()).containsExactly(Kind.values());
        assertThat(marked.on(6)).isEmpty();
        assertThat(marked.tags(0)).as("one name for all").containsExactly("seen");
        assertThat(marked.tags(6)).isEmpty();
    }

    @Test
    void ofTwoVerdictsThatOnTheNarrowerTargetAppliesWhicheverCameFirst() {
        List<MarkTarget> targets = new ArrayList<>(targets().values());
        for (int narrow = 0; narrow + 1 < targets.size(); narrow++) {
            for (boolean narrowFirst : new boolean[] { true, false }) {
                verdict(targets.get(narrowFirst ? narrow : narrow + 1),
                        narrowFirst ? Verdict.MALICIOUS : Verdict.BENIGN);
                verdict(targets.get(narrowFirst ? narrow + 1 : narrow),
                        narrowFirst ? Verdict.BENIGN : Verdict.MALICIOUS);
                MarkedEvents marked = marked();
                assertThat(marked.verdict(0)).as(targets.get(narrow).kind() + " before "
                        + targets.get(narrow + 1).kind()).isEqualTo(Verdict.MALICIOUS);
                assertThat(marked.hostile().get(0)).isTrue();
                rows.caseFile().marks().clearVerdict(targets, "Adele");
            }
        }
        assertThat(marked().verdict(0)).isNull();
    }

    @Test
    void ofTwoVerdictsOnTargetsOfOneKindTheLaterAppliesAndOfAnOriginTheVerdictOnItsPart() {
        MarkTarget byName = MarkTarget.of(Kind.DEVICE, "laptop");
        MarkTarget byId = MarkTarget.of(Kind.DEVICE, "d1");
        verdict(byId, Verdict.SUSPICIOUS);
        verdict(byName, Verdict.UNKNOWN);
        assertThat(marked().verdict(0)).isEqualTo(Verdict.UNKNOWN);
        verdict(byId, Verdict.BENIGN);
        assertThat(marked().verdict(0)).isEqualTo(Verdict.BENIGN);
        rows.caseFile().marks().clearVerdict(List.of(byName, byId), "Adele");
        OriginSplit split = new OriginSplit(ORIGIN, OriginSplit.By.ADDRESS, "203.0.113.2");
        rows.caseFile().settings().splitOrigin("s", split, true, "Adele");
        verdict(MarkTarget.origin("s", split.key()), Verdict.BENIGN);
        verdict(MarkTarget.origin("s", ORIGIN), Verdict.MALICIOUS);
        MarkedEvents marked = marked();
        assertThat(marked.of(MarkTarget.origin("s", ORIGIN))).as("the whole has its parts' events")
                .containsExactly(0, 1);
        assertThat(marked.of(MarkTarget.origin("s", split.key()))).containsExactly(1);
        assertThat(List.of(marked.verdict(0), marked.verdict(1))).containsExactly(Verdict.MALICIOUS, Verdict.BENIGN);
    }

    @Test
    void targetsThatNoEventBelongsToAreNamed() {
        MarkTarget none = MarkTarget.of(Kind.SESSION, "of-nobody");
        MarkTarget noOrigin = MarkTarget.origin("of-nobody", ORIGIN);
        MarkTarget otherOrigin = MarkTarget.origin("s", "203.0.113.0/24|Edge/0|d");
        MarkTarget noEvent = MarkTarget.of(Kind.EVENT, "e0000000000000000");
        List<MarkTarget> all = new ArrayList<>(targets().values());
        all.addAll(List.of(none, noOrigin, otherOrigin, noEvent));
        assertThat(MarkedEvents.withoutEvents(all, rows.caseFile(), correlation)).containsExactlyInAnyOrder(none,
                noOrigin, otherOrigin, noEvent);
        assertThat(MarkedEvents.withoutEvents(List.of(), rows.caseFile(), correlation)).isEmpty();
    }

    @Test
    void aCaseWithoutMarksHasNone() {
        assertThat(marked()).isSameAs(MarkedEvents.NONE);
        assertThat(MarkedEvents.NONE.verdict(0)).isNull();
        assertThat(MarkedEvents.NONE.hostile().isEmpty()).isTrue();
        assertThat(MarkedEvents.NONE.counts()).isEmpty();
    }

    private static BitSet bits(int... events) {
        BitSet bits = new BitSet();
        Arrays.stream(events).forEach(bits::set);
        return bits;
    }

    private static BitSet selected(MarkedEvents marked, By by, String... values) {
        return marked.events(new Filter.Marked(by, List.of(values)));
    }

    @Test
    void marksAreSelectedByTheirKindAndByWhatTheySay() {
        Map<Kind, MarkTarget> targets = targets();
        rows.caseFile().marks().tag(List.of(targets.get(Kind.SESSION)), "bec", "Adele");
        rows.caseFile().marks().tag(List.of(targets.get(Kind.TOKEN)), "Axios", "Adele");
        rows.caseFile().marks().tag(List.of(targets.get(Kind.EVENT)), "Bec 2", "Adele");
        rows.caseFile().marks().note(List.of(targets.get(Kind.USER)), "Ask Søren", "Adele");
        rows.caseFile().marks().bookmark(List.of(targets.get(Kind.EVENT)), "Adele");
        verdict(targets.get(Kind.IP), Verdict.UNKNOWN);
        verdict(targets.get(Kind.SESSION), Verdict.SUSPICIOUS);
        rows.caseFile().marks().indicators("kit", "kit.csv",
                List.of(new Indicator(Indicator.Type.IP, "198.51.100.1", "")), "Adele");
        rows.caseFile().marks().indicators("old", "old.csv",
                List.of(new Indicator(Indicator.Type.IP, "203.0.113.2", "")), "Adele");
        MarkedEvents marked = marked();
        assertThat(marked.tags(0)).as("in the order of the alphabet, whatever their case").containsExactly("Axios",
                "bec", "Bec 2");
        assertThat(marked.on(1)).extracting(Mark::target).extracting(MarkTarget::kind).containsExactly(Kind.TOKEN,
                Kind.SESSION, Kind.SESSION);
        assertThat(marked.on(1)).filteredOn(mark -> mark instanceof Tag).hasSize(2);
        assertThat(selected(marked, By.TAG, "BEC")).isEqualTo(bits(0, 1, 2));
        assertThat(selected(marked, By.TAG, "axios", "bec 2")).isEqualTo(bits(0, 1));
        assertThat(selected(marked, By.NOTE, "SØREN")).isEqualTo(bits(0, 3, 4));
        assertThat(selected(marked, By.NOTE, "sören")).isEqualTo(bits());
        assertThat(selected(marked, By.INDICATOR, "KIT")).isEqualTo(bits(2));
        assertThat(selected(marked, By.VERDICT, "Suspicious")).isEqualTo(bits(0, 1, 2));
        assertThat(selected(marked, By.VERDICT, "unknown")).as("the session's verdict is the narrower one of 0")
                .isEqualTo(bits(3));
        assertThat(selected(marked, By.MARKED, "Verdict")).isEqualTo(bits(0, 1, 2, 3));
        assertThat(selected(marked, By.MARKED, "tag")).isEqualTo(bits(0, 1, 2));
        assertThat(selected(marked, By.MARKED, "note")).isEqualTo(bits(0, 3, 4));
        assertThat(selected(marked, By.MARKED, "bookmark")).isEqualTo(bits(0));
        assertThat(selected(marked, By.MARKED, "indicator")).isEqualTo(bits(1, 2));
        assertThat(List.copyOf(marked.counts().entrySet())).as("the weightiest first")
                .containsExactly(Map.entry(Verdict.SUSPICIOUS, 3), Map.entry(Verdict.UNKNOWN, 1));
        assertThat(marked.decidedBy(3).target()).isEqualTo(targets.get(Kind.IP));
        assertThat(marked.decidedBy(6)).isNull();
    }
}
