package org.tokenlane.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.tokenlane.ingest.azure.AzureImporters;
import org.tokenlane.ingest.defender.AlertImporters;
import org.tokenlane.ingest.entra.DirectoryAuditImporters;
import org.tokenlane.ingest.entra.NetworkAccessImporters;
import org.tokenlane.ingest.entra.RiskImporters;
import org.tokenlane.ingest.graph.GraphImporters;
import org.tokenlane.ingest.shape.Fixture;
import org.tokenlane.ingest.shape.Importer;
import org.tokenlane.ingest.text.Value;

/** Each export of Graph calls, audits, risks, alerts and Azure activity is known by exactly one importer. */
class AuditAndGraphShapesTest {

    private static final List<Importer> IMPORTERS = Stream.of(GraphImporters.all(), DirectoryAuditImporters.all(), RiskImporters.all(),
            NetworkAccessImporters.all(), AzureImporters.all(), AlertImporters.all()).flatMap(List::stream).toList();

    private static final Map<String, String> SHAPE_OF_FIXTURE = Map.ofEntries(Map.entry("graph/graph-loganalytics.csv", "graph-loganalytics"),
            Map.entry("graph/graph-loganalytics.json", "graph-loganalytics"), Map.entry("graph/graph-diagnostic.jsonl", "graph-diagnostic"),
            Map.entry("graph/graph-defender.csv", "graph-defender"), Map.entry("graph/graph-defender-stream.jsonl", "graph-defender-stream"),
            Map.entry("graph/aadgraph-loganalytics.csv", "aadgraph-loganalytics"),
            Map.entry("graph/aadgraph-diagnostic.jsonl", "aadgraph-diagnostic"),
            Map.entry("entra/diraudit-portal.csv", "diraudit-portal-csv"), Map.entry("entra/diraudit-portal-fr.csv", "diraudit-portal-csv"),
            Map.entry("entra/diraudit-graph.json", "diraudit-graph"), Map.entry("entra/diraudit-sdk.json", "diraudit-sdk"),
            Map.entry("entra/diraudit-loganalytics.csv", "diraudit-loganalytics"),
            Map.entry("entra/diraudit-loganalytics.jsonl", "diraudit-loganalytics"),
            Map.entry("entra/diraudit-diagnostic.jsonl", "diraudit-diagnostic"), Map.entry("entra/risk-graph.json", "risk-graph"),
            Map.entry("entra/risk-loganalytics.csv", "risk-loganalytics"), Map.entry("entra/risk-diagnostic.jsonl", "risk-diagnostic"),
            Map.entry("entra/networkaccess-graph.json", "networkaccess-graph"),
            Map.entry("entra/networkaccess-loganalytics.csv", "networkaccess-loganalytics"),
            Map.entry("entra/networkaccess-diagnostic.jsonl", "networkaccess-diagnostic"), Map.entry("azure/azure-rest.json", "azure-rest"),
            Map.entry("azure/azure-loganalytics.csv", "azure-loganalytics"), Map.entry("azure/azure-diagnostic.jsonl", "azure-diagnostic"),
            Map.entry("defender/alert-loganalytics.csv", "alert-loganalytics"), Map.entry("defender/alert-graph.json", "alert-graph"));

    static Stream<Map.Entry<String, String>> fixtures() {
        return SHAPE_OF_FIXTURE.entrySet().stream().sorted(Map.Entry.comparingByKey());
    }

    @ParameterizedTest
    @MethodSource("fixtures")
    void everyRowIsTakenByExactlyOneImporter(Map.Entry<String, String> fixture) {
        for (Value row : Fixture.file(fixture.getKey())) {
            assertThat(IMPORTERS.stream().filter(importer -> importer.accepts(row)).map(importer -> importer.shape().id()))
                    .as(row.toString()).containsExactly(fixture.getValue());
        }
    }

    @Test
    void everyImporterHasAFixtureAndAnIdOfItsOwn() {
        assertThat(IMPORTERS.stream().map(importer -> importer.shape().id())).doesNotHaveDuplicates()
                .containsExactlyInAnyOrderElementsOf(SHAPE_OF_FIXTURE.values().stream().distinct().toList())
                .allMatch(id -> id.matches("[a-z]+(-[a-z]+)+"));
    }

    @ParameterizedTest
    @MethodSource("fixtures")
    void theColumnsThatMarkAShapeAreThere(Map.Entry<String, String> fixture) {
        Importer importer = IMPORTERS.stream().filter(i -> i.shape().id().equals(fixture.getValue())).findFirst().orElseThrow();
        List<String> names = Fixture.file(fixture.getKey()).stream().flatMap(row -> row.names().stream()).distinct().toList();
        long found = importer.shape().columns().stream().filter(names::contains).count();
        assertThat(found).as(importer.shape().columns() + " in " + names).isGreaterThan(importer.shape().columns().size() / 2);
    }

    @ParameterizedTest
    @MethodSource("others")
    void otherLogsAreLeftToTheirOwnImporters(String text) {
        Value row = Fixture.text(text).getFirst();
        assertThat(IMPORTERS.stream().filter(importer -> importer.accepts(row)).map(importer -> importer.shape().id())).isEmpty();
    }

    static Stream<String> others() {
        return Stream.of(
                "{\"CreationTime\":\"2026-09-10T08:05:29\",\"Id\":\"x\","
                        + "\"Operation\":\"Add member to role.\",\"RecordType\":8,\"Workload\":\"AzureActiveDirectory\"}",
                "{\"time\":\"2026-09-10T08:05:29Z\",\"category\":\"SignInLogs\",\"operationName\":\"Sign-in activity\",\"resourceId\":\"/tenants/x\","
                        + "\"properties\":{\"id\":\"x\"}}",
                "{\"id\":\"x\",\"createdDateTime\":\"2026-09-10T08:05:29Z\",\"appDisplayName\":\"Office\","
                        + "\"riskDetail\":\"none\",\"status\":{\"errorCode\":0}}",
                "{\"time\":\"2026-09-10T08:05:29Z\",\"category\":\"AdvancedHunting-CloudAppEvents\","
                        + "\"properties\":{\"ActionType\":\"FileDownloaded\"}}",
                "{\"time\":\"2026-09-10T08:05:29Z\",\"category\":\"StorageRead\",\"operationName\":\"GetBlob\",\"resourceId\":\"/subscriptions/x\","
                        + "\"identity\":{\"type\":\"OAuth\",\"authorization\":[{\"action\":\"read\"}]}}",
                "{\"id\":\"x\",\"activityDateTime\":\"2026-09-10T08:05:29Z\",\"initiatedBy\":{},\"provisioningAction\":\"create\"}",
                "TimeGenerated,OperationName,Category,Id,UserPrincipalName,RiskLevelAggregated,SessionId,Type\n"
                        + "x,Sign-in activity,SignInLogs,x,x,none,x,SigninLogs\n",
                "RecordId,CreationDate,RecordType,Operation,UserId,AuditData\nx,x,8,Add member to role.,x,{}\n",
                "Timestamp,ActionType,Application,ApplicationId,AccountObjectId,RawEventData\nx,FileDownloaded,x,x,x,{}\n",
                "Date (UTC),Request ID,User agent,Correlation ID,User ID,User,Username\nx,x,x,x,x,x,x\n");
    }
}
