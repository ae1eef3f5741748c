package org.tokenlane.detect;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.BitSet;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tokenlane.correlate.Correlation;
import org.tokenlane.correlate.MarkedEvents;
import org.tokenlane.detect.facts.AddressLookup;
import org.tokenlane.detect.facts.CaseFacts;
import org.tokenlane.detect.facts.Words;
import org.tokenlane.detect.hands.Attribution;
import org.tokenlane.detect.hands.Basis;
import org.tokenlane.detect.hands.Party;
import org.tokenlane.ingest.RecordDetails;
import org.tokenlane.model.event.EventField;
import org.tokenlane.model.finding.Finding;
import org.tokenlane.model.finding.Severity;
import org.tokenlane.model.mark.MarkTarget;
import org.tokenlane.model.mark.Verdict;

/** Whose hands events were done by. Findings are given here, so that the judgement of rules does not matter. */
class AttributionTest {

    private static final String HOME = "192.0.2.10";
    private static final String ELSEWHERE = "203.0.113.200";

    @TempDir
    private Path folder;

    private Scene scene;
    private CaseFacts facts;

    @BeforeEach
    void open() {
        scene = new Scene(folder);
    }

    @AfterEach
    void close() {
        scene.close();
    }

    private Scene.Told atHome(String time) {
        return scene.signIn(Scene.ADELE, time, Scene.SESSION).from(HOME, "DK", 64496);
    }

    private Scene.Told elsewhere(String time) {
        return scene.signIn(Scene.ADELE, time, Scene.SESSION).from(ELSEWHERE, "US", 64511);
    }

    private Attribution attribution(Finding... findings) {
        return Attribution.of(facts(), List.of(findings), MarkedEvents.of(scene.caseFile(), facts().correlation()),
                session -> List.of());
    }

    private CaseFacts facts() {
        if (facts == null) {
            scene.load();
            facts = Detection.facts(scene.caseFile(), Correlation.upToDate(scene.caseFile()), new RecordDetails(),
                    AddressLookup.NOTHING);
        }
        return facts;
    }

    /** The events at these times of 15 September, {@code 08:00}. */
    private List<Integer> at(String... times) {
        return List.of(times).stream().map(this::event).toList();
    }

    private int event(String time) {
        CaseFacts known = facts();
        for (int event = 0; event < known.events().size(); event++) {
            if (Words.time(known.events().time(event)).equals("2026-09-15 " + time + ":00 UTC")) {
                return event;
            }
        }
        throw new AssertionError("no event at " + time);
    }

    private Finding finding(Severity severity, String... times) {
        List<Integer> events = at(times);
        return new Finding("r", "t", severity, List.of(), Scene.SESSION, Scene.ADELE, events,
                events.stream().map(facts().events()::id).toList(), "why", List.of());
    }

    @Test
    void ofTwoOriginsInAFindingTheLaterIsTheAttackersAndTheFirstIsUnclear() {
        atHome("2026-09-15T08:00:00");
        elsewhere("2026-09-15T08:10:00");
        Attribution made = attribution(finding(Severity.HIGH, "08:00", "08:10"));
        assertThat(made.party(event("08:00"))).isEqualTo(Party.UNCLEAR);
        assertThat(made.party(event("08:10"))).isEqualTo(Party.ATTACKER);
        assertThat(made.basis(event("08:10"))).isEqualTo(Basis.FINDING);
    }

    @Test
    void theUsersEverydayNetworkIsTheUsers() {
        scene.everyday(Scene.ADELE, HOME, "DK", 64496, null);
        atHome("2026-09-15T08:00:00");
        elsewhere("2026-09-15T08:10:00");
        Attribution made = attribution(finding(Severity.HIGH, "08:00", "08:10"));
        assertThat(made.party(event("08:00"))).isEqualTo(Party.USER);
        assertThat(made.basis(event("08:00"))).isEqualTo(Basis.FAMILIAR);
    }

    @Test
    void aFindingOnTheUsersEverydayNetworkAloneMakesNobodyAnAttacker() {
        scene.everyday(Scene.ADELE, HOME, "DK", 64496, null);
        atHome("2026-09-15T08:00:00");
        assertThat(attribution(finding(Severity.HIGH, "08:00")).attacker()).isEqualTo(new BitSet());
    }

    @Test
    void aFindingOfMediumSeverityAloneMakesNobodyAnAttacker() {
        atHome("2026-09-15T08:00:00");
        elsewhere("2026-09-15T08:10:00");
        assertThat(attribution(finding(Severity.MEDIUM, "08:00", "08:10")).attacker().isEmpty()).isTrue();
    }

    @Test
    void theFirstOriginIsTheAttackersTooWhereAMediumFindingRestsOnItAlone() {
        atHome("2026-09-15T08:00:00");
        elsewhere("2026-09-15T08:10:00");
        Attribution made = attribution(finding(Severity.HIGH, "08:00", "08:10"), finding(Severity.MEDIUM, "08:00"));
        assertThat(made.party(event("08:00"))).isEqualTo(Party.ATTACKER);
    }

    @Test
    void theFirstOriginStaysUnclearWhereOnlyALowFindingRestsOnItAlone() {
        atHome("2026-09-15T08:00:00");
        elsewhere("2026-09-15T08:10:00");
        Attribution made = attribution(finding(Severity.HIGH, "08:00", "08:10"), finding(Severity.LOW, "08:00"));
        assertThat(made.party(event("08:00"))).isEqualTo(Party.UNCLEAR);
    }

    @Test
    void whatHasNoAddressGoesWithItsToken() {
        atHome("2026-09-15T08:00:00");
        String uti = elsewhere("2026-09-15T08:10:00").uti();
        Scene.from(scene.audit(Scene.ADELE, "2026-09-15T08:11:00", "SharePoint", "FileAccessed", Scene.SESSION, uti),
                "").with("ObjectId", "https://contoso.sharepoint.example/a.docx");
        Attribution made = attribution(finding(Severity.HIGH, "08:00", "08:10"));
        assertThat(made.party(event("08:11"))).isEqualTo(Party.ATTACKER);
        assertThat(made.basis(event("08:11"))).isEqualTo(Basis.TOKEN);
    }

    @Test
    void whatHasNoAddressIsUnclearWhereItsTokenIsUsedFromBothOrigins() {
        atHome("2026-09-15T08:00:00");
        String uti = elsewhere("2026-09-15T08:10:00").uti();
        Scene.from(scene.audit(Scene.ADELE, "2026-09-15T08:11:00", "SharePoint", "FileAccessed", Scene.SESSION, uti),
                HOME).with("ObjectId", "https://contoso.sharepoint.example/a.docx");
        Scene.from(scene.audit(Scene.ADELE, "2026-09-15T08:12:00", "SharePoint", "FileAccessed", Scene.SESSION, uti),
                "").with("ObjectId", "https://contoso.sharepoint.example/b.docx");
        Attribution made = attribution(finding(Severity.HIGH, "08:00", "08:10"));
        assertThat(made.party(event("08:12"))).isEqualTo(Party.UNCLEAR);
    }

    @Test
    void theSameAccountFromTheSameAddressIsTheAttackersInOtherSessionsToo() {
        atHome("2026-09-15T08:00:00");
        elsewhere("2026-09-15T08:10:00");
        scene.signIn(Scene.ADELE, "2026-09-15T09:00:00", Scene.OTHER_SESSION).from(ELSEWHERE, "US", 64511);
        scene.signIn("bruno@contoso.example", "2026-09-15T09:10:00", null).from(ELSEWHERE, "US", 64511);
        scene.signIn(Scene.ADELE, "2026-09-15T09:20:00", Scene.OTHER_SESSION).from("203.0.113.201", "US", 64511);
        Attribution made = attribution(finding(Severity.HIGH, "08:00", "08:10"));
        assertThat(made.basis(event("09:00"))).isEqualTo(Basis.ADDRESS);
        assertThat(made.party(event("09:10"))).as("another account").isEqualTo(Party.UNCLEAR);
        assertThat(made.party(event("09:20"))).as("another address").isEqualTo(Party.UNCLEAR);
    }

    @Test
    void theAnalystsVerdictDecides() {
        atHome("2026-09-15T08:00:00");
        elsewhere("2026-09-15T08:10:00");
        Finding finding = finding(Severity.HIGH, "08:00", "08:10");
        verdict("08:10", Verdict.BENIGN);
        Attribution made = attribution(finding);
        assertThat(made.party(event("08:10"))).isEqualTo(Party.USER);
        assertThat(made.basis(event("08:10"))).isEqualTo(Basis.VERDICT);
        assertThat(made.finding(event("08:10"))).isNull();
        assertThat(made.attacker().isEmpty()).isTrue();
    }

    @Test
    void aVerdictOfMaliciousNeedsNoFindingAndSuspiciousDecidesNothing() {
        atHome("2026-09-15T08:00:00");
        elsewhere("2026-09-15T08:10:00");
        facts();
        verdict("08:00", Verdict.MALICIOUS);
        verdict("08:10", Verdict.SUSPICIOUS);
        Attribution made = attribution();
        assertThat(made.party(event("08:00"))).isEqualTo(Party.ATTACKER);
        assertThat(made.party(event("08:10"))).isEqualTo(Party.UNCLEAR);
        assertThat(made.attacker().cardinality()).isEqualTo(1);
        assertThat(facts().text(EventField.IP, event("08:00"))).isEqualTo(HOME);
    }

    private void verdict(String time, Verdict verdict) {
        scene.caseFile().marks().verdict(
                List.of(MarkTarget.of(MarkTarget.Kind.EVENT, facts().events().id(event(time)))), verdict, "", "me");
    }
}
