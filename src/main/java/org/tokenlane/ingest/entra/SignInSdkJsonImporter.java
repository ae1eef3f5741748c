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
 * Sign-ins as ConvertTo-Json writes the PowerShell SDK's objects: Graph's fields in PascalCase.
 */
public final class SignInSdkJsonImporter implements Importer {

    private static final Shape SHAPE = new Shape("signin-sdk-json", ShapeText.SIGNIN_SDK_JSON.text(),
            LogSource.ENTRA_SIGN_INS, 85, Container.JSON,
            List.of("Id", "CreatedDateTime", "UserPrincipalName", "UserId", "AppId", "AppDisplayName", "IPAddress",
                    "Status", "Location",
                    "DeviceDetail", "CorrelationId", "SessionId"));

    @Override
    public Shape shape() {
        return SHAPE;
    }

    @Override
    public boolean accepts(Value row) {
        return !row.isTableRow() && !row.get("CreatedDateTime").isMissing() && row.get("TimeGenerated").isMissing()
                && row.get("ResultType").isMissing()
                && row.get("Status").isObject()
                && row.has("appdisplayname");
    }

    @Override
    public AuditEvent map(Value row, RowContext context) throws DamagedRecordException {
        return SignInFields.map(row, row, SignInFields.kind(row), context).done(row);
    }
}
