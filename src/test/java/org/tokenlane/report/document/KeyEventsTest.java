package org.tokenlane.report.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tokenlane.correlate.Correlation;
import org.tokenlane.correlate.MarkedEvents;
import org.tokenlane.detect.Detection;
import org.tokenlane.detect.Scene;
import org.tokenlane.detect.answer.Answers;
import org.tokenlane.detect.answer.KeyTime;
import org.tokenlane.detect.change.MilestoneKind;
import org.tokenlane.detect.facts.AddressLookup;
import org.tokenlane.detect.facts.CaseFacts;
import org.tokenlane.ingest.RecordDetails;
import org.tokenlane.job.Progress;
import org.tokenlane.model.mark.MarkTarget;
import org.tokenlane.model.mark.Verdict;
import org.tokenlane.report.document.KeyEvents.Act;
import org.tokenlane.timeline.LaneKey;
import org.tokenlane.timeline.Timeline;
import org.tokenlane.timeline.TimelineQuery;

/** What deserves to be named in the picture of a session. */
class KeyEventsTest {

    private static final String HOME = "192.0.2.10";
    private static final String ATTACKER = "203.0.113.200";
    private static final String ADMIN = "admin@contoso.example";

    @TempDir
    private Path folder;

    private Scene scene;
    private String uti;
    private Timeline timeline;

    @BeforeEach
    void open() {
        scene = new Scene(folder);
        uti = scene.signIn(Scene.ADELE, "2026-09-15T08:00:00", Scene.SESSION).uti();
    }

    @AfterEach
    void close() {
        scene.close();
    }

    private Scene.Told act(String time, String workload, String operation, String... parameters) {
        return Scene.from(scene.audit(Scene.ADELE, "2026-09-15T" + time, workload, operation, Scene.SESSION, uti)
                .with("Parameters", Scene.pairs(parameters)), ATTACKER);
    }

    private void rule(String time, String name) {
        act(time, "Exchange", "New-InboxRule", "Name", name);
    }

    private void change(String time, String activity) {
        scene.change(ADMIN, "2026-09-15T" + time, activity, "192.0.2.5").with("targetResources",
                List.of(Map.of("id", "u1", "type", "User", "userPrincipalName", Scene.ADELE)));
    }

    private TimelineNotes notes() {
        scene.load();
        scene.caseFile().marks().verdict(List.of(MarkTarget.of(MarkTarget.Kind.IP, ATTACKER)), Verdict.MALICIOUS, "",
                "me");
        scene.caseFile().marks().verdict(List.of(MarkTarget.of(MarkTarget.Kind.IP, HOME)), Verdict.BENIGN, "", "me");
        return read();
    }

    private TimelineNotes read() {
        Correlation correlation = Correlation.upToDate(scene.caseFile());
        CaseFacts facts = Detection.facts(scene.caseFile(), correlation, new RecordDetails(), AddressLookup.NOTHING);
        timeline = new TimelineQuery(correlation).ofSession(correlation.sessionCode(Scene.SESSION), LaneKey.TOKEN,
                Map.of(), List.of());
        return TimelineNotes.of(Answers.of(scene.caseFile(), facts, List.of(),
                MarkedEvents.of(scene.caseFile(), correlation), Progress.NONE).incident(), timeline);
    }

    private static List<String> labels(TimelineNotes notes) {
        return notes.keyEvents().stream().map(KeyEvent::label).toList();
    }

    private static String times(Act act, int times) {
        return ReportText.KEY_EVENT_TIMES.text(act.text(), times);
    }

    @Test
    void theTurnsOfASessionAreNamedInOrderOfTimeEachOnTheSideOfWhoDidIt() {
        act("09:00:00", "Exchange", "MailItemsAccessed");
        act("09:01:00", "Exchange", "MailItemsAccessed");
        act("09:02:00", "SharePoint", "FileDownloaded").with("ObjectId", "https://contoso.example/a.docx");
        rule("09:03:00", "..");
        act("09:04:00", "Exchange", "HardDelete");
        act("09:05:00", "Exchange", "Send");
        act("09:05:30", "Exchange", "Send");
        Scene.from(act("09:06:00", "Exchange", "MailItemsAccessed"), HOME);
        change("09:06:30", "Update StsRefreshTokenValidFrom Timestamp");
        act("09:07:00", "Exchange", "MailItemsAccessed");
        TimelineNotes notes = notes();
        assertThat(labels(notes)).containsExactly(Act.SIGN_IN.text(), Act.OTHER_NETWORK.text(),
                times(Act.MAIL_READ, 3), Act.DOWNLOADED.text(), MilestoneKind.RULE_SET.text(), Act.DELETED.text(),
                times(Act.SENT, 2), Act.USER_AGAIN.text(), MilestoneKind.SESSIONS_REVOKED.text(),
                Act.LAST_ACT.text());
        assertThat(notes.more()).isZero();
        assertThat(notes.keyEvents()).extracting(KeyEvent::side).containsExactly(PictureSide.USER,
                PictureSide.ATTACKER, PictureSide.ATTACKER, PictureSide.ATTACKER, PictureSide.ATTACKER,
                PictureSide.ATTACKER, PictureSide.ATTACKER, PictureSide.USER, PictureSide.AGAINST,
                PictureSide.ATTACKER);
    }

    @Test
    void theWordsForThoseWhoDoNotSeeThePictureNameEachKeyEventWithItsTimeAndWhoDidIt() {
        act("09:00:00", "Exchange", "MailItemsAccessed");
        rule("09:03:00", "hide");
        TimelineNotes notes = notes();
        String words = new TimelineDrawing(timeline, notes).words();
        assertThat(notes.keyEvents()).hasSizeGreaterThanOrEqualTo(4).allSatisfy(event -> assertThat(words)
                .contains(ReportText.KEY_EVENT.text(ReportTimes.seconds(event.time()), event.side().text(),
                        event.words())));
        assertThat(words).contains("hide", ATTACKER, "2026-09-15 09:03:00").startsWith(
                new TimelineDrawing(timeline, notes).summary());
        assertThat(notes.times()).extracting(KeyTime::kind).containsExactly(KeyTime.Kind.FIRST_ACCESS,
                KeyTime.Kind.LAST_ACT, KeyTime.Kind.DETECTED, KeyTime.Kind.CONTAINED);
        assertThat(notes.times()).allSatisfy(time -> assertThat(words).contains(time.words()));
    }

    @ParameterizedTest
    @CsvSource({ "7, 9, 0", "8, 10, 0", "9, 10, 1" })
    void signInOtherNetworkAndEightRulesAreTenAndANinthRuleIsCounted(int rules, int named, int more) {
        for (int i = 0; i < rules; i++) {
            rule("09:0" + i + ":00", "rule " + i);
        }
        TimelineNotes notes = notes();
        assertThat(notes.keyEvents()).hasSize(named);
        assertThat(notes.more()).isEqualTo(more);
        assertThat(labels(notes)).startsWith(Act.SIGN_IN.text()).contains(Act.OTHER_NETWORK.text())
                .doesNotContain(Act.FIRST_ACT.text(), Act.LAST_ACT.text());
        assertThat(new TimelineDrawing(timeline, notes).words()).contains("rule 0").contains("rule " + (rules - 1));
    }

    @Test
    void anAttackerOnTheUsersOwnNetworkIsNotSaidToComeFromAnother() {
        String stolen = "G3oMXtKTSEyPYbJ9njoEAA";
        scene.audit(Scene.ADELE, "2026-09-15T09:00:00", "SharePoint", "FileAccessed", Scene.SESSION, stolen);
        scene.load();
        scene.caseFile().marks().verdict(List.of(MarkTarget.of(MarkTarget.Kind.TOKEN, stolen)), Verdict.MALICIOUS, "",
                "me");
        TimelineNotes notes = read();
        assertThat(labels(notes)).containsExactly(Act.SIGN_IN.text(), Act.FIRST_ACT.text(), Act.FILE_OPENED.text());
        assertThat(notes.keyEvents()).extracting(KeyEvent::side).containsExactly(PictureSide.UNCLEAR,
                PictureSide.ATTACKER, PictureSide.ATTACKER);
    }

    @Test
    void whatFailedIsNoTurn() {
        act("09:00:00", "Exchange", "MailItemsAccessed");
        act("09:01:00", "Exchange", "Send").with("ResultStatus", "Failed");
        act("09:02:00", "Exchange", "HardDelete").with("ResultStatus", "Succeeded");
        assertThat(labels(notes())).contains(Act.DELETED.text()).doesNotContain(Act.SENT.text());
    }

    @Test
    void withoutAnAttackerTheActsOfEverybodyAreNamedAndNobodyIsCalledOne() {
        act("09:00:00", "Exchange", "Send");
        scene.load();
        TimelineNotes notes = read();
        assertThat(labels(notes)).contains(Act.SIGN_IN.text(), Act.SENT.text()).doesNotContain(Act.FIRST_ACT.text(),
                Act.LAST_ACT.text());
        assertThat(notes.keyEvents()).extracting(KeyEvent::side).containsOnly(PictureSide.UNCLEAR);
        assertThat(notes.times()).isEmpty();
    }

    @Test
    void aStretchOfATimelineNamesWhatIsInItToTheMoment() {
        rule("09:00:00", "first");
        act("09:01:00", "Exchange", "Send");
        notes();
        long sent = timeline.last();
        Correlation correlation = Correlation.upToDate(scene.caseFile());
        CaseFacts facts = Detection.facts(scene.caseFile(), correlation, new RecordDetails(), AddressLookup.NOTHING);
        var incident = Answers.of(scene.caseFile(), facts, List.of(), MarkedEvents.of(scene.caseFile(), correlation),
                Progress.NONE).incident();
        assertThat(labels(TimelineNotes.of(incident, timeline, sent, sent))).contains(Act.SENT.text())
                .doesNotContain(MilestoneKind.RULE_SET.text(), Act.SIGN_IN.text());
        assertThat(labels(TimelineNotes.of(incident, timeline, sent + 1, sent + 2))).isEmpty();
        assertThat(labels(TimelineNotes.of(incident, timeline, sent - 60_000_000_000L, sent - 1)))
                .contains(MilestoneKind.RULE_SET.text()).doesNotContain(Act.SENT.text());
    }
}
