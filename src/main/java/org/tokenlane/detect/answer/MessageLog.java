package org.tokenlane.detect.answer;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.tokenlane.detect.facts.CaseFacts;
import org.tokenlane.model.event.AuditEvent;
import org.tokenlane.model.event.EventField;
import org.tokenlane.model.event.EventKind;
import org.tokenlane.model.event.EventResult;

/** What the logs tell of messages on their way and of links that were followed. */
final class MessageLog {

    private static final long DAY = 86_400_000_000_000L;

    private final CaseFacts facts;
    private final List<Integer> messages = new ArrayList<>();
    private final List<Integer> clicks = new ArrayList<>();

    MessageLog(CaseFacts facts) {
        this.facts = facts;
        for (int event = 0; event < facts.events().size(); event++) {
            EventKind kind = facts.events().kind(event);
            if (kind == EventKind.MESSAGE) {
                messages.add(event);
            } else if (kind == EventKind.LINK_CLICK && facts.events().time(event) != AuditEvent.NO_TIME) {
                clicks.add(event);
            }
        }
    }

    boolean hasMessages() {
        return !messages.isEmpty();
    }

    boolean hasClicks() {
        return !clicks.isEmpty();
    }

    /** The last link that the account followed within a day before this time, not after it; or null. */
    @Nullable
    Lure before(String account, long time) {
        int last = -1;
        for (int click : clicks) {
            long at = facts.events().time(click);
            if (at <= time && time - at <= DAY && facts.events().result(click) != EventResult.FAILURE
                    && account.equalsIgnoreCase(facts.text(EventField.UPN, click))
                    && (last < 0 || at >= facts.events().time(last))) {
                last = click;
            }
        }
        return last < 0 ? null : lure(account, last);
    }

    private Lure lure(String account, int click) {
        String link = String.valueOf(facts.text(EventField.TARGET, click));
        Set<String> ids = idsOf(link, click);
        int message = -1;
        List<Integer> received = new ArrayList<>();
        Set<String> recipients = new TreeSet<>();
        for (int event : messages) {
            String recipient = facts.text(EventField.RECIPIENT, event);
            if (has(ids, event) && recipient != null && facts.events().result(event) != EventResult.FAILURE) {
                boolean own = List.of(recipient.split(" ")).stream().anyMatch(account::equalsIgnoreCase);
                message = own && message < 0 ? event : message;
                for (String one : recipient.split(" ")) {
                    if (!one.equalsIgnoreCase(account) && recipients.add(one)) {
                        received.add(event);
                    }
                }
            }
        }
        List<Integer> others = new ArrayList<>();
        Set<String> clickers = new TreeSet<>();
        for (int event : clicks) {
            String upn = facts.text(EventField.UPN, event);
            boolean same = link.equals(facts.text(EventField.TARGET, event)) || has(ids, event);
            if (same && upn != null && !upn.equalsIgnoreCase(account)
                    && facts.events().result(event) != EventResult.FAILURE) {
                others.add(event);
                clickers.add(upn);
            }
        }
        return new Lure(click, link, message, received.stream().distinct().toList(), recipients, others, clickers);
    }

    /** All ids of the message that the click names, and of messages with the same link. */
    private Set<String> idsOf(String link, int click) {
        Set<String> ids = new HashSet<>();
        add(ids, facts.text(EventField.NETWORK_MESSAGE_ID, click));
        for (int event : messages) {
            if (link.equals(facts.text(EventField.TARGET, event))) {
                add(ids, facts.text(EventField.NETWORK_MESSAGE_ID, event));
            }
        }
        // the same message to several people has several network message ids and one internet message id
        for (int round = 0; round < 2; round++) {
            for (int event : messages) {
                if (has(ids, event)) {
                    add(ids, facts.text(EventField.NETWORK_MESSAGE_ID, event));
                    add(ids, Lure.plain(facts.text(EventField.INTERNET_MESSAGE_ID, event)));
                }
            }
        }
        return ids;
    }

    private static void add(Set<String> ids, @Nullable String id) {
        if (id != null && !id.isBlank()) {
            ids.add(id);
        }
    }

    private boolean has(Set<String> ids, int event) {
        String network = facts.text(EventField.NETWORK_MESSAGE_ID, event);
        String internet = Lure.plain(facts.text(EventField.INTERNET_MESSAGE_ID, event));
        return network != null && ids.contains(network) || internet != null && ids.contains(internet);
    }

    /** Who the messages with these internet message ids went to, as far as their delivery is logged. */
    Set<String> recipients(Set<String> internetMessageIds) {
        Set<String> ids = new HashSet<>();
        internetMessageIds.forEach(id -> add(ids, Lure.plain(id)));
        Set<String> recipients = new TreeSet<>();
        for (int event : messages) {
            String id = Lure.plain(facts.text(EventField.INTERNET_MESSAGE_ID, event));
            String recipient = facts.text(EventField.RECIPIENT, event);
            if (id != null && recipient != null && ids.contains(id)) {
                recipients.addAll(List.of(recipient.split(" ")));
            }
        }
        return recipients;
    }
}
