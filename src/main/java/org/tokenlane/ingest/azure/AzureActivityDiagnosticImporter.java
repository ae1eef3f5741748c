package org.tokenlane.ingest.azure;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.tokenlane.ingest.shape.Draft;
import org.tokenlane.ingest.shape.Importer;
import org.tokenlane.ingest.shape.RowContext;
import org.tokenlane.ingest.shape.ShapeText;
import org.tokenlane.ingest.text.DamagedRecordException;
import org.tokenlane.ingest.text.Value;
import org.tokenlane.model.event.AuditEvent;
import org.tokenlane.model.event.LogSource;
import org.tokenlane.model.evidence.Shape;
import org.tokenlane.model.evidence.Shape.Container;

/**
 * Records of a subscription's activity log as diagnostic settings write them to a storage account or an event hub. They
 * have no id; records of
 * platform events (ResourceHealth and the like) have no identity either. Storage logs have an identity whose
 * authorization is a list.
 */
public final class AzureActivityDiagnosticImporter implements Importer {

    private static final Shape SHAPE = new Shape("azure-diagnostic", ShapeText.AZURE_DIAGNOSTIC.text(),
            LogSource.AZURE_ACTIVITY, 70, Container.JSON,
            List.of("time", "resourceId", "operationName", "category", "resultType", "identity", "callerIpAddress"));
    private static final Set<String> CATEGORIES = Set.of("administrative", "action", "write", "delete", "policy",
            "security", "servicehealth",
            "resourcehealth", "alert", "autoscale", "recommendation");

    @Override
    public Shape shape() {
        return SHAPE;
    }

    @Override
    public boolean accepts(Value row) {
        if (!row.has("operationname") || !row.has("resourceid")) {
            return false;
        }
        Value identity = row.find("identity").opened();
        if (identity.isObject()) {
            return identity.has("claims") || identity.find("authorization").isObject();
        }
        return Value.firstText(identity) == null && isActivity(row);
    }

    private static boolean isActivity(Value row) {
        String category = row.find("category").text();
        String resource = row.find("resourceid").text();
        return category != null && CATEGORIES.contains(category.toLowerCase(Locale.ROOT)) && resource != null
                && resource.toLowerCase(Locale.ROOT).startsWith("/subscriptions/");
    }

    @Override
    public AuditEvent map(Value row, RowContext context) throws DamagedRecordException {
        Value claims = row.find("identity").opened().find("claims").opened();
        Draft draft = AzureActivityFields
                .of(row, claims, row.find("operationname"), row.find("resourceid").text(), context)
                .time(row.find("time"))
                .recordedAt(row.find("time"));
        AzureActivityFields.result(draft, row.find("resulttype"), row.find("resultsignature"));
        return AzureActivityFields.keys(draft, row.find("eventdataid")).done(row);
    }
}
