package org.tokenlane.detect.exposure;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CancellationException;
import org.tokenlane.correlate.Correlation;
import org.tokenlane.detect.facts.EventDetails;
import org.tokenlane.job.Progress;
import org.tokenlane.model.column.IntColumn;
import org.tokenlane.model.column.TextColumn;
import org.tokenlane.model.detail.RecordDetail;
import org.tokenlane.model.event.EventField;
import org.tokenlane.query.CaseEvents;

/**
 * The subjects of messages, from the records of the case that have them: sending, moving and deleting are logged with
 * the subject, reading is not. The sender's and the
 * recipient's records of a message share its internet message id.
 */
final class Subjects {

    private static final Set<String> WITH_SUBJECT = Set.of("send", "sendas", "sendonbehalf", "create", "update",
            "softdelete", "harddelete", "movetodeleteditems", "move",
            "copy",
            "recorddelete");

    private final CaseEvents events;
    private final EventDetails details;

    Subjects(Correlation correlation, EventDetails details) {
        this.events = correlation.events();
        this.details = details;
    }

    /**
     * The subjects of these messages that records have, by internet message ID.
     *
     * @throws CancellationException
     *             when the work is cancelled
     */
    Map<String, String> of(Set<String> ids, Progress progress) {
        Map<String, String> found = new HashMap<>();
        if (ids.isEmpty()) {
            return found;
        }
        Set<String> wanted = new HashSet<>(ids);
        for (int event : details.inOrderOfEvidence(candidates())) {
            progress.stopIfCancelled();
            for (RecordDetail.MailItem item : details.of(event).items()) {
                if (item.internetMessageId() != null && item.subject() != null
                        && wanted.remove(item.internetMessageId())) {
                    found.put(item.internetMessageId(), item.subject());
                }
            }
            if (wanted.isEmpty()) {
                break;
            }
        }
        return found;
    }

    private int[] candidates() {
        TextColumn names = events.dictionary(EventField.OPERATION);
        boolean[] has = new boolean[names.size()];
        for (int code = 1; code < names.size(); code++) {
            has[code] = WITH_SUBJECT.contains(names.get(code).toLowerCase(Locale.ROOT));
        }
        IntColumn codes = events.codes(EventField.OPERATION);
        return java.util.stream.IntStream.range(0, codes.size()).filter(event -> has[codes.get(event)]).toArray();
    }
}
