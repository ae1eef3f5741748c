package org.tokenlane.ui.state;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tokenlane.model.filter.FilterField;
import org.tokenlane.model.mark.MarkTarget;
import org.tokenlane.query.CaseEvents;

/** What a key marks: events by themselves, or whatever else can have marks. */
public final class MarkSubject {

    /** Nothing that can be marked. */
    public static final MarkSubject NONE = new MarkSubject(new int[0], List.of());

    private final int[] events;
    private final List<MarkTarget> others;

    private MarkSubject(int[] events, List<MarkTarget> others) {
        this.events = events;
        this.others = List.copyOf(others);
    }

    public static MarkSubject events(int... events) {
        return new MarkSubject(events.clone(), List.of());
    }

    public static MarkSubject of(List<MarkTarget> targets) {
        return new MarkSubject(new int[0], targets);
    }

    /** A value; nothing where values of the field cannot have marks. */
    public static MarkSubject value(@Nullable FilterField field, String value) {
        MarkTarget target = Marking.target(field, value);
        return target == null ? NONE : of(List.of(target));
    }

    public boolean isEmpty() {
        return events.length == 0 && others.isEmpty();
    }

    int size() {
        return events.length + others.size();
    }

    List<MarkTarget> targets(CaseEvents all) {
        List<MarkTarget> targets = new ArrayList<>(others);
        for (int event : events) {
            targets.add(MarkTarget.of(MarkTarget.Kind.EVENT, all.id(event)));
        }
        return targets;
    }
}
