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
 * Sign-ins as Graph's beta endpoint gives them, which is also what the portal downloads as JSON.
 */
public final class SignInGraphBetaImporter implements Importer {

    private static final Shape SHAPE = new Shape("signin-graph-beta", ShapeText.SIGNIN_GRAPH_BETA.text(),
            LogSource.ENTRA_SIGN_INS, 90, Container.JSON,
            List.of("id", "createdDateTime", "userPrincipalName", "userId", "appId", "appDisplayName", "ipAddress",
                    "status", "location",
                    "deviceDetail", "correlationId", "sessionId", "uniqueTokenIdentifier", "signInEventTypes"));

    @Override
    public Shape shape() {
        return SHAPE;
    }

    @Override
    public boolean accepts(Value row) {
        return SignInGraphV1Importer.isGraphSignIn(row) && hasBetaFields(row);
    }

    static boolean hasBetaFields(Value row) {
        return row.has("sessionid") || row.has("uniquetokenidentifier") || row.has("signineventtypes")
                || row.has("incomingtokentype");
    }

    @Override
    public AuditEvent map(Value row, RowContext context) throws DamagedRecordException {
        return SignInFields.map(row, row, SignInFields.kind(row), context).done(row);
    }
}
