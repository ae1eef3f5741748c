package org.tokenlane.detect.exposure;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tokenlane.detect.change.ChangeKind;
import org.tokenlane.model.detail.RecordDetail.Target;

/**
 * What the selected events accessed, sent and changed. Complete as far as the logs go: each event that is an operation
 * is in one of the lists, and {@code limits} states what the logs leave open. Texts are as the records have them and
 * may be hostile.
 *
 * @param limits
 *            what the lists leave open, as sentences with their numbers, the most significant first
 */
public record Exposure(Period period, Mail mail, Files content, Settings settings, Services services,
        List<String> limits) {

    public Exposure {
        limits = List.copyOf(limits);
    }

    /**
     * How many of the selected events are operations, and when.
     *
     * @param first
     *            the time of the first operation, in nanoseconds since 1970, UTC, or {@code AuditEvent.NO_TIME}
     * @param last
     *            the time of the last
     * @param throttled
     *            whether Exchange stopped logging mail access
     */
    public record Period(int operations, long first, long last, boolean throttled) {
    }

    /**
     * What was done in mailboxes.
     *
     * @param unnamed
     *            mail items that were accessed and counted but not named
     */
    public record Mail(List<MailItem> items, List<SyncedFolder> folders, List<Unnamed> unnamed, List<SentMail> sent,
            List<MailChange> changes) {
    }

    /** What was done in SharePoint and OneDrive. */
    public record Files(List<FileUse> used, List<Sharing> sharings, List<Search> searches) {
    }

    /**
     * What was changed.
     *
     * @param changes
     *            changes of directory, applications, devices and settings, consents and grants among them
     * @param inferred
     *            changes that only user, address or time link to the selected sessions; not counted elsewhere
     */
    public record Settings(List<InboxRule> inboxRules, List<Change> changes, List<Change> inferred) {
    }

    /**
     * What was done in Teams, through assistants and through Microsoft Graph.
     *
     * @param others
     *            the operations that belong in no other list
     */
    public record Services(List<TeamsUse> teams, List<AssistantUse> assistants, List<GraphUse> graph,
            List<Other> others) {
    }

    /**
     * A mail item that was accessed.
     *
     * @param internetMessageId
     *            as the message has it, angle brackets included; or null where only a subject is logged
     * @param folder
     *            where it was accessed, or null
     * @param subject
     *            or null
     * @param subjectFromElsewhere
     *            whether another record of the same message gave the subject
     * @param how
     *            {@code read}, {@code attachment}, {@code preview}
     * @param envelope
     *            what the logs of messages have of it
     */
    public record MailItem(@Nullable String mailbox, @Nullable String internetMessageId, @Nullable String folder,
            @Nullable String subject,
            boolean subjectFromElsewhere, Set<String> how, Envelope envelope, Use use) {
    }

    /**
     * From whom a message was, to whom, and with what.
     *
     * @param from
     *            the sender's address, or null
     * @param to
     *            the recipients' addresses
     * @param attachments
     *            the names of its attachments
     */
    public record Envelope(@Nullable String from, List<String> to, List<String> attachments) {

        /** Of a message that no log of messages has. */
        public static final Envelope NONE = new Envelope(null, List.of(), List.of());
    }

    /** A mailbox folder that a client synchronized: the log does not record which of its items, so assume all. */
    public record SyncedFolder(@Nullable String mailbox, @Nullable String folder, Use use) {
    }

    /**
     * Items of a mailbox that were accessed and are only counted.
     *
     * @param items
     *            how many
     * @param uncounted
     *            records that do not even state how many
     */
    public record Unnamed(@Nullable String mailbox, int items, int uncounted, Use use) {
    }

    /** A message that was sent; message ID, subject and recipients may be null. */
    public record SentMail(@Nullable String mailbox, String operation, @Nullable String internetMessageId,
            @Nullable String subject, @Nullable String recipients, Use use) {
    }

    /** A mail item or folder that was deleted, moved, copied, made or changed. */
    public record MailChange(@Nullable String mailbox, String operation, @Nullable String internetMessageId,
            @Nullable String folder, @Nullable String destination, @Nullable String subject, Use use) {
    }

    /** What was done with a file. */
    public enum FileAction {
        VIEWED,
        DOWNLOADED,
        SYNCED,
        UPLOADED,
        CHANGED,
        DELETED,
        SHARED
    }

    /**
     * A file, folder or page.
     *
     * @param site
     *            the site's address, or null
     * @param target
     *            its address, or its name where no address is logged; null where the log does not name it
     * @param actions
     *            how often each was done
     */
    public record FileUse(@Nullable String site, @Nullable String target, Map<FileAction, Integer> actions, Use use) {

        /** Its address or name, or words for a file that the log does not name. */
        public String path() {
            return target == null ? ExposureText.NOT_NAMED.text() : target;
        }
    }

    /** A sharing of a file, folder or site: with whom, and by what link or right; both may be null. */
    public record Sharing(String operation, String path, @Nullable String with, @Nullable String how, Use use) {
    }

    /** A search in mail or sites; its words, or null where they are not logged. */
    public record Search(@Nullable String workload, @Nullable String words, Use use) {
    }

    /**
     * A rule of a mailbox or the tenant, or a forwarding, that was created, changed or removed.
     *
     * @param name
     *            the rule's name, or null
     * @param conditions
     *            in words
     * @param actions
     *            in words
     * @param forwardsTo
     *            the addresses that messages are forwarded to
     * @param failed
     *            whether it was refused
     */
    public record InboxRule(String operation, @Nullable String mailbox, @Nullable String name, String conditions,
            @Nullable String actions,
            List<String> forwardsTo, boolean failed, Use use) {
    }

    /**
     * A change of the directory or of settings.
     *
     * @param actor
     *            who made it, or null
     * @param targetId
     *            the object id, or null
     * @param what
     *            properties before and after, or a cmdlet's parameters
     * @param targets
     *            all objects that it acted on
     * @param parameters
     *            a cmdlet's parameters or an audit's details, by name
     * @param failed
     *            whether it was refused
     * @param link
     *            why it is inferred to belong to the sessions, or null where the record says so
     */
    public record Change(ChangeKind kind, String activity, @Nullable String actor, @Nullable String target,
            @Nullable String targetId, @Nullable String what, List<Target> targets, Map<String, String> parameters,
            boolean failed, @Nullable String link, Use use) {

        /** The id of the first target of a type, any case; null where there is none. */
        public @Nullable String idOf(String type) {
            for (Target target : targets) {
                if (type.equalsIgnoreCase(target.type()) && target.id() != null) {
                    return target.id();
                }
            }
            return null;
        }

        /** The value of a parameter, any case, or null. */
        public @Nullable String parameter(String name) {
            for (Map.Entry<String, String> entry : parameters.entrySet()) {
                if (entry.getKey().equalsIgnoreCase(name)) {
                    return entry.getValue();
                }
            }
            return null;
        }
    }

    /** What was done in a chat, channel or meeting of Teams; its target is null where the log does not name it. */
    public record TeamsUse(@Nullable String target, String action, String operation, Use use) {

        /** The chat, channel or meeting, or words for one that the log does not name. */
        public String where() {
            return target == null ? ExposureText.NOT_NAMED.text() : target;
        }
    }

    /**
     * What Copilot or another assistant did for a user. What was asked and answered is in no audit log.
     *
     * @param assistant
     *            the application in which it was used, or null
     * @param agent
     *            the name, or else the id, of the agent; null where the record names none
     * @param isScheduled
     *            whether it works without its user: a scheduled prompt, an automation or a trigger
     * @param read
     *            the files, messages and sites that it read for the user
     * @param flags
     *            what the record says was detected, such as {@code JailbreakDetected}
     */
    public record AssistantUse(@Nullable String user, @Nullable String assistant, @Nullable String agent,
            String operation, boolean isScheduled, List<String> read, List<String> flags, Use use) {

        public AssistantUse {
            read = List.copyOf(read);
            flags = List.copyOf(flags);
        }

        /** Tells whether an attempt to misuse the assistant was detected. */
        public boolean isFlagged() {
            return flags.stream().anyMatch(flag -> flag.endsWith("Detected"));
        }

        /** The agent, else the application, or words for one that the log does not name. */
        public String what() {
            return agent != null ? agent : assistant != null ? assistant : ExposureText.NOT_NAMED.text();
        }
    }

    /**
     * A resource of Microsoft Graph.
     *
     * @param user
     *            the UPN, or else the object id, of the user or application that called
     * @param operation
     *            method and path with ids replaced
     * @param item
     *            the path as it was called, without host, version and query
     * @param asked
     *            the searches and filters in the queries
     * @param succeeded
     *            calls that were answered
     * @param refused
     *            calls that were refused
     */
    public record GraphUse(@Nullable String user, @Nullable String operation, @Nullable String item, List<String> asked,
            int succeeded, int refused,
            Use use) {
    }

    /** Operations of a name that no other list has. */
    public record Other(@Nullable String workload, String operation, Use use) {
    }

    /** The same with what it leaves open. */
    Exposure with(List<String> stated) {
        return new Exposure(period, mail, content, settings, services, stated);
    }

    public int operations() {
        return period.operations();
    }

    public long first() {
        return period.first();
    }

    public long last() {
        return period.last();
    }

    public boolean throttled() {
        return period.throttled();
    }

    public List<MailItem> mailItems() {
        return mail.items();
    }

    public List<SyncedFolder> folders() {
        return mail.folders();
    }

    public List<Unnamed> unnamed() {
        return mail.unnamed();
    }

    public List<SentMail> sent() {
        return mail.sent();
    }

    public List<MailChange> mailChanges() {
        return mail.changes();
    }

    public List<FileUse> files() {
        return content.used();
    }

    public List<Sharing> sharings() {
        return content.sharings();
    }

    public List<Search> searches() {
        return content.searches();
    }

    public List<InboxRule> inboxRules() {
        return settings.inboxRules();
    }

    public List<Change> changes() {
        return settings.changes();
    }

    public List<Change> inferred() {
        return settings.inferred();
    }

    public List<TeamsUse> teams() {
        return services.teams();
    }

    public List<AssistantUse> assistants() {
        return services.assistants();
    }

    public List<GraphUse> graph() {
        return services.graph();
    }

    public List<Other> others() {
        return services.others();
    }

    /** The distinct mail items that were accessed and are only counted. */
    public int unnamedItems() {
        return mail.unnamed().stream().mapToInt(Unnamed::items).sum();
    }

    /** How many messages were sent; one that was sent twice counts twice. */
    public int messagesSent() {
        return sent().stream().mapToInt(mail -> mail.use().times()).sum();
    }

    /** How often a message was deleted, moved or changed. */
    public int messagesChanged() {
        return mailChanges().stream().mapToInt(mail -> mail.use().times()).sum();
    }

    /** How many calls of Microsoft Graph were answered. */
    public int graphAnswered() {
        return graph().stream().mapToInt(GraphUse::succeeded).sum();
    }

    /** How many calls of Microsoft Graph were refused: they are operations, but accessed nothing. */
    public int graphRefused() {
        return graph().stream().mapToInt(GraphUse::refused).sum();
    }

    /** How many files this was done to. */
    public int files(FileAction action) {
        return (int) content.used().stream().filter(file -> file.actions().containsKey(action)).count();
    }

    /** The changes of a kind. */
    public List<Change> changes(ChangeKind kind) {
        return settings.changes().stream().filter(change -> change.kind() == kind).toList();
    }

    /** The consents and grants to applications. */
    public List<Change> consents() {
        return settings.changes().stream().filter(change -> change.kind().isConsent()).toList();
    }
}
