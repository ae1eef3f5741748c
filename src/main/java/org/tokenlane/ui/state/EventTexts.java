package org.tokenlane.ui.state;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import org.jspecify.annotations.Nullable;
import org.tokenlane.job.Runner;
import org.tokenlane.job.Task;
import org.tokenlane.job.WorkLane;
import org.tokenlane.model.event.EventField;

/**
 * The texts of events for what is on the screen. A text that is not in memory, such as the first of a column, is read
 * from the case file in the background and is empty until then; {@link #read()} changes as soon as it can be shown.
 */
public final class EventTexts {

    private static final int MOST_KEPT = 20_000;
    /** More than one screen shows: what was asked for before has been scrolled past. */
    private static final int MOST_WANTED = 2_000;

    private record Place(EventField field, int event) {
    }

    private final Runner background;
    private final ReadOnlyIntegerWrapper read = new ReadOnlyIntegerWrapper();
    private final Map<Place, String> known = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Place, String> eldest) {
            return size() > MOST_KEPT;
        }
    };
    private final Set<Place> wanted = new LinkedHashSet<>();
    private @Nullable OpenCase of;
    private Task<?> task = Task.NONE;

    EventTexts(Runner background) {
        this.background = background;
    }

    /** Counts how often texts have come in. */
    public ReadOnlyIntegerProperty read() {
        return read.getReadOnlyProperty();
    }

    /** The text of an event's field; empty where it has none, or none yet. */
    public String text(OpenCase open, EventField field, int event) {
        if (field.isShared() && open.events().isLoaded(field)) {
            String text = open.events().text(field, event);
            return text == null ? "" : text;
        }
        if (open != of) {
            of = open;
            known.clear();
            wanted.clear();
            task.cancel();
        }
        Place place = new Place(field, event);
        if (!known.containsKey(place)) {
            if (wanted.size() >= MOST_WANTED) {
                wanted.remove(wanted.iterator().next());
            }
            wanted.add(place);
            readWanted();
        }
        return known.getOrDefault(place, "");
    }

    /**
     * Whether a field's texts of all events are in memory; if not, they are on their way and {@link #read()} changes
     * when they are there. A field that is not shared is never in memory as a whole.
     */
    public boolean isAtHand(OpenCase open, EventField shared) {
        if (open.events().isLoaded(shared)) {
            return true;
        }
        if (open.events().size() > 0) {
            text(open, shared, 0);
        }
        return false;
    }

    private void readWanted() {
        OpenCase open = of;
        if (open == null || task.isUnderWay() || wanted.isEmpty()) {
            return;
        }
        List<Place> places = List.copyOf(wanted);
        wanted.clear();
        task = background.task(WorkLane.SHORT, progress -> {
            Map<Place, String> texts = new HashMap<>();
            for (Place place : places) {
                progress.stopIfCancelled();
                String text = open.events().text(place.field(), place.event());
                texts.put(place, text == null ? "" : text);
            }
            return texts;
        }).onDone(texts -> {
            known.putAll(texts);
            read.set(read.get() + 1);
            readWanted();
        }).onCancelled(this::readWanted).start();
    }
}
