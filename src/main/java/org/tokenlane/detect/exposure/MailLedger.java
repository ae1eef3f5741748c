package org.tokenlane.detect.exposure;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.tokenlane.correlate.Correlation;
import org.tokenlane.detect.exposure.Exposure.Envelope;
import org.tokenlane.detect.exposure.Exposure.MailChange;
import org.tokenlane.detect.exposure.Exposure.MailItem;
import org.tokenlane.detect.exposure.Exposure.SentMail;
import org.tokenlane.detect.exposure.Exposure.SyncedFolder;
import org.tokenlane.detect.exposure.Exposure.Unnamed;
import org.tokenlane.detect.facts.EventDetails;
import org.tokenlane.model.detail.RecordDetail;
import org.tokenlane.model.event.EventField;
import org.tokenlane.query.CaseEvents;

/** Gathers what was read, sent, deleted and moved in mailboxes. */
final class MailLedger {

    private static final Set<String> READ = Set.of("read");
    private static final Set<String> ATTACHMENT = Set.of("attachment");
    private static final Set<String> PREVIEW = Set.of("preview");

    private record ItemKey(@Nullable String mailbox, String id) {
    }

    private static final class ItemFacts {

        private @Nullable String folder;
        private @Nullable String subject;
        private Set<String> how = Set.of();
    }

    private static final class Counts {

        private int items;
        private int uncounted;
    }

    private record Mailbox(@Nullable String name) {
    }

    private record FolderKey(@Nullable String mailbox, @Nullable String folder) {
    }

    private record Touched(@Nullable String mailbox, String operation, @Nullable String id, @Nullable String folder,
            @Nullable String destination, @Nullable String subject, @Nullable String recipients) {
    }

    private final CaseEvents events;
    private final Uses<ItemKey, ItemFacts> read;
    private final Uses<FolderKey, Void> folders;
    private final Uses<Mailbox, Counts> unnamed;
    private final Uses<Touched, Void> sent;
    private final Uses<Touched, Void> changed;
    private final Map<String, String> folderNames = new HashMap<>();

    MailLedger(Correlation correlation) {
        this.events = correlation.events();
        read = new Uses<>(correlation, ItemFacts::new);
        folders = Uses.plain(correlation);
        unnamed = new Uses<>(correlation, Counts::new);
        sent = Uses.plain(correlation);
        changed = Uses.plain(correlation);
    }

    /** A record of reading, which names items, or a folder that was synchronised, or only a number of items. */
    void read(int event, EventDetails details) {
        RecordDetail detail = detail(event, details);
        String mailbox = mailbox(event);
        if (detail.isFolderSync()) {
            folders.add(new FolderKey(mailbox, detail.folder()), event);
            return;
        }
        Set<String> how = how(event);
        for (RecordDetail.MailItem item : detail.items()) {
            ItemKey key = new ItemKey(mailbox,
                    item.internetMessageId() == null ? "subject " + item.subject() : item.internetMessageId());
            ItemFacts known = read.add(key, event);
            known.folder = known.folder == null ? once(item.folder() == null ? detail.folder() : item.folder())
                    : known.folder;
            known.subject = known.subject == null ? item.subject() : known.subject;
            known.how = known.how.equals(how) ? known.how : joined(known.how, how);
        }
        int counted = events.itemCount(event);
        if (counted > detail.items().size() || counted < 0 && detail.items().isEmpty()) {
            Counts counts = unnamed.add(new Mailbox(mailbox), event);
            counts.items += Math.max(0, counted - detail.items().size());
            counts.uncounted += counted < 0 ? 1 : 0;
        }
    }

    /** The same text for the same folder, of which there are few. */
    private @Nullable String once(@Nullable String folder) {
        return folder == null ? null : folderNames.computeIfAbsent(folder, name -> name);
    }

    private static Set<String> joined(Set<String> before, Set<String> more) {
        if (before.isEmpty()) {
            return more;
        }
        Set<String> both = new TreeSet<>(before);
        both.addAll(more);
        return both;
    }

    /** The record that names the most items: one export of an event may be cut where another is whole. */
    private RecordDetail detail(int event, EventDetails details) {
        RecordDetail best = details.of(event);
        if (best.items().size() >= Math.max(1, events.itemCount(event)) || events.places(event).size() == 1
                || best.isFolderSync()) {
            return best;
        }
        for (RecordDetail other : details.all(event)) {
            best = other.items().size() > best.items().size() || other.isFolderSync() ? other : best;
        }
        return best;
    }

    private Set<String> how(int event) {
        String operation = events.operation(event).toLowerCase(Locale.ROOT);
        return operation.startsWith("attachment") ? ATTACHMENT : operation.startsWith("preview") ? PREVIEW : READ;
    }

    /** Whose mailbox it is; where the record does not say, that of the person who acted. */
    private @Nullable String mailbox(int event) {
        String owner = events.text(EventField.MAILBOX, event);
        String upn = owner == null ? events.text(EventField.UPN, event) : owner;
        return upn == null ? events.text(EventField.USER_OBJECT_ID, event) : upn;
    }

    void sent(int event, RecordDetail detail) {
        String recipients = joined(detail, "Item.Recipients", "Recipients", "Item.To", "To");
        for (RecordDetail.MailItem item : itemsOrOne(detail)) {
            sent.add(new Touched(mailbox(event), events.operation(event), item.internetMessageId(),
                    null, null, item.subject(), recipients), event);
        }
    }

    void changed(int event, RecordDetail detail) {
        String destination = joined(detail, "DestFolder.Path", "DestFolderPathName");
        for (RecordDetail.MailItem item : itemsOrOne(detail)) {
            changed.add(new Touched(mailbox(event), events.operation(event), item.internetMessageId(),
                    item.folder() == null ? detail.folder() : item.folder(), destination, item.subject(), null), event);
        }
    }

    /** A record without items still states that something was sent or deleted. */
    private static List<RecordDetail.MailItem> itemsOrOne(RecordDetail detail) {
        return detail.items().isEmpty() ? List.of(new RecordDetail.MailItem(null, detail.folder(), null, -1))
                : detail.items();
    }

    private static @Nullable String joined(RecordDetail detail, String... paths) {
        for (String path : paths) {
            List<String> found = detail.fields().values(path).stream().filter(text -> !text.isBlank()).distinct()
                    .toList();
            if (!found.isEmpty()) {
                return String.join("; ", found);
            }
        }
        return null;
    }

    /** The message IDs whose subjects no record of reading has. */
    Set<String> withoutSubject() {
        Set<String> ids = new HashSet<>();
        read.each((key, known) -> {
            if (known.subject == null) {
                ids.add(key.id());
            }
        });
        return ids;
    }

    /** The ids of all messages that were accessed. */
    Set<String> ids() {
        Set<String> ids = new HashSet<>();
        read.each((key, known) -> ids.add(key.id()));
        return ids;
    }

    List<MailItem> items(Map<String, String> subjects, Map<String, Envelope> envelopes) {
        return read.list((key, known, use) -> {
            String elsewhere = known.subject == null ? subjects.get(key.id()) : null;
            return new MailItem(key.mailbox(), key.id().startsWith("subject ") ? null : key.id(), known.folder,
                    known.subject == null ? elsewhere : known.subject,
                    elsewhere != null, known.how, envelopes.getOrDefault(key.id(), Envelope.NONE), use);
        });
    }

    List<SyncedFolder> folders() {
        return folders.list((key, nothing, use) -> new SyncedFolder(key.mailbox(), key.folder(), use));
    }

    List<Unnamed> unnamed() {
        return unnamed.list((key, counts, use) -> new Unnamed(key.name(), counts.items, counts.uncounted, use));
    }

    List<SentMail> sent() {
        return sent.list((key, nothing, use) -> new SentMail(key.mailbox(), key.operation(), key.id(), key.subject(),
                key.recipients(), use));
    }

    List<MailChange> changes() {
        return changed.list((key, nothing, use) -> new MailChange(key.mailbox(), key.operation(), key.id(),
                key.folder(), key.destination(), key.subject(), use));
    }
}
