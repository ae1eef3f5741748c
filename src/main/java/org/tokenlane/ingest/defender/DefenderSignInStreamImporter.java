package org.tokenlane.ingest.defender;

import java.util.List;
import java.util.Set;
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
 * Records of Defender's sign-in tables as its streaming API writes them.
 */
public final class DefenderSignInStreamImporter implements Importer {

    private static final Shape SHAPE = new Shape("signin-defender-stream", ShapeText.SIGNIN_DEFENDER_STREAM.text(),
            LogSource.ENTRA_SIGN_INS, 70, Container.JSON,
            List.of("time", "tenantId", "operationName", "category", "properties"));

    @Override
    public Shape shape() {
        return SHAPE;
    }

    private static final Set<String> CATEGORIES = Set.of("AdvancedHunting-EntraIdSignInEvents",
            "AdvancedHunting-AADSignInEventsBeta",
            "AdvancedHunting-EntraIdSpnSignInEvents", "AdvancedHunting-AADSpnSignInEventsBeta");

    @Override
    public boolean accepts(Value row) {
        String category = row.get("category").text();
        return category != null && CATEGORIES.contains(category);
    }

    @Override
    public AuditEvent map(Value row, RowContext context) throws DamagedRecordException {
        return DefenderSignInFields.map(row.get("properties").opened(), row, context).done(row);
    }

    @Override
    public Value content(Value row) {
        return row.find("properties").opened();
    }
}
