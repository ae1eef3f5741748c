package org.tokenlane.correlate;

import java.util.BitSet;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tokenlane.model.column.IntColumn;
import org.tokenlane.model.column.TextColumn;
import org.tokenlane.model.event.EventField;
import org.tokenlane.model.event.EventKind;
import org.tokenlane.model.event.EventResult;
import org.tokenlane.model.event.LogSource;
import org.tokenlane.model.filter.Filter;
import org.tokenlane.query.CaseEvents;
import org.tokenlane.query.EventTable;
import org.tokenlane.query.Watch;

/**
 * The case's events as filters see them: each with the session and token that it belongs to by fact, also where only
 * another record gives them. So a filter for a session
 * finds the Graph calls of its tokens, whose log leaves the session out. Inferred links do not count here.
 */
public final class LinkedEvents implements EventTable {

    private final CaseEvents events;
    private final Correlation correlation;
    private final Map<EventField, IntColumn> linked;
    private final MarkedEvents marks;

    /** Without the analyst's marks: filters by marks choose nothing. */
    public LinkedEvents(Correlation correlation) {
        this(correlation, MarkedEvents.NONE);
    }

    public LinkedEvents(Correlation correlation, MarkedEvents marks) {
        this(correlation, marks, new EnumMap<>(EventField.class));
    }

    private LinkedEvents(Correlation correlation, MarkedEvents marks, Map<EventField, IntColumn> linked) {
        this.correlation = correlation;
        this.events = correlation.events();
        this.marks = marks;
        this.linked = linked;
    }

    /** The same events with these marks. */
    public LinkedEvents with(MarkedEvents other) {
        return new LinkedEvents(correlation, other, linked);
    }

    @Override
    public int size() {
        return events.size();
    }

    @Override
    public int code(EventField shared, int event) {
        int code = events.code(shared, event);
        if (code != 0 || shared != EventField.SESSION_ID && shared != EventField.UTI
                || correlation.rule(event).isInferred()) {
            return code;
        }
        return shared == EventField.SESSION_ID ? correlation.session(event) : correlation.token(event);
    }

    @Override
    public IntColumn codes(EventField shared) {
        if (shared != EventField.SESSION_ID && shared != EventField.UTI) {
            return events.codes(shared);
        }
        synchronized (linked) {
            return linked.computeIfAbsent(shared, EventTable.super::codes);
        }
    }

    @Override
    public TextColumn dictionary(EventField shared) {
        return events.dictionary(shared);
    }

    @Override
    public @Nullable String text(EventField field, int event) {
        return field == EventField.SESSION_ID || field == EventField.UTI ? dictionary(field).get(code(field, event))
                : events.text(field, event);
    }

    @Override
    public long time(int event) {
        return events.time(event);
    }

    @Override
    public EventKind kind(int event) {
        return events.kind(event);
    }

    @Override
    public EventResult result(int event) {
        return events.result(event);
    }

    @Override
    public LogSource source(int event) {
        return events.source(event);
    }

    @Override
    public BitSet withRawText(String text, Watch check) {
        return events.withRawText(text, check);
    }

    @Override
    public BitSet compared(Filter.Compared with) {
        return events.compared(with);
    }

    @Override
    public BitSet withIds(List<String> ids) {
        return events.withIds(ids);
    }

    @Override
    public BitSet marked(Filter.Marked filter) {
        BitSet found = marks.events(filter);
        if (filter.by() == Filter.Marked.By.VERDICT && filter.values().contains(Filter.Marked.NONE)) {
            BitSet without = new BitSet(size());
            without.set(0, size());
            without.andNot(marks.events(new Filter.Marked(Filter.Marked.By.MARKED, List.of("verdict"))));
            found.or(without);
        }
        return found;
    }
}
