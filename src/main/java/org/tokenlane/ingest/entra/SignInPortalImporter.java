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
 * The portal's CSV of user sign-ins, interactive or not, which have the same columns; the content tells them apart
 * where it can, else the file's name is
 * taken as a hint.
 */
public final class SignInPortalImporter implements Importer {

    private static final Shape SHAPE = new Shape("signin-portal-csv", ShapeText.SIGNIN_PORTAL_CSV.text(),
            LogSource.ENTRA_SIGN_INS, 60, Container.CSV,
            List.of("Date (UTC)", "Request ID", "User agent", "Correlation ID", "User ID", "Username",
                    "Unique token identifier", "Session ID",
                    "Application", "IP address", "Status", "Sign-in error code"));

    @Override
    public Shape shape() {
        return SHAPE;
    }

    @Override
    public boolean accepts(Value row) {
        return row.isTableRow() && (row.has("requestid") || row.has("idderequete"))
                && (row.has("username") || row.has("nomdutilisateur"))
                && (row.has("dateutc") || row.has("date")) && !row.has("succeeded");
    }

    @Override
    public AuditEvent map(Value row, RowContext context) throws DamagedRecordException {
        return SignInFields.map(row, row, kind(row, context), context).done(row);
    }

    /** Only a non-interactive sign-in redeems a refresh token; a primary refresh token or none occurs in both. */
    private static EventKind kind(Value row, RowContext context) {
        String incoming = String.valueOf(SignInColumns.INCOMING_TOKEN_TYPE.in(row).text()).replace(" ", "");
        if (incoming.equalsIgnoreCase("refreshToken") || context.fileName().contains("noninteractive")) {
            return EventKind.SIGN_IN_NON_INTERACTIVE;
        }
        return context.fileName().contains("interactive") ? EventKind.SIGN_IN_INTERACTIVE : EventKind.SIGN_IN;
    }
}
