package org.tokenlane.detect.exposure;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.tokenlane.model.detail.RecordDetail.Target;

/**
 * What a choice of events got at. Complete as far as the logs go: each event that is an operation stands in one of the
 * lists, and {@code limits} says what the logs
 * leave open. Texts are as the records have them and may be hostile.
 *
 * @param operations
 *            how many of the chosen events are operations
 * @param first
 *            the time of the first chosen operation, in nanoseconds since 1970, UTC, or {@code AuditEvent.NO_TIME}
 * @param last
 *            the time of the last
 * @param unnamed
 *            mail items that were read and counted but not named
 * @param changes
 *            changes of directory, applications, devices and settings, consents and grants among them
 * @param inferred
 *            changes that only user, address or time tie to the chosen sessions; not counted elsewhere
 * @param others
 *            the operations that belong in no other list
 * @param throttled
 *            whether Exchange stopped logging what was read
 * @param limits
 *            what the list leaves open, as sentences with their numbers, the weightiest first
 */
public record Exposure(int operations, long first, long last, List<MailItem> mailItems, List<SyncedFolder> folders,
        List<Unnamed> unnamed, List<SentMail> sent,
        List<MailChange> mailChanges, List<FileUse> files, List<Sharing> sharings, List<Search> searches,
        List<InboxRule> inboxRules, List<Change> changes,
        List<Change> inferred, List<TeamsUse> teams, List<GraphUse> graph, List<Other> others, boolean throttled,
        List<String> limits) {

    /**
     * A mail item that was read.
     *
     * @param internetMessageId
     *            as the message has it, angle brackets included; or null where only a subject is told
     * @param folder
     *            where it was read, or null
     * @param subject
     *            or null
     * @param subjectFromElsewhere
     *            whether another record of the same message gave the subject
     * @param how
     *            {@code read}, {@code attachment}, {@code preview}
     */
    public record MailItem(String mailbox, String internetMessageId, String folder, String subject,
            boolean subjectFromElsewhere, Set<String> how, Use use) {
    }

    /** A mailbox folder that a client synchronised: which of its items came along is not logged, so take all. */
    public record SyncedFolder(String mailbox, String folder, Use use) {
    }

    /**
     * Items of a mailbox that were read and are only counted.
     *
     * @param items
     *            how many
     * @param uncounted
     *            records that do not even tell how many
     */
    public record Unnamed(String mailbox, int items, int uncounted, Use use) {
    }

    /** A mail that was sent; message id, subject and recipients may be null. */
    public record SentMail(String mailbox, String operation, String internetMessageId, String subject,
            String recipients, Use use) {
    }

    /** A mail item or folder that was deleted, moved, copied, made or changed. */
    public record MailChange(String mailbox, String operation, String internetMessageId, String folder,
            String destination, String subject, Use use) {
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
     * @param path
     *            its address, or its name where no address is told
     * @param actions
     *            how often each was done
     */
    public record FileUse(String site, String path, Map<FileAction, Integer> actions, Use use) {
    }

    /** A sharing of a file, folder or site: with whom, and by what link or right; both may be null. */
    public record Sharing(String operation, String path, String with, String how, Use use) {
    }

    /** A search in mail or sites; its words, or null where they are not logged. */
    public record Search(String workload, String words, Use use) {
    }

    /**
     * A rule of a mailbox or the tenant, or a forwarding, that was made, changed or taken away.
     *
     * @param name
     *            the rule's name, or null
     * @param conditions
     *            in words
     * @param actions
     *            in words
     * @param forwardsTo
     *            the addresses that mail is sent on to
     * @param failed
     *            whether it was refused
     */
    public record InboxRule(String operation, String mailbox, String name, String conditions, String actions,
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
     *            in words why it is thought to belong to the sessions, or null where the record says so
     */
    public record Change(ChangeKind kind, String activity, String actor, String target, String targetId, String what,
            List<Target> targets,
            Map<String, String> parameters, boolean failed, String link, Use use) {

        /** The id of the first target of a type, any case; null where there is none. */
        public String idOf(String type) {
            return targets.stream().filter(one -> type.equalsIgnoreCase(one.type())).map(Target::id)
                    .filter(Objects::nonNull).findFirst().orElse(null);
        }

        /** The value of a parameter, any case, or null. */
        public String parameter(String name) {
            return parameters.entrySet().stream().filter(entry -> entry.getKey().equalsIgnoreCase(name))
                    .map(Map.Entry::getValue).findFirst().orElse(null);
        }
    }

    /** What was done in a chat, channel or meeting of Teams. */
    public record TeamsUse(String where, String action, String operation, Use use) {
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
    public record GraphUse(String user, String operation, String item, List<String> asked, int succeeded, int refused,
            Use use) {
    }

    /** Operations of a name that no other list has. */
    public record Other(String workload, String operation, Use use) {
    }

    /** The distinct mail items that were read and are only counted. */
    public int unnamedItems() {
        return unnamed.stream().mapToInt(Unnamed::items).sum();
    }

    /** How many files had this done to them. */
    public int files(FileAction action) {
        return (int) files.stream().filter(file -> file.actions().containsKey(action)).count();
    }

    /** The changes of a kind. */
    public List<Change> changes(ChangeKind kind) {
        return changes.stream().filter(change -> change.kind() == kind).toList();
    }

    /** The consents and grants to applications. */
    public List<Change> consents() {
        return changes.stream().filter(change -> change.kind().isConsent()).toList();
    }
}
