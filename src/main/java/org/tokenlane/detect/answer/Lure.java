package org.tokenlane.detect.answer;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * A link that an account followed before the attacker's first access, with the message that it was in. That it led to
 * the access is likely by the time only.
 *
 * @param click
 *            the event of the click
 * @param link
 *            the address that was followed
 * @param message
 *            an event of the message that the link was in, or -1 where none is in the logs
 * @param received
 *            the events of the message's delivery to other recipients
 * @param recipients
 *            these other recipients
 * @param clicks
 *            the events of other accounts that followed the same link, or one in the same message
 * @param clickers
 *            these other accounts
 */
record Lure(int click, String link, int message, List<Integer> received, Set<String> recipients,
        List<Integer> clicks, Set<String> clickers) {

    Lure {
        received = List.copyOf(received);
        recipients = new TreeSet<>(recipients);
        clicks = List.copyOf(clicks);
        clickers = new TreeSet<>(clickers);
    }

    /** The click, and the message where it is known. */
    List<Integer> proof() {
        List<Integer> events = new ArrayList<>(List.of(click));
        if (message >= 0) {
            events.add(message);
        }
        return events;
    }

    /** A message id without angle brackets, for comparison; null for null. */
    static @Nullable String plain(@Nullable String messageId) {
        return messageId == null ? null : messageId.strip().replaceAll("^<|>$", "");
    }
}
