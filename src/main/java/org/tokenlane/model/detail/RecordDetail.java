package org.tokenlane.model.detail;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

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
public record RecordDetail(Map<String, String> parameters, List<MailItem> items, @Nullable String folder,
        List<Change> changes,
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
    public record MailItem(@Nullable String internetMessageId, @Nullable String folder, @Nullable String subject,
            long bytes) {
    }

    /** A property before and after; either may be null. */
    public record Change(String property, @Nullable String before, @Nullable String after) {
    }

    /** An object that was acted on; each part may be null. */
    public record Target(@Nullable String type, @Nullable String id, @Nullable String name) {
    }

    /** The value of the parameter with this name in any case, or null. */
    public @Nullable String parameter(String name) {
        for (Map.Entry<String, String> entry : parameters.entrySet()) {
            if (entry.getKey().equalsIgnoreCase(name)) {
                return entry.getValue();
            }
        }
        return null;
    }

    /** Tells whether the record is of a mail folder that was synchronized as a whole; it then names no item. */
    public boolean isFolderSync() {
        String how = parameter("MailAccessType");
        return how == null
                ? fields.values("OperationProperties").stream()
                        .anyMatch(text -> text.toLowerCase(Locale.ROOT).contains("mailaccesstype:sync"))
                : how.equalsIgnoreCase("Sync");
    }

    /** What the property of this name, in any case, was changed to; or null. */
    public @Nullable String changedTo(String property) {
        for (Change change : changes) {
            if (change.property().equalsIgnoreCase(property) && change.after() != null) {
                return change.after();
            }
        }
        return null;
    }
}
