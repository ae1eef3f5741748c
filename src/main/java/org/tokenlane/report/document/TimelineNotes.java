package org.tokenlane.report.document;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.tokenlane.detect.answer.Incident;
import org.tokenlane.detect.answer.KeyTime;
import org.tokenlane.detect.answer.KeyTimes;
import org.tokenlane.detect.facts.Words;
import org.tokenlane.model.column.IntColumn;
import org.tokenlane.model.column.TextColumn;
import org.tokenlane.model.event.EventField;
import org.tokenlane.query.CaseEvents;
import org.tokenlane.timeline.Moment;
import org.tokenlane.timeline.Timeline;

/** What the picture of a timeline says beyond the events that it shows. */
public final class TimelineNotes {

    public static final TimelineNotes NONE = new TimelineNotes(List.of(), 0, List.of());

    private final List<KeyEvent> keyEvents;
    private final int more;
    private final List<KeyTime> times;

    TimelineNotes(List<KeyEvent> keyEvents, int more, List<KeyTime> times) {
        this.keyEvents = List.copyOf(keyEvents);
        this.more = more;
        this.times = List.copyOf(times);
    }

    /** The notes of a whole timeline. */
    public static TimelineNotes of(Incident incident, Timeline timeline) {
        return of(incident, timeline, timeline.first(), timeline.last());
    }

    /**
     * The notes of a stretch of a timeline, in nanoseconds since 1970, UTC: its key events, and first access, last act,
     * detection and containment of those of its accounts that the attacker used.
     */
    public static TimelineNotes of(Incident incident, Timeline timeline, long from, long to) {
        if (timeline.isEmpty()) {
            return NONE;
        }
        Set<String> users = users(timeline, incident.attribution().facts().events());
        KeyEventChoice.Chosen chosen = KeyEvents.of(incident, timeline, incident.milestonesOf(users), from, to);
        return new TimelineNotes(chosen.events(), chosen.more(), KeyTimes.of(incident, incident.used().stream()
                .filter(account -> users.contains(account.name().toLowerCase(Locale.ROOT))).toList()).stream()
                .filter(time -> time.kind() != KeyTime.Kind.LOG_ARRIVED).toList());
    }

    /** The milestones that concern the users of a timeline and lie in its span, for the window. */
    public static List<Moment> moments(Incident incident, Timeline timeline, CaseEvents events) {
        if (timeline.isEmpty() || incident.milestones().isEmpty()) {
            return List.of();
        }
        List<Moment> moments = new ArrayList<>();
        incident.milestonesOf(users(timeline, events)).stream()
                .filter(step -> step.time() >= timeline.first() && step.time() <= timeline.last())
                .forEach(step -> moments.add(new Moment(step.time(), step.kind().text(), step.words(),
                        step.isAttackers(), Words.place(events, step.events().getFirst()), step.events())));
        return moments;
    }

    /** The names and ids of the users of a timeline's events, in lower case. */
    private static Set<String> users(Timeline timeline, CaseEvents events) {
        Set<String> users = new HashSet<>();
        for (EventField field : List.of(EventField.UPN, EventField.USER_OBJECT_ID)) {
            BitSet codes = new BitSet();
            IntColumn all = events.codes(field);
            for (int event : timeline.events()) {
                codes.set(all.get(event));
            }
            TextColumn names = events.dictionary(field);
            codes.stream().filter(code -> code != 0)
                    .forEach(code -> users.add(names.get(code).toLowerCase(Locale.ROOT)));
        }
        return users;
    }

    /** At most {@value KeyEventChoice#MOST}, in the order of time. */
    public List<KeyEvent> keyEvents() {
        return keyEvents;
    }

    /** How many more there were than there is room for. */
    int more() {
        return more;
    }

    /** The times of the incident, also those outside of the picture and those that are not known. */
    List<KeyTime> times() {
        return times;
    }
}
