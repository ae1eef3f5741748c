package org.tokenlane.ingest.shape;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tokenlane.ingest.text.Value;
import org.tokenlane.model.event.ActorKind;
import org.tokenlane.model.event.AuditEvent;
import org.tokenlane.model.event.EventField;
import org.tokenlane.model.event.EventKind;
import org.tokenlane.model.event.EventResult;
import org.tokenlane.model.event.UtiOrigin;
import org.tokenlane.model.identity.Absent;
import org.tokenlane.model.identity.Guids;
import org.tokenlane.model.identity.IpAddress;
import org.tokenlane.model.identity.SessionId;
import org.tokenlane.model.identity.Upn;
import org.tokenlane.model.identity.Uti;

/**
 * An event in the making: takes values as records spell them and keeps them normalised. Every importer maps through it,
 * so that keys are normalised in one place.
 */
public final class Draft {

    /** Columns that say when the log or the collector took the record in. */
    private static final String[] RECEIVED = { "timereceived", "timereceivedbysvc", "ingestiontime", "indextime",
        "eventingested" };
    private static final String UNDATED = Long.toString(AuditEvent.NO_TIME);
    private static final Pattern BARE_GUID = Pattern
            .compile("([0-9a-fA-F]{8})-?([0-9a-fA-F]{4})-?([0-9a-fA-F]{4})-?([0-9a-fA-F]{4})-?([0-9a-fA-F]{12})");

    private final AuditEvent.Builder event;
    private final EventTime times;
    private final Value carrier;

    public Draft(EventKind kind, RowContext context) {
        this.event = AuditEvent.builder(kind);
        this.times = new EventTime(event, context.times());
        this.carrier = context.carrier();
    }

    /** Sets a field to the value's text without surrounding white space; what stands for nothing leaves it unset. */
    public Draft text(EventField field, Value value) {
        return text(field, value.text());
    }

    public Draft text(EventField field, @Nullable String raw) {
        event.set(field, Absent.clean(raw));
        return this;
    }

    /** Sets a field that is an id compared without regard to case: lower-cased. */
    public Draft id(EventField field, Value value) {
        return id(field, value.text());
    }

    public Draft id(EventField field, @Nullable String raw) {
        String text = Absent.cleanId(raw);
        event.set(field, text == null ? null : spelled(text));
        return this;
    }

    /** Sets a field where it is not set yet. */
    public Draft fill(EventField field, Value value) {
        return event.has(field) ? this : text(field, value);
    }

    /** Unsets a field. */
    public Draft without(EventField field) {
        event.set(field, null);
        return this;
    }

    public Draft upn(Value value) {
        Upn upn = Upn.of(value.text());
        event.set(EventField.UPN, upn == null ? null : upn.value());
        return this;
    }

    public Draft mailbox(Value value) {
        Upn upn = Upn.of(value.text());
        event.set(EventField.MAILBOX, upn == null ? null : upn.value());
        return this;
    }

    /** Says who acted; null where the record does not tell. */
    public Draft actor(@Nullable ActorKind kind) {
        event.set(EventField.ACTOR, kind == null ? null : kind.word());
        return this;
    }

    /** Sets a field to the mail address in the first value that has one, lower-cased, without a name around it. */
    public Draft address(EventField field, Value... values) {
        String text = Absent.clean(Value.firstText(values));
        if (text != null) {
            int start = text.indexOf('<');
            int end = text.indexOf('>', start + 1);
            event.set(field, (start >= 0 && end > start ? text.substring(start + 1, end) : text).strip()
                    .toLowerCase(Locale.ROOT));
        }
        return this;
    }

    /** Sets the id by which Microsoft 365 knows a message, however it is written. */
    public Draft networkMessageId(Value value) {
        event.set(EventField.NETWORK_MESSAGE_ID, messageGuid(value.text()));
        return this;
    }

    private static @Nullable String messageGuid(@Nullable String raw) {
        String text = Absent.clean(raw);
        if (text == null) {
            return null;
        }
        Matcher guid = BARE_GUID.matcher(text);
        return (guid.matches()
                ? guid.group(1) + '-' + guid.group(2) + '-' + guid.group(3) + '-' + guid.group(4) + '-' + guid.group(5)
                : text).toLowerCase(Locale.ROOT);
    }

    /**
     * Sets the client's address from the first of these values that holds one; an address wins over text that is none.
     */
    public Draft ip(Value... values) {
        IpAddress chosen = null;
        String raw = null;
        for (Value value : values) {
            Value first = value.isArray() && !value.items().isEmpty() ? value.items().getFirst() : value;
            IpAddress address = IpAddress.of(first.text());
            if (address != null && (chosen == null || address.isAddress() && !chosen.isAddress())) {
                chosen = address;
                raw = first.text();
            }
        }
        if (chosen != null) {
            event.set(EventField.IP, chosen.value()).port(chosen.port());
            event.set(EventField.IP_RAW, chosen.value().equals(raw) ? null : raw);
        }
        return this;
    }

    /**
     * Sets the session id where none is set yet and the value holds one; {@code path} tells where in the record it
     * stood.
     */
    public Draft session(Value value, String path) {
        if (!event.has(EventField.SESSION_ID)) {
            SessionId session = SessionId.of(value.text());
            if (session != null) {
                event.set(EventField.SESSION_ID, session.value()).set(EventField.SESSION_ID_PATH, path);
            }
        }
        return this;
    }

    /** Sets the UTI that a field of the record gives, where none is given yet. */
    public Draft uti(Value value) {
        return uti(Uti.of(value.text()), UtiOrigin.FIELD);
    }

    /** Derives the UTI from the id of the sign-in request, where the record gives none. */
    public Draft utiFromRequestId(Value value) {
        return uti(Uti.fromRequestId(value.text()), UtiOrigin.REQUEST_ID);
    }

    /** Derives the UTI from a field that is only believed to be the sign-in's request id: an inferred link. */
    public Draft utiFromIntraSystemId(Value value) {
        return uti(Uti.fromRequestId(value.text()), UtiOrigin.INTRA_SYSTEM_ID);
    }

    private Draft uti(@Nullable Uti uti, UtiOrigin origin) {
        if (uti != null && !event.has(EventField.UTI)) {
            event.uti(uti.value(), origin);
        }
        return this;
    }

    /**
     * Sets the event's time from its own field; where that cannot be read, from the first other field that can. Where
     * the own field has lost its date in a spreadsheet ({@code 12:36 PM}), the other field gives the day. A date alone,
     * and what programs write for a time that they do not know, are no time.
     */
    public Draft time(Value own, Value... others) {
        times.set(own, others);
        return this;
    }

    /**
     * Where the record's own time has lost its date in a spreadsheet, the day is that of a moment not long before it; any
     * other value is left alone.
     */
    public Draft dayOf(Value own, Value near) {
        times.dayOf(own, near);
        return this;
    }

    /** Sets when the record was taken in by its log: of two records of one event the later tells the latest state. */
    public Draft recordedAt(Value value) {
        event.recordedAt(times.moment(value));
        return this;
    }

    public Draft tokenIssuedAt(Value value) {
        event.tokenIssuedAt(times.moment(value));
        return this;
    }

    public Draft result(EventResult result) {
        event.result(result);
        return this;
    }

    /** Sets the number of items that an aggregated record stands for; a number written as {@code 12.00} counts. */
    public Draft itemCount(Value value) {
        String text = Absent.clean(value.text());
        if (text != null) {
            try {
                event.itemCount((int) Double.parseDouble(text));
            } catch (NumberFormatException notANumber) {
                event.itemCount(-1);
            }
        }
        return this;
    }

    public Draft itemCount(int items) {
        event.itemCount(items);
        return this;
    }

    public Draft throttled(boolean throttled) {
        event.throttled(throttled);
        return this;
    }

    /**
     * Sets the key by which duplicates are known: the source's word and the record's id there, any case. Without an id
     * nothing is set.
     */
    public Draft key(String source, Value id) {
        String text = Absent.cleanId(id.text());
        if (text != null && event.key() == null) {
            // the id of a sign-in is a GUID in every export; what has more letters than one may be a GUID in braces, and
            // any other id is compared as it is written: older cases have it so
            event.key(source + ':' + (source.equals("signin") || text.length() > Guids.LENGTH ? spelled(text)
                    : text.toLowerCase(Locale.ROOT)));
        }
        return this;
    }

    /** An id in lower case; a GUID in its usual spelling. */
    private static String spelled(String id) {
        String guid = Guids.inAnySpelling(id);
        return guid == null ? id.toLowerCase(Locale.ROOT) : guid;
    }

    /** Tells whether records that are not the same have this part in common. */
    private static boolean isOfMany(@Nullable String part) {
        return part != null && (part.equals(UNDATED) || Absent.isShortened(part));
    }

    /**
     * Sets the key from several values, of which one at least is there. Where a time is one of them that the event does
     * not have, nothing is set: then only records whose whole content is the same are duplicates.
     */
    public Draft keyOf(String source, @Nullable String... parts) {
        if (event.key() == null && Stream.of(parts).noneMatch(Draft::isOfMany)
                && Stream.of(parts).anyMatch(part -> Absent.cleanId(part) != null)) {
            event.key(source + ':' + Stream.of(parts).map(part -> part == null ? "" : part.strip())
                    .collect(Collectors.joining("\u0001")).toLowerCase(Locale.ROOT));
        }
        return this;
    }

    /**
     * Sets the weak key (see {@link AuditEvent#weakKey()}) from the parts that any export of this source gives; nothing
     * where a time is one of them that the event does not have.
     */
    public Draft weakKey(String source, @Nullable String... parts) {
        if (Stream.of(parts).anyMatch(Draft::isOfMany)) {
            return this;
        }
        String joined = Stream.of(parts).map(String::valueOf).collect(Collectors.joining("\u0001"));
        event.weakKey(source + '~' + joined.toLowerCase(Locale.ROOT));
        return this;
    }

    public boolean has(EventField field) {
        return event.has(field);
    }

    public @Nullable String get(EventField field) {
        return event.get(field);
    }

    /** The time set so far, in nanoseconds, or {@link AuditEvent#NO_TIME}. */
    public long time() {
        return event.time();
    }

    /** Gives the event. A record without any key is its own duplicate only where its whole content is the same. */
    public AuditEvent done(Value row) {
        times.complete(row);
        if (!carrier.isMissing()) {
            times.from(carrier);
            times.from(carrier.find("source", "result").opened());
        }
        received(row);
        if (!event.has(EventField.ACTOR)) {
            actor(usualActor());
        }
        if (event.key() == null && event.weakKey() == null) {
            event.key("content:" + row);
        }
        return event.build();
    }

    private void received(Value row) {
        for (Value record : new Value[] { row, row.find("result").opened(), carrier,
            carrier.find("source", "result").opened() }) {
            Value ingested = record.find("event").opened().find("ingested");
            if (event.recordedAt() == AuditEvent.NO_TIME) {
                recordedAt(ingested.isMissing() ? record.find(RECEIVED) : ingested);
            }
        }
    }

    /** Who acts where a record does not say it: an account name is that of a person, an application's sign-in its own. */
    private @Nullable ActorKind usualActor() {
        String upn = event.get(EventField.UPN);
        return switch (event.kind()) {
        case SIGN_IN_SERVICE_PRINCIPAL, SIGN_IN_MANAGED_IDENTITY -> ActorKind.APPLICATION;
        case ALERT, MESSAGE, STATE -> null;
        default -> upn != null && upn.indexOf('@') > 0 && !upn.equals("app@sharepoint") ? ActorKind.USER : null;
        };
    }
}
