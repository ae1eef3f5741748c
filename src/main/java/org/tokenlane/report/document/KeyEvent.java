package org.tokenlane.report.document;

import java.util.List;

/**
 * An event that the picture of a timeline names.
 *
 * @param time
 *            nanoseconds since 1970, UTC
 * @param label
 *            what happened, in a few words
 * @param words
 *            what happened, to what and by whom, in a sentence
 * @param events
 *            the numbers of the events that prove it
 */
public record KeyEvent(long time, PictureSide side, String label, String words, List<Integer> events) {

    public KeyEvent {
        events = List.copyOf(events);
    }

    /** When, who and what, in one line. */
    String line() {
        return ReportText.KEY_EVENT.text(ReportTimes.seconds(time), side.text(), words);
    }
}
