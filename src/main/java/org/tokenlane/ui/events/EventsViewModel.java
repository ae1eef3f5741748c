package org.tokenlane.ui.events;

import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.tokenlane.model.event.EventField;
import org.tokenlane.model.time.UtcText;
import org.tokenlane.query.CaseEvents;
import org.tokenlane.report.EventExport;
import org.tokenlane.ui.kit.Texts;
import org.tokenlane.ui.kit.Times;
import org.tokenlane.ui.state.OpenCase;
import org.tokenlane.ui.state.Workbench;

/** The events that the filter chooses, in the order that the analyst wants. */
final class EventsViewModel {

    private final Workbench workbench;
    private final ReadOnlyObjectWrapper<EventList> events = new ReadOnlyObjectWrapper<>(new EventList(new int[0]));
    private EventColumn sortedBy;
    private boolean descending;

    EventsViewModel(Workbench workbench) {
        this.workbench = workbench;
        workbench.matching().addListener((property, before, now) -> order());
        order();
    }

    ReadOnlyObjectProperty<EventList> events() {
        return events.getReadOnlyProperty();
    }

    /** Puts the events in the order of a column, which may be null for that of time. */
    void sort(EventColumn column, boolean down) {
        sortedBy = column;
        descending = down;
        order();
    }

    private void order() {
        OpenCase open = workbench.openCase().get();
        int[] matching = workbench.matching().get().events();
        EventColumn column = sortedBy;
        boolean down = descending;
        if (open == null || column == null || column.isTime()) {
            events.set(new EventList(down && column != null ? reversed(matching) : matching));
            return;
        }
        workbench.background().latest("event order", () -> sorted(open.events(), matching, column, down), ordered -> events.set(new EventList(ordered)),
                failure -> workbench.problem().set("The events could not be sorted: " + failure.getMessage()));
    }

    private static int[] reversed(int[] events) {
        int[] reversed = new int[events.length];
        for (int i = 0; i < events.length; i++) {
            reversed[i] = events[events.length - 1 - i];
        }
        return reversed;
    }

    /** By the rank of each distinct value, so that texts are compared once each and not once an event. */
    private static int[] sorted(CaseEvents events, int[] chosen, EventColumn column, boolean down) {
        if (column.field() != null && !column.field().isShared()) {
            String[] texts = IntStream.of(chosen).mapToObj(event -> text(events, column.field(), event)).toArray(String[]::new);
            Comparator<Integer> order = Comparator.comparing((Integer i) -> texts[i], String.CASE_INSENSITIVE_ORDER);
            return IntStream.range(0, chosen.length).boxed().sorted(down ? order.reversed() : order).mapToInt(i -> chosen[i]).toArray();
        }
        int[] ranks = column.field() == null ? null : ranks(events.dictionary(column.field()));
        long[] keys = new long[chosen.length];
        for (int i = 0; i < keys.length; i++) {
            int rank = ranks != null ? ranks[events.code(column.field(), chosen[i])]
                    : column.title().equals(EventColumn.KIND) ? events.kind(chosen[i]).ordinal() : events.result(chosen[i]).ordinal();
            keys[i] = (long) (down ? -rank : rank) << 32 | chosen[i];
        }
        Arrays.parallelSort(keys);
        return Arrays.stream(keys).mapToInt(key -> (int) key).toArray();
    }

    private static String text(CaseEvents events, EventField field, int event) {
        String text = events.text(field, event);
        return text == null ? "" : text;
    }

    private static int[] ranks(String[] values) {
        Integer[] codes = IntStream.range(0, values.length).boxed().toArray(Integer[]::new);
        Arrays.sort(codes, Comparator.comparing(code -> values[code], Comparator.nullsFirst(String.CASE_INSENSITIVE_ORDER)));
        int[] ranks = new int[values.length];
        for (int rank = 0; rank < codes.length; rank++) {
            ranks[codes[rank]] = rank;
        }
        return ranks;
    }

    /** What a cell shows. */
    String cell(EventColumn column, int event) {
        CaseEvents all = workbench.openCase().get().events();
        String text = switch (column.title()) {
        case EventColumn.TIME -> Times.seconds(all.time(event), workbench.zone().get());
        case EventColumn.TIME_UTC -> Times.seconds(all.time(event), ZoneOffset.UTC);
        case EventColumn.KIND -> Texts.sentence(all.kind(event).name());
        case EventColumn.RESULT -> all.result(event).ordinal() == 0 ? "" : Texts.sentence(all.result(event).name());
        default -> all.text(column.field(), event);
        };
        return text == null ? "" : text;
    }

    /** The columns as they are exported: times in UTC and whole. */
    List<EventExport.Column> exported(List<EventColumn> columns) {
        return columns.stream()
                .map(column -> new EventExport.Column(column.isTime() ? EventColumn.TIME_UTC : column.title(), event -> value(column, event)))
                .toList();
    }

    /** As {@link #cell}, with the time in UTC and whole. */
    private String value(EventColumn column, int event) {
        CaseEvents all = workbench.openCase().get().events();
        boolean dated = all.time(event) != org.tokenlane.model.event.AuditEvent.NO_TIME;
        return column.isTime() ? dated ? UtcText.of(all.time(event), all.timeDigits(event)) : "" : cell(column, event);
    }
}
