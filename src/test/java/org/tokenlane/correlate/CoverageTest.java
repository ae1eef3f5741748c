package org.tokenlane.correlate;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tokenlane.ingest.TestCase;
import org.tokenlane.model.event.LogSource;

/** What a case lacks is said, with the export that would bring it. */
class CoverageTest {

    @TempDir
    private Path folder;

    private static String operation(int number, String time, String context) {
        return ("{\"CreationTime\":\"%s\",\"Id\":\"10000000-0000-4000-8000-%012d\",\"Operation\":\"FileAccessed\","
                + "\"OrganizationId\":\"75243ab2-44f8-435c-a7a6-b479385df6d4\","
                + "\"RecordType\":6,\"Workload\":\"SharePoint\",\"UserId\":\"adele@contoso.example\","
                + "\"AppAccessContext\":{%s}}\n")
                .formatted(time, number, context);
    }

    @Test
    void anAuditLogAloneLacksSignInsAndTheOriginsOfItsTokens() {
        try (TestCase test = new TestCase(folder)) {
            test.load(test.write("audit.jsonl",
                    operation(1, "2026-09-10T08:00:00", "\"UniqueTokenId\":\"JYpgIpsdtUSw8suU8GstAA\"")
                            + operation(2, "2026-09-13T08:00:00", "")));
            Coverage coverage = new Coverage(Correlation.upToDate(test.caseFile()));
            Coverage.Source log = coverage.sources().getFirst();
            assertThat(log.source()).isEqualTo(LogSource.UNIFIED_AUDIT_LOG);
            assertThat(log.events()).isEqualTo(2);
            assertThat(log.daysWithout()).isEqualTo(2);
            List<String> gaps = coverage.gaps(test.caseFile().evidence()).stream()
                    .map(gap -> gap.what() + " " + gap.fetch()).toList();
            assertThat(gaps).anyMatch(gap -> gap.startsWith(CoverageText.NO_SIGN_INS.text()))
                    .anyMatch(gap -> gap.startsWith(CoverageText.TOKENS_WITHOUT_SIGN_IN.text(1)))
                    .anyMatch(gap -> gap.contains("2 days"))
                    .anyMatch(gap -> gap.startsWith(CoverageText.NO_GRAPH.text()));
        }
    }

    @Test
    void aFileThatEndsOnARoundNumberIsSuspectedOfBeingCutOff() {
        try (TestCase test = new TestCase(folder)) {
            StringBuilder lines = new StringBuilder();
            for (int i = 0; i < 5_000; i++) {
                lines.append(operation(i, "2026-09-10T08:00:00", ""));
            }
            test.load(test.write("audit.jsonl", lines.toString()));
            assertThat(new Coverage(Correlation.upToDate(test.caseFile())).gaps(test.caseFile().evidence()))
                    .anyMatch(gap -> gap.what().equals(CoverageText.ROUND_NUMBER.text("audit.jsonl", 5_000)));
        }
    }

    @Test
    void signInsFromGraphsOlderVersionLackTheirSession() {
        try (TestCase test = new TestCase(folder)) {
            test.load(Path.of("src/test/resources/ingest/entra/signin-graph-v1.json"));
            List<Coverage.Gap> gaps = new Coverage(Correlation.upToDate(test.caseFile()))
                    .gaps(test.caseFile().evidence());
            assertThat(gaps).anyMatch(gap -> gap.what().equals(CoverageText.GRAPH_V1.text(1)))
                    .anyMatch(gap -> gap.what().equals(CoverageText.NO_NON_INTERACTIVE.text()))
                    .anyMatch(gap -> gap.what().equals(CoverageText.NO_AUDIT_LOG.text()));
        }
    }
}
