package org.tokenlane.ingest.entra;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tokenlane.ingest.shape.Importer;
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
 * Sign-ins as diagnostic settings write them into storage blobs (PT1H.json) and event hubs: Graph's beta object in an
 * envelope, whose own time is later
 * than the sign-in's.
 */
public final class SignInDiagnosticImporter implements Importer {

    private static final Shape SHAPE = new Shape("signin-diagnostic", ShapeText.SIGNIN_DIAGNOSTIC.text(),
            LogSource.ENTRA_SIGN_INS, 90, Container.JSON,
            List.of("time", "category", "operationName", "resultType", "correlationId", "properties"));

    @Override
    public Shape shape() {
        return SHAPE;
    }

    private static final Set<String> CATEGORIES = Set.of("SignInLogs", "NonInteractiveUserSignInLogs",
            "ServicePrincipalSignInLogs", "ManagedIdentitySignInLogs",
            "MicrosoftServicePrincipalSignInLogs", "ADFSSignInLogs");

    @Override
    public boolean accepts(Value row) {
        String category = row.get("category").text();
        return category != null && CATEGORIES.contains(category) && !row.get("properties").isMissing();
    }

    @Override
    public AuditEvent map(Value row, RowContext context) throws DamagedRecordException {
        Value properties = row.get("properties").opened();
        return SignInFields.withEnvelope(
                SignInFields.map(properties, row, kind(row.get("category").text(), properties), context), row)
                .id(EventField.TENANT_ID, Value.firstText(row.get("tenantId"), SignInColumns.TENANT_ID.in(properties)))
                .done(row);
    }

    @Override
    public Value content(Value row) {
        return row.find("properties").opened();
    }

    private static EventKind kind(@Nullable String category, Value properties) {
        return switch (category == null ? "" : category) {
        case "SignInLogs" -> EventKind.SIGN_IN_INTERACTIVE;
        case "NonInteractiveUserSignInLogs" -> EventKind.SIGN_IN_NON_INTERACTIVE;
        case "ServicePrincipalSignInLogs", "MicrosoftServicePrincipalSignInLogs" -> EventKind.SIGN_IN_SERVICE_PRINCIPAL;
        case "ManagedIdentitySignInLogs" -> EventKind.SIGN_IN_MANAGED_IDENTITY;
        default -> SignInFields.kind(properties);
        };
    }
}
