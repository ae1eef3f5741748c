package org.tokenlane.ingest.defender;

import java.util.List;
import org.tokenlane.ingest.shape.Draft;
import org.tokenlane.ingest.shape.Importer;
import org.tokenlane.ingest.shape.RejectText;
import org.tokenlane.ingest.shape.RowContext;
import org.tokenlane.ingest.shape.ShapeText;
import org.tokenlane.ingest.text.DamagedRecordException;
import org.tokenlane.ingest.text.Value;
import org.tokenlane.model.event.AuditEvent;
import org.tokenlane.model.event.EventField;
import org.tokenlane.model.event.EventKind;
import org.tokenlane.model.event.LogSource;
import org.tokenlane.model.evidence.Shape;
import org.tokenlane.model.evidence.Shape.Container;

/**
 * Rows of Sentinel's table SecurityAlert, exported from Log Analytics as CSV or as JSON; TenantId is the workspace. An
 * alert has a row for
 * each change of it, the latest tells its state.
 */
public final class AlertLogAnalyticsImporter implements Importer {

    private static final Shape SHAPE = new Shape("alert-loganalytics", ShapeText.ALERT_LOGANALYTICS.text(),
            LogSource.ALERTS, 80, Container.CSV,
            List.of("TimeGenerated [UTC]", "AlertName", "AlertSeverity", "SystemAlertId", "StartTime [UTC]", "Entities",
                    "ProductName"));

    @Override
    public Shape shape() {
        return SHAPE;
    }

    @Override
    public boolean accepts(Value row) {
        return row.has("alertname") && row.has("systemalertid");
    }

    @Override
    public AuditEvent map(Value row, RowContext context) throws DamagedRecordException {
        String title = Value.firstText(row.find("alertname"), row.find("displayname"));
        if (title == null) {
            throw new DamagedRecordException(RejectText.NO_ALERT_NAME.with());
        }
        Draft draft = new Draft(EventKind.ALERT, context).text(EventField.OPERATION, title)
                .text(EventField.WORKLOAD, Value.firstText(row.find("productname"), row.find("providername")))
                .time(row.find("starttime"), row.find("timegenerated"), row.find("endtime"))
                .recordedAt(row.find("processingendtime", "timegenerated"))
                .text(EventField.RESULT_CODE, row.find("alertseverity"))
                .text(EventField.RESULT_TEXT, row.find("description"))
                .text(EventField.TARGET, row.find("compromisedentity"))
                .text(EventField.RECORD_ID, row.find("systemalertid")).key("alert", row.find("systemalertid"));
        return new AlertEntities(row.find("entities")).into(draft).done(row);
    }
}
