package org.tokenlane.ingest.exchange;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tokenlane.ingest.text.Value;
import org.tokenlane.model.state.StateFact;
import org.tokenlane.model.state.StateField;
import org.tokenlane.model.state.StateKind;

/**
 * Rules that work on mail: those of mailboxes and those of the organization. The columns are those that
 * Microsoft-Extractor-Suite writes (Get-MailboxRules and Get-TransportRules,
 * github.com/invictus-ir/Microsoft-Extractor-Suite), those of {@code Get-InboxRule} and {@code Get-SweepRule} as Hawk
 * writes them whole (Get-HawkUserInboxRule, github.com/T0pCyber/hawk), and the messageRule of Graph
 * (learn.microsoft.com/graph/api/resources/messagerule).
 */
final class MailboxRules {

    /** A script may keep some of the columns only. */
    private static final List<String> ACTIONS = List.of("forwardto", "redirectto", "movetofolder", "deletemessage",
            "forwardasattachmentto");

    private MailboxRules() {
    }

    static boolean isInboxRule(Value row) {
        return ACTIONS.stream().filter(row::has).count() > 1 && !row.has("operation") && !row.has("operations")
                && (row.has("rulename") || row.has("name") && (row.has("ruleidentity") || row.has("mailboxownerid")
                        || row.has("identity") || row.has("stopprocessingrules")));
    }

    static List<StateFact> inboxRule(Value row) {
        FactDraft fact = new FactDraft(StateKind.INBOX_RULE, owner(row)).named(row.find("rulename", "name"))
                .flag(StateField.ENABLED, row.find("enabled", "ruleenabled"));
        fact.text(StateField.FORWARD_TO, row.find("forwardto")).text(StateField.REDIRECT_TO, row.find("redirectto"))
                .text(StateField.FORWARD_AS_ATTACHMENT_TO, row.find("forwardasattachmentto"))
                .flagIfSet(StateField.DELETES, row.find("deletemessage"), row.find("softdeletemessage"))
                .text(StateField.MOVES_TO, row.find("movetofolder"))
                .text(StateField.COPIES_TO, row.find("copytofolder"))
                .flagIfSet(StateField.MARKS_AS_READ, row.find("markasread"))
                .text(StateField.CATEGORY, row.find("applycategory"))
                .flagIfSet(StateField.STOPS_OTHER_RULES, row.find("stopprocessingrules"))
                .text(StateField.FROM, row.find("from"), row.find("fromaddresscontainswords"))
                .text(StateField.SENT_TO, row.find("sentto"), row.find("recipientaddresscontainswords"))
                .text(StateField.WORDS, row.find("subjectcontainswords"), row.find("subjectorbodycontainswords"),
                        row.find("bodycontainswords"), row.find("headercontainswords"))
                .text(StateField.PRIORITY, row.find("priority"))
                .text(StateField.RULE_ID, row.find("ruleidentity", "identity"));
        String error = FactDraft.text(row.find("errortype"));
        fact.text(StateField.ERROR, error.equals("None") ? "" : error).text(StateField.DESCRIPTION,
                row.find("description", "textdescription"));
        return List.of(fact.done());
    }

    /** An identity is the mailbox, a backslash and the rule's number. */
    private static @Nullable String owner(Value row) {
        String named = FactDraft.mailbox(row.find("username"), row.find("userprincipalname"), row.find("mailbox"),
                row.find("mailboxownerid"));
        String identity = FactDraft.mailbox(row.find("identity"));
        int end = identity == null ? -1 : identity.indexOf('\\');
        return named != null ? named : identity == null || end < 1 ? null : identity.substring(0, end);
    }

    static boolean isGraphRule(Value row) {
        return row.has("displayname") && row.has("sequence") && row.has("isenabled") && row.get("actions").isObject();
    }

    static List<StateFact> graphRule(Value row) {
        Value actions = row.get("actions");
        Value conditions = row.get("conditions").opened();
        return List.of(new FactDraft(StateKind.INBOX_RULE,
                FactDraft.mailbox(row.find("userprincipalname", "mailbox", "upn"))).named(row.find("displayname"))
                .flag(StateField.ENABLED, row.find("isenabled"))
                .text(StateField.FORWARD_TO, actions.find("forwardto"))
                .text(StateField.REDIRECT_TO, actions.find("redirectto"))
                .text(StateField.FORWARD_AS_ATTACHMENT_TO, actions.find("forwardasattachmentto"))
                .flagIfSet(StateField.DELETES, actions.find("delete"), actions.find("permanentdelete"))
                .text(StateField.MOVES_TO, actions.find("movetofolder"))
                .text(StateField.COPIES_TO, actions.find("copytofolder"))
                .flagIfSet(StateField.MARKS_AS_READ, actions.find("markasread"))
                .text(StateField.CATEGORY, actions.find("assigncategories"))
                .flagIfSet(StateField.STOPS_OTHER_RULES, actions.find("stopprocessingrules"))
                .text(StateField.FROM, conditions.find("fromaddresses"), conditions.find("sendercontains"))
                .text(StateField.SENT_TO, conditions.find("senttoaddresses"), conditions.find("recipientcontains"))
                .text(StateField.WORDS, conditions.find("subjectcontains"), conditions.find("bodyorsubjectcontains"),
                        conditions.find("bodycontains"), conditions.find("headercontains"))
                .text(StateField.PRIORITY, row.find("sequence")).text(StateField.RULE_ID, row.find("id")).done());
    }

    static boolean isSweepRule(Value row) {
        return row.has("destinationfolder") && row.has("sourcefolder") && (row.has("keepfordays")
                || row.has("keeplatest"));
    }

    static List<StateFact> sweepRule(Value row) {
        return List.of(new FactDraft(StateKind.SWEEP_RULE, owner(row)).named(row.find("name"))
                .flag(StateField.ENABLED, row.find("enabled")).text(StateField.FROM, row.find("sender"))
                .text(StateField.FOLDER, row.find("sourcefolder"))
                .text(StateField.MOVES_TO, row.find("destinationfolder")).text(StateField.RULE_ID, row.find("ruleid"))
                .done());
    }

    static boolean isTransportRule(Value row) {
        return row.has("state") && row.has("createdby") && row.has("whenchanged") && row.has("description")
                && row.has("name");
    }

    static List<StateFact> transportRule(Value row) {
        return List.of(new FactDraft(StateKind.TRANSPORT_RULE, null).named(row.find("name"))
                .flag(StateField.ENABLED, row.find("state"))
                .text(StateField.REDIRECT_TO, row.find("redirectmessageto"))
                .text(StateField.FORWARD_TO, row.find("blindcopyto"), row.find("copyto"))
                .flagIfSet(StateField.DELETES, row.find("deletemessage"))
                .text(StateField.FROM, row.find("from")).text(StateField.SENT_TO, row.find("sentto"))
                .text(StateField.WORDS, row.find("subjectcontainswords"), row.find("subjectorbodycontainswords"))
                .text(StateField.PRIORITY, row.find("priority")).text(StateField.CREATED_BY, row.find("createdby"))
                .text(StateField.CHANGED, row.find("whenchanged"))
                .text(StateField.DESCRIPTION, row.find("description")).done());
    }
}
