package org.tokenlane.report;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.tokenlane.correlate.Correlation;
import org.tokenlane.detect.Detection;
import org.tokenlane.detect.facts.AddressLookup;
import org.tokenlane.enrich.Enrichment;
import org.tokenlane.enrich.Networks;
import org.tokenlane.ingest.RecordDetails;
import org.tokenlane.ingest.TestCase;
import org.tokenlane.job.Progress;
import org.tokenlane.model.mark.MarkTarget;
import org.tokenlane.model.mark.Verdict;
import org.tokenlane.report.document.ReportBuilder;
import org.tokenlane.report.document.ReportContent;
import org.tokenlane.report.document.ReportKind;
import org.tokenlane.report.document.ReportOptions;

/** A report on mail with hostile and foreign subjects, for tests of office files. */
final class OfficeCase implements AutoCloseable {

    private static final String SESSION = "009ce429-40c2-14b7-a6c2-73f53f4e8d22";
    static final List<String> SUBJECTS = List.of("=cmd|' /C calc'!A1", "a\\u0001b", "half \\ud83d letter",
            "Årsopgørelse & <b>Søren</b>", "入札資料", "+1", "W".repeat(40_000));

    private final TestCase test;
    private final ReportContent content;

    OfficeCase(Path folder) {
        test = new TestCase(folder);
        StringBuilder lines = new StringBuilder();
        for (int i = 0; i < SUBJECTS.size(); i++) {
            lines.append(String.format("{\"CreationTime\":\"2026-09-15T08:%02d:00\",\"Id\":\"10000000-0000-4000-8000-"
                    + "%012d\",\"Operation\":\"SoftDelete\",\"RecordType\":3,\"Workload\":\"Exchange\",\"UserId\":"
                    + "\"adele@contoso.example\",\"ClientIPAddress\":\"203.0.113.7\",\"AppAccessContext\":"
                    + "{\"AADSessionId\":\"%s\"},\"AffectedItems\":[{\"Subject\":\"%s\"}]}%n", i, i, SESSION,
                    SUBJECTS.get(i)));
        }
        test.loadOne(test.write("audit.jsonl", lines.toString()));
        test.caseFile().marks().verdict(List.of(MarkTarget.of(MarkTarget.Kind.SESSION, SESSION)), Verdict.MALICIOUS,
                "", "me");
        Correlation correlation = Correlation.upToDate(test.caseFile());
        content = new ReportBuilder(test.caseFile(), correlation,
                Detection.of(test.caseFile(), correlation, new RecordDetails(), AddressLookup.NOTHING, Progress.NONE),
                new ReportOptions(List.of(SESSION), "me", "", null, ReportKind.FULL.sections(), 1_000,
                        Instant.parse("2026-11-23T12:00:00Z"), "My own words."),
                Enrichment.of(Networks.shipped()), new RecordDetails(), Progress.NONE).build();
    }

    ReportContent content() {
        return content;
    }

    @Override
    public void close() {
        test.close();
    }
}
