package org.tokenlane.ingest.entra;

import java.util.List;
import org.tokenlane.ingest.shape.Draft;
import org.tokenlane.ingest.shape.Importer;
import org.tokenlane.ingest.shape.Outcomes;
import org.tokenlane.ingest.shape.RowContext;
import org.tokenlane.ingest.shape.ShapeText;
import org.tokenlane.ingest.text.DamagedRecordException;
import org.tokenlane.ingest.text.Value;
import org.tokenlane.model.event.AuditEvent;
import org.tokenlane.model.event.EventField;
import org.tokenlane.model.event.EventKind;
import org.tokenlane.model.event.EventResult;
import org.tokenlane.model.event.LogSource;
import org.tokenlane.model.evidence.Shape;
import org.tokenlane.model.evidence.Shape.Container;

/**
 * The portal's AuthDetails CSV: one row for each step of authentication, joined to its sign-in by the request id.
 */
public final class SignInAuthDetailsImporter implements Importer {

    private static final Shape SHAPE = new Shape("signin-authdetails-csv",
            ShapeText.SIGNIN_AUTHDETAILS_CSV.text(), LogSource.ENTRA_SIGN_INS, 40, Container.CSV,
            List.of("Date (UTC)", "Request ID", "Authentication method", "Authentication method detail", "Succeeded",
                    "Result detail", "Requirement"));

    @Override
    public Shape shape() {
        return SHAPE;
    }

    @Override
    public boolean accepts(Value row) {
        return row.isTableRow() && row.has("requestid") && row.has("authenticationmethod") && row.has("succeeded");
    }

    @Override
    public AuditEvent map(Value row, RowContext context) throws DamagedRecordException {
        Value requestId = row.find("requestid");
        String method = Value.firstText(row.find("authenticationmethod"));
        String detail = Value.firstText(row.find("authenticationmethoddetail"));
        String succeeded = String.valueOf(row.find("succeeded").text());
        Draft draft = new Draft(EventKind.AUTHENTICATION_STEP, context).time(row.find("dateutc", "date"))
                .text(EventField.WORKLOAD, "Entra")
                .text(EventField.OPERATION, method == null ? "Authentication step" : method)
                .id(EventField.REQUEST_ID, requestId).utiFromRequestId(requestId)
                .text(EventField.TARGET, detail).text(EventField.RESULT_TEXT, row.find("resultdetail"))
                .upn(row.find("username", "userprincipalname"))
                .result("1".equals(succeeded) ? EventResult.SUCCESS
                        : "0".equals(succeeded) ? EventResult.FAILURE : Outcomes.of(succeeded));
        if (!requestId.isMissing()) {
            draft.weakKey("authstep", requestId.text(), String.valueOf(draft.time()), String.valueOf(method),
                    String.valueOf(detail),
                    String.valueOf(row.find("resultdetail").text()), succeeded);
        }
        return draft.done(row);
    }
}
