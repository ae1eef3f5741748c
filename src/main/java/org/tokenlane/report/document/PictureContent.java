package org.tokenlane.report.document;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tokenlane.detect.answer.Story;
import org.tokenlane.query.CaseEvents;
import org.tokenlane.timeline.Timeline;

/**
 * What a picture of an attack shows.
 *
 * @param title
 *            what it is about
 * @param story
 *            whose sentences are callouts, or null where nobody is known to be an attacker
 * @param heads
 *            what is written before each lane
 * @param from
 *            the first moment that is drawn, in nanoseconds since 1970, UTC
 * @param to
 *            the last
 * @param keyEvents
 *            of what is drawn, from left to right
 * @param caseName
 *            the name of the case
 * @param caseHash
 *            what identifies the state of the case
 */
public record PictureContent(String title, @Nullable Story story, Timeline timeline, List<Head> heads, long from,
        long to, List<KeyEvent> keyEvents, CaseEvents events, String caseName, String caseHash) {

    /**
     * What is written before a lane.
     *
     * @param purpose
     *            of a token, what it was for; or empty
     * @param counted
     *            whether the number of events is written too
     */
    public record Head(String name, String purpose, String detail, boolean counted) {
    }

    public PictureContent {
        heads = List.copyOf(heads);
        keyEvents = List.copyOf(keyEvents);
    }
}
