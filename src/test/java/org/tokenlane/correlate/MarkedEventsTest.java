package org.tokenlane.correlate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.BitSet;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.tokenlane.model.event.EventField;
import org.tokenlane.model.mark.Indicator;
import org.tokenlane.model.mark.MarkTarget;
import org.tokenlane.model.mark.MarkTarget.Kind;
import org.tokenlane.model.mark.Verdict;
import org.tokenlane.model.mark.VerdictMark;
import org.tokenlane.model.session.OriginSplit;
import org.tokenlane.query.FilterEvaluator;
import org.tokenlane.query.FilterParser;
import org.tokenlane.query.FilterSyntaxException;
import org.tokenlane.sample.SampleAnswers;
import org.tokenlane.sample.SharedSample;
import org.tokenlane.store.CaseFile;
import org.tokenlane.store.Marks;

/** A mark holds for the events of what it is on, in the sample case. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MarkedEventsTest {

    private SampleAnswers answers;
    private CaseFile opened;
    private Correlation correlation;
    private String session;

    @BeforeAll
    void open(@TempDir Path folder) {
        answers = SharedSample.answers();
        opened = CaseFile.open(SharedSample.copyTo(folder.resolve("sample.tlcase")), null);
        correlation = Correlation.upToDate(opened);
        session = answers.aitmSession();
    }

    @AfterAll
    void close() {
        opened.close();
    }

    @AfterEach
    void undoAll() {
        while (caseFile().marks().undo("Adele") != null) {
            assertThat(caseFile().marks().nextRedo()).isNotNull();
        }
    }

    private CaseFile caseFile() {
        return opened;
    }

    private MarkedEvents marked(Consumer<Marks> change) {
        change.accept(caseFile().marks());
        return MarkedEvents.of(caseFile(), correlation);
    }

    private BitSet events(String filter) {
        try {
            return new FilterEvaluator(new LinkedEvents(correlation, MarkedEvents.of(caseFile(), correlation)))
                    .events(FilterParser.parse(filter));
        } catch (FilterSyntaxException e) {
            throw new AssertionError(e);
        }
    }

    private static MarkTarget target(Kind kind, String text) {
        return MarkTarget.of(kind, text);
    }

    private void verdict(Marks marks, Kind kind, String text, Verdict verdict) {
        marks.verdict(List.of(target(kind, text)), verdict, "", "Adele");
    }

    private String tokenIn(String filter) {
        return correlation.events().dictionary(EventField.UTI).get(correlation.token(events(filter).nextSetBit(0)));
    }

    @Test
    void aVerdictOnASessionHoldsForAllThatWasDoneInItByFactAndForNothingElse() {
        MarkedEvents marked = marked(marks -> verdict(marks, Kind.SESSION, session, Verdict.MALICIOUS));
        BitSet ofSession = events("session:" + session);
        assertThat(marked.hostile()).isEqualTo(ofSession).isEqualTo(events("verdict:malicious"));
        assertThat(events("verdict:none").cardinality())
                .isEqualTo(correlation.events().size() - ofSession.cardinality());
        assertThat(events("-marked:verdict")).isEqualTo(events("verdict:none"));
        int inferred = java.util.stream.IntStream.of(correlation.eventsOfSession(correlation.sessionCode(session)))
                .filter(event -> correlation.rule(event).isInferred())
                .findFirst().orElseThrow();
        assertThat(marked.verdict(inferred)).as("a guess carries no verdict").isNull();
    }

    @Test
    void aNarrowerVerdictOverridesAWiderOneWhicheverCameFirst() {
        int one = events("session:" + session + " op:MailItemsAccessed").nextSetBit(0);
        String token = correlation.events().dictionary(EventField.UTI).get(correlation.token(one));
        MarkedEvents marked = marked(marks -> {
            marks.verdict(List.of(target(Kind.EVENT, correlation.events().id(one))), Verdict.UNKNOWN, "to be asked",
                    "Adele");
            verdict(marks, Kind.TOKEN, token, Verdict.BENIGN);
            verdict(marks, Kind.SESSION, session, Verdict.MALICIOUS);
            verdict(marks, Kind.USER, "adela.novakova@contoso.example", Verdict.SUSPICIOUS);
        });
        assertThat(marked.verdict(one)).isEqualTo(Verdict.UNKNOWN);
        assertThat(marked.decidedBy(one).reason()).isEqualTo("to be asked");
        BitSet ofToken = events("token:" + token);
        assertThat(events("verdict:benign").cardinality()).isEqualTo(ofToken.cardinality() - 1);
        BitSet hostile = events("session:" + session);
        hostile.andNot(ofToken);
        assertThat(marked.hostile()).isEqualTo(hostile);
        assertThat(events("verdict:suspicious"))
                .isEqualTo(events("upn:adela.novakova@contoso.example -session:" + session));
        assertThat(marked.on(one)).filteredOn(mark -> mark instanceof VerdictMark)
                .extracting(mark -> mark.target().kind())
                .containsExactly(Kind.EVENT, Kind.TOKEN, Kind.SESSION, Kind.USER);
        assertThat(marked.counts().keySet()).containsExactly(Verdict.MALICIOUS, Verdict.SUSPICIOUS, Verdict.BENIGN,
                Verdict.UNKNOWN);
    }

    @Test
    void everythingOfAnOriginIsMarkedAndAPartThatIsSplitLaterStaysMarkedUnlessItIsJudgedItself() {
        int code = correlation.sessionCode(session);
        Origins.Origin attacker = new Origins(correlation.events()).ofSession(correlation, code).stream()
                .filter(origin -> origin.events().stream()
                        .anyMatch(event -> "203.0.113.77".equals(correlation.events().text(EventField.IP, event))))
                .findFirst()
                .orElseThrow();
        MarkTarget origin = MarkTarget.origin(session, attacker.key());
        MarkedEvents marked = marked(marks -> marks.verdict(List.of(origin), Verdict.MALICIOUS, "", "Adele"));
        BitSet all = marked.hostile();
        assertThat(all.cardinality()).isPositive().isEqualTo(marked.of(origin).length)
                .isLessThan(events("session:" + session).cardinality());
        String token = correlation.events().dictionary(EventField.UTI).get(correlation
                .token(all.stream().filter(event -> correlation.token(event) != 0).findFirst().orElseThrow()));
        OriginSplit split = new OriginSplit(attacker.key(), OriginSplit.By.TOKEN, token);
        caseFile().settings().splitOrigin(session, split, true, "Adele");
        try {
            assertThat(events("verdict:malicious")).isEqualTo(all);
            MarkedEvents parted = marked(marks -> marks.verdict(List.of(MarkTarget.origin(session, split.key())),
                    Verdict.BENIGN, "", "Adele"));
            assertThat(marked(marks -> marks.verdict(List.of(origin), Verdict.SUSPICIOUS, "said later", "Adele"))
                    .counts().get(Verdict.BENIGN)).as("the part's verdict applies though the whole's is later")
                    .isEqualTo(parted.counts().get(Verdict.BENIGN));
            marked(marks -> marks.undo("Adele"));
            assertThat(parted.counts().get(Verdict.BENIGN)).isPositive();
            assertThat(parted.counts().get(Verdict.BENIGN) + parted.counts().get(Verdict.MALICIOUS))
                    .isEqualTo(all.cardinality());
        } finally {
            caseFile().settings().splitOrigin(session, split, false, "Adele");
        }
    }

    @Test
    void tagsNotesAndBookmarksAreFilteredByWhatTheySayAndAllHoldAtOnce() {
        String token = tokenIn("session:" + session + " op:FileDownloaded");
        int event = events("token:" + token).nextSetBit(0);
        MarkedEvents marked = marked(marks -> {
            marks.tag(List.of(target(Kind.SESSION, session)), "BEC wave 2", "Adele");
            marks.tag(List.of(target(Kind.TOKEN, token)), "exfil", "Adele");
            marks.note(List.of(target(Kind.TOKEN, token)), "Ask Søren about these files", "Adele");
            marks.bookmark(List.of(target(Kind.EVENT, correlation.events().id(event))), "Adele");
        });
        assertThat(marked.tags(event)).containsExactly("BEC wave 2", "exfil");
        assertThat(events("tag:exfil")).isEqualTo(events("token:" + token)).isEqualTo(events("note:SØREN"));
        assertThat(events("tag:bec*")).isEqualTo(events("session:" + session));
        assertThat(events("tag:be")).as("a tag is compared as a whole").isEqualTo(new BitSet());
        assertThat(events("marked:bookmark").stream().toArray()).containsExactly(event);
        assertThat(events("marked:tag,note")).isEqualTo(events("session:" + session));
    }

    @Test
    void addressesDevicesAndAppsAreMarkedByTheirWholeValueWithoutWildcards() {
        marked(marks -> {
            marks.tag(List.of(target(Kind.IP, "203.0.113.77")), "relay", "Adele");
            marks.tag(List.of(target(Kind.APP, "OfficeHome")), "lure", "Adele");
            marks.tag(List.of(target(Kind.APP, "Office*")), "all", "Adele");
        });
        assertThat(events("tag:relay")).isEqualTo(events("ip:203.0.113.77")).matches(found -> !found.isEmpty());
        assertThat(events("tag:lure").cardinality()).isPositive();
        assertThat(events("tag:all")).isEqualTo(new BitSet());
    }

    @Test
    void indicatorsMarkTheirHitsByAddressNetworkAgentSessionTokenAndDomain() {
        String token = tokenIn("session:" + session + " op:MailItemsAccessed");
        MarkedEvents marked = marked(marks -> marks.indicators("kit", "kit.csv",
                List.of(new Indicator(Indicator.Type.IP, "203.0.113.77", "relay"),
                        new Indicator(Indicator.Type.NETWORK, "203.0.113.0/24", ""),
                        new Indicator(Indicator.Type.USER_AGENT, "*no such agent*", ""),
                        new Indicator(Indicator.Type.SESSION, session, ""),
                        new Indicator(Indicator.Type.TOKEN, token, ""),
                        new Indicator(Indicator.Type.DOMAIN, "contoso.example", ""),
                        new Indicator(Indicator.Type.DOMAIN, "toso.example", "")),
                "Adele"));
        IndicatorHits hits = marked.hits().getFirst();
        assertThat(hits.byIndicator().keySet()).extracting(Indicator::value).containsExactly("203.0.113.77",
                "203.0.113.0/24", session, token, "contoso.example");
        assertThat(hits.byIndicator().get(new Indicator(Indicator.Type.SESSION, session, "")))
                .isEqualTo(events("session:" + session));
        int relayed = events("ip:203.0.113.77").nextSetBit(0);
        assertThat(hits.on(relayed)).extracting(Indicator::type).contains(Indicator.Type.IP, Indicator.Type.NETWORK);
        assertThat(events("indicator:KIT")).isEqualTo(hits.events()).isEqualTo(events("marked:indicator"));
        assertThat(events("indicator:kit verdict:none")).as("a hit is no verdict").isEqualTo(hits.events());
    }

    @Test
    void aFilterByMarksSaysWhatThereIsWhereItIsWrittenWrongAndReadsBackAsItWas() throws FilterSyntaxException {
        for (String text : List.of("verdict:malicious,none", "tag:\"BEC wave 2\"", "note:\"ask Søren\"",
                "indicator:kit*", "marked:bookmark,indicator")) {
            assertThat(FilterParser.parse(text).toText()).isEqualTo(text);
        }
        assertThatThrownBy(() -> FilterParser.parse("verdict:evil"))
                .hasMessageContaining("malicious, suspicious, benign, unknown, none");
        assertThatThrownBy(() -> FilterParser.parse("marked:star")).hasMessageContaining("bookmark");
    }
}
