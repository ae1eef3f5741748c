package org.tokenlane.intake;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.tokenlane.ingest.BlockMapper;
import org.tokenlane.ingest.IngestText;
import org.tokenlane.ingest.Recogniser;
import org.tokenlane.ingest.files.Flaw;
import org.tokenlane.ingest.shape.Undated;
import org.tokenlane.ingest.text.ColumnNames;
import org.tokenlane.ingest.text.ReadingText;
import org.tokenlane.model.event.AuditEvent;
import org.tokenlane.model.event.EventField;
import org.tokenlane.model.event.EventKind;
import org.tokenlane.model.event.UtiOrigin;
import org.tokenlane.model.evidence.ImportCount;
import org.tokenlane.model.text.TextKey;

/** Counts while a file is imported what its records lack. */
final class ImportWatch {

    /** Rejected at the end of a file, these do not say that it is cut off. */
    private static final Set<TextKey> HARMLESS_AT_END = Set.of(IngestText.UNKNOWN_RECORD, ReadingText.HEADER_AGAIN,
            ReadingText.OTHER_HEADER);
    /** Defender for Cloud Apps numbers the sessions of its own proxy. */
    private static final Set<String> OTHER_SESSIONS = Set.of("inlinesessionid");

    private final Map<ImportCount, Long> counts = new EnumMap<>(ImportCount.class);
    private long read;
    private long withTokens;
    private long sessions;
    private long tokens;
    private long unreadAtEnd;

    void saw(BlockMapper.Outcome outcome) {
        if (outcome.state() != null) {
            unreadAtEnd = 0;
            read++;
            count(ImportCount.QUOTED, outcome.quoted());
            return;
        }
        if (outcome.mapped() == null) {
            boolean harmless = outcome.reason() == null || HARMLESS_AT_END.contains(outcome.reason().key());
            unreadAtEnd += read > 0 && !harmless ? 1 : 0;
            return;
        }
        unreadAtEnd = 0;
        AuditEvent event = outcome.mapped().event();
        read++;
        withTokens += event.kind().isDoneWithToken() ? 1 : 0;
        count(ImportCount.WITHOUT_TIME, event.time() == AuditEvent.NO_TIME);
        count(ImportCount.WITHOUT_ACTOR, event.kind().isDoneBySomebody() && !namesSomebody(event));
        count(ImportCount.QUOTED, outcome.quoted());
        count(ImportCount.INTERACTIVE, event.kind() == EventKind.SIGN_IN_INTERACTIVE);
        count(ImportCount.NON_INTERACTIVE, event.kind() == EventKind.SIGN_IN_NON_INTERACTIVE);
        sessions += event.get(EventField.SESSION_ID) == null ? 0 : 1;
        tokens += event.utiOrigin() == UtiOrigin.FIELD ? 1 : 0;
    }

    /** The application of a user's sign-in is what was signed in to, and not who did. */
    private static boolean namesSomebody(AuditEvent event) {
        boolean ofUser = event.kind() == EventKind.SIGN_IN_INTERACTIVE
                || event.kind() == EventKind.SIGN_IN_NON_INTERACTIVE;
        return event.get(EventField.UPN) != null || event.get(EventField.USER_OBJECT_ID) != null
                || event.get(EventField.USER_NAME) != null
                || !ofUser && (event.get(EventField.APP_ID) != null || event.get(EventField.APP_NAME) != null);
    }

    private void count(ImportCount count, boolean is) {
        if (is) {
            counts.merge(count, 1L, Long::sum);
        }
    }

    /** What was counted, at the end of the file. */
    Map<ImportCount, Long> counts(Recogniser.Recognised seen, Set<Flaw> flaws, boolean derived) {
        counts.putIfAbsent(ImportCount.WITHOUT_TIME, 0L);
        count(ImportCount.LOCAL_TIMES, seen.form().hasLocalTimes() && seen.form().localZone() == null);
        if (counts.get(ImportCount.WITHOUT_TIME) != 0) {
            count(ImportCount.DATES_ONLY, Undated.byDateOnly(seen.rows()));
            count(ImportCount.UNKNOWN_ZONES, Undated.byZone(seen.rows()));
        }
        count(ImportCount.NO_SESSION_READ, withTokens > 0 && sessions == 0 && hasColumn(seen, ImportWatch::isSession));
        count(ImportCount.NO_TOKEN_READ, withTokens > 0 && tokens == 0 && hasColumn(seen, ImportWatch::isToken));
        count(ImportCount.DERIVED, derived);
        count(ImportCount.TRUNCATED, flaws.contains(Flaw.TRUNCATED));
        count(ImportCount.DAMAGED, flaws.contains(Flaw.DAMAGED));
        count(ImportCount.TRAILING_BYTES, flaws.contains(Flaw.TRAILING_BYTES));
        if (unreadAtEnd > 0) {
            counts.put(ImportCount.UNREAD_AT_END, unreadAtEnd);
        }
        return Map.copyOf(counts);
    }

    private static boolean isSession(String name) {
        return (name.contains("sessionid") || name.equals("csid")) && !OTHER_SESSIONS.contains(name);
    }

    private static boolean isToken(String name) {
        return name.contains("uniquetokenid") || name.contains("signinactivityid") || name.equals("uti");
    }

    private static boolean hasColumn(Recogniser.Recognised seen, Predicate<String> isNamed) {
        List<String> names = seen.rows().stream().flatMap(row -> row.names().stream()).distinct().toList();
        return names.stream().map(ColumnNames::normalise).anyMatch(isNamed);
    }
}
