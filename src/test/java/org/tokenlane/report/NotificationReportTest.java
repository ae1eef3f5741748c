package org.tokenlane.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tokenlane.correlate.Correlation;
import org.tokenlane.detect.Detection;
import org.tokenlane.detect.Scene;
import org.tokenlane.detect.facts.AddressLookup;
import org.tokenlane.enrich.Enrichment;
import org.tokenlane.enrich.Networks;
import org.tokenlane.ingest.RecordDetails;
import org.tokenlane.job.Progress;
import org.tokenlane.model.mark.MarkTarget;
import org.tokenlane.model.mark.Verdict;
import org.tokenlane.report.document.Plain;
import org.tokenlane.report.document.ReportBuilder;
import org.tokenlane.report.document.ReportHtml;
import org.tokenlane.report.document.ReportOptions;
import org.tokenlane.report.document.ReportOptions.Section;
import org.tokenlane.report.document.ReportText;

/** What a notice to an authority and to the persons concerned is made from. */
class NotificationReportTest {

    private static final String SITE = "https://contoso.sharepoint.example/sites/finance";

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

    private String annex() {
        scene.facts();
        scene.caseFile().marks().verdict(List.of(MarkTarget.of(MarkTarget.Kind.SESSION, Scene.SESSION)),
                Verdict.MALICIOUS, "", "me");
        Correlation correlation = Correlation.upToDate(scene.caseFile());
        return ReportHtml.forDocument(new ReportBuilder(scene.caseFile(), correlation,
                Detection.of(scene.caseFile(), correlation, new RecordDetails(), AddressLookup.NOTHING, Progress.NONE),
                new ReportOptions(List.of(), "", "", null, List.of(Section.NOTIFICATION), 1_000, Instant.EPOCH),
                Enrichment.of(Networks.shipped()), new RecordDetails(), Progress.NONE).build());
    }

    private String assistant(Scene.Told signIn, Object... resources) {
        scene.audit(Scene.ADELE, "2026-09-15T08:05:00", "Copilot", "CopilotInteraction", Scene.SESSION, signIn.uti())
                .with("RecordType", 261).with("CopilotEventData",
                        Map.of("AppHost", "Teams", "AccessedResources", List.of(resources)));
        return annex();
    }

    @Test
    void anAccountHasTheNameThatMostRecordsDisplayAndNoAddress() {
        scene.signIn(Scene.ADELE, "2026-09-15T08:00:00", Scene.SESSION).with("userDisplayName", "Adele Vance");
        scene.signIn(Scene.ADELE, "2026-09-15T08:01:00", Scene.SESSION).with("userDisplayName", "Adele Vance");
        scene.signIn(Scene.ADELE, "2026-09-15T08:02:00", Scene.SESSION).with("userDisplayName", "A. Former");
        scene.signIn("bo@contoso.example", "2026-09-15T08:03:00", Scene.SESSION).with("userDisplayName",
                "bo@contoso.example");
        assertThat(annex()).contains(
                "<td>" + Scene.ADELE + "</td><td>Adele Vance</td>",
                "<td>bo@contoso.example</td><td>" + ReportText.NOT_IN_LOGS.text() + "</td>")
                .doesNotContain("A. Former");
    }

    @Test
    void whereNoLogHasANameThereIsNoColumnForIt() {
        scene.signIn(Scene.ADELE, "2026-09-15T08:00:00", Scene.SESSION);
        assertThat(annex()).contains("<td>" + Scene.ADELE + "</td><td>2026-09-15 08:00:00");
    }

    @Test
    void aFileThatAnAssistantReadIsAmongTheFilesWithTheKindOfItsDataToBeFilledIn() {
        String annex = assistant(scene.signIn(Scene.ADELE, "2026-09-15T08:00:00", Scene.SESSION),
                Map.of("SiteUrl", SITE + "/Shared Documents/Payroll.xlsx"), Map.of("SiteUrl", SITE));
        assertThat(annex).contains(Plain.markup(ReportText.COUNTED.text(ExportText.FILES.text(), 1)),
                Plain.markup(ReportText.KIND_OF_DATA.text()),
                "<td>" + SITE + "</td><td>Shared Documents/Payroll.xlsx</td><td>"
                        + ReportText.READ_THROUGH.text("1", "Teams") + "</td><td></td>");
    }

    @Test
    void aSiteThatAnAssistantReadIsNoFile() {
        assertThat(assistant(scene.signIn(Scene.ADELE, "2026-09-15T08:00:00", Scene.SESSION), Map.of("SiteUrl", SITE)))
                .doesNotContain("id=\"notice-files\"").contains("id=\"notice-assistants\"");
    }

    @Test
    void whatEveryRowHasInCommonIsSaidOnceHoweverFewThereAre() {
        String annex = assistant(scene.signIn(Scene.ADELE, "2026-09-15T08:00:00", Scene.SESSION),
                Map.of("SiteUrl", SITE + "/a.docx"));
        String by = ReportText.COMMON_VALUE.text(ExposureTable.Column.BY.title(),
                org.tokenlane.detect.hands.Party.ATTACKER.text());
        assertThat(annex).contains(Plain.markup(by))
                .doesNotContain("<th scope=\"col\">" + Plain.markup(ExposureTable.Column.BY.title()) + "</th>")
                .doesNotContain("<th scope=\"col\">" + Plain.markup(ExposureTable.Column.TOKENS.title()) + "</th>");
    }
}
