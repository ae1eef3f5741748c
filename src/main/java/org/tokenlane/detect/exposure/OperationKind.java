package org.tokenlane.detect.exposure;

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
    private static final Pattern RULES = Pattern.compile(
            "(new|set|enable|disable|remove)-(inbox|transport)rule|updateinboxrules",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern ASSISTANTS = Pattern.compile("(connected)?aiapp.*|.*copilot.*");
    private static final Pattern CMDLET = Pattern.compile("[a-z]+-[a-z0-9]+", Pattern.CASE_INSENSITIVE);
    private static final Pattern MAILBOX_RIGHTS = Pattern
            .compile("(add|modify|update|remove)folderpermissions?|updatecalendardelegation", Pattern.CASE_INSENSITIVE);
    private static final Pattern SHARED = Pattern.compile(
            "sharing.*|sitecollectionadminadded|addedtogroup|.*link(created|updated|removed|deleted)|addedto(secure|"
                    + "sharing)link.*|removedfrom(secure|sharing)link.*",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern FILES = Pattern.compile(
            "(file|folder|page|listitem|clientviewsignaled|anonymouslinkused|securelinkused|companylinkused).*",
            Pattern.CASE_INSENSITIVE);

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
        if (ASSISTANTS.matcher(operation).matches() || workload.contains("copilot")) {
            return ASSISTANT;
        }
        if (workload.contains("teams")) {
            return TEAMS;
        }
        if (workload.contains("sharepoint") || workload.contains("onedrive")) {
            return SHARED.matcher(operation).matches() ? SHARING : FILES.matcher(operation).matches() ? FILE : OTHER;
        }
        if (workload.isEmpty() || workload.contains("exchange")) {
            return exchange(operation);
        }
        return OTHER;
    }

    private static OperationKind exchange(String operation) {
        if (SENT.contains(operation)) {
            return MAIL_SENT;
        }
        if (CHANGED.contains(operation)) {
            return MAIL_CHANGED;
        }
        if (RULES.matcher(operation).matches()) {
            return RULE;
        }
        return CMDLET.matcher(operation).matches() || MAILBOX_RIGHTS.matcher(operation).matches() ? EXCHANGE_CHANGE
                : OTHER;
    }
}
