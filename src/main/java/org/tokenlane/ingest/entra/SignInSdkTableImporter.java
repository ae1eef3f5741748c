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
 * Sign-ins as Export-Csv writes the PowerShell SDK's objects: nested parts either flattened into dotted columns
 * (Status.ErrorCode) or lost as
 * System.Object[].
 */
public final class SignInSdkTableImporter implements Importer {

    private static final Shape SHAPE = new Shape("signin-sdk-csv", ShapeText.SIGNIN_SDK_CSV.text(),
            LogSource.ENTRA_SIGN_INS, 55, Container.CSV,
            List.of("Id", "CreatedDateTime", "UserPrincipalName", "UserId", "AppId", "AppDisplayName", "IPAddress",
                    "CorrelationId",
                    "Status.ErrorCode", "Location.City", "DeviceDetail.DeviceId"));

    @Override
    public Shape shape() {
        return SHAPE;
    }

    @Override
    public boolean accepts(Value row) {
        return row.isTableRow() && row.has("createddatetime") && row.has("id") && row.has("appdisplayname")
                && !row.has("timegenerated") && !row.has("resulttype") && !row.has("auditdata")
                && !row.has("riskeventtype");
    }

    @Override
    public AuditEvent map(Value row, RowContext context) throws DamagedRecordException {
        return SignInFields.map(row, row, SignInFields.kind(row), context).done(row);
    }
}
