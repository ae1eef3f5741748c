package org.tokenlane.correlate;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tokenlane.ingest.TestCase;
import org.tokenlane.model.event.AuditEvent;
import org.tokenlane.model.event.EventField;
import org.tokenlane.model.event.EventKind;
import org.tokenlane.model.event.LogSource;
import org.tokenlane.model.event.UtiOrigin;
import org.tokenlane.model.evidence.Shape;
import org.tokenlane.query.StoredRows;

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
            for (int i = 0; i < 1_000; i++) {
                lines.append(operation(i, "2026-09-10T08:00:00", ""));
            }
            test.load(test.write("audit.jsonl", lines.toString()));
            assertThat(new Coverage(Correlation.upToDate(test.caseFile())).gaps(test.caseFile().evidence()))
                    .anyMatch(gap -> gap.what().equals(CoverageText.ROUND_NUMBER.text("audit.jsonl", 1_000)));
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

    private static final Shape GRAPH = new Shape("graph", "Graph", LogSource.GRAPH_ACTIVITY, 50, Shape.Container.JSON,
            List.of("Id"));
    private static final Shape DIRECTORY = new Shape("directory", "Directory", LogSource.DIRECTORY_AUDITS, 50,
            Shape.Container.JSON, List.of("Id"));

    private static List<String> gaps(StoredRows rows) {
        return new Coverage(Correlation.of(rows.file("1").events())).gaps(List.of()).stream().map(Coverage.Gap::what)
                .toList();
    }

    private static AuditEvent.Builder signIn(EventKind kind, String session, String token) {
        return StoredRows.event(kind, session + token).set(EventField.SESSION_ID, session)
                .uti(token, UtiOrigin.REQUEST_ID);
    }

    private static void everyLog(StoredRows rows) {
        rows.row(StoredRows.POOR, signIn(EventKind.SIGN_IN_INTERACTIVE, "s1", "t1"));
        rows.row(StoredRows.POOR, signIn(EventKind.SIGN_IN_NON_INTERACTIVE, "s1", "t2"));
        rows.row(GRAPH, StoredRows.event("g").uti("t1", UtiOrigin.FIELD));
        rows.row(DIRECTORY, StoredRows.event("d"));
        rows.row(StoredRows.event("a").uti("t2", UtiOrigin.FIELD));
    }

    @Test
    void aCaseWithEveryLogLacksNothing() {
        try (StoredRows rows = new StoredRows(folder)) {
            everyLog(rows);
            assertThat(gaps(rows)).isEmpty();
        }
    }

    @Test
    void aSessionWithoutOperationsAndATokenWithoutASignInAreLacks() {
        try (StoredRows rows = new StoredRows(folder)) {
            everyLog(rows);
            rows.row(StoredRows.POOR, signIn(EventKind.SIGN_IN_INTERACTIVE, "s2", "t3"));
            rows.row(StoredRows.event("b").uti("t4", UtiOrigin.FIELD));
            assertThat(gaps(rows)).containsExactly(CoverageText.TOKENS_WITHOUT_SIGN_IN.text(1),
                    CoverageText.SESSIONS_WITHOUT_OPERATIONS.text(1));
        }
    }

    @Test
    void aCaseWithoutEventsHasNoGaps() {
        try (StoredRows rows = new StoredRows(folder)) {
            assertThat(gaps(rows)).isEmpty();
        }
    }
}
