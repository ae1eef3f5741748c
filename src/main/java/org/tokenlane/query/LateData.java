package org.tokenlane.query;

import java.util.Arrays;
import java.util.BitSet;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.tokenlane.model.column.IntColumn;
import org.tokenlane.model.event.AuditEvent;
import org.tokenlane.model.event.EventField;
import org.tokenlane.model.event.EventResult;
import org.tokenlane.model.event.LogSource;
import org.tokenlane.store.RowColumn;
import org.tokenlane.store.Segments;

/**
 * What newer exports show against what the case had before them: events that are new, events of which they give another
 * state, and events that the case had but that are
 * missing in them although they cover their log, user, kind, workload and time.
 *
 * @param added
 *            events that no older file holds
 * @param changed
 *            events that an older file tells otherwise
 * @param gone
 *            events that only older files hold
 * @param fields
 *            what was changed, by name, with the number of events
 * @param hadBefore
 *            whether there was anything to compare with
 */
public record LateData(BitSet added, BitSet changed, BitSet gone, Map<String, Integer> fields, boolean hadBefore) {

    /** Records that were imported before schema 4 do not have these, so that their coming in is no change. */
    private static final Set<EventField> SINCE_SCHEMA_4 = EnumSet.range(EventField.ACTOR, EventField.RECIPIENT);

    /**
     * Compares.
     *
     * @param first
     *            the number of the first of the newer evidence files
     * @param last
     *            the number of the last
     */
    public static LateData of(CaseEvents events, int first, int last) {
        return new Comparison(events, first, last).run();
    }

    private static final class Comparison {

        private final CaseEvents events;
        private final int first;
        private final int last;
        private final IntColumn evidenceOfRow;
        private final IntColumn shapes;
        private final IntColumn results;
        private final Map<EventField, IntColumn> fields = new TreeMap<>();
        private final Map<String, Integer> changes = new TreeMap<>();

        Comparison(CaseEvents events, int first, int last) {
            this.events = events;
            this.first = first;
            this.last = last;
            evidenceOfRow = new IntColumn(events.rows());
            for (Segments.Segment segment : events.segments().all()) {
                int[] same = new int[segment.rows()];
                Arrays.fill(same, segment.evidence());
                evidenceOfRow.put(segment.firstRow(), same);
            }
            shapes = events.rowInts(RowColumn.SHAPE);
            results = events.rowInts(RowColumn.RESULT);
        }

        private boolean isNew(int row) {
            return evidenceOfRow.get(row) >= first && evidenceOfRow.get(row) <= last;
        }

        LateData run() {
            boolean before = false;
            for (int row = 0; row < evidenceOfRow.size() && !before; row++) {
                before = evidenceOfRow.get(row) < first;
            }
            BitSet added = new BitSet();
            BitSet changed = new BitSet();
            BitSet gone = new BitSet();
            if (!before) {
                return new LateData(added, changed, gone, changes, false);
            }
            BitSet covered = new BitSet();
            for (int event = 0; event < events.size(); event++) {
                compare(event, added, changed, covered);
            }
            missing(covered, gone);
            return new LateData(added, changed, gone, changes, true);
        }

        private void compare(int event, BitSet added, BitSet changed, BitSet covered) {
            int[] rows = events.rowsOf(event);
            int newer = -1;
            int older = -1;
            for (int row : rows) {
                if (isNew(row)) {
                    newer = newer < 0 ? row : newer;
                } else if (evidenceOfRow.get(row) < first) {
                    older = older < 0 || newer >= 0 && shapes.get(row) == shapes.get(newer) ? row : older;
                }
            }
            if (newer < 0) {
                return;
            }
            covered.set(event);
            if (older < 0) {
                added.set(event);
            } else if (differs(older, newer)) {
                changed.set(event);
            }
        }

        /**
         * Two exports of one shape are compared field by field; of two shapes, which spell much otherwise, only the
         * result is, and what links an event.
         */
        private boolean differs(int older, int newer) {
            boolean differs = false;
            if (results.get(older) != results.get(newer) && results.get(older) != EventResult.UNKNOWN.code()
                    && results.get(newer) != EventResult.UNKNOWN.code()) {
                differs = count("result");
            }
            boolean sameShape = shapes.get(older) == shapes.get(newer);
            for (EventField field : EventField.values()) {
                boolean links = field == EventField.SESSION_ID || field == EventField.UTI;
                if (field.isShared() && (sameShape || links || field == EventField.RESULT_CODE)) {
                    IntColumn codes = fields.computeIfAbsent(field, events::rowCodes);
                    int before = codes.get(older);
                    int now = codes.get(newer);
                    boolean both = before != 0 && now != 0;
                    boolean filled = before == 0 && now != 0 && !SINCE_SCHEMA_4.contains(field);
                    if (before != now && (both && (sameShape || field == EventField.RESULT_CODE)
                            || filled && (sameShape || links))) {
                        differs = count(field.name().toLowerCase(Locale.ROOT).replace('_', ' '));
                    }
                }
            }
            return differs;
        }

        private boolean count(String field) {
            changes.merge(field, 1, Integer::sum);
            return true;
        }

        /**
         * A file that was exported for one user or service says nothing of others, so only what it has the like of can
         * be missing in it.
         */
        private void missing(BitSet covered, BitSet gone) {
            LogSource[] sources = LogSource.values();
            long[] from = new long[sources.length];
            long[] to = new long[sources.length];
            Arrays.fill(from, Long.MAX_VALUE);
            Arrays.fill(to, Long.MIN_VALUE);
            Set<Long> kinds = new HashSet<>();
            for (int event = covered.nextSetBit(0); event >= 0; event = covered.nextSetBit(event + 1)) {
                int source = events.source(event).ordinal();
                if (events.time(event) != AuditEvent.NO_TIME) {
                    from[source] = Math.min(from[source], events.time(event));
                    to[source] = Math.max(to[source], events.time(event));
                    kinds.add(like(event, source));
                }
            }
            for (int event = covered.nextClearBit(0); event < events.size(); event = covered.nextClearBit(event + 1)) {
                int source = events.source(event).ordinal();
                long time = events.time(event);
                if (time != AuditEvent.NO_TIME && time >= from[source] && time <= to[source]
                        && kinds.contains(like(event, source)) && isOlder(event)) {
                    gone.set(event);
                }
            }
        }

        private boolean isOlder(int event) {
            return Arrays.stream(events.rowsOf(event)).anyMatch(row -> evidenceOfRow.get(row) < first);
        }

        private long like(int event, int source) {
            return ((long) events.code(EventField.UPN, event) << 32 | events.code(EventField.WORKLOAD, event)) * 257
                    + source * 17L + events.kind(event).ordinal();
        }
    }
}
