package org.tokenlane.ui.shell;

import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.tokenlane.correlate.EntityQueries;
import org.tokenlane.model.filter.FilterField;
import org.tokenlane.ui.events.EventsView;
import org.tokenlane.ui.sessions.SessionsView;
import org.tokenlane.ui.state.Around;
import org.tokenlane.ui.state.Settings;
import org.tokenlane.ui.timeline.TimelineView;
import org.tokenlane.ui.values.ValuesView;

/**
 * What the analyst arranged in the window and finds again at the next start: columns, folded runs, the length of a look
 * around.
 */
final class RememberedView {

    private static final String COLUMNS = "columns.";
    private static final String FOLDED = "events.folded";
    private static final String AROUND = "around";
    private static final String LANES = "timeline.lanes";
    private static final String COUNTED = "values.field";

    private final Settings settings;
    private final Around around;
    private final EventsView events;
    private final ValuesView values;
    private final TimelineView timeline;
    private final Map<String, Supplier<String>> layouts;

    RememberedView(Settings settings, Around around, Parts parts) {
        this.settings = settings;
        this.around = around;
        this.events = parts.tabs().events();
        this.values = parts.tabs().values();
        this.timeline = parts.timeline();
        SessionsView sessions = parts.sessions();
        layouts = Map.of("events", events::columnLayout, "sessions", sessions::columnLayout, "values",
                values::columnLayout);
        layOut("events", events::layColumnsOut);
        layOut("sessions", sessions::layColumnsOut);
        layOut("values", values::layColumnsOut);
        events.folded().set(settings.text(FOLDED, "false").equals("true"));
        timeline.takeLanes(settings.text(LANES, ""));
        Duration span = Around.length(settings.text(AROUND, ""));
        if (span != null) {
            around.span().set(span);
        }
        Arrays.stream(FilterField.values())
                .filter(field -> EntityQueries.hasFacts(field) && field.word().equals(settings.text(COUNTED, "")))
                .findFirst().ifPresent(values.field()::set);
    }

    private void layOut(String table, Consumer<String> columns) {
        String layout = settings.text(COLUMNS + table, "");
        if (!layout.isEmpty()) {
            columns.accept(layout);
        }
    }

    void remember() {
        layouts.forEach((table, layout) -> settings.put(COLUMNS + table, layout.get()));
        settings.put(FOLDED, events.folded().get());
        settings.put(LANES, timeline.lanes());
        settings.put(AROUND, around.span().get().toSeconds() + " s");
        settings.put(COUNTED, values.field().get().word());
    }
}
