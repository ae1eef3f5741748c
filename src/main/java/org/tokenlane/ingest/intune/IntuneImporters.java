package org.tokenlane.ingest.intune;

import java.util.ArrayList;
import java.util.List;
import org.tokenlane.ingest.shape.Importer;
import org.tokenlane.ingest.shape.LogTable;
import org.tokenlane.ingest.shape.ShapeText;
import org.tokenlane.model.event.LogSource;

/** The importers of Intune's audit log: Log Analytics, diagnostic settings, Graph and the admin center's CSV. */
public final class IntuneImporters {

    private IntuneImporters() {
    }

    public static List<Importer> all() {
        List<Importer> all = new ArrayList<>();
        all.addAll(LogTable
                .of(LogSource.INTUNE_AUDIT, "IntuneAuditLogs",
                        "TimeGenerated [UTC],OperationName,Category,ResultType,CorrelationId,Identity,Properties,Type")
                .knownBy("TimeGenerated", "OperationName", "Properties").when(IntuneAudit::hasAuditProperties)
                .contentIn("Properties").rows(ShapeText.INTUNE_LOGANALYTICS, IntuneAudit::logged).importers());
        all.addAll(LogTable
                .of(LogSource.INTUNE_AUDIT, "", "time,tenantId,category,operationName,resultType,identity,properties")
                .knownBy("category", "operationName", "properties").without("TimeGenerated")
                .when(row -> "AuditLogs".equalsIgnoreCase(row.find("category").text())
                        && IntuneAudit.hasAuditProperties(row))
                .contentIn("properties").records(ShapeText.INTUNE_DIAGNOSTIC, IntuneAudit::logged).importers());
        all.addAll(LogTable
                .of(LogSource.INTUNE_AUDIT, "",
                        "id,displayName,componentName,actor,activityDateTime,activityOperationType,resources,category")
                .knownBy("activityDateTime", "actor", "componentName")
                .records(ShapeText.INTUNE_GRAPH, IntuneAudit::graph)
                .importers());
        all.addAll(LogTable
                .of(LogSource.INTUNE_AUDIT, "",
                        "Date,Initiated by (actor),Application name,Activity,Target(s),Category,Status") // not for people
                .knownBy("Initiated by (actor)", "Activity") // not for people
                .rows(ShapeText.INTUNE_PORTAL_CSV, IntuneAudit::portal).importers());
        return List.copyOf(all);
    }
}
