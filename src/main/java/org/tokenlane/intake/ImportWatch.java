package org.tokenlane.intake;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.tokenlane.ingest.Recogniser;
import org.tokenlane.ingest.files.Flaw;
import org.tokenlane.ingest.text.ColumnNames;
import org.tokenlane.ingest.text.Value;
import org.tokenlane.model.event.AuditEvent;
import org.tokenlane.model.event.EventField;
import org.tokenlane.model.event.EventKind;
import org.tokenlane.model.event.UtiOrigin;
import org.tokenlane.model.evidence.Evidence;
import org.tokenlane.model.evidence.ImportWarning;
import org.tokenlane.model.evidence.WarningKind;

/** Counts while a file is imported what its records lack, and says at the end what has to be known. */
final class ImportWatch {

    private static final Duration FAR = Duration.ofDays(365);
    private static final int ROWS_LOOKED_AT = 20;
    private static final Set<String> SESSION = Set.of("sessionid", "aadsessionid", "csid",
            "appaccesscontextaadsessionid");
    private static final Set<String> TOKEN = Set.of("uniquetokenidentifier", "uniquetokenid", "signinactivityid",
            "appaccesscontextuniquetokenid");

    private long events;
    private long undated;
    private long withoutActor;
    private long sessions;
    private long tokens;
    private long signIns;
    private long interactive;

    void saw(AuditEvent event) {
        events++;
        undated += event.time() == AuditEvent.NO_TIME ? 1 : 0;
        withoutActor += event.get(EventField.UPN) == null && event.get(EventField.USER_OBJECT_ID) == null
                && event.get(EventField.USER_NAME) == null && event.get(EventField.APP_ID) == null
                && event.get(EventField.APP_NAME) == null ? 1 : 0;
        sessions += event.get(EventField.SESSION_ID) == null ? 0 : 1;
        tokens += event.utiOrigin() == UtiOrigin.FIELD ? 1 : 0;
        signIns += event.kind().isSignIn() ? 1 : 0;
        interactive += event.kind() == EventKind.SIGN_IN_INTERACTIVE ? 1 : 0;
    }

    List<ImportWarning> warnings(Evidence evidence, Recogniser.Recognised seen, Set<Flaw> flaws,
            List<Evidence> inCase) {
        List<ImportWarning> warnings = new ArrayList<>();
        String path = evidence.path();
        if (undated > 0) {
            boolean local = seen.form().hasLocalTimes() && seen.form().localZone() == null;
            warnings.add(new ImportWarning(path,
                    local ? WarningKind.LOCAL_TIME_WITHOUT_ZONE : WarningKind.WITHOUT_TIME, undated, events));
        }
        if (withoutActor > 0) {
            warnings.add(new ImportWarning(path, WarningKind.WITHOUT_ACTOR, withoutActor, events));
        }
        if (events > 0 && sessions == 0 && hasColumn(seen, SESSION)) {
            warnings.add(new ImportWarning(path, WarningKind.NO_SESSION_READ, 0, events));
        }
        if (events > 0 && tokens == 0 && hasColumn(seen, TOKEN)) {
            warnings.add(new ImportWarning(path, WarningKind.NO_TOKEN_READ, 0, events));
        }
        if (signIns > 0 && interactive == signIns) {
            warnings.add(new ImportWarning(path, WarningKind.ONLY_INTERACTIVE, interactive, signIns));
        }
        if (isFar(evidence, inCase)) {
            warnings.add(new ImportWarning(path, WarningKind.FAR_FROM_CASE, events, events));
        }
        for (Flaw flaw : flaws) {
            warnings.add(new ImportWarning(path, switch (flaw) {
            case TRUNCATED -> WarningKind.TRUNCATED;
            case DAMAGED -> WarningKind.DAMAGED;
            case TRAILING_BYTES -> WarningKind.TRAILING_BYTES;
            }, 0, events));
        }
        return warnings;
    }

    private static boolean hasColumn(Recogniser.Recognised seen, Set<String> names) {
        List<Value> rows = seen.rows();
        return rows.subList(0, Math.min(ROWS_LOOKED_AT, rows.size())).stream()
                .anyMatch(row -> row.names().stream().map(ColumnNames::normalise).anyMatch(names::contains));
    }

    private static boolean isFar(Evidence evidence, List<Evidence> inCase) {
        if (evidence.firstEvent() == null || evidence.lastEvent() == null) {
            return false;
        }
        boolean any = false;
        for (Evidence other : inCase) {
            if (other.id() != evidence.id() && other.firstEvent() != null && other.lastEvent() != null) {
                any = true;
                Instant from = other.firstEvent().minus(FAR);
                Instant to = other.lastEvent().plus(FAR);
                if (!evidence.lastEvent().isBefore(from) && !evidence.firstEvent().isAfter(to)) {
                    return false;
                }
            }
        }
        return any;
    }
}
