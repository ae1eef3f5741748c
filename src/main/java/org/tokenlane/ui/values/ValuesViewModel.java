package org.tokenlane.ui.values;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import org.tokenlane.enrich.AppNames;
import org.tokenlane.enrich.Enrichment;
import org.tokenlane.enrich.NetworkKinds;
import org.tokenlane.job.Runner;
import org.tokenlane.job.Task;
import org.tokenlane.job.WorkLane;
import org.tokenlane.model.column.IntColumn;
import org.tokenlane.model.column.TextColumn;
import org.tokenlane.model.event.AuditEvent;
import org.tokenlane.model.filter.FilterField;
import org.tokenlane.query.CaseEvents;
import org.tokenlane.ui.state.Messages;
import org.tokenlane.ui.state.OpenCase;
import org.tokenlane.ui.state.Selection;

/** The values of one field among the events that the filter selects, with their counts and first and last times. */
final class ValuesViewModel {

    /** The fields that can be counted: those whose values events share. */
    static final List<FilterField> FIELDS = List.of(FilterField.IP, FilterField.UPN, FilterField.OPERATION,
            FilterField.USER_AGENT, FilterField.COUNTRY, FilterField.ASN,
            FilterField.DEVICE, FilterField.APP, FilterField.RESOURCE, FilterField.WORKLOAD, FilterField.SESSION,
            FilterField.TOKEN, FilterField.CODE,
            FilterField.TRANSFER,
            FilterField.PROTOCOL, FilterField.MAILBOX, FilterField.CITY, FilterField.TENANT);

    /**
     * A value.
     *
     * @param first
     *            when it was seen first, in nanoseconds since 1970, UTC
     * @param last
     *            when it was seen last
     * @param externalData
     *            external data about it, with its source; empty if there is none
     */
    record Line(String value, int events, long first, long last, String externalData) {

        private Line with(String external) {
            return new Line(value, events, first, last, external);
        }
    }

    /** The values found, how many there are in total, and how many events have none. */
    record Found(FilterField field, List<Line> lines, int all, int without) {
    }

    private static final int MOST_LINES = 20_000;

    private final Selection selection;
    private final ObservableValue<Enrichment> enrichment;
    private final Messages messages;
    private final Runner background;
    private final ObjectProperty<FilterField> field = new SimpleObjectProperty<>(FilterField.IP);
    private final ReadOnlyObjectWrapper<Found> found = new ReadOnlyObjectWrapper<>(
            new Found(FilterField.IP, List.of(), 0, 0));
    private Task<?> task = Task.NONE;

    ValuesViewModel(Selection selection, ObservableValue<Enrichment> enrichment, Messages messages, Runner background) {
        this.selection = selection;
        this.enrichment = enrichment;
        this.messages = messages;
        this.background = background;
        field.addListener((property, before, now) -> count());
        selection.matching().addListener((property, before, now) -> count());
        enrichment.addListener((property, before, now) -> count());
        count();
    }

    ObjectProperty<FilterField> field() {
        return field;
    }

    ReadOnlyObjectProperty<Found> found() {
        return found.getReadOnlyProperty();
    }

    private void count() {
        OpenCase open = selection.openCase().get();
        FilterField wanted = field.get();
        int[] matching = selection.matching().get().events();
        if (open == null) {
            task.cancel();
            found.set(new Found(wanted, List.of(), 0, 0));
            return;
        }
        Enrichment beside = enrichment.getValue();
        task = background.latest("values", WorkLane.SHORT, progress -> count(open.events(), wanted, matching, beside))
                .onDone(found::set).onFailed(failure -> messages.failed(ValuesText.NOT_COUNTED, failure))
                .start();
    }

    private static String externalData(FilterField field, String value, Enrichment beside) {
        NetworkKinds kinds = beside.kinds();
        AppNames.App app = beside.apps().of(value);
        return switch (field) {
        case IP -> beside.about(value, null).stream().map(Enrichment.Statement::toString)
                .collect(Collectors.joining("; "));
        case ASN -> kindOf(value, kinds);
        case APP, RESOURCE ->
            app == null ? "" : new Enrichment.Statement(beside.apps().label(), app.words()).toString();
        default -> "";
        };
    }

    private static String kindOf(String asn, NetworkKinds kinds) {
        NetworkKinds.Kind kind = kinds.of(asn, null);
        return kinds.name(asn) == null || kind == null ? ""
                : new Enrichment.Statement(kinds.label(), kinds.name(asn) + ", " + kind.words()).toString();
    }

    static Found count(CaseEvents events, FilterField field, int[] matching, Enrichment beside) {
        TextColumn values = events.dictionary(field.fields().getFirst());
        IntColumn codes = events.codes(field.fields().getFirst());
        int[] counts = new int[values.size()];
        int[] first = new int[values.size()];
        int[] last = new int[values.size()];
        for (int event : matching) {
            int code = codes.get(event);
            if (counts[code]++ == 0) {
                first[code] = event;
            }
            if (events.time(event) != AuditEvent.NO_TIME) {
                last[code] = event;
            }
        }
        List<Line> lines = new ArrayList<>();
        for (int code = 1; code < values.size(); code++) {
            if (counts[code] > 0) {
                lines.add(new Line(values.get(code), counts[code], events.time(first[code]),
                        events.time(events.time(first[code]) == AuditEvent.NO_TIME ? first[code] : last[code]), ""));
            }
        }
        lines.sort(Comparator.comparingInt(Line::events).reversed().thenComparing(Line::value));
        return new Found(field, lines.stream().limit(MOST_LINES)
                .map(line -> line.with(externalData(field, line.value(), beside))).toList(), lines.size(), counts[0]);
    }
}
