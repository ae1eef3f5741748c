package org.tokenlane.ui.events;

import java.util.List;
import org.tokenlane.model.event.EventField;
import org.tokenlane.model.filter.FilterField;

/**
 * A column of the events table.
 *
 * @param field
 *            what it shows; null for the time, the kind, the result and the analyst's marks, which its title tells
 * @param filter
 *            what a right click on a value filters by, or null
 */
record EventColumn(String title, EventField field, FilterField filter, double width, boolean shown) {

    static final String TIME = "Time";
    static final String TIME_UTC = "Time (UTC)";
    static final String KIND = "Kind";
    static final String RESULT = "Result";
    static final String VERDICT = "Verdict";
    static final String TAGS = "Tags";

    static final List<EventColumn> ALL = List.of(new EventColumn(TIME, null, null, 148, true),
            new EventColumn(TIME_UTC, null, null, 148, false),
            new EventColumn("Operation", EventField.OPERATION, FilterField.OPERATION, 170, true),
            new EventColumn("Workload", EventField.WORKLOAD, FilterField.WORKLOAD, 90, true),
            new EventColumn("User", EventField.UPN, FilterField.UPN, 180, true),
            new EventColumn("IP", EventField.IP, FilterField.IP, 116, true),
            new EventColumn("Country", EventField.COUNTRY, FilterField.COUNTRY, 60, true),
            new EventColumn(RESULT, null, null, 76, true),
            new EventColumn("Target", EventField.TARGET, FilterField.TARGET, 260, true),
            new EventColumn("App", EventField.APP_NAME, FilterField.APP, 130, true),
            new EventColumn(KIND, null, null, 130, false),
            new EventColumn("Resource", EventField.RESOURCE_NAME, FilterField.RESOURCE, 130, false),
            new EventColumn("User agent", EventField.USER_AGENT, FilterField.USER_AGENT, 220, false),
            new EventColumn("Device", EventField.DEVICE_ID, FilterField.DEVICE, 220, false),
            new EventColumn("ASN", EventField.ASN, FilterField.ASN, 70, false),
            new EventColumn("Result code", EventField.RESULT_CODE, FilterField.CODE, 80, false),
            new EventColumn("Result text", EventField.RESULT_TEXT, null, 200, false),
            new EventColumn("Mailbox", EventField.MAILBOX, FilterField.MAILBOX, 180, false),
            new EventColumn("Session ID", EventField.SESSION_ID, FilterField.SESSION, 280, false),
            new EventColumn("UTI", EventField.UTI, FilterField.TOKEN, 180, false),
            new EventColumn("Request ID", EventField.REQUEST_ID, FilterField.REQUEST, 280, false),
            new EventColumn("Correlation ID", EventField.CORRELATION_ID, FilterField.CORRELATION, 280, false),
            new EventColumn("App ID", EventField.APP_ID, FilterField.APP, 280, false),
            new EventColumn("Transfer method", EventField.TRANSFER_METHOD, FilterField.TRANSFER, 120, false),
            new EventColumn(VERDICT, null, null, 86, false),
            new EventColumn(TAGS, null, null, 140, false));

    /** Tells whether it shows the event's time, in whichever zone. */
    boolean isTime() {
        return title.equals(TIME) || title.equals(TIME_UTC);
    }

    /** Tells whether it shows marks of the analyst. */
    boolean isMark() {
        return title.equals(VERDICT) || title.equals(TAGS);
    }
}
