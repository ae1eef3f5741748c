package org.tokenlane.detect.exposure;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.tokenlane.model.event.EventField;
import org.tokenlane.model.event.EventKind;
import org.tokenlane.query.CaseEvents;

/** Into which list of the exposure an event belongs. */
public enum OperationKind {

    MAIL_READ(true),
    MAIL_SENT(true),
    MAIL_CHANGED(true),
    RULE(true),
    EXCHANGE_CHANGE(true),
    DIRECTORY_CHANGE(true),
    SEARCH(true),
    SHARING(true),
    FILE(false),
    TEAMS(false),
    ASSISTANT(true),
    GRAPH(false),
    OTHER(false),
    /** A sign-in, a risk, an alert: no operation. */
    NONE(false);

    private static final Set<String> READ = Set.of("mailitemsaccessed", "attachmentaccess", "messagebind",
            "previewitemrendered", "previewitemdownloaded");
    private static final Set<String> SENT = Set.of("send", "sendas", "sendonbehalf");
    private static final Set<String> CHANGED = Set.of("softdelete", "harddelete", "movetodeleteditems", "move", "copy",
            "create", "update", "recorddelete");
    private static final Set<String> RULES = Set.of("new-inboxrule", "set-inboxrule", "enable-inboxrule",
            "disable-inboxrule", "remove-inboxrule", "new-transportrule", "set-transportrule", "enable-transportrule",
            "disable-transportrule", "remove-transportrule", "updateinboxrules");
    private static final Pattern CMDLET = Pattern.compile("[a-z]+-[a-z0-9]+", Pattern.CASE_INSENSITIVE);
    private static final Pattern MAILBOX_RIGHTS = Pattern
            .compile("(add|modify|update|remove)folderpermissions?|updatecalendardelegation", Pattern.CASE_INSENSITIVE);
    private static final List<String> SHARED_BEGIN = List.of("sharing", "addedtosecurelink", "addedtosharinglink",
            "removedfromsecurelink", "removedfromsharinglink");
    private static final List<String> SHARED_END = List.of("linkcreated", "linkupdated", "linkremoved",
            "linkdeleted");
    private static final Set<String> SHARED = Set.of("sitecollectionadminadded", "addedtogroup");
    private static final List<String> FILES = List.of("file", "folder", "page", "listitem", "clientviewsignaled",
            "anonymouslinkused", "securelinkused", "companylinkused");

    private final boolean needsRecord;

    OperationKind(boolean needsRecord) {
        this.needsRecord = needsRecord;
    }

    /** Tells whether the record has to be opened to state what was accessed. */
    boolean needsRecord() {
        return needsRecord;
    }

    /** Of an event. */
    public static OperationKind of(CaseEvents events, int event) {
        EventKind kind = events.kind(event);
        if (!kind.isOperation()) {
            return NONE;
        }
        if (kind == EventKind.GRAPH_CALL) {
            return GRAPH;
        }
        return kind == EventKind.DIRECTORY_CHANGE ? DIRECTORY_CHANGE
                : of(events.text(EventField.WORKLOAD, event), events.operation(event));
    }

    /** What an event on a file did with it, as lists of files count it. */
    public static Exposure.FileAction fileAction(CaseEvents events, int event) {
        return of(events, event) == SHARING ? Exposure.FileAction.SHARED
                : FileLedger.action(events.operation(event));
    }

    private static OperationKind of(@Nullable String givenWorkload, String givenOperation) {
        String operation = givenOperation.toLowerCase(Locale.ROOT);
        String workload = givenWorkload == null ? "" : givenWorkload.toLowerCase(Locale.ROOT);
        if (READ.contains(operation)) {
            return MAIL_READ;
        }
        if (operation.startsWith("searchquery")) {
            return SEARCH;
        }
        if (operation.startsWith("aiapp") || operation.startsWith("connectedaiapp") || operation.contains("copilot")
                || workload.contains("copilot")) {
            return ASSISTANT;
        }
        if (workload.contains("teams")) {
            return TEAMS;
        }
        if (workload.contains("sharepoint") || workload.contains("onedrive")) {
            return isShared(operation) ? SHARING : beginsWithOne(FILES, operation) ? FILE : OTHER;
        }
        if (workload.isEmpty() || workload.contains("exchange")) {
            return exchange(operation);
        }
        return OTHER;
    }

    private static boolean isShared(String operation) {
        if (SHARED.contains(operation) || beginsWithOne(SHARED_BEGIN, operation)) {
            return true;
        }
        for (String end : SHARED_END) {
            if (operation.endsWith(end)) {
                return true;
            }
        }
        return false;
    }

    /** A plain loop, as all events of a case are asked for their kind. */
    private static boolean beginsWithOne(List<String> beginnings, String operation) {
        for (String beginning : beginnings) {
            if (operation.startsWith(beginning)) {
                return true;
            }
        }
        return false;
    }

    private static OperationKind exchange(String operation) {
        if (SENT.contains(operation)) {
            return MAIL_SENT;
        }
        if (CHANGED.contains(operation)) {
            return MAIL_CHANGED;
        }
        if (RULES.contains(operation)) {
            return RULE;
        }
        return CMDLET.matcher(operation).matches() || MAILBOX_RIGHTS.matcher(operation).matches() ? EXCHANGE_CHANGE
                : OTHER;
    }
}
