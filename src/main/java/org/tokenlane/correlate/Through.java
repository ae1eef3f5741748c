package org.tokenlane.correlate;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.tokenlane.model.column.IntColumn;
import org.tokenlane.model.column.TextColumn;
import org.tokenlane.model.event.ActorKind;
import org.tokenlane.model.event.EventField;
import org.tokenlane.model.text.TextKey;
import org.tokenlane.query.CaseEvents;

/**
 * Through whom something was done, where it was not a member's own account. Values of {@code crossTenantAccessType} and
 * {@code userType} are those of "signIn resource type" (learn.microsoft.com/graph/api/resources/signin).
 */
public enum Through implements TextKey {

    /** By delegated administration (GDAP), from the partner's own tenant. */
    PARTNER,
    /** A user of another tenant, invited or connected directly. */
    GUEST,
    AGENT,
    APPLICATION;

    /** Tells whether somebody from another tenant acted. */
    public boolean isFromOutside() {
        return this == PARTNER || this == GUEST;
    }

    private static @Nullable Through ofAccess(@Nullable String access) {
        String word = access == null ? "" : access.toLowerCase(Locale.ROOT);
        if (word.contains("serviceprovider") || word.contains("gdap")) {
            return PARTNER;
        }
        return word.startsWith("b2b") || word.contains("passthrough") ? GUEST : null;
    }

    private static @Nullable Through ofUserType(@Nullable String type) {
        String word = type == null ? "" : type.toLowerCase(Locale.ROOT);
        if (word.contains("partner")) {
            return PARTNER;
        }
        return word.contains("guest") ? GUEST : null;
    }

    /** Tells it of events, each value of a field looked at once. */
    public static final class Reader {

        private final CaseEvents events;
        private final List<Part> parts = new ArrayList<>();

        private record Part(IntColumn codes, @Nullable Through[] meanings) {
        }

        public Reader(CaseEvents events) {
            this.events = events;
            part(EventField.CROSS_TENANT_ACCESS, Through::ofAccess);
            part(EventField.USER_TYPE, Through::ofUserType);
            part(EventField.AGENT_ID, any -> any == null ? null : AGENT);
            part(EventField.AGENT_NAME, any -> any == null ? null : AGENT);
            part(EventField.ACTOR, word -> {
                ActorKind actor = ActorKind.of(word);
                return actor == ActorKind.AGENT ? AGENT : actor == ActorKind.APPLICATION ? APPLICATION : null;
            });
        }

        private interface Meaning {

            @Nullable
            Through of(@Nullable String text);
        }

        private void part(EventField field, Meaning meaning) {
            TextColumn values = events.dictionary(field);
            @Nullable
            Through[] meanings = new Through[values.size()];
            for (int code = 1; code < values.size(); code++) {
                meanings[code] = meaning.of(values.get(code));
            }
            parts.add(new Part(events.codes(field), meanings));
        }

        /** Through whom the event was done; null for a member's own act and where no record says. */
        public @Nullable Through of(int event) {
            for (Part part : parts) {
                Through through = part.meanings()[part.codes().get(event)];
                if (through != null) {
                    return through;
                }
            }
            return null;
        }
    }
}
