package org.tokenlane.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tokenlane.correlate.Correlation;
import org.tokenlane.detect.Detection;
import org.tokenlane.detect.facts.KnownNetworks;
import org.tokenlane.enrich.Enrichment;
import org.tokenlane.enrich.Networks;
import org.tokenlane.ingest.RecordDetails;
import org.tokenlane.ingest.TestCase;
import org.tokenlane.job.Progress;
import org.tokenlane.model.finding.Severity;
import org.tokenlane.model.mark.MarkTarget;
import org.tokenlane.report.document.ReportBuilder;
import org.tokenlane.report.document.ReportContent;
import org.tokenlane.report.document.ReportFacts;
import org.tokenlane.report.document.ReportHtml;
import org.tokenlane.report.document.ReportOptions;
import org.tokenlane.report.document.ReportOptions.Section;
import org.tokenlane.report.pdf.PdfReport;

/** An application is a chapter of the report if it has findings or the analyst marked it. */
class ApplicationReportTest {

    private static final String APP = "8aeefc1c-20f1-49fc-98ff-1753ca745d34";
    private static final String PRINCIPAL = "5b000000-0000-4000-8000-000000000001";

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

    private void load(String name, String json) {
        test.loadOne(test.write(name, json.replace('\'', '"')));
    }

    private void signIn() {
        load("signIns.json", "[{'id':'11112222-0000-4000-8000-000000000001','createdDateTime':'2026-09-15T09:00:00Z',"
                + "'signInEventTypes':['servicePrincipal'],'servicePrincipalId':'" + PRINCIPAL + "',"
                + "'servicePrincipalName':'Mail Backup Pro','appId':'" + APP + "','appDisplayName':'Mail Backup Pro',"
                + "'correlationId':'c1','ipAddress':'203.0.113.200','resourceDisplayName':'Microsoft Graph',"
                + "'status':{'errorCode':0}}]");
    }

    private void change() {
        load("AuditLogs.json", "[{'id':'Directory_1','category':'ApplicationManagement','correlationId':'d1',"
                + "'result':'success','activityDisplayName':'Add service principal credentials',"
                + "'activityDateTime':'2026-09-15T08:00:00Z','loggedByService':'Core Directory',"
                + "'initiatedBy':{'user':{'id':'u1','userPrincipalName':'admin@contoso.example',"
                + "'ipAddress':'192.0.2.5'}},"
                + "'targetResources':[{'id':'" + PRINCIPAL
                + "','type':'ServicePrincipal','displayName':'Mail Backup Pro'}]}]");
    }

    private ReportContent content() {
        return content(Section.values());
    }

    private ReportContent content(Section... sections) {
        Correlation correlation = Correlation.upToDate(test.caseFile());
        Enrichment enrichment = Enrichment.of(Networks.open(List.of()));
        Detection detection = Detection.of(test.caseFile(), correlation, new RecordDetails(),
                new KnownNetworks(enrichment), Progress.NONE);
        return new ReportBuilder(test.caseFile(), correlation, detection,
                new ReportOptions(List.of(), "", "", null, List.of(sections), 10, Instant.EPOCH), enrichment,
                new RecordDetails(), Progress.NONE).build();
    }

    @Test
    void withoutFindingAndMarkItHasNoChapter() {
        signIn();
        ReportContent content = content();
        assertThat(content.answers().applications()).hasSize(1);
        assertThat(content.applications()).isEmpty();
    }

    @Test
    void markedByTheAnalystItHasOneWithItsProof() throws Exception {
        signIn();
        test.caseFile().marks().note(List.of(MarkTarget.of(MarkTarget.Kind.APP, APP)), "not ours", "lea");
        ReportContent content = content();
        assertThat(content.applications()).singleElement().satisfies(part -> {
            assertThat(part.marks()).hasSize(1);
            assertThat(part.changes()).isEmpty();
            assertThat(part.lines()).singleElement().satisfies(line -> {
                assertThat(line.evidence()).endsWith("signIns.json");
                assertThat(line.ip()).isEqualTo("203.0.113.200");
            });
            assertThat(part.addresses()).singleElement()
                    .satisfies(address -> assertThat(address.signIns()).isEqualTo(1));
        });
        assertThat(content.applications().getFirst().timeline().events()).hasSize(1);
        assertThat(content.applications().getFirst().timeline().lanes()).singleElement()
                .satisfies(lane -> assertThat(lane.name()).isEqualTo("203.0.113.200"));
        assertThat(content.timelines()).hasSize(content.parts().size() + 1);
        assertThat(ReportHtml.forBrowser(content)).contains("id=\"application-1\"", "not ours",
                "id=\"application-timeline-1\"");
        ByteArrayOutputStream pdf = new ByteArrayOutputStream();
        PdfReport.write(content, pdf);
        assertThat(pdf.size()).isPositive();
    }

    @Test
    void whatItAccessedIsListedWhereTheReportListsThatAndNotOnlyInTheAnnex() {
        load("graph.jsonl", "{'time':'2026-09-15T09:10:00Z','category':'MicrosoftGraphActivityLogs',"
                + "'operationName':'Microsoft Graph Activity','properties':{'timeGenerated':'2026-09-15T09:10:00Z',"
                + "'requestId':'20000000-0000-4000-8000-000000000001','requestMethod':'GET',"
                + "'requestUri':'https://graph.microsoft.com/v1.0/users/bela/messages','responseStatusCode':200,"
                + "'servicePrincipalId':'" + PRINCIPAL + "','appId':'" + APP + "','ipAddress':'203.0.113.200'}}");
        test.caseFile().marks().note(List.of(MarkTarget.of(MarkTarget.Kind.APP, APP)), "not ours", "lea");
        String listed = "id=\"application-1-graph\"";
        assertThat(ReportHtml.forBrowser(content(Section.SESSIONS, Section.EXPOSURE))).contains(listed);
        assertThat(ReportHtml.forBrowser(content(Section.SESSIONS, Section.NOTIFICATION)))
                .contains("id=\"application-1\"").doesNotContain(listed);
    }

    @Test
    void withAFindingItHasOneWithWhatWasChangedAndWhere() {
        signIn();
        change();
        ReportContent content = content();
        assertThat(content.applications()).singleElement().satisfies(part -> {
            assertThat(part.subject().findings()).anyMatch(finding -> finding.severity() != Severity.INFO);
            assertThat(part.changes()).singleElement().satisfies(line -> {
                assertThat(line.operation()).isEqualTo("Add service principal credentials");
                assertThat(line.evidence()).endsWith("AuditLogs.json");
            });
        });
        String id = content.applications().getFirst().changes().getFirst().id();
        assertThat(ReportHtml.forBrowser(content)).contains(id);
        assertThat(new String(ReportFacts.of(content).json(), StandardCharsets.UTF_8))
                .contains(APP, id);
    }
}
