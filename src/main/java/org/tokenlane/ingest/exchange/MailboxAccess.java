package org.tokenlane.ingest.exchange;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.tokenlane.ingest.text.Value;
import org.tokenlane.model.state.StateFact;
import org.tokenlane.model.state.StateField;
import org.tokenlane.model.state.StateKind;

/**
 * Where mailboxes forward to and who else may use them. The columns are those of {@code Get-Mailbox}, {@code
 * Get-MailboxPermission}, {@code Get-RecipientPermission} and {@code Get-MailboxFolderPermission}, of which Hawk writes
 * some (Get-HawkUserEmailForwarding, github.com/T0pCyber/hawk), and those of the one table for all permissions of a
 * mailbox that Microsoft-Extractor-Suite writes (Get-MailboxPermissions,
 * github.com/invictus-ir/Microsoft-Extractor-Suite).
 */
final class MailboxAccess {

    private static final Pattern FULL_ACCESS = Pattern.compile("(.*) - Rights: (.*), Deny: (\\w*), Inheritance: .*");
    private static final Pattern SEND_AS = Pattern.compile("(.*) - Type: (\\w*), Rights: (.*), Inheritance: .*");
    private static final Pattern FOLDER = Pattern.compile("(.*) - (.*)");

    private MailboxAccess() {
    }

    static boolean isForwarding(Value row) {
        return row.has("forwardingsmtpaddress")
                && (row.has("forwardingaddress") || row.has("delivertomailboxandforward"));
    }

    static List<StateFact> forwarding(Value row) {
        String mailbox = FactDraft.mailbox(row.find("userprincipalname"), row.find("primarysmtpaddress"),
                row.find("identity"), row.find("displayname"));
        FactDraft forwarding = new FactDraft(StateKind.FORWARDING, mailbox)
                .text(StateField.FORWARD_TO, withoutPrefix(FactDraft.text(row.find("forwardingsmtpaddress"))))
                .text(StateField.REDIRECT_TO, withoutPrefix(FactDraft.text(row.find("forwardingaddress"))));
        if (forwarding.has(StateField.FORWARD_TO) || forwarding.has(StateField.REDIRECT_TO)) {
            forwarding.flag(StateField.KEEPS_COPY, row.find("delivertomailboxandforward"));
        }
        List<StateFact> facts = new ArrayList<>();
        facts.add(forwarding.text(StateField.CHANGED, row.find("whenchangedutc", "whenchanged")).done());
        String behalf = FactDraft.text(row.find("grantsendonbehalfto"));
        if (!behalf.isEmpty()) {
            facts.add(new FactDraft(StateKind.SEND_ON_BEHALF, mailbox).text(StateField.TRUSTEE, behalf).done());
        }
        return facts;
    }

    private static String withoutPrefix(String address) {
        return address.regionMatches(true, 0, "smtp:", 0, 5) ? address.substring(5) : address;
    }

    static boolean isSummary(Value row) {
        return row.has("fullaccesspermissions") && row.has("sendaspermissions") && row.has("userprincipalname");
    }

    static List<StateFact> summary(Value row) {
        String mailbox = FactDraft.mailbox(row.find("userprincipalname"));
        List<StateFact> facts = new ArrayList<>();
        for (String part : parts(row.find("fullaccesspermissions"), row.find("fullaccessusers"))) {
            Matcher told = FULL_ACCESS.matcher(part);
            boolean whole = told.matches();
            facts.add(permission(StateKind.MAILBOX_PERMISSION, mailbox, whole ? told.group(1) : part,
                    whole ? told.group(2) : "").flagIfSet(StateField.DENIES,
                            whole ? value(told.group(3))
                                    : Value.MISSING)
                    .done());
        }
        for (String part : parts(row.find("sendaspermissions"), row.find("sendasusers"))) {
            Matcher told = SEND_AS.matcher(part);
            boolean whole = told.matches();
            facts.add(permission(StateKind.SEND_AS, mailbox, whole ? told.group(1) : part, whole ? told.group(3) : "")
                    .text(StateField.DENIES, whole && told.group(2).equals("Deny") ? "true" : "").done());
        }
        for (String user : parts(Value.MISSING, row.find("sendonbehalfusers"))) {
            facts.add(permission(StateKind.SEND_ON_BEHALF, mailbox, user, "").done());
        }
        folder(facts, mailbox, "Calendar", row.find("calendarusers"));
        folder(facts, mailbox, "Inbox", row.find("inboxusers"));
        if (facts.isEmpty()) {
            facts.add(new FactDraft(StateKind.MAILBOX_PERMISSION, mailbox).done());
        }
        return facts;
    }

    private static void folder(List<StateFact> facts, @Nullable String mailbox, String folder, Value users) {
        for (String part : parts(Value.MISSING, users)) {
            Matcher told = FOLDER.matcher(part);
            boolean whole = told.matches();
            facts.add(permission(StateKind.FOLDER_PERMISSION, mailbox, whole ? told.group(1) : part,
                    whole ? told.group(2) : "").text(StateField.FOLDER, folder).done());
        }
    }

    /** The permissions that are told in detail, else the names of those who have one. */
    private static List<String> parts(Value detailed, Value users) {
        String text = FactDraft.text(detailed);
        String[] parts = text.isEmpty() ? FactDraft.text(users).split("; ") : text.split(" \\| ");
        List<String> all = new ArrayList<>();
        for (String part : parts) {
            if (!part.isBlank()) {
                all.add(part.strip());
            }
        }
        return all;
    }

    private static Value value(String text) {
        return Value.ofJson("[\"" + text + "\"]").items().getFirst();
    }

    private static FactDraft permission(StateKind kind, @Nullable String mailbox, String trustee, String rights) {
        return new FactDraft(kind, mailbox).text(StateField.TRUSTEE, trustee).text(StateField.RIGHTS, rights);
    }

    static boolean isMailboxPermission(Value row) {
        return row.has("user") && row.has("accessrights") && row.has("isinherited") && !row.has("foldername")
                && !row.has("trustee");
    }

    static List<StateFact> mailboxPermission(Value row) {
        return List.of(permission(StateKind.MAILBOX_PERMISSION, holder(row), FactDraft.text(row.find("user")),
                FactDraft.text(row.find("accessrights"))).flagIfSet(StateField.DENIES, row.find("deny"))
                .flagIfSet(StateField.INHERITED, row.find("isinherited")).done());
    }

    static boolean isRecipientPermission(Value row) {
        return row.has("trustee") && row.has("accessrights") && row.has("accesscontroltype");
    }

    static List<StateFact> recipientPermission(Value row) {
        return List.of(permission(StateKind.SEND_AS, holder(row), FactDraft.text(row.find("trustee")),
                FactDraft.text(row.find("accessrights")))
                .text(StateField.DENIES,
                        "deny".equals(FactDraft.text(row.find("accesscontroltype")).toLowerCase(Locale.ROOT)) ? "true"
                                : "")
                .flagIfSet(StateField.INHERITED, row.find("isinherited")).done());
    }

    static boolean isFolderPermission(Value row) {
        return row.has("foldername") && row.has("user") && row.has("accessrights");
    }

    /** {@code Get-MailboxFolderPermission} itself does not name the mailbox; its identity is the user's. */
    static List<StateFact> folderPermission(Value row) {
        String identity = FactDraft.text(row.find("identity"));
        int end = identity.indexOf(":\\");
        String mailbox = FactDraft.mailbox(row.find("mailbox"), row.find("userprincipalname"));
        return List.of(permission(StateKind.FOLDER_PERMISSION,
                mailbox == null && end > 0 ? identity.substring(0, end).toLowerCase(Locale.ROOT) : mailbox,
                FactDraft.text(row.find("user")), FactDraft.text(row.find("accessrights")))
                .text(StateField.FOLDER, row.find("foldername")).done());
    }

    private static @Nullable String holder(Value row) {
        return FactDraft.mailbox(row.find("userprincipalname"), row.find("mailbox"), row.find("identity"));
    }
}
