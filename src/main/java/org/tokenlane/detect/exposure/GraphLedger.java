package org.tokenlane.detect.exposure;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.tokenlane.correlate.Correlation;
import org.tokenlane.detect.exposure.Exposure.GraphUse;
import org.tokenlane.model.event.EventField;
import org.tokenlane.query.CaseEvents;

/** Gathers the resources of Microsoft Graph that were called. */
final class GraphLedger {

    private record Key(@Nullable String user, @Nullable String operation, @Nullable String item) {
    }

    private static final class Facts {

        private int succeeded;
        private int refused;
        private final Set<String> asked = new LinkedHashSet<>(2);
    }

    private static final Pattern ORIGIN = Pattern.compile("^[A-Za-z][A-Za-z0-9+.-]*://[^/?#]*");
    private static final Pattern VERSION = Pattern.compile("(?i)^/+(v\\d+(\\.\\d+)?|beta)(?=/|$)");
    private static final Pattern TELLING = Pattern.compile("(?i)(\\$|%24)(search|filter)=.*", Pattern.DOTALL);
    /** So many different searches of one resource are kept; each call is in the events. */
    private static final int MOST_ASKED = 50;

    private final CaseEvents events;
    private final Uses<Key, Facts> uses;

    GraphLedger(Correlation correlation) {
        this.events = correlation.events();
        uses = new Uses<>(correlation, Facts::new);
    }

    void add(int event) {
        String uri = events.text(EventField.TARGET, event);
        int query = uri == null ? -1 : uri.indexOf('?');
        String upn = events.text(EventField.UPN, event);
        // "me" in a path is another for each user
        Key key = new Key(upn == null ? events.text(EventField.USER_OBJECT_ID, event) : upn,
                events.operation(event),
                uri == null ? null : path(query < 0 ? uri : uri.substring(0, query)));
        Facts known = uses.add(key, event);
        if (events.isRefusedCall(event)) {
            known.refused++;
        } else {
            known.succeeded++;
        }
        if (uri != null && query >= 0) {
            for (String part : uri.substring(query + 1).split("&")) {
                if (TELLING.matcher(part).matches() && known.asked.size() < MOST_ASKED) {
                    known.asked.add(decoded(part));
                }
            }
        }
    }

    private static String path(String address) {
        String path = VERSION.matcher(ORIGIN.matcher(address).replaceFirst("")).replaceFirst("");
        return path.isEmpty() ? "/" : path;
    }

    private static String decoded(String part) {
        try {
            return URLDecoder.decode(part, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException notEncoded) {
            return part;
        }
    }

    List<GraphUse> uses() {
        return uses.list((key, known, use) -> new GraphUse(key.user(), key.operation(), key.item(),
                List.copyOf(known.asked), known.succeeded, known.refused, use));
    }
}
