package org.tokenlane.report.office;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Sheet;
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
import org.tokenlane.report.ExportText;
import org.tokenlane.report.document.ReportBuilder;
import org.tokenlane.report.document.ReportContent;
import org.tokenlane.report.document.ReportKind;
import org.tokenlane.report.document.ReportOptions;

/** A workbook says what it does not contain, and has what applications did. */
class WorkbookLimitsTest {

    private static final String APP = "8aeefc1c-20f1-49fc-98ff-1753ca745d34";

    @TempDir
    private Path folder;
    private Scene scene;

    @BeforeEach
    void tell() {
        scene = new Scene(folder);
        String uti = scene.signIn(Scene.ADELE, "2026-09-15T08:00:00", Scene.SESSION).uti();
        scene.audit(Scene.ADELE, "2026-09-15T08:10:00", "Exchange", "MailItemsAccessed", Scene.SESSION, uti);
        scene.audit(Scene.ADELE, "2026-09-15T08:11:00", "Exchange", "MailItemsAccessed", Scene.SESSION, uti);
        for (int i = 0; i < 3; i++) {
            Scene.Told call = scene.graph("nobody@contoso.example", "2026-09-15T09:0" + i + ":00", "GET",
                    "/users/bela@contoso.example/messages", null, "PscrxLUdcU-tefGY8huNAA", "203.0.113.200");
            List.of("userId", "C_Sid").forEach(call.fields()::remove);
            call.with("servicePrincipalId", "5b000000-0000-4000-8000-000000000001").with("appId", APP);
        }
        scene.facts();
        scene.caseFile().marks().note(List.of(MarkTarget.of(MarkTarget.Kind.APP, APP)), "not ours", "lea");
    }

    @AfterEach
    void close() {
        scene.close();
    }

    /** The cells of each sheet as texts, by its name. */
    private Map<String, List<List<String>>> sheets(int mostEvents, int mostRows) throws IOException {
        Correlation correlation = Correlation.upToDate(scene.caseFile());
        ReportContent content = new ReportBuilder(scene.caseFile(), correlation,
                Detection.of(scene.caseFile(), correlation, new RecordDetails(), AddressLookup.NOTHING, Progress.NONE),
                new ReportOptions(List.of(Scene.SESSION), "", "", null, ReportKind.FULL.sections(), mostEvents,
                        Instant.EPOCH),
                Enrichment.of(Networks.shipped()), new RecordDetails(), Progress.NONE).build();
        assertThat(content.exposure().limits()).isNotEmpty();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Workbook book = new Workbook(out, "test", null);
        ReportWorkbook.write(content, book, new SheetWriter(book, mostRows));
        Map<String, List<List<String>>> sheets = new TreeMap<>();
        try (ReadableWorkbook read = new ReadableWorkbook(new ByteArrayInputStream(out.toByteArray()))) {
            for (Sheet sheet : read.getSheets().toList()) {
                sheets.put(sheet.getName(), sheet.read().stream().map(
                        row -> row.stream().map(cell -> cell == null ? "" : String.valueOf(cell.getRawValue()))
                                .toList())
                        .toList());
            }
        }
        return sheets;
    }

    private static List<String> limits(Map<String, List<List<String>>> sheets) {
        return sheets.get(OfficeText.LIMITS.text()).stream().map(List::getLast).toList();
    }

    @Test
    void eventsThatAreNotListedAreCountedBySessionAndApplication() throws IOException {
        assertThat(limits(sheets(2, 1_000))).filteredOn(OfficeText.MORE_EVENTS.text(1)::equals).hasSize(2);
        assertThat(limits(sheets(3, 1_000))).doesNotContain(OfficeText.MORE_EVENTS.text(1));
    }

    @Test
    void whatApplicationsDidAndAccessedIsInIt() throws IOException {
        Map<String, List<List<String>>> sheets = sheets(100, 1_000);
        assertThat(sheets.get(OfficeText.APPLICATIONS.text())).hasSize(2).last().asString().contains(APP);
        assertThat(sheets.get(OfficeText.EVENTS.text())).hasSize(1 + 3 + 3);
        assertThat(sheets.get(OfficeText.BY_APPLICATIONS.text(ExportText.GRAPH.text()))).hasSizeGreaterThan(1);
    }

    @Test
    void rowsThatDoNotFitAreCounted() throws IOException {
        assertThat(limits(sheets(100, 6))).contains(OfficeText.DROPPED.text(OfficeText.EVENTS.text(), 1));
        assertThat(limits(sheets(100, 7)))
                .doesNotContain(OfficeText.DROPPED.text(OfficeText.EVENTS.text(), 1));
    }
}
