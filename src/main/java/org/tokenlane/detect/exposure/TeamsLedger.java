package org.tokenlane.detect.exposure;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.tokenlane.correlate.Correlation;
import org.tokenlane.detect.exposure.Exposure.TeamsUse;
import org.tokenlane.model.event.EventField;
import org.tokenlane.query.CaseEvents;

/** Gathers what was done in Teams, by chat, channel or meeting. */
final class TeamsLedger {

    private record Key(@Nullable String target, String operation) {
    }

    private final CaseEvents events;
    private final Uses<Key, Void> uses;

    TeamsLedger(Correlation correlation) {
        this.events = correlation.events();
        uses = Uses.plain(correlation);
    }

    void add(int event) {
        uses.add(new Key(events.text(EventField.TARGET, event), events.operation(event)), event);
    }

    static String action(@Nullable String operation) {
        String name = operation == null ? "" : operation.toLowerCase(Locale.ROOT);
        if (name.contains("export") || name.contains("download")) {
            return "exported";
        }
        if (name.contains("read") || name.contains("retrieved") || name.contains("listed") || name.contains("viewed")) {
            return "read";
        }
        if (name.contains("sent") || name.equals("messagecreatedhaslink") || name.contains("posted")) {
            return "sent";
        }
        if (name.contains("deleted") || name.contains("removed")) {
            return "deleted";
        }
        return name.contains("edited") || name.contains("updated") || name.contains("created") || name.contains("added")
                || name.contains("changed") ? "changed"
                        : "other";
    }

    List<TeamsUse> uses() {
        return uses
                .list((key, nothing, use) -> new TeamsUse(key.target(), action(key.operation()), key.operation(), use));
    }
}
