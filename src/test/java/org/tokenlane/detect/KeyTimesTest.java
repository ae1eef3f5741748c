package org.tokenlane.detect;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tokenlane.detect.answer.Account;
import org.tokenlane.detect.answer.Answer;
import org.tokenlane.detect.answer.Answers;
import org.tokenlane.detect.answer.KeyTime;
import org.tokenlane.detect.answer.KeyTime.Kind;
import org.tokenlane.detect.answer.KeyTimes;
import org.tokenlane.detect.answer.Question;
import org.tokenlane.detect.facts.Words;
import org.tokenlane.model.mark.MarkTarget;

/** The times by which an incident is measured, by their kind. */
class KeyTimesTest extends AttackedAccount {

    private static final String BELA = "bela@contoso.example";

    private static KeyTime of(Kind kind, List<KeyTime> times) {
        return times.stream().filter(time -> time.kind() == kind).findFirst().orElseThrow();
    }

    private static String said(Kind kind, List<KeyTime> times) {
        return Words.time(of(kind, times).time());
    }

    private Answers ofAddress() {
        return answers(MarkTarget.of(MarkTarget.Kind.IP, ATTACKER));
    }

    @Test
    void theAnswerToWhenHasThemInTheirOrderWithTheirProof() {
        act("08:30:00", "Send");
        revoked("10:00:00");
        Answers answers = ofAddress();
        List<KeyTime> times = KeyTimes.of(answers.incident());
        assertThat(times).extracting(KeyTime::kind).isSorted().doesNotHaveDuplicates().contains(Kind.FIRST_ACCESS,
                Kind.LAST_ACT, Kind.DETECTED, Kind.CONTAINED);
        assertThat(answers.to(Question.WHEN).lines()).isEqualTo(
                times.stream().map(time -> new Answer.Line(time.words(), time.time(), time.events())).toList());
        assertThat(said(Kind.FIRST_ACCESS, times)).contains("08:00:00");
        assertThat(said(Kind.LAST_ACT, times)).contains("08:30:00");
        assertThat(said(Kind.CONTAINED, times)).contains("10:00:00");
        assertThat(of(Kind.DETECTED, times).isKnown()).isFalse();
        assertThat(times).filteredOn(KeyTime::isAttackers).extracting(KeyTime::kind)
                .containsExactly(Kind.FIRST_ACCESS, Kind.LAST_ACT);
    }

    @Test
    void thoseOfOneAccountLeaveOutWhatConcernsAnother() {
        Scene.Told signIn = scene.signIn(BELA, "2026-09-16T09:00:00", Scene.OTHER_SESSION).from(ATTACKER, "US", 64511);
        scene.risk(signIn, "anomalousToken");
        revoked("10:00:00");
        Answers answers = ofAddress();
        List<Account> adele = answers.incident().accounts().stream()
                .filter(account -> account.name().equals(Scene.ADELE)).toList();
        List<Account> bela = answers.incident().accounts().stream().filter(account -> account.name().equals(BELA))
                .toList();
        List<KeyTime> ofAdele = KeyTimes.of(answers.incident(), adele);
        assertThat(said(Kind.LAST_ACT, ofAdele)).contains("2026-09-15 08:00:00");
        assertThat(said(Kind.CONTAINED, ofAdele)).contains("10:00:00");
        assertThat(of(Kind.DETECTED, ofAdele).isKnown()).isFalse();
        List<KeyTime> ofBela = KeyTimes.of(answers.incident(), bela);
        assertThat(said(Kind.FIRST_ACCESS, ofBela)).contains("2026-09-16 09:00:00");
        assertThat(of(Kind.CONTAINED, ofBela).isKnown()).isFalse();
        assertThat(of(Kind.DETECTED, ofBela).isKnown()).isTrue();
        assertThat(of(Kind.CONTAINED, KeyTimes.of(answers.incident())).isKnown())
                .as("one account may still be open").isFalse();
        assertThat(KeyTimes.of(answers.incident(), List.of())).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({ "2026-09-14T08:00:00, true", "2026-09-14T07:59:59, false" })
    void aDetectionUpToADayBeforeTheFirstAccessIsOfTheIncidentAndAnOlderOneIsNot(String at, boolean known) {
        scene.risk(scene.signIn(Scene.ADELE, at, null), "anomalousToken").with("detectedDateTime", at + "Z");
        assertThat(of(Kind.DETECTED, KeyTimes.of(answers().incident())).isKnown()).isEqualTo(known);
    }

    @Test
    void whereNobodyGotInThereAreNone() {
        String source = "203.0.113.77";
        scene.signIn(BELA, "2026-08-01T08:00:00", null).from(source, "US", 64511).failed(50126);
        Answers answers = answers(MarkTarget.of(MarkTarget.Kind.IP, source));
        assertThat(KeyTimes.of(answers.incident())).isEmpty();
        assertThat(KeyTimes.of(answers.incident(), answers.incident().accounts())).isEmpty();
    }
}
