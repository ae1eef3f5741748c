package org.tokenlane.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tokenlane.correlate.Correlation;
import org.tokenlane.detect.Detection;
import org.tokenlane.detect.facts.AddressLookup;
import org.tokenlane.enrich.Enrichment;
import org.tokenlane.enrich.Networks;
import org.tokenlane.ingest.RecordDetails;
import org.tokenlane.ingest.TestCase;
import org.tokenlane.job.Progress;
import org.tokenlane.model.evidence.WarningKind;
import org.tokenlane.model.state.StateFact;
import org.tokenlane.model.state.StateWords;
import org.tokenlane.report.document.ReportBuilder;
import org.tokenlane.report.document.ReportContent;
import org.tokenlane.report.document.ReportHtml;
import org.tokenlane.report.document.ReportJson;
import org.tokenlane.report.document.ReportOptions;
import org.tokenlane.report.document.ReportOptions.Section;

/** What limits an evidence file is in the report. */
class ReportWarningsTest {

    @TempDir
    private Path folder;

    @Test
    void theWarningsOfEveryFileAreInTheReportAndInItsData() {
        try (TestCase test = new TestCase(folder)) {
            test.loadOne(test.write("undated.csv", "CreationTime,Id,Operation,RecordType,Workload,UserId\n"
                    + "no time,5b1f2a3c-0000-4000-8000-000000000801,Send,2,Exchange,lea@contoso.example\n"
                    + "2026-03-02T08:15:00,5b1f2a3c-0000-4000-8000-000000000802,Send,2,Exchange,lea@contoso.example\n"));
            test.loadOne(test.write("dated.csv", "CreationTime,Id,Operation,RecordType,Workload,UserId\n"
                    + "2026-03-02T08:15:00,5b1f2a3c-0000-4000-8000-000000000803,Send,2,Exchange,lea@contoso.example\n"));
            ReportContent content = report(test);
            assertThat(ReportHtml.forBrowser(content)).contains(WarningKind.WITHOUT_TIME.text(1, 2));
            assertThat(content.origin().warnings()).containsOnlyKeys(1);
            assertThat(ReportJson.of(content).get("evidence")).asInstanceOf(
                    org.assertj.core.api.InstanceOfAssertFactories.list(Map.class))
                    .extracting(file -> file.get("warnings"))
                    .containsExactly(List.of(Map.of("kind", "without-time", "records", 1L, "of", 2L)), List.of());
        }
    }

    private static ReportContent report(TestCase test) {
        Correlation correlation = Correlation.upToDate(test.caseFile());
        return new ReportBuilder(test.caseFile(), correlation,
                Detection.of(test.caseFile(), correlation, new RecordDetails(), AddressLookup.NOTHING, Progress.NONE),
                new ReportOptions(List.of(), "", "", null, List.of(Section.EVIDENCE), 100,
                        Instant.parse("2026-11-23T12:00:00Z")),
                Enrichment.of(Networks.shipped()), new RecordDetails(), Progress.NONE).build();
    }

    @Test
    void howMailboxesWereSetIsInTheAnnexAndInItsData() {
        try (TestCase test = new TestCase(folder)) {
            test.loadOne(test.write("dated.csv", "CreationTime,Id,Operation,RecordType,Workload,UserId\n"
                    + "2026-03-02T08:15:00,5b1f2a3c-0000-4000-8000-000000000803,Send,2,Exchange,lea@contoso.example\n"));
            assertThat(ReportHtml.forBrowser(report(test))).doesNotContain("id=\"settings\"");
            test.loadOne(test.write("20260312091500-MailboxRules.csv",
                    "UserName,RuleName,RuleEnabled,CopytoFolder,MovetoFolder,RedirectTo,ForwardTo,TextDescription\n"
                            + "lea@contoso.example,<hide>,True,,,,drop@mail.invalid,words\n"));
            ReportContent content = report(test);
            StateFact fact = content.origin().settings().getFirst().fact();
            assertThat(ReportHtml.forBrowser(content)).contains(StateWords.remark(fact).replace("'", "&#39;"),
                    "&lt;hide&gt;",
                    "2026-03-12T09:15:00 ");
            assertThat(ReportJson.of(content).get("settings")).asInstanceOf(
                    org.assertj.core.api.InstanceOfAssertFactories.list(Map.class)).singleElement()
                    .isEqualTo(Map.of("kind", "inbox-rule", "mailbox", "lea@contoso.example", "name", "<hide>",
                            "enabled", "true", "forward-to", "drop@mail.invalid", "description", "words", "exported",
                            "2026-03-12T09:15:00", "exportedFrom", "file-name-local", "path",
                            content.origin().evidence().getLast().path(), "line", 2));
        }
    }
}
