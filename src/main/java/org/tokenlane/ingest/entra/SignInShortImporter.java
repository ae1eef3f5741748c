package org.tokenlane.ingest.entra;

import java.util.List;
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
 * A short CSV of sign-ins without any id that circulates among responders; its dates have the order of day and month of
 * whoever exported it.
 */
public final class SignInShortImporter implements Importer {

    private static final Shape SHAPE = new Shape("signin-short-csv", ShapeText.SIGNIN_SHORT_CSV.text(),
            LogSource.ENTRA_SIGN_INS, 30, Container.CSV,
            List.of("CreatedDateTime", "UserPrincipalName", "UserDisplayName", "AppDisplayName", "IPAddress", "City",
                    "Country", "Device", "Browser",
                    "OS", "Status"));

    @Override
    public Shape shape() {
        return SHAPE;
    }

    @Override
    public boolean accepts(Value row) {
        return row.isTableRow() && row.has("createddatetime") && row.has("userprincipalname") && row.has("device")
                && row.has("os") && !row.has("id");
    }

    @Override
    public AuditEvent map(Value row, RowContext context) throws DamagedRecordException {
        return SignInFields.map(row, row, EventKind.SIGN_IN, context).text(EventField.DEVICE_NAME, row.find("device"))
                .done(row);
    }
}
