package org.tokenlane.timeline;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;
import org.tokenlane.model.column.IntColumn;
import org.tokenlane.model.column.TextColumn;
import org.tokenlane.model.event.EventField;
import org.tokenlane.query.CaseEvents;

/** What is written on a mark: the operation's name, with a count where the mark stands for several events. */
public final class MarkLabel {

    /** Looking at more events of a mark would slow a frame down; they are labeled by their number alone. */
    private static final int MOST = 150;

    private final CaseEvents events;
    private final IntColumn operations;
    private final TextColumn names;

    public MarkLabel(CaseEvents events) {
        this.events = events;
        operations = events.codes(EventField.OPERATION);
        names = events.dictionary(EventField.OPERATION);
    }

    /**
     * Marks of a lane one after another that stand for the same.
     *
     * @param left
     *            where the first begins
     * @param origin
     *            the index of the only origin, or -1
     */
    public record Run(int lane, double left, int origin, String words) {
    }

    /** The runs of the lanes, in the order of the scene; marks of several operations are a run of their own. */
    public List<Run> runs(TimelineScene scene, IntPredicate lanes) {
        List<Run> runs = new ArrayList<>();
        for (int mark = 0; mark < scene.size();) {
            int first = mark;
            String name = lanes.test(scene.lane(first)) ? operation(scene, first) : "";
            int origin = scene.onlyOrigin(first);
            int count = 0;
            do {
                count += scene.count(mark++);
            } while (!name.isEmpty() && mark < scene.size() && scene.lane(mark) == scene.lane(first)
                    && scene.onlyOrigin(mark) == origin && name.equals(operation(scene, mark)));
            if (lanes.test(scene.lane(first))) {
                runs.add(new Run(scene.lane(first), scene.left(first), origin, words(name, count)));
            }
        }
        return runs;
    }

    private static String words(String name, int count) {
        return name.isEmpty() ? LaneText.EVENTS.text(count)
                : count == 1 ? name : LaneText.TIMES.text(name, count);
    }

    /** {@code Send × 6}; the number alone where the events are not all of one operation. */
    public String of(TimelineScene scene, int mark) {
        return words(operation(scene, mark), scene.count(mark));
    }

    /** The operation of all of a mark's events; empty where they have several. */
    private String operation(TimelineScene scene, int mark) {
        int count = scene.count(mark);
        if (count > MOST) {
            return "";
        }
        int operation = operations.get(scene.event(mark, 0));
        for (int i = 1; i < count; i++) {
            if (operations.get(scene.event(mark, i)) != operation) {
                return "";
            }
        }
        return name(scene.event(mark, 0));
    }

    private String name(int event) {
        String name = names.get(operations.get(event));
        return name != null ? name : events.kind(event).isSignIn() ? LaneText.SIGN_IN.text() : "";
    }
}
