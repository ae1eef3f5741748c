package org.tokenlane.ingest.detail;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tokenlane.ingest.text.Value;
import org.tokenlane.model.detail.RecordDetail.MailItem;
import org.tokenlane.model.identity.Absent;

/**
 * The mail items that a record of Exchange tells of: {@code Folders[].FolderItems[]} of MailItemsAccessed, {@code Item}
 * and {@code AffectedItems[]} of single operations,
 * {@code Messages[].MessageItems[]} of AttachmentAccess ("Office 365 Management Activity API schema",
 * learn.microsoft.com/office/office-365-management-api/office-365-management-activity-api-schema), and the columns of
 * the tables that
 * are drawn from them.
 */
final class MailParts {

    private final List<MailItem> items = new ArrayList<>();
    private @Nullable String folder;

    static MailParts of(Value content) {
        MailParts parts = new MailParts();
        parts.read(content);
        return parts;
    }

    List<MailItem> items() {
        return items;
    }

    /** The folder that was synchronised or acted on as a whole, or null. */
    @Nullable
    String folder() {
        return folder;
    }

    private void read(Value content) {
        for (Value element : content.find("folders").opened().items()) {
            Value inside = element.opened();
            String path = path(inside);
            for (Value item : inside.find("folderitems").opened().items()) {
                add(item.opened(), path);
            }
            folder = folder == null ? path : folder;
        }
        for (Value group : content.find("messages").opened().items()) {
            for (Value item : group.opened().find("messageitems").opened().items()) {
                add(item.opened(), null);
            }
        }
        for (Value item : content.find("affecteditems").opened().items()) {
            add(item.opened(), null);
        }
        Value item = content.find("item").opened();
        add(item, null);
        String parent = path(item.find("parentfolder").opened());
        folder = folder == null
                ? first(parent, path(content.find("folder").opened()), content.find("folderpathname").text())
                : folder;
        if (items.isEmpty()) {
            columns(content);
        }
    }

    private void add(Value item, @Nullable String folderPath) {
        String id = Absent.clean(item.find("internetmessageid").text());
        String subject = Absent.clean(item.find("subject").text());
        if (id == null && subject == null) {
            return;
        }
        String path = path(item.find("parentfolder").opened());
        items.add(new MailItem(id, path == null ? folderPath : path, subject, bytes(item.find("sizeinbytes", "size"))));
    }

    /** The mailbox audit log and tables of message ids have one row's items in columns. */
    private void columns(Value row) {
        String id = Absent.clean(Value.firstText(row.find("internetmessageid"), row.find("iteminternetmessageid"),
                row.find("sourceiteminternetmessageidslist")));
        String subject = Absent.clean(
                Value.firstText(row.find("itemsubject"), row.find("sourceitemsubjectslist"), row.find("subject")));
        if (id != null || subject != null) {
            items.add(
                    new MailItem(id,
                            first(row.find("folderpathname").text(), row.find("sourceitemfolderpathnameslist").text(),
                                    row.find("folderpath", "folder").text()),
                            subject, bytes(row.find("sizeinbytes", "size"))));
        }
    }

    private static @Nullable String path(Value folder) {
        return Absent.clean(Value.firstText(folder.find("path"), folder.find("name")));
    }

    private static @Nullable String first(@Nullable String... texts) {
        for (String text : texts) {
            if (Absent.clean(text) != null) {
                return Absent.clean(text);
            }
        }
        return null;
    }

    private static long bytes(Value size) {
        try {
            return size.text() == null ? -1 : (long) Double.parseDouble(size.text().strip());
        } catch (NumberFormatException e) {
            return -1;
        }
    }
}
