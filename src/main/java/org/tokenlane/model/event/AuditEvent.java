package org.tokenlane.model.event;

import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One normalised log record. It is immutable; times are nanoseconds since 1970 in UTC.
 *
 * <p>
 * A long that is absent is {@link #NO_TIME}; an absent text is null; an absent port or item count is -1.
 */
public final class AuditEvent implements ReadRecord {

    /** Stands for a time that is not known. */
    public static final long NO_TIME = Long.MIN_VALUE;

    private final Builder values;
    private final String key;

    private AuditEvent(Builder values, String key) {
        this.values = values;
        this.key = key;
    }

    public static Builder builder(EventKind kind) {
        return new Builder(kind);
    }

    public EventKind kind() {
        return values.kind;
    }

    public EventResult result() {
        return values.result;
    }

    /** The event's time in nanoseconds since 1970, UTC, or {@link #NO_TIME}. */
    public long time() {
        return values.time;
    }

    public TimeQuality timeQuality() {
        return values.timeQuality;
    }

    /** The number of digits after the second that the record gives, 0 to 9. */
    public int timeDigits() {
        return values.timeDigits;
    }

    /**
     * When the record was written or taken in by its log, or {@link #NO_TIME}; of two records of one event the later
     * tells the latest state.
     */
    public long recordedAt() {
        return values.recordedAt;
    }

    /**
     * When the token was issued, as the record says, or {@link #NO_TIME}. Microsoft dates it five minutes before the
     * sign-in.
     */
    public long tokenIssuedAt() {
        return values.tokenIssuedAt;
    }

    public UtiOrigin utiOrigin() {
        return values.utiOrigin;
    }

    /** The client's port, or -1. */
    public int port() {
        return values.port;
    }

    /** How many items an aggregated record stands for, or -1. */
    public int itemCount() {
        return values.itemCount;
    }

    /** Tells whether the record says that it was throttled, so that further items are missing. */
    public boolean throttled() {
        return values.throttled;
    }

    /** The text that is the same in every record of this event in any export of its source; never null. */
    public String key() {
        return key;
    }

    /**
     * A weaker key, by which a record without an id of its own is known to be the same event as one with an id; or
     * null. Of a record that has nothing but this
     * one, {@link #keyIsWeak()} is true and it equals {@link #key()}.
     */
    public @Nullable String weakKey() {
        return values.weakKey;
    }

    public boolean keyIsWeak() {
        return key.equals(values.weakKey);
    }

    public @Nullable String get(EventField field) {
        return values.texts[field.ordinal()];
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(kind() + " " + time() + " " + result());
        for (EventField field : EventField.values()) {
            if (get(field) != null) {
                text.append(' ').append(field).append('=').append(get(field));
            }
        }
        return text.toString();
    }

    /** Collects the fields of one event; not to be used again after {@link #build()}. */
    public static final class Builder {

        private static final int FIELDS = EventField.values().length;

        private final EventKind kind;
        private final @Nullable String[] texts = new String[FIELDS];
        private EventResult result = EventResult.UNKNOWN;
        private long time = NO_TIME;
        private TimeQuality timeQuality = TimeQuality.UNDATED;
        private int timeDigits;
        private long recordedAt = NO_TIME;
        private long tokenIssuedAt = NO_TIME;
        private UtiOrigin utiOrigin = UtiOrigin.NONE;
        private int port = -1;
        private int itemCount = -1;
        private boolean throttled;
        private @Nullable String key;
        private @Nullable String weakKey;

        private Builder(EventKind kind) {
            this.kind = Objects.requireNonNull(kind);
        }

        public Builder set(EventField field, @Nullable String value) {
            texts[field.ordinal()] = value == null || value.isEmpty() ? null : value;
            return this;
        }

        public @Nullable String get(EventField field) {
            return texts[field.ordinal()];
        }

        public boolean has(EventField field) {
            return texts[field.ordinal()] != null;
        }

        public Builder result(EventResult value) {
            result = Objects.requireNonNull(value);
            return this;
        }

        public Builder time(long nanos, TimeQuality quality, int digits) {
            time = nanos;
            timeQuality = nanos == NO_TIME ? TimeQuality.UNDATED : quality;
            timeDigits = digits;
            return this;
        }

        public long time() {
            return time;
        }

        public EventKind kind() {
            return kind;
        }

        public long recordedAt() {
            return recordedAt;
        }

        public Builder recordedAt(long nanos) {
            recordedAt = nanos;
            return this;
        }

        public Builder tokenIssuedAt(long nanos) {
            tokenIssuedAt = nanos;
            return this;
        }

        public Builder uti(@Nullable String value, UtiOrigin origin) {
            set(EventField.UTI, value);
            utiOrigin = value == null ? UtiOrigin.NONE : origin;
            return this;
        }

        public Builder port(int value) {
            port = value;
            return this;
        }

        public Builder itemCount(int value) {
            itemCount = value;
            return this;
        }

        public Builder throttled(boolean value) {
            throttled = value;
            return this;
        }

        public Builder key(String value) {
            key = value;
            return this;
        }

        public Builder weakKey(@Nullable String value) {
            weakKey = value;
            return this;
        }

        public @Nullable String key() {
            return key;
        }

        public @Nullable String weakKey() {
            return weakKey;
        }

        /** Gives the event; a builder without a key takes its weak key as its key. */
        public AuditEvent build() {
            String own = key == null ? weakKey : key;
            return new AuditEvent(this, Objects.requireNonNull(own, "an event needs a key")); // not for people
        }

        @Override
        public String toString() {
            return kind + Arrays.toString(texts);
        }
    }
}
