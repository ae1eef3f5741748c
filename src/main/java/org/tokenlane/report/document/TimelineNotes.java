package org.tokenlane.report.document;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.tokenlane.detect.answer.Incident;
import org.tokenlane.detect.facts.Words;
import org.tokenlane.model.event.EventField;
import org.tokenlane.query.CaseEvents;
import org.tokenlane.timeline.Moment;
import org.tokenlane.timeline.Timeline;

/**
 * What is known beyond the events that a timeline shows.
 *
 * @param moments
 *            the key events, in order of time; each gets a numbered line
 */
public record TimelineNotes(List<Moment> moments) {

    public static final TimelineNotes NONE = new TimelineNotes(List.of());

    public TimelineNotes {
        moments = List.copyOf(moments);
    }

    /** The milestones that concern the users of a timeline and lie in its span, for its picture and for the window. */
    public static List<Moment> moments(Incident incident, Timeline timeline, CaseEvents events) {
        if (timeline.isEmpty() || incident.milestones().isEmpty()) {
            return List.of();
        }
        Set<String> users = new HashSet<>();
        for (EventField field : List.of(EventField.UPN, EventField.USER_OBJECT_ID)) {
            BitSet codes = new BitSet();
            int[] all = events.codes(field);
            for (int event : timeline.events()) {
                codes.set(all[event]);
            }
            String[] names = events.dictionary(field);
            codes.stream().filter(code -> code != 0).forEach(code -> users.add(names[code].toLowerCase(Locale.ROOT)));
        }
        List<Moment> moments = new ArrayList<>();
        incident.milestonesOf(users).stream()
                .filter(step -> step.time() >= timeline.first() && step.time() <= timeline.last())
                .forEach(step -> moments.add(new Moment(step.time(), step.kind().text(), step.words(),
                        step.isAttackers(), Words.place(events, step.events().getFirst()), step.events())));
        return moments;
    }
}
