package org.tokenlane.detect;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tokenlane.detect.rule.FindingSink;
import org.tokenlane.detect.rule.RuleFile;
import org.tokenlane.model.event.EventField;
import org.tokenlane.model.finding.Finding;
import org.tokenlane.model.finding.Severity;

/** Whom and which session a finding is about, and what belongs to its sentence. */
class FindingSinkTest {

    private static final String BELA = "bela@contoso.example";

    @TempDir
    private static Path folder;
    private static Scene scene;
    private static RuleFile rule;
    /** Numbers of events in the order of time. */
    private static int withoutSession;
    private static int adeles;
    private static int belas;

    @BeforeAll
    static void open() {
        scene = new Scene(folder);
        scene.audit(null, "2026-09-15T07:00:00", "Exchange", "Set-TransportConfig", null, null);
        scene.signIn(Scene.ADELE, "2026-09-15T08:00:00", Scene.SESSION);
        scene.signIn(BELA, "2026-09-15T09:00:00", Scene.OTHER_SESSION);
        rule = CaseRules.of(scene.caseFile()).getFirst();
        withoutSession = event("Set-TransportConfig", EventField.OPERATION);
        adeles = event(Scene.ADELE, EventField.UPN);
        belas = event(BELA, EventField.UPN);
    }

    @AfterAll
    static void close() {
        scene.close();
    }

    private static int event(String value, EventField field) {
        for (int event = 0; event < scene.facts().events().size(); event++) {
            if (value.equals(scene.facts().text(field, event))) {
                return event;
            }
        }
        throw new AssertionError(value + " is in no event");
    }

    private static FindingSink sink() {
        return new FindingSink(scene.facts(), rule);
    }

    private static Finding only(FindingSink sink) {
        assertThat(sink.findings()).hasSize(1);
        return sink.findings().getFirst();
    }

    @Test
    void itIsAboutTheFirstSessionAndTheFirstUserThatItsEventsName() {
        FindingSink sink = sink();
        sink.add(List.of(belas, adeles, withoutSession, belas), "why", List.of("doubt", "doubt", "other"));
        Finding finding = only(sink);
        assertThat(finding.sessionId()).isEqualTo(Scene.SESSION);
        assertThat(finding.upn()).isEqualTo(Scene.ADELE);
        assertThat(finding.severity()).isEqualTo(rule.severity());
        assertThat(finding.events()).containsExactly(withoutSession, adeles, belas);
        assertThat(finding.eventIds()).hasSize(3).doesNotContainNull();
        assertThat(finding.others()).isEqualTo(finding.events());
        assertThat(finding.against()).containsExactly("doubt", "other");
        assertThat(finding.why()).as("no device came late, no data tells of the addresses").isEqualTo("why");
    }

    @Test
    void itCanBeAboutOneOfSeveralPeoplesEvents() {
        FindingSink sink = sink();
        sink.addFor(Severity.LOW, belas, List.of(adeles, belas), "why", List.of());
        Finding finding = only(sink);
        assertThat(finding.sessionId()).isEqualTo(Scene.OTHER_SESSION);
        assertThat(finding.upn()).isEqualTo(BELA);
        assertThat(finding.severity()).isEqualTo(Severity.LOW);
        assertThat(finding.events()).containsExactly(adeles, belas);
    }

    @Test
    void whatIsTheUsersOwnIsProofButNotSomeoneElses() {
        FindingSink sink = sink();
        sink.add(Severity.HIGH, List.of(adeles, belas), List.of(belas, belas), "why", List.of());
        assertThat(only(sink).events()).containsExactly(adeles, belas);
        assertThat(only(sink).others()).containsExactly(belas);
    }

    @Test
    void eventsWithoutSessionAndUserAreAboutNobody() {
        FindingSink sink = sink();
        sink.add(List.of(withoutSession), "why", List.of());
        assertThat(only(sink).sessionId()).isNull();
        assertThat(Objects.requireNonNullElse(only(sink).upn(), "")).isEmpty();
        assertThat(only(sink).against()).isEmpty();
    }
}
