package org.tokenlane.ingest.shape;

import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tokenlane.ingest.text.ReadTime;
import org.tokenlane.ingest.text.TimeReader;
import org.tokenlane.ingest.text.Value;
import org.tokenlane.model.event.AuditEvent;
import org.tokenlane.model.event.TimeQuality;

/**
 * Finds the time of an event in its record. A wrong time is worse than none: a date without a time of day, a time whose
 * zone is not known and what programs write for a time that they do not know date no event.
 */
final class EventTime {

    private static final long DAY = 86_400_000_000_000L;
    private static final long SECOND = 1_000_000_000L;
    /** Columns that hold a time wherever they occur, the most telling first. */
    static final String[] COLUMNS = { "creationtime", "createddatetime", "creationdate", "activitydatetime",
        "timegenerated", "timestamp", "eventtimestamp", "eventtime", "time", "date", "dateutc" };

    private final AuditEvent.Builder event;
    private final TimeReader times;
    /** The first that stands where the event's time is to stand, and is none. */
    private @Nullable ReadTime doubted;

    EventTime(AuditEvent.Builder event, TimeReader times) {
        this.event = event;
        this.times = times;
    }

    /** See {@link Draft#time}. */
    void set(Value own, Value... others) {
        ReadTime read = read(own);
        if (read != null && read.isMoment()) {
            event.time(read.nanos(), read.orderChosen() ? TimeQuality.ORDER_CHOSEN : TimeQuality.READ, read.digits());
            return;
        }
        doubted = doubted == null ? read : doubted;
        ReadTime clock = read != null && read.timeOfDayOnly() ? read : null;
        for (Value other : others) {
            ReadTime fallback = read(other);
            if (fallback != null && fallback.isMoment()
                    && (read == null || !read.dateOnly() || isNearTo(read.nanos(), fallback.nanos()))) {
                event.time(clock == null ? fallback.nanos() : sameTimeNextTo(fallback.nanos(), clock.nanos()),
                        TimeQuality.FROM_OTHER_FIELD, clock == null ? fallback.digits() : clock.digits());
                return;
            }
            doubted = doubted == null ? fallback : doubted;
        }
    }

    /** See {@link Draft#dayOf}. */
    void dayOf(Value own, Value near) {
        ReadTime read = read(own);
        if (event.time() == AuditEvent.NO_TIME && read != null && read.timeOfDayOnly()) {
            set(own, near);
        }
    }

    /** Looks in the rest of the record where its own field did not give the time. */
    void complete(Value row) {
        clockFrom(row);
        from(row);
        supportedByOthers();
    }

    /** Sets the time from the first column of a usual name that holds one, where there is none yet. */
    void from(Value record) {
        for (String name : COLUMNS) {
            if (event.time() != AuditEvent.NO_TIME) {
                return;
            }
            ReadTime before = doubted;
            set(Value.MISSING, record.find(name));
            if (before != null && before.dateOnly() && event.time() != AuditEvent.NO_TIME
                    && !isNearTo(before.nanos(), event.time())) {
                // not when it happened: its day is another one
                event.time(AuditEvent.NO_TIME, TimeQuality.UNDATED, 0);
            }
        }
    }

    /** The moment that the value states, or {@link AuditEvent#NO_TIME}. */
    long moment(Value value) {
        ReadTime read = read(value);
        return read != null && read.isMoment() ? read.nanos() : AuditEvent.NO_TIME;
    }

    /** Tells whether a moment may be one of a day, in whichever zone that day is meant. */
    private static boolean isNearTo(long day, long moment) {
        return moment >= day - DAY && moment < day + 2 * DAY;
    }

    /**
     * Reads a time. One that is in local time is read in the zone that the analyst named, and not at all without one. An
     * hour that the clocks of the zone left out is no time there; of one that they showed twice the first is chosen.
     */
    private @Nullable ReadTime read(Value value) {
        ReadTime read = times.read(value.text());
        if (read == null || !value.isLocalTime()) {
            return read;
        }
        ZoneId zone = value.zone();
        if (zone == null || read.timeOfDayOnly()) {
            return null;
        }
        if (read.dateOnly() || read.isPlaceholder()) {
            return read;
        }
        LocalDateTime shown = LocalDateTime.ofEpochSecond(Math.floorDiv(read.nanos(), SECOND), 0, ZoneOffset.UTC);
        List<ZoneOffset> offsets = zone.getRules().getValidOffsets(shown);
        return offsets.isEmpty() ? null
                : new ReadTime(read.nanos() - offsets.getFirst().getTotalSeconds() * SECOND, read.digits(),
                        read.orderChosen() || offsets.size() > 1, ReadTime.Parts.ALL);
    }

    /** The moment nearest to {@code anchor} whose time of day is {@code timeOfDay}. */
    private static long sameTimeNextTo(long anchor, long timeOfDay) {
        long sameDay = Math.floorDiv(anchor, DAY) * DAY + timeOfDay;
        if (sameDay - anchor > DAY / 2) {
            return sameDay - DAY;
        }
        return anchor - sameDay > DAY / 2 ? sameDay + DAY : sameDay;
    }

    /** Some tables have the time of day in a column beside that of the date. */
    private void clockFrom(Value row) {
        ReadTime date = doubted;
        boolean dated = event.time() != AuditEvent.NO_TIME;
        if (date == null && !dated) {
            date = read(row.find("date", "dateutc"));
        }
        boolean hasDate = dated ? Math.floorMod(event.time(), DAY) == 0 : date != null && date.dateOnly();
        if (row.isTableRow() && hasDate) {
            ReadTime clock = read(row.find("time", "timeutc", "timeofday", "clock"));
            if (clock != null && clock.timeOfDayOnly()) {
                event.time((dated || date == null ? event.time() : date.nanos()) + clock.nanos(),
                        TimeQuality.FROM_OTHER_FIELD, clock.digits());
            }
        }
    }

    /** What looks like a placeholder is the event's time after all where the record's other time is near it. */
    private void supportedByOthers() {
        ReadTime own = doubted;
        if (own != null && own.isPlaceholder() && !own.isPartial() && event.time() != AuditEvent.NO_TIME
                && Math.abs(event.time() - own.nanos()) <= DAY) {
            event.time(own.nanos(), TimeQuality.READ, own.digits());
        }
    }
}
