package org.tokenlane.ui.timeline;

import java.util.ArrayList;
import java.util.List;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;
import org.tokenlane.correlate.MarkedEvents;
import org.tokenlane.enrich.Enrichment;
import org.tokenlane.model.event.AuditEvent;
import org.tokenlane.model.event.EventField;
import org.tokenlane.model.mark.Verdict;
import org.tokenlane.model.text.Count;
import org.tokenlane.query.CaseEvents;
import org.tokenlane.timeline.Lane;
import org.tokenlane.timeline.LaneKey;
import org.tokenlane.timeline.LaneText;
import org.tokenlane.timeline.Timeline;
import org.tokenlane.timeline.TokenName;
import org.tokenlane.ui.state.OpenCase;

/**
 * What is written before a lane. A token says what it was for, when it was issued and what was done with it.
 *
 * @param name
 *            the first line; of a token the application
 * @param resource
 *            what the token is for, or empty
 * @param detail
 *            another line, or empty
 * @param issued
 *            when the lane's token was issued, in nanoseconds since 1970, UTC, or {@code NO_TIME}
 * @param operations
 *            how many operations were made with the token, -1 for a lane of something else
 */
record LaneHead(String name, String resource, String detail, long issued, int operations) {

    /** The heads of all lanes. Reads columns of the case, so not for the window's thread. */
    static List<LaneHead> of(Timeline timeline, LaneKey key, OpenCase open, Enrichment beside) {
        List<LaneHead> heads = new ArrayList<>();
        for (Lane lane : timeline.lanes()) {
            boolean token = key == LaneKey.TOKEN && open.correlation().token(lane.events()[0]) != 0;
            heads.add(token ? token(lane, open.events(), beside) : plain(lane));
        }
        return List.copyOf(heads);
    }

    /** The head of a lane that is not a token's. */
    static LaneHead plain(Lane lane) {
        return new LaneHead(lane.name(), "", lane.detail(), AuditEvent.NO_TIME, -1);
    }

    private static LaneHead token(Lane lane, CaseEvents events, Enrichment beside) {
        String resource = null;
        long issued = AuditEvent.NO_TIME;
        int operations = 0;
        for (int event : lane.events()) {
            String named = events.text(EventField.RESOURCE_NAME, event);
            resource = resource == null ? named : resource;
            long at = events.tokenIssuedAt(event);
            issued = issued == AuditEvent.NO_TIME || at != AuditEvent.NO_TIME && at < issued ? at : issued;
            operations += events.kind(event).isSignIn() ? 0 : 1;
        }
        TokenName token = TokenName.of(events, lane.events());
        String app = beside.apps().named(token.application());
        return new LaneHead(token.text(app), resource == null || resource.equals(app) ? "" : resource, lane.detail(),
                issued,
                operations);
    }

    /** The application and what its token was for, in one line. */
    String line() {
        return resource.isEmpty() ? name : LaneText.APP_TO_RESOURCE.text(name, resource);
    }

    /**
     * The last line: of a token when it was issued and how often it was used.
     *
     * @param time
     *            writes when it was issued
     */
    String second(LongFunction<String> time) {
        if (!isToken()) {
            return detail;
        }
        String uses = Count.OPERATIONS.of(operations);
        return issued == AuditEvent.NO_TIME ? uses : TimelineText.TOKEN_HEAD.text(time.apply(issued), uses);
    }

    boolean isToken() {
        return operations >= 0;
    }

    /** The verdict on all of the lane's events, or null where they have none, or several. */
    static @Nullable Verdict verdict(Lane lane, MarkedEvents marked) {
        Verdict verdict = marked.verdict(lane.events()[0]);
        if (verdict == null) {
            return null;
        }
        for (int event : lane.events()) {
            if (marked.verdict(event) != verdict) {
                return null;
            }
        }
        return verdict;
    }
}
