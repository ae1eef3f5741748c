package org.tokenlane.ui.state;

import java.util.List;
import org.tokenlane.correlate.Correlation;
import org.tokenlane.correlate.LinkedEvents;
import org.tokenlane.correlate.MarkedEvents;
import org.tokenlane.correlate.SessionQueries;
import org.tokenlane.job.Progress;
import org.tokenlane.model.event.EventField;
import org.tokenlane.model.session.SessionFacts;
import org.tokenlane.query.CaseEvents;
import org.tokenlane.query.FilterEvaluator;
import org.tokenlane.query.Watch;
import org.tokenlane.store.CaseFile;
import org.tokenlane.timeline.TimelineQuery;

/**
 * What the window knows of the open case, as of the last import. Never changes; an import makes a new one.
 *
 * @param linked
 *            the events with the sessions and tokens that they belong to by fact
 * @param marked
 *            the analyst's marks as they were then; {@link Marking} has them as they are
 */
public record OpenCase(CaseFile file, Correlation correlation, SessionQueries queries, LinkedEvents linked,
        TimelineQuery timelines,
        List<SessionFacts> sessions, MarkedEvents marked) {

    /** What views ask of any event without waiting: rows, menus, the pointer over the lanes. */
    private static final List<EventField> AT_HAND = List.of(EventField.OPERATION, EventField.WORKLOAD, EventField.UPN,
            EventField.USER_OBJECT_ID, EventField.SESSION_ID, EventField.UTI, EventField.IP, EventField.COUNTRY,
            EventField.USER_AGENT, EventField.DEVICE_ID, EventField.APP_NAME);

    /** Reads all that the window needs at once. Takes a second per million events, so not for the window's thread. */
    public static OpenCase load(CaseFile file) {
        Correlation correlation = Correlation.upToDate(file);
        AT_HAND.forEach(correlation.events()::load);
        SessionQueries queries = new SessionQueries(correlation);
        return new OpenCase(file, correlation, queries, new LinkedEvents(correlation), new TimelineQuery(correlation),
                queries.all(),
                MarkedEvents.of(file, correlation));
    }

    /** Chooses events by filters. */
    public FilterEvaluator evaluator(MarkedEvents marks) {
        return new FilterEvaluator(linked.with(marks));
    }

    /** Chooses events by filters until the task is cancelled, and tells the task how far that is. */
    public FilterEvaluator evaluator(MarkedEvents marks, Progress progress) {
        return new FilterEvaluator(linked.with(marks), new Told(progress));
    }

    /** Hands on how many blocks of raw records are read. */
    private static final class Told implements Watch {

        private final Progress progress;
        private boolean begun;

        Told(Progress progress) {
            this.progress = progress;
        }

        @Override
        public void check() {
            progress.stopIfCancelled();
        }

        @Override
        public synchronized void read(int blocks, int ofBlocks) {
            if (!begun) {
                begun = true;
                progress.begin("records", ofBlocks); // not for people
            }
            progress.advance(1, 0);
            if (blocks == ofBlocks) {
                begun = false;
            }
        }
    }

    public CaseEvents events() {
        return correlation.events();
    }

    /** The case's name without its ending. */
    public String name() {
        return file.path().getFileName().toString().replaceFirst("\\.tlcase$", "");
    }
}
