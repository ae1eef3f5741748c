package org.tokenlane.ingest.ual;

import java.util.List;
import org.tokenlane.ingest.shape.Draft;
import org.tokenlane.ingest.shape.Importer;
import org.tokenlane.ingest.shape.LogTable;
import org.tokenlane.ingest.shape.RowContext;
import org.tokenlane.ingest.shape.ShapeText;
import org.tokenlane.ingest.shape.Tenants;
import org.tokenlane.ingest.text.Value;
import org.tokenlane.model.event.EventField;
import org.tokenlane.model.event.EventKind;
import org.tokenlane.model.event.LogSource;
import org.tokenlane.model.identity.Guids;

/**
 * Sentinel's tables CopilotActivity and LLMActivity ("CopilotActivity",
 * learn.microsoft.com/azure/azure-monitor/reference/tables/copilotactivity): the unified audit log's records of
 * assistants, spread over columns. {@code RecordId} is the audit record's id, {@code LLMEventData} its {@code
 * CopilotEventData}; the operation is missing, so the record type stands for it. {@code TenantId} is the workspace.
 */
final class CopilotActivity {

    private CopilotActivity() {
    }

    static List<Importer> importers() {
        return LogTable
                .of(LogSource.UNIFIED_AUDIT_LOG, "CopilotActivity LLMActivity",
                        "TimeGenerated,RecordType,RecordId,ActorName,ActorUserId,AppHost,AgentName,LLMEventData,"
                                + "SrcIpAddr")
                .knownBy("LLMEventData", "RecordType").rows(ShapeText.COPILOTACTIVITY_TABLE, CopilotActivity::map)
                .importers();
    }

    private static Draft map(Value row, RowContext context) {
        Value event = row.find("llmeventdata").opened();
        String type = Value.firstText(row.find("recordtype"));
        Draft draft = new Draft(EventKind.OPERATION, context).time(row.find("timegenerated", "timestamp"))
                .text(EventField.OPERATION, type)
                .text(EventField.WORKLOAD, Value.firstText(row.find("workload")) == null ? "Copilot"
                        : row.find("workload").text())
                .upn(row.find("actorname")).text(EventField.USER_TYPE, Tenants.userType(row.find("actorusertype")))
                .ip(row.find("srcipaddr")).text(EventField.RECORD_ID, row.find("recordid"))
                .id(EventField.TENANT_ID, row.find("organizationid")).fill(EventField.APP_NAME, row.find("apphost"))
                .key("ual", row.find("recordid"));
        String user = row.find("actoruserid").text();
        draft.id(EventField.USER_OBJECT_ID, Guids.isGuid(user) ? user : null);
        draft.actor(Actors.kind(draft, row.find("actorname").text()));
        return draft.text(EventField.TARGET, CopilotFields.map(draft, row, event));
    }
}
