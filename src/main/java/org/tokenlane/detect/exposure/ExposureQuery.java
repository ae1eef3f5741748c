package org.tokenlane.detect.exposure;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.tokenlane.correlate.Correlation;
import org.tokenlane.detect.exposure.Exposure.Other;
import org.tokenlane.detect.exposure.Exposure.Search;
import org.tokenlane.detect.facts.EventDetails;
import org.tokenlane.detect.wording.Sentences;
import org.tokenlane.job.Progress;
import org.tokenlane.model.detail.RecordDetail;
import org.tokenlane.model.event.AuditEvent;
import org.tokenlane.model.event.EventField;
import org.tokenlane.model.event.EventResult;
import org.tokenlane.model.evidence.Evidence;
import org.tokenlane.query.CaseEvents;

/**
 * Finds what selected events accessed. Keeps nothing between two answers, so that several threads may ask at once.
 */
public final class ExposureQuery {

    private record OtherKey(@Nullable String workload, String operation) {
    }

    private record SearchKey(@Nullable String workload, @Nullable String words) {
    }

    private final Correlation correlation;
    private final CaseEvents events;
    private final EventDetails details;
    private final List<Evidence> files;

    /**
     * @param files
     *            the evidence files of the case, for what they leave open
     */
    public ExposureQuery(Correlation correlation, EventDetails details, List<Evidence> files) {
        this.correlation = correlation;
        this.events = correlation.events();
        this.details = details;
        this.files = List.copyOf(files);
    }

    /** Puts into words what an event states that was done. */
    public Sentences sentences() {
        return new Sentences(events, details);
    }

    /**
     * What these events accessed. Operations that were refused accessed nothing and are only counted, but refused rules
     * and changes are listed as such.
     *
     * @throws CancellationException
     *             when the work is cancelled
     */
    public Exposure of(BitSet chosen, Progress progress) {
        Gathering gathering = new Gathering();
        int[] operations = chosen.stream().filter(event -> events.kind(event).isOperation()).toArray();
        progress.begin(ExposureText.EXPOSURE.text(), -1);
        for (int event : operations) {
            progress.stopIfCancelled();
            if (!OperationKind.of(events, event).needsRecord()) {
                gathering.add(event);
            }
        }
        int[] opened = details.inOrderOfEvidence(
                Arrays.stream(operations).filter(event -> OperationKind.of(events, event).needsRecord()).toArray());
        for (int event : opened) {
            progress.stopIfCancelled();
            gathering.add(event);
            progress.advance(0, 1);
        }
        int[] inferred = inferred(chosen);
        for (int event : inferred) {
            progress.stopIfCancelled();
            gathering.changes.inferred(event, details.of(event));
        }
        Map<String, String> subjects = new Subjects(correlation, details).of(gathering.mail.withoutSubject(), progress);
        Map<String, Exposure.Envelope> envelopes = new Envelopes(correlation).of(gathering.mail.ids(), progress);
        progress.end();
        return gathering.exposure(chosen, operations, subjects, envelopes);
    }

    /**
     * Where all of the chosen events belong to sessions by fact: the operations that are only inferred to belong there
     * too.
     */
    private int[] inferred(BitSet chosen) {
        BitSet sessions = new BitSet();
        for (int event = chosen.nextSetBit(0); event >= 0; event = chosen.nextSetBit(event + 1)) {
            if (correlation.session(event) == 0 || correlation.rule(event).isInferred()) {
                return new int[0];
            }
            sessions.set(correlation.session(event));
        }
        return sessions.stream().flatMap(session -> IntStream.of(correlation.eventsOfSession(session)))
                .filter(event -> correlation.rule(event).isInferred() && events.kind(event).isOperation()
                        && !chosen.get(event))
                .toArray();
    }

    private final class Gathering {

        private final MailLedger mail = new MailLedger(correlation);
        private final FileLedger filed = new FileLedger(correlation);
        private final ChangeLedger changes = new ChangeLedger(correlation);
        private final TeamsLedger teams = new TeamsLedger(correlation);
        private final AssistantLedger assistants = new AssistantLedger(correlation);
        private final GraphLedger graph = new GraphLedger(correlation);
        private final Uses<SearchKey, Void> searches = Uses.plain(correlation);
        private final Uses<OtherKey, Void> others = Uses.plain(correlation);
        private int refused;

        void add(int event) {
            OperationKind kind = OperationKind.of(events, event);
            boolean listsRefused = kind == OperationKind.RULE || kind == OperationKind.EXCHANGE_CHANGE
                    || kind == OperationKind.DIRECTORY_CHANGE
                    || kind == OperationKind.GRAPH;
            if (events.result(event) == EventResult.FAILURE && !listsRefused) {
                refused++;
                return;
            }
            switch (kind) {
            case MAIL_READ -> mail.read(event, details);
            case MAIL_SENT -> mail.sent(event, details.of(event));
            case MAIL_CHANGED -> mail.changed(event, details.of(event));
            case RULE -> changes.rule(event, details.of(event));
            case EXCHANGE_CHANGE -> changes.exchange(event, details.of(event));
            case DIRECTORY_CHANGE -> changes.directory(event, details.of(event));
            case SEARCH ->
                searches.add(new SearchKey(events.text(EventField.WORKLOAD, event), words(details.of(event))), event);
            case SHARING -> filed.sharing(event, details.of(event));
            case FILE -> filed.file(event);
            case TEAMS -> teams.add(event);
            case ASSISTANT -> assistants.add(event, details.of(event));
            case GRAPH -> graph.add(event);
            case OTHER -> others.add(
                    new OtherKey(events.text(EventField.WORKLOAD, event), events.operation(event)),
                    event);
            case NONE -> {
                // not an operation
            }
            }
        }

        private static @Nullable String words(RecordDetail detail) {
            for (String name : List.of("SearchQueryText", "QueryText", "Query")) {
                List<String> found = detail.fields().values(name);
                if (!found.isEmpty()) {
                    return String.join("; ", found);
                }
            }
            return null;
        }

        Exposure exposure(BitSet chosen, int[] operations, Map<String, String> subjects,
                Map<String, Exposure.Envelope> envelopes) {
            long last = AuditEvent.NO_TIME;
            for (int event : operations) {
                last = events.time(event) == AuditEvent.NO_TIME ? last : events.time(event);
            }
            Exposure found = new Exposure(
                    new Exposure.Period(operations.length,
                            operations.length == 0 ? AuditEvent.NO_TIME : events.time(operations[0]), last,
                            Arrays.stream(operations).anyMatch(events::isThrottled)),
                    new Exposure.Mail(mail.items(subjects, envelopes), mail.folders(), mail.unnamed(), mail.sent(),
                            mail.changes()),
                    new Exposure.Files(filed.files(), filed.sharings(),
                            searches.list((key, nothing, use) -> new Search(key.workload(), key.words(), use))),
                    new Exposure.Settings(changes.rules(), changes.changes(), changes.inferred()),
                    new Exposure.Services(teams.uses(), assistants.uses(), graph.uses(),
                            others.list((key, nothing, use) -> new Other(key.workload(), key.operation(), use))),
                    List.of());
            return new ExposureLimits(correlation, files, chosen, found, refused).stated();
        }
    }
}
