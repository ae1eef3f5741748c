package org.tokenlane.ingest.entra;

import java.util.List;
import org.tokenlane.ingest.shape.Importer;
import org.tokenlane.ingest.shape.RowContext;
import org.tokenlane.ingest.shape.ShapeText;
import org.tokenlane.ingest.text.DamagedRecordException;
import org.tokenlane.ingest.text.Value;
import org.tokenlane.model.event.AuditEvent;
import org.tokenlane.model.event.EventKind;
import org.tokenlane.model.event.LogSource;
import org.tokenlane.model.evidence.Shape;
import org.tokenlane.model.evidence.Shape.Container;

/**
 * The portal's CSV of service principal and of managed identity sign-ins. They have the same columns, without session
 * id and UTI; which of them a file
 * holds is told by a managed identity's type, else hinted at by the file's name.
 */
public final class SignInPortalApplicationImporter implements Importer {

    private static final Shape SHAPE = new Shape("signin-portal-app-csv", ShapeText.SIGNIN_PORTAL_APP_CSV.text(),
            LogSource.ENTRA_SIGN_INS, 60, Container.CSV,
            List.of("Date (UTC)", "Request ID", "Correlation ID", "Service principal ID", "Service principal name",
                    "Credential key ID",
                    "Application", "Resource", "IP address", "Status"));

    @Override
    public Shape shape() {
        return SHAPE;
    }

    @Override
    public boolean accepts(Value row) {
        return row.isTableRow() && row.has("requestid") && row.has("serviceprincipalid")
                && (row.has("dateutc") || row.has("date")) && !row.has("username");
    }

    @Override
    public AuditEvent map(Value row, RowContext context) throws DamagedRecordException {
        String type = String.valueOf(row.find("managedidentitytype").text());
        boolean managed = context.fileName().contains("msisignin") || context.fileName().contains("managedidentit")
                || type.contains("ssigned");
        return SignInFields.map(row, row,
                managed ? EventKind.SIGN_IN_MANAGED_IDENTITY : EventKind.SIGN_IN_SERVICE_PRINCIPAL, context).done(row);
    }
}
