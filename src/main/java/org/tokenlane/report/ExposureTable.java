package org.tokenlane.report;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.tokenlane.model.event.AuditEvent;
import org.tokenlane.model.filter.Filter;
import org.tokenlane.model.filter.FilterField;
import org.tokenlane.model.text.TextKey;
import org.tokenlane.model.time.UtcText;

/**
 * One list of an exposure as a table, the same on the command line, in files and in the window.
 *
 * @param id
 *            its name in file names ({@code mail-read})
 * @param title
 *            its name for people
 */
public record ExposureTable(String id, String title, List<Column> columns, List<Row> rows) {

    /** A column of a list; as a text key it is the title. */
    public enum Column implements TextKey {
        LIST("List"),
        MAILBOX("Mailbox", FilterField.MAILBOX),
        OPERATION("Operation", FilterField.OPERATION),
        /** What the first of a row's events states that was done. */
        SENTENCE("First event in words"), // not for people
        MESSAGE_ID("Internet message id"), // not for people
        FOLDER("Folder"),
        SUBJECT("Subject"),
        SUBJECT_SOURCE("Subject from"), // not for people
        FROM("From", FilterField.SENDER),
        ATTACHMENTS("Attachments"),
        ACCESS("How"),
        ITEMS("Items"),
        UNCOUNTED("Records without a number"), // not for people
        RECIPIENTS("Recipients"),
        DESTINATION("To folder"),
        SITE("Site"),
        PATH("Path", FilterField.TARGET),
        VIEWED("Viewed"),
        DOWNLOADED("Downloaded"),
        SYNCED("Synced"),
        UPLOADED("Uploaded"),
        CHANGED("Changed"),
        DELETED("Deleted"),
        SHARED("Shared"),
        SHARED_WITH("With"),
        SHARING("How"),
        WORKLOAD("Workload", FilterField.WORKLOAD),
        TERMS("Words"),
        CONVERSATION("Chat, channel or meeting", FilterField.TARGET), // not for people
        ACTION("What"),
        ASSISTANT("Assistant", FilterField.APP),
        AGENT("Agent", FilterField.AGENT),
        READ("Read", FilterField.TARGET),
        DETECTED("Detected"),
        USER("User", FilterField.USER),
        ITEM("Item", FilterField.TARGET),
        FILTERS("Searches and filters"), // not for people
        SUCCEEDED("Succeeded"),
        REFUSED("Refused"),
        NAME("Name"),
        CONDITIONS("For"),
        ACTIONS("Does"),
        FORWARDS_TO("Sends on to"), // not for people
        RESULT("Result"),
        CHANGE_TYPE("Kind"),
        ACTIVITY("Activity", FilterField.OPERATION),
        ACTOR("By", FilterField.USER),
        TARGET("Target", FilterField.TARGET),
        OBJECT_ID("Object id"), // not for people
        DETAIL("What"),
        LINK("Link"),
        FIRST("First (UTC)"),
        LAST("Last (UTC)"),
        COUNT("Times", null, Kind.COUNT),
        TOKENS("Tokens", FilterField.TOKEN),
        BY("By party", null, Kind.COUNT),
        FROM_ADDRESS("Address", null, Kind.COUNT),
        LIMIT("Limit");

        private enum Kind {
            USUAL,
            /** It counts or attributes events: its value belongs to each row even where it is the same in all. */
            COUNT
        }

        private final String json;
        private final @Nullable FilterField field;
        private final Kind kind;

        Column(String json) {
            this(json, null);
        }

        Column(String json, @Nullable FilterField field) {
            this(json, field, Kind.USUAL);
        }

        Column(String json, @Nullable FilterField field, Kind kind) {
            this.json = json;
            this.field = field;
            this.kind = kind;
        }

        /** Its name for people. */
        public String title() {
            return text();
        }

        /** Its name in the facts of a report. */
        public String json() {
            return json;
        }

        /** The filter's field that its values are of, or null. */
        public @Nullable FilterField field() {
            return field;
        }

        public boolean isCount() {
            return kind == Kind.COUNT;
        }

        /** Whether it names what was done by the log's own word for it. */
        public boolean isOperation() {
            return this == OPERATION || this == ACTIVITY;
        }
    }

    /** A time in nanoseconds since 1970, UTC, or {@code AuditEvent.NO_TIME}. */
    public record Moment(long nanos) implements Comparable<Moment> {

        @Override
        public int compareTo(Moment other) {
            return Long.compare(nanos, other.nanos);
        }

        /** In UTC, or that there is none. */
        @Override
        public String toString() {
            return nanos == AuditEvent.NO_TIME ? ExportText.NO_TIME.text() : UtcText.of(nanos, 0);
        }
    }

    /**
     * A row.
     *
     * @param cells
     *            texts, whole numbers and moments; null where something is not known
     * @param events
     *            the numbers of the events that it was made of; not to be changed
     * @param filter
     *            what chooses these events among others, or null
     */
    public record Row(List<@Nullable Object> cells, int[] events, @Nullable Filter filter) {

        /** A cell as text, empty where something is not known. */
        public String text(int column) {
            return Objects.toString(cells.get(column), "");
        }
    }
}
