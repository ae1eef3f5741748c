package org.tokenlane.ingest.mail;

import java.util.Locale;
import java.util.Set;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;
import org.tokenlane.ingest.text.Value;
import org.tokenlane.model.event.EventResult;
import org.tokenlane.model.identity.Absent;

/** What logs say of a message's delivery. */
final class Delivery {

    /** The junk folder is a delivery too; a message whose fate is open has no result. */
    private static final Set<String> ARRIVED = Set.of("delivered", "deliver", "junked", "expanded", "resolved", "send",
            "deliveredasspam", "deliveredtojunk");
    private static final Set<String> STOPPED = Set.of("blocked", "failed", "fail", "quarantined", "quarantine",
            "filteredasspam", "dropped", "drop", "rejected");

    private Delivery() {
    }

    /** The result that a word for the delivery states. */
    static EventResult result(@Nullable String word) {
        String letters = word == null ? "" : word.toLowerCase(Locale.ROOT).replaceAll("[^a-z]", "");
        return ARRIVED.contains(letters) ? EventResult.SUCCESS
                : STOPPED.contains(letters) ? EventResult.FAILURE : EventResult.UNKNOWN;
    }

    /** The texts that are there, one behind the other. */
    static @Nullable String joined(Value... values) {
        StringJoiner all = new StringJoiner("; ");
        for (Value value : values) {
            Value opened = value.opened();
            String text = opened.isArray() ? String.join(", ", opened.texts()) : Absent.clean(value.text());
            if (text != null && !text.isEmpty()) {
                all.add(text);
            }
        }
        return all.length() == 0 ? null : all.toString();
    }

    /** How an email crossed the tenant's boundary, in words that filters can name; {@code 1} is in and {@code 2} out. */
    static String operation(@Nullable String direction) {
        return switch (direction == null ? "" : direction.strip().toLowerCase(Locale.ROOT)) {
        case "inbound", "incoming", "1" -> "Inbound email"; // not for people: names of operations
        case "outbound", "originating", "2" -> "Outbound email"; // not for people
        case "intra-org", "intraorg" -> "Intra-org email"; // not for people
        default -> "Email";
        };
    }

    static boolean isOutbound(@Nullable String operation) {
        return "Outbound email".equals(operation); // not for people
    }
}
