package org.tokenlane.ingest.azure;

import java.util.List;
import org.tokenlane.ingest.shape.Draft;
import org.tokenlane.ingest.shape.Importer;
import org.tokenlane.ingest.shape.RowContext;
import org.tokenlane.ingest.shape.ShapeText;
import org.tokenlane.ingest.shape.TableName;
import org.tokenlane.ingest.text.DamagedRecordException;
import org.tokenlane.ingest.text.Value;
import org.tokenlane.model.event.AuditEvent;
import org.tokenlane.model.event.LogSource;
import org.tokenlane.model.evidence.Shape;
import org.tokenlane.model.evidence.Shape.Container;

/** Rows of the table AzureActivity, exported from Log Analytics as CSV or as JSON; TenantId is the workspace. */
public final class AzureActivityLogAnalyticsImporter implements Importer {

    private static final Shape SHAPE = new Shape("azure-loganalytics", ShapeText.AZURE_LOGANALYTICS.text(),
            LogSource.AZURE_ACTIVITY, 80, Container.CSV,
            List.of("TimeGenerated [UTC]", "OperationNameValue", "ActivityStatusValue", "Caller",
                    "CallerIpAddress", "Claims", "EventDataId", "ResourceProviderValue"));

    @Override
    public Shape shape() {
        return SHAPE;
    }

    @Override
    public boolean accepts(Value row) {
        String table = TableName.of(row);
        if (table != null) {
            return "AzureActivity".equalsIgnoreCase(table);
        }
        return !row.find("operationnamevalue", "operationname").isMissing()
                && (row.has("activitystatusvalue") || row.has("activitystatus")) && row.has("timegenerated");
    }

    @Override
    public AuditEvent map(Value row, RowContext context) throws DamagedRecordException {
        Value dynamic = row.find("claimsd").opened();
        Value claims = dynamic.isObject() ? dynamic : row.find("claims").opened();
        String resource = Value.firstText(row.find("resourceid"), row.find("resourceid#2"));
        Draft draft = AzureActivityFields
                .of(row, claims, row.find("operationnamevalue", "operationname"), resource, context)
                .time(row.find("timegenerated"), row.find("eventsubmissiontimestamp"))
                .recordedAt(row.find("eventsubmissiontimestamp"));
        AzureActivityFields.result(draft, row.find("activitystatusvalue", "activitystatus"),
                row.find("activitysubstatusvalue", "activitysubstatus"));
        return AzureActivityFields.keys(draft, row.find("eventdataid")).done(row);
    }
}
