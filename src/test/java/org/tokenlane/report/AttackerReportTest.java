package org.tokenlane.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tokenlane.correlate.Correlation;
import org.tokenlane.detect.Detection;
import org.tokenlane.detect.Scene;
import org.tokenlane.detect.answer.Answer;
import org.tokenlane.detect.answer.AnswerText;
import org.tokenlane.detect.containment.ContainmentSheet;
import org.tokenlane.detect.facts.AddressLookup;
import org.tokenlane.enrich.Enrichment;
import org.tokenlane.enrich.Networks;
import org.tokenlane.ingest.RecordDetails;
import org.tokenlane.job.Progress;
import org.tokenlane.model.mark.MarkTarget;
import org.tokenlane.model.mark.Verdict;
import org.tokenlane.report.document.AccountPhases;
import org.tokenlane.report.document.Plain;
import org.tokenlane.report.document.ReportBuilder;
import org.tokenlane.report.document.ReportContent;
import org.tokenlane.report.document.ReportHtml;
import org.tokenlane.report.document.ReportJson;
import org.tokenlane.report.document.ReportOptions;
import org.tokenlane.report.document.ReportOptions.Section;
import org.tokenlane.report.document.ReportText;
import org.tokenlane.store.AuditKind;
import org.tokenlane.store.AuditNote;
import org.tokenlane.store.AuditTrail;
import org.tokenlane.store.CaseFile;

/** What a report says of the attacker: neither more nor less than the events that count as the attacker's. */
class AttackerReportTest {

    private static final String ATTACKER = "203.0.113.200";
    private static final String BELA = "bela@contoso.example";
    private static final String APP = "8aeefc1c-20f1-49fc-98ff-1753ca745d34";

    @TempDir
    private Path folder;
    private Scene scene;

    @BeforeEach
    void open() {
        scene = new Scene(folder);
    }

    @AfterEach
    void close() {
        scene.close();
    }

    private void mark(MarkTarget.Kind kind, String key) {
        scene.facts();
        scene.caseFile().marks().verdict(List.of(MarkTarget.of(kind, key)), Verdict.MALICIOUS, "", "me");
    }

    private ReportContent content(Section... sections) {
        return content(Instant.EPOCH, sections);
    }

    private ReportContent content(Instant madeAt, Section... sections) {
        scene.facts();
        Correlation correlation = Correlation.upToDate(scene.caseFile());
        return new ReportBuilder(scene.caseFile(), correlation,
                Detection.of(scene.caseFile(), correlation, new RecordDetails(), AddressLookup.NOTHING, Progress.NONE),
                new ReportOptions(List.of(), "", "", null, List.of(sections), 1_000, madeAt),
                Enrichment.of(Networks.shipped()), new RecordDetails(), Progress.NONE).build();
    }

    private static String text(ReportText key, Object... arguments) {
        return Plain.markup(key.text(arguments));
    }

    @Test
    void anAttackerWhoActedOnlyThroughAnApplicationIsNotDenied() {
        scene.change("nobody@contoso.example", "2026-09-15T08:00:00", "Update user", ATTACKER).with("initiatedBy",
                Map.of("app", Map.of("appId", APP, "displayName", "Mail Backup Pro")));
        mark(MarkTarget.Kind.APP, APP);
        ReportContent content = content(Section.STORY, Section.NOTIFICATION);
        assertThat(content.answers().stories()).isEmpty();
        assertThat(ReportHtml.forBrowser(content)).doesNotContain(text(ReportText.NO_STORY))
                .containsSubsequence(text(ReportText.NO_ACCOUNTS), "id=\"story\"", text(ReportText.NO_ACCOUNTS),
                        "id=\"notification\"", text(ReportText.NO_ACCOUNTS),
                        text(ReportText.NOTICE_TOTAL, ExportText.SUM_ATTACKER.text(ExportText.SUM_CHANGES.text(1))),
                        "id=\"notice-changes\"");
    }

    @Test
    void anApplicationThatActedByItselfIsNamedAndIsNoUsersAccount() {
        Scene.Told signIn = scene.signIn("nobody@contoso.example", "2026-09-15T08:00:00", null);
        List.of("userPrincipalName", "userId", "sessionId").forEach(signIn.fields()::remove);
        signIn.with("signInEventTypes", List.of("servicePrincipal"))
                .with("servicePrincipalId", "5b000000-0000-4000-8000-000000000001")
                .with("servicePrincipalName", "Mail Backup Pro").app(APP)
                .with("appDisplayName", "Mail Backup Pro");
        mark(MarkTarget.Kind.APP, APP);
        ReportContent content = content(Section.STORY, Section.NOTIFICATION);
        assertThat(content.answers().all()).flatExtracting(Answer::lines).extracting(Answer.Line::text)
                .anyMatch(line -> line.contains(AnswerText.APPLICATION_NAMED.text("Mail Backup Pro", APP)))
                .noneMatch(line -> line.contains("5b000000-0000-4000-8000-000000000001"));
        assertThat(content.answers().stories()).singleElement().satisfies(story -> {
            assertThat(story.isApplication()).isTrue();
            assertThat(story.account()).isEqualTo(AnswerText.APPLICATION_NAMED.text("Mail Backup Pro", APP));
        });
        assertThat(ReportHtml.forBrowser(content)).doesNotContain("5b000000-0000-4000-8000-000000000001")
                .containsSubsequence("id=\"story\"", text(ReportText.NO_ACCOUNTS), "id=\"notification\"",
                        text(ReportText.NO_ACCOUNTS));
    }

    @Test
    void aUsersAccountIsNoApplicationEvenWhereItsEventsNameOne() {
        scene.signIn(Scene.ADELE, "2026-09-15T08:00:00", Scene.SESSION).from(ATTACKER, "US", 64511).app(APP);
        mark(MarkTarget.Kind.IP, ATTACKER);
        ReportContent content = content(Section.STORY);
        assertThat(content.answers().stories()).singleElement()
                .satisfies(story -> assertThat(story.isApplication()).isFalse());
        assertThat(ReportHtml.forBrowser(content)).doesNotContain(text(ReportText.NO_ACCOUNTS));
    }

    @Test
    void withoutVerdictAndFindingThereIsNone() {
        scene.signIn(Scene.ADELE, "2026-09-15T08:00:00", Scene.SESSION);
        assertThat(ReportHtml.forBrowser(content(Section.STORY, Section.NOTIFICATION)))
                .containsSubsequence(text(ReportText.NO_STORY), text(ReportText.NO_STORY))
                .doesNotContain(text(ReportText.NO_ACCOUNTS));
    }

    @Test
    void anAccountAtWhichEveryAttemptFailedWasNotUsed() {
        scene.signIn(Scene.ADELE, "2026-09-15T08:00:00", Scene.SESSION).from(ATTACKER, "US", 64511);
        scene.signIn(BELA, "2026-09-15T08:01:00", null).from(ATTACKER, "US", 64511).failed(50126);
        mark(MarkTarget.Kind.IP, ATTACKER);
        ReportContent content = content(Section.STORY, Section.NOTIFICATION);
        assertThat(content.answers().stories()).extracting(AccountPhases::account).containsExactly(Scene.ADELE);
        assertThat(content.answers().tried()).containsExactly(BELA);
        assertThat(ReportHtml.forBrowser(content)).containsSubsequence("id=\"story\"",
                text(ReportText.ACCOUNTS_TRIED, BELA), "id=\"notification\"", text(ReportText.ACCOUNTS_TRIED, BELA));
    }

    @Test
    void theAnnexNamesForwardingsSharingsPermissionsAndGraphCalls() {
        String uti = scene.signIn(Scene.ADELE, "2026-09-15T08:00:00", Scene.SESSION).from(ATTACKER, "US", 64511).uti();
        Scene.from(scene.audit(Scene.ADELE, "2026-09-15T08:10:00", "Exchange", "New-InboxRule", Scene.SESSION, uti)
                .with("Parameters", Scene.pairs("Name", "x", "ForwardTo", "collector@mailbox.example")), ATTACKER);
        Scene.from(scene.audit(Scene.ADELE, "2026-09-15T08:11:00", "Exchange", "Add-MailboxPermission", Scene.SESSION,
                uti).with("Parameters", Scene.pairs("Identity", BELA, "User", Scene.ADELE)), ATTACKER);
        Scene.from(scene.audit(Scene.ADELE, "2026-09-15T08:12:00", "SharePoint", "AnonymousLinkCreated", Scene.SESSION,
                uti).with("ObjectId", "https://contoso.sharepoint.example/sites/hr/a.docx"), ATTACKER);
        scene.graph(Scene.ADELE, "2026-09-15T08:13:00", "GET", "/me/messages", Scene.SESSION, uti, ATTACKER);
        mark(MarkTarget.Kind.SESSION, Scene.SESSION);
        assertThat(ReportHtml.forBrowser(content(Section.NOTIFICATION))).contains("id=\"notice-rules\"",
                "collector@mailbox.example", "id=\"notice-changes\"", "id=\"notice-sharing\"", "id=\"notice-graph\"");
    }

    @Test
    void everyObjectOfAContainmentStepHasItsRowAndIsInTheFacts() {
        scene.signIn(Scene.ADELE, "2026-09-15T08:00:00", Scene.SESSION).from(ATTACKER, "US", 64511);
        String uti = scene.signIn(Scene.ADELE, "2026-09-15T08:01:00", Scene.SESSION).from(ATTACKER, "US", 64511).uti();
        for (int i = 0; i < 60; i++) {
            Scene.from(scene.audit(Scene.ADELE, String.format("2026-09-15T08:10:%02d", i), "Exchange", "New-InboxRule",
                    Scene.SESSION, uti).with("Parameters",
                            Scene.pairs("Name", "a rule with a long name, number " + i, "ForwardTo",
                                    "collector@mailbox.example")),
                    ATTACKER);
        }
        mark(MarkTarget.Kind.SESSION, Scene.SESSION);
        ReportContent content = content(Section.MEASURES);
        String html = ReportHtml.forBrowser(content);
        assertThat(content.answers().containment()).flatExtracting(ContainmentSheet.Step::items)
                .hasSizeGreaterThan(60)
                .allSatisfy(item -> assertThat(html).contains("<td>" + Plain.markup(ContainmentText.words(item))));
        assertThat((List<?>) ReportJson.of(content).get("containment")).hasSameSizeAs(content.answers().containment());
    }

    @Test
    void anAuditTrailIsListedUpToTheTimeOfTheReportAndSaysNothingOfHowManyEntriesAreLater() {
        scene.signIn(Scene.ADELE, "2026-09-15T08:00:00", Scene.SESSION);
        ReportContent past = content(Instant.EPOCH, Section.ACTIONS);
        assertThat(past.origin().actions()).isEmpty();
        assertThat(ReportHtml.forBrowser(past)).contains(text(ReportText.ACTIONS_END, "1970-01-01 00:00:00"),
                text(ReportText.NO_ACTIONS)).doesNotContain(text(ReportText.NONE_IDENTIFIED));
        List<AuditTrail.Entry> all = scene.caseFile().auditTrail().entries();
        Instant last = all.getLast().at();
        ReportContent whole = content(last, Section.ACTIONS);
        assertThat(whole.origin().actions()).isEqualTo(all);
        assertThat(ReportHtml.forBrowser(whole)).doesNotContain(text(ReportText.NO_ACTIONS));
        assertThat(content(last.minusNanos(1), Section.ACTIONS).origin().actions()).doesNotContain(all.getLast());
    }

    @Test
    void theChainOfCustodySaysWhenTheCaseWasVerifiedUnlessSomethingWasImportedAfterIt() {
        scene.signIn(Scene.ADELE, "2026-09-15T08:00:00", Scene.SESSION);
        scene.facts();
        assertThat(ReportHtml.forBrowser(content(Instant.now(), Section.ACTIONS)))
                .contains(text(ReportText.CUSTODY_NOT_VERIFIED));
        scene.caseFile().noteVerified("Ada");
        AuditTrail.Entry entry = scene.caseFile().auditTrail().entries().getLast();
        assertThat(ReportHtml.forBrowser(content(entry.at(), Section.ACTIONS)))
                .contains(text(ReportText.CUSTODY_VERIFIED, entry.at().toString().substring(0, 19).replace('T', ' '),
                        "Ada", CaseFile.PROGRAM))
                .doesNotContain(text(ReportText.CUSTODY_NOT_VERIFIED));
        assertThat(ReportHtml.forBrowser(content(entry.at().minusNanos(1), Section.ACTIONS)))
                .as("made before it").contains(text(ReportText.CUSTODY_NOT_VERIFIED));
        scene.caseFile().audit("Ada", AuditNote.of(AuditKind.EXPORTED, "a.csv"));
        assertThat(ReportHtml.forBrowser(content(Instant.now(), Section.ACTIONS))).as("an export changes nothing")
                .doesNotContain(text(ReportText.CUSTODY_NOT_VERIFIED));
        scene.caseFile().audit("Ada", AuditNote.of(AuditKind.EVIDENCE_IMPORTED, "b.csv"));
        assertThat(ReportHtml.forBrowser(content(Instant.now(), Section.ACTIONS))).as("an import does")
                .contains(text(ReportText.CUSTODY_NOT_VERIFIED));
    }

    @Test
    void theListOfCitedEventsHasOnlyThoseThatTheReportRefersTo() {
        String uti = scene.signIn(Scene.ADELE, "2026-09-15T08:00:00", Scene.SESSION).from(ATTACKER, "US", 64511).uti();
        Scene.from(scene.audit(Scene.ADELE, "2026-09-15T08:10:00", "Exchange", "New-InboxRule", Scene.SESSION, uti)
                .with("Parameters", Scene.pairs("Name", "x", "ForwardTo", "collector@mailbox.example")), ATTACKER);
        mark(MarkTarget.Kind.SESSION, Scene.SESSION);
        String whole = ReportHtml.forBrowser(content(Section.SUMMARY, Section.STORY, Section.CITED));
        for (Section[] sections : List.of(new Section[] { Section.STORY, Section.CITED },
                new Section[] { Section.SUMMARY, Section.CITED }, new Section[] { Section.SUMMARY })) {
            String part = ReportHtml.forBrowser(content(sections));
            assertThat(listed(part)).as(List.of(sections).toString()).isNotEmpty().isEqualTo(cited(part));
            assertThat(listed(whole)).as("the same numbers in every report").containsAll(listed(part));
        }
        assertThat(listed(ReportHtml.forBrowser(content(Section.CITED)))).as("for the reports that refer to this one")
                .isEqualTo(listed(whole));
    }

    private static SortedSet<String> cited(String html) {
        return matches("\\bE\\d+\\b(?=[^<\\]]*\\])", html);
    }

    private static SortedSet<String> listed(String html) {
        return matches("(?<=<td>)E\\d+(?=</td>)", html);
    }

    private static SortedSet<String> matches(String pattern, String text) {
        return Pattern.compile(pattern).matcher(text).results().map(MatchResult::group)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @Test
    void externalDataIsNamedWithItsLicenceInReportsOfAnyLength() {
        scene.signIn(Scene.ADELE, "2026-09-15T08:00:00", Scene.SESSION);
        ReportContent content = content(Section.STORY);
        assertThat(content.origin().attributions()).isNotEmpty();
        assertThat(ReportHtml.forBrowser(content)).contains(text(ReportText.EXTERNAL_DATA));
    }
}
