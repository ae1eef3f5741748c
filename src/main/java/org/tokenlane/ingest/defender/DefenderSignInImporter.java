package org.tokenlane.ingest.defender;

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
 * Rows of Defender's sign-in tables as advanced hunting exports them.
 */
public final class DefenderSignInImporter implements Importer {

    private static final Shape SHAPE = new Shape("signin-defender-csv", ShapeText.SIGNIN_DEFENDER_CSV.text(),
            LogSource.ENTRA_SIGN_INS, 70, Container.CSV,
            List.of("Timestamp", "Application", "ApplicationId", "LogonType", "ErrorCode", "CorrelationId", "SessionId",
                    "AccountUpn",
                    "EntraIdDeviceId", "IPAddress", "RequestId", "UniqueTokenId"));

    @Override
    public Shape shape() {
        return SHAPE;
    }

    @Override
    public boolean accepts(Value row) {
        return row.has("timestamp") && row.has("errorcode") && row.has("requestid") && !row.has("category")
                && (row.has("entraiddeviceid") || row.has("aaddeviceid") || row.has("logontype")
                        || row.has("serviceprincipalid") && row.has("serviceprincipalname"));
    }

    @Override
    public AuditEvent map(Value row, RowContext context) throws DamagedRecordException {
        return DefenderSignInFields.map(row, row, context).done(row);
    }
}
