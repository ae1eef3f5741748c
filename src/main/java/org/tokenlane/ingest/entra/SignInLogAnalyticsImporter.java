package org.tokenlane.ingest.entra;

import java.util.List;
import java.util.Set;
import org.tokenlane.ingest.shape.Importer;
import org.tokenlane.ingest.shape.RowContext;
import org.tokenlane.ingest.shape.ShapeText;
import org.tokenlane.ingest.shape.TableName;
import org.tokenlane.ingest.text.DamagedRecordException;
import org.tokenlane.ingest.text.Value;
import org.tokenlane.model.event.AuditEvent;
import org.tokenlane.model.event.EventKind;
import org.tokenlane.model.event.LogSource;
import org.tokenlane.model.evidence.Shape;
import org.tokenlane.model.evidence.Shape.Container;

/**
 * Rows of the tables SigninLogs, AADNonInteractiveUserSignInLogs, AADServicePrincipalSignInLogs,
 * AADManagedIdentitySignInLogs and ADFSSignInLogs, or of
 * a union of them, as CSV or JSON. TenantId is the workspace, TimeGenerated the moment when the row was taken in, and
 * cells hold JSON.
 */
public final class SignInLogAnalyticsImporter implements Importer {

    private static final Shape SHAPE = new Shape("signin-loganalytics", ShapeText.SIGNIN_LOGANALYTICS.text(),
            LogSource.ENTRA_SIGN_INS, 80, Container.CSV,
            List.of("TimeGenerated [UTC]", "CreatedDateTime [UTC]", "Id", "UserPrincipalName", "AppDisplayName",
                    "IPAddress", "ResultType",
                    "CorrelationId", "SessionId", "UniqueTokenIdentifier", "Type"));

    @Override
    public Shape shape() {
        return SHAPE;
    }

    private static final Set<String> TABLES = Set.of("SigninLogs", "AADNonInteractiveUserSignInLogs",
            "AADServicePrincipalSignInLogs",
            "AADManagedIdentitySignInLogs", "ADFSSignInLogs", "MicrosoftServicePrincipalSignInLogs");

    @Override
    public boolean accepts(Value row) {
        if (row.has("properties")) {
            return false;
        }
        String table = TableName.of(row);
        return table == null
                ? !row.find("createddatetime").isMissing() && row.has("resulttype")
                        && (row.has("appid") || row.has("appdisplayname")) && !row.has("riskeventtype")
                        || isSelection(row)
                : TABLES.contains(table);
    }

    /**
     * Tells whether a query kept only some columns of the table. A row that counts sign-ins is none itself; it has no id
     * of one, and its time is the beginning of an hour or a day.
     */
    private static boolean isSelection(Value row) {
        return !row.find("timegenerated").isMissing() && row.has("resulttype") && row.has("userprincipalname")
                && row.has("ipaddress") && (row.has("appid") || row.has("appdisplayname"))
                && !row.find("sessionid", "uniquetokenidentifier", "correlationid", "id").isMissing()
                && !row.has("count") && !row.has("operation") && !row.has("riskeventtype");
    }

    @Override
    public AuditEvent map(Value row, RowContext context) throws DamagedRecordException {
        return SignInFields.map(row, row, kind(row), context).done(row);
    }

    private static EventKind kind(Value row) {
        String told = row.find("type").text() + " " + row.find("category").text();
        if (told.contains("NonInteractive")) {
            return EventKind.SIGN_IN_NON_INTERACTIVE;
        }
        if (told.contains("ManagedIdentity")) {
            return EventKind.SIGN_IN_MANAGED_IDENTITY;
        }
        if (told.contains("ServicePrincipal")) {
            return EventKind.SIGN_IN_SERVICE_PRINCIPAL;
        }
        return !told.contains("ADFS") && (told.contains("SigninLogs") || told.contains("SignInLogs"))
                ? EventKind.SIGN_IN_INTERACTIVE
                : SignInFields.kind(row);
    }
}
