package org.tokenlane.ingest.entra;

import java.util.List;
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
 * Sign-ins as Graph's v1.0 endpoint gives them: without session id and UTI. The UTI follows from the id, the session
 * only from other records of the
 * token.
 */
public final class SignInGraphV1Importer implements Importer {

    private static final Shape SHAPE = new Shape("signin-graph-v1", ShapeText.SIGNIN_GRAPH_V1.text(),
            LogSource.ENTRA_SIGN_INS, 50, Container.JSON,
            List.of("id", "createdDateTime", "userPrincipalName", "userId", "appId", "appDisplayName", "ipAddress",
                    "status", "location",
                    "deviceDetail", "correlationId"));

    @Override
    public Shape shape() {
        return SHAPE;
    }

    @Override
    public boolean accepts(Value row) {
        return isGraphSignIn(row) && !SignInGraphBetaImporter.hasBetaFields(row);
    }

    static boolean isGraphSignIn(Value row) {
        return !row.isTableRow() && (!row.get("createdDateTime").isMissing() || !row.get("signinDateTime").isMissing())
                && (row.get("status").isObject() || !row.get("appDisplayName").isMissing())
                && (!row.get("appId").isMissing() || !row.get("ipAddress").isMissing())
                && row.get("riskEventType").isMissing()
                && row.get("auditLogRecordType").isMissing();
    }

    @Override
    public AuditEvent map(Value row, RowContext context) throws DamagedRecordException {
        return SignInFields.map(row, row, SignInFields.kind(row), context).done(row);
    }
}
