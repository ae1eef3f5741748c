package org.tokenlane.detect.exposure;

import java.util.List;
import java.util.Locale;
import org.tokenlane.correlate.Correlation;
import org.tokenlane.detect.exposure.Exposure.TeamsUse;
import org.tokenlane.model.event.EventField;
import org.tokenlane.query.CaseEvents;

/** Gathers what was done in Teams, by chat, channel or meeting. */
final class TeamsLedger {

    private record Key(String where, String operation) {
    }

    private final CaseEvents events;
    private final Uses<Key, Void> uses;

    TeamsLedger(Correlation correlation) {
        this.events = correlation.events();
        uses = Uses.plain(correlation);
    }

    void add(int event) {
        String where = events.text(EventField.TARGET, event);
        uses.add(new Key(where == null ? "(not named)" : where, events.text(EventField.OPERATION, event)), event);
    }

    static String action(String operation) {
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
                .list((key, nothing, use) -> new TeamsUse(key.where(), action(key.operation()), key.operation(), use));
    }
}
