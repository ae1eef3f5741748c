package org.tokenlane.detect.wording;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tokenlane.model.detail.RecordDetail;
import org.tokenlane.model.event.EventField;
import org.tokenlane.model.text.Text;

/**
 * What was done in mailboxes ("Mailbox auditing", learn.microsoft.com/purview/audit-mailboxes; "MailItemsAccessed",
 * learn.microsoft.com/purview/audit-log-investigate-accounts). A message that was accessed need not have been read by
 * a person, so no sentence says so.
 */
final class MailboxWording {

    private MailboxWording() {
    }

    static void into(Map<String, Sentences.Wording> all) {
        all.put("mailitemsaccessed", MailboxWording::accessed);
        all.put("messagebind", MailboxWording::accessed);
        all.put("attachmentaccess", reading -> messages(reading, WordingText.ATTACHMENTS_ACCESSED));
        all.put("folderbind", reading -> folder(reading, WordingText.FOLDER_OPENED));
        all.put("mailboxlogin", reading -> reading.says(WordingText.MAILBOX_OPENED, mailbox(reading)));
        all.put("send", MailboxWording::sent);
        all.put("sendas", MailboxWording::sent);
        all.put("sendonbehalf", MailboxWording::sent);
        all.put("softdelete", reading -> messages(reading, WordingText.MAIL_SOFT_DELETED));
        all.put("harddelete", reading -> messages(reading, WordingText.MAIL_HARD_DELETED));
        all.put("movetodeleteditems", reading -> messages(reading, WordingText.MAIL_TO_DELETED_ITEMS));
        all.put("move", reading -> moved(reading, WordingText.MAIL_MOVED));
        all.put("copy", reading -> moved(reading, WordingText.MAIL_COPIED));
        all.put("create", reading -> messages(reading, WordingText.MAIL_CREATED));
        all.put("update", reading -> messages(reading, WordingText.MAIL_CHANGED));
        all.put("searchqueryinitiatedexchange", reading -> searched(reading, WordingText.MAIL_SEARCHED));
        all.put("searchqueryinitiatedsharepoint", reading -> searched(reading, WordingText.FILES_SEARCHED));
        all.put("searchqueryperformed", reading -> searched(reading, WordingText.FILES_SEARCHED));
    }

    private static Text accessed(Reading reading) {
        RecordDetail detail = reading.detail();
        if (detail.isFolderSync()) {
            String folder = Reading.clean(detail.folder());
            return reading.says(WordingText.FOLDER_SYNCHRONIZED, folder(folder));
        }
        int count = count(reading);
        Object folders = Reading.all(folders(detail));
        Object subjects = Reading.all(subjects(detail));
        return reading.says(WordingText.MAIL_ACCESSED, count, Reading.present(folders), Reading.orNothing(folders),
                Reading.present(subjects), Reading.orNothing(subjects));
    }

    /** How many messages: as counted, or as named; 0 where the record does neither. */
    private static int count(Reading reading) {
        return Math.max(reading.events().itemCount(reading.event()), reading.detail().items().size());
    }

    private static List<String> folders(RecordDetail detail) {
        Set<String> folders = new LinkedHashSet<>();
        detail.items().stream().map(item -> Reading.clean(item.folder())).filter(Objects::nonNull)
                .forEach(folders::add);
        String whole = Reading.clean(detail.folder());
        if (folders.isEmpty() && whole != null) {
            folders.add(whole);
        }
        return List.copyOf(folders);
    }

    private static List<String> subjects(RecordDetail detail) {
        Set<String> subjects = new LinkedHashSet<>();
        for (RecordDetail.MailItem item : detail.items()) {
            String subject = Reading.clean(item.subject());
            if (subject != null) {
                subjects.add(WordingText.QUOTED.text(subject));
            }
        }
        return List.copyOf(subjects);
    }

    /** The messages in a sentence: by their subjects where the record has them, else by their number. */
    private static Object items(Reading reading) {
        Object subjects = Reading.all(subjects(reading.detail()));
        return WordingText.MESSAGES.with(count(reading), Reading.present(subjects), Reading.orNothing(subjects));
    }

    private static Text messages(Reading reading, WordingText sentence) {
        Object folders = Reading.all(folders(reading.detail()));
        String mailbox = otherMailbox(reading);
        return reading.says(sentence, items(reading), Reading.present(folders), Reading.orNothing(folders),
                Reading.present(mailbox), Reading.orNothing(mailbox));
    }

    private static Text moved(Reading reading, WordingText sentence) {
        Object folders = Reading.all(folders(reading.detail()));
        String to = reading.field("DestFolder.Path", "DestFolderPathName");
        return reading.says(sentence, items(reading), Reading.present(folders), Reading.orNothing(folders),
                Reading.present(to), Reading.orNothing(to));
    }

    private static Text folder(Reading reading, WordingText sentence) {
        return reading.says(sentence, folder(Reading.clean(reading.detail().folder())));
    }

    static Object folder(@Nullable String path) {
        return path == null ? WordingText.UNNAMED_FOLDER.with() : WordingText.MAIL_FOLDER.with(path);
    }

    private static Text sent(Reading reading) {
        List<String> subjects = subjects(reading.detail());
        Object to = Reading.all(reading.fields("Item.Recipients", "Recipients", "Item.To", "To"));
        Object what = subjects.isEmpty() ? null : subjects.getFirst();
        String operation = String.valueOf(reading.text(EventField.OPERATION));
        String mailbox = otherMailbox(reading);
        int as = mailbox == null ? 0
                : operation.equalsIgnoreCase("SendAs") ? 1 : operation.equalsIgnoreCase("SendOnBehalf") ? 2 : 3;
        return reading.says(WordingText.MAIL_SENT, Reading.present(what), Reading.orNothing(what),
                Reading.present(to), Reading.orNothing(to), as, Reading.orNothing(mailbox));
    }

    private static @Nullable Text searched(Reading reading, WordingText sentence) {
        String words = reading.field("QueryText", "SearchQueryText", "Query");
        return words == null ? null : reading.says(sentence, words);
    }

    private static Object mailbox(Reading reading) {
        return Reading.or(reading.text(EventField.MAILBOX), WordingText.UNNAMED_MAILBOX);
    }

    /** The owner of the mailbox where the actor is somebody else. */
    private static @Nullable String otherMailbox(Reading reading) {
        String mailbox = reading.text(EventField.MAILBOX);
        return mailbox == null || mailbox.equalsIgnoreCase(reading.text(EventField.UPN)) ? null : mailbox;
    }
}
