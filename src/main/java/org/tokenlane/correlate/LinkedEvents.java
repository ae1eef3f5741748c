package org.tokenlane.correlate;

import java.util.BitSet;
import java.util.EnumMap;
import java.util.Map;
import org.tokenlane.model.event.EventField;
import org.tokenlane.model.event.EventKind;
import org.tokenlane.model.event.EventResult;
import org.tokenlane.model.event.LogSource;
import org.tokenlane.model.filter.Filter;
import org.tokenlane.query.CaseEvents;
import org.tokenlane.query.EventTable;

/**
 * The case's events as filters see them: each with the session and token that it belongs to by fact, also where only another record gives them. So a filter for a session
 * finds the Graph calls of its tokens, whose log leaves the session out. Inferred links do not count here.
 */
public final class LinkedEvents implements EventTable {

    private final CaseEvents events;
    private final Correlation correlation;
    private final Map<EventField, int[]> linked = new EnumMap<>(EventField.class);

    public LinkedEvents(Correlation correlation) {
        this.correlation = correlation;
        this.events = correlation.events();
    }

    @Override
    public int size() {
        return events.size();
    }

    @Override
    public int code(EventField shared, int event) {
        int code = events.code(shared, event);
        if (code != 0 || shared != EventField.SESSION_ID && shared != EventField.UTI || correlation.rule(event).isInferred()) {
            return code;
        }
        return shared == EventField.SESSION_ID ? correlation.session(event) : correlation.token(event);
    }

    @Override
    public synchronized int[] codes(EventField shared) {
        return shared == EventField.SESSION_ID || shared == EventField.UTI ? linked.computeIfAbsent(shared, EventTable.super::codes) : events.codes(shared);
    }

    @Override
    public String[] dictionary(EventField shared) {
        return events.dictionary(shared);
    }

    @Override
    public String text(EventField field, int event) {
        return field == EventField.SESSION_ID || field == EventField.UTI ? dictionary(field)[code(field, event)] : events.text(field, event);
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
    public BitSet withRawText(String text) {
        return events.withRawText(text);
    }

    @Override
    public BitSet compared(Filter.Compared with) {
        return events.compared(with);
    }
}
