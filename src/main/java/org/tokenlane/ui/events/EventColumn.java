package org.tokenlane.ui.events;

import org.jspecify.annotations.Nullable;
import org.tokenlane.model.event.EventField;
import org.tokenlane.model.filter.FilterField;
import org.tokenlane.model.text.TextKey;
import org.tokenlane.ui.kit.ColumnLayout;

/** The columns of the events table in the order in which they are first shown; the key is that of the title. */
enum EventColumn implements TextKey {

    TIME(null, null, 148, true),
    TIME_UTC(null, null, 148, false),
    OPERATION(EventField.OPERATION, FilterField.OPERATION, 170, true),
    WORKLOAD(EventField.WORKLOAD, FilterField.WORKLOAD, 90, true),
    USER(EventField.UPN, FilterField.UPN, 180, true),
    IP(EventField.IP, FilterField.IP, 116, true),
    COUNTRY(EventField.COUNTRY, FilterField.COUNTRY, 60, true),
    RESULT(null, null, 76, true),
    TARGET(EventField.TARGET, FilterField.TARGET, 260, true),
    APP(EventField.APP_NAME, FilterField.APP, 130, true),
    KIND(null, null, 130, false),
    RESOURCE(EventField.RESOURCE_NAME, FilterField.RESOURCE, 130, false),
    USER_AGENT(EventField.USER_AGENT, FilterField.USER_AGENT, 220, false),
    DEVICE(EventField.DEVICE_ID, FilterField.DEVICE, 220, false),
    ASN(EventField.ASN, FilterField.ASN, 70, false),
    RESULT_CODE(EventField.RESULT_CODE, FilterField.CODE, 80, false),
    RESULT_TEXT(EventField.RESULT_TEXT, null, 200, false),
    MAILBOX(EventField.MAILBOX, FilterField.MAILBOX, 180, false),
    MESSAGE_ID(EventField.INTERNET_MESSAGE_ID, FilterField.MESSAGE, 260, false),
    SESSION_ID(EventField.SESSION_ID, FilterField.SESSION, 280, false),
    UTI(EventField.UTI, FilterField.TOKEN, 180, false),
    REQUEST_ID(EventField.REQUEST_ID, FilterField.REQUEST, 280, false),
    CORRELATION_ID(EventField.CORRELATION_ID, FilterField.CORRELATION, 280, false),
    APP_ID(EventField.APP_ID, FilterField.APP, 280, false),
    TRANSFER_METHOD(EventField.TRANSFER_METHOD, FilterField.TRANSFER, 120, false),
    ACTOR(EventField.ACTOR, FilterField.ACTOR, 90, false),
    HOME_TENANT(EventField.HOME_TENANT_ID, FilterField.HOME, 280, false),
    RESOURCE_TENANT(EventField.RESOURCE_TENANT_ID, FilterField.TENANT, 280, false),
    TENANT_ACCESS(EventField.CROSS_TENANT_ACCESS, FilterField.PARTNER, 130, false),
    AGENT(EventField.AGENT_NAME, FilterField.AGENT, 150, false),
    SENDER(EventField.SENDER, FilterField.SENDER, 180, false),
    RECIPIENT(EventField.RECIPIENT, FilterField.RECIPIENT, 180, false),
    VERDICT(null, null, 86, false),
    TAGS(null, null, 140, false);

    private final @Nullable EventField field;
    private final @Nullable FilterField filter;
    private final double width;
    private final boolean shown;

    EventColumn(@Nullable EventField field, @Nullable FilterField filter, double width, boolean shown) {
        this.field = field;
        this.filter = filter;
        this.width = width;
        this.shown = shown;
    }

    /** The id under which the settings of the window remember the column; what earlier versions wrote stays valid. */
    String id() {
        return this == TIME_UTC ? "Time (UTC)" : ColumnLayout.id(this);
    }

    /** The field that it shows; null for the time, the kind, the result and the analyst's marks. */
    @Nullable
    EventField field() {
        return field;
    }

    /** What a right click on a value filters by, or null. */
    @Nullable
    FilterField filter() {
        return filter;
    }

    double width() {
        return width;
    }

    /** Whether it is shown at first. */
    boolean shown() {
        return shown;
    }

    /** Tells whether it shows the event's time, in whichever zone. */
    boolean isTime() {
        return this == TIME || this == TIME_UTC;
    }

    /** Tells whether it shows marks of the analyst. */
    boolean isMark() {
        return this == VERDICT || this == TAGS;
    }
}
