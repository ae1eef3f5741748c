package org.tokenlane.model.detail;

import java.util.List;
import java.util.Map;

/**
 * What a record tells beyond an event's columns. It is read from the raw record when somebody asks, and never kept.
 *
 * @param parameters
 *            a cmdlet's parameters, an operation's properties, a directory audit's additional details: by name, in the
 *            order in which they stand
 * @param items
 *            the mail items that were touched
 * @param folder
 *            the mailbox folder as a whole that was synchronised, moved from or acted on, or null
 * @param changes
 *            the properties that were changed
 * @param targets
 *            the objects that were acted on
 * @param fields
 *            all fields by their own names
 */
public record RecordDetail(Map<String, String> parameters, List<MailItem> items, String folder, List<Change> changes,
        List<Target> targets, RecordFields fields) {

    /** Stands for a record that tells nothing more. */
    public static final RecordDetail NONE = new RecordDetail(Map.of(), List.of(), null, List.of(), List.of(),
            RecordFields.NONE);

    /**
     * A mail item.
     *
     * @param internetMessageId
     *            as it stands in the message, angle brackets included; or null
     * @param folder
     *            the folder's path, or null
     * @param subject
     *            or null: reading is mostly logged without it
     * @param bytes
     *            the size, or -1
     */
    public record MailItem(String internetMessageId, String folder, String subject, long bytes) {
    }

    /** A property before and after; either may be null. */
    public record Change(String property, String before, String after) {
    }

    /** An object that was acted on; each part may be null. */
    public record Target(String type, String id, String name) {
    }

    /** The value of the parameter with this name in any case, or null. */
    public String parameter(String name) {
        for (Map.Entry<String, String> entry : parameters.entrySet()) {
            if (entry.getKey().equalsIgnoreCase(name)) {
                return entry.getValue();
            }
        }
        return null;
    }

    /** What the property of this name, in any case, was changed to; or null. */
    public String changedTo(String property) {
        return changes.stream().filter(change -> change.property().equalsIgnoreCase(property)).map(Change::after)
                .filter(after -> after != null).findFirst().orElse(null);
    }
}
