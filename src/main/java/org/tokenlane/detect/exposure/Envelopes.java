package org.tokenlane.detect.exposure;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tokenlane.correlate.Correlation;
import org.tokenlane.detect.exposure.Exposure.Envelope;
import org.tokenlane.job.Progress;
import org.tokenlane.model.event.EventField;
import org.tokenlane.model.event.EventKind;
import org.tokenlane.query.CaseEvents;

/**
 * From whom and to whom messages went and what was attached to them, from the logs of messages. The audit log of mail
 * access does not record it.
 */
final class Envelopes {

    private static final String ATTACHMENT = "Email attachment"; // not for people: the name of an operation

    private static final class Facts {

        private @Nullable String from;
        private final Set<String> to = new LinkedHashSet<>();
        private final Set<String> attachments = new LinkedHashSet<>();
    }

    private final CaseEvents events;

    Envelopes(Correlation correlation) {
        this.events = correlation.events();
    }

    /** The envelopes of these messages that logs of messages have, by internet message ID. */
    Map<String, Envelope> of(Set<String> ids, Progress progress) {
        Map<String, Facts> found = new HashMap<>();
        Map<String, String> idOfNetworkId = new HashMap<>();
        List<Integer> attachments = new ArrayList<>();
        for (int event = 0; event < events.size() && !ids.isEmpty(); event++) {
            if (events.kind(event) != EventKind.MESSAGE) {
                continue;
            }
            progress.stopIfCancelled();
            if (ATTACHMENT.equals(events.text(EventField.OPERATION, event))) {
                attachments.add(event);
            }
            String id = events.text(EventField.INTERNET_MESSAGE_ID, event);
            if (id == null || !ids.contains(id)) {
                continue;
            }
            Facts facts = found.computeIfAbsent(id, key -> new Facts());
            facts.from = facts.from == null ? events.text(EventField.SENDER, event) : facts.from;
            String to = events.text(EventField.RECIPIENT, event);
            if (to != null) {
                facts.to.addAll(List.of(to.split(" ")));
            }
            String network = events.text(EventField.NETWORK_MESSAGE_ID, event);
            if (network != null) {
                idOfNetworkId.put(network, id);
            }
        }
        for (int event : attachments) {
            String network = events.text(EventField.NETWORK_MESSAGE_ID, event);
            Facts facts = network == null ? null : found.get(idOfNetworkId.getOrDefault(network, ""));
            String name = events.text(EventField.TARGET, event);
            if (facts != null && name != null) {
                facts.attachments.add(name);
            }
        }
        Map<String, Envelope> all = new HashMap<>();
        found.forEach((id, facts) -> all.put(id, new Envelope(facts.from, List.copyOf(facts.to),
                List.copyOf(facts.attachments))));
        return all;
    }
}
