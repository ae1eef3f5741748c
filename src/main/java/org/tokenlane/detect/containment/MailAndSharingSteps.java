package org.tokenlane.detect.containment;

import static org.tokenlane.detect.containment.PowerShellText.quoted;
import static org.tokenlane.detect.containment.PowerShellText.remark;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tokenlane.detect.containment.ContainmentSheet.Item;
import org.tokenlane.detect.exposure.Exposure;
import org.tokenlane.detect.exposure.Exposure.Change;
import org.tokenlane.detect.exposure.Exposure.InboxRule;
import org.tokenlane.detect.exposure.Exposure.Sharing;

/** Creates the steps that undo what was set in mailboxes and shared from sites. */
final class MailAndSharingSteps {

    /** The host with the site, and what is the path on the host. */
    private static final Pattern SITE = Pattern.compile(
            "^(https?://[^/?#]+)((?:/(?:sites|teams|personal)/[^/?#]+)?)(/[^?#]*)?.*$",
            Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    private final Exposure exposure;
    private final Steps steps;

    MailAndSharingSteps(Exposure exposure, Steps steps) {
        this.exposure = exposure;
        this.steps = steps;
    }

    void forwards() {
        Set<String> commands = new LinkedHashSet<>();
        List<Item> items = new ArrayList<>();
        for (InboxRule rule : exposure.inboxRules()) {
            if (isForwarding(rule) && !rule.failed() && rule.mailbox() != null) {
                items.add(item(rule));
                commands.add("Get-Mailbox -Identity " + quoted(rule.mailbox())
                        + " | Format-List ForwardingSmtpAddress,ForwardingAddress,DeliverToMailboxAndForward");
                commands.add(
                        "Set-Mailbox -Identity " + quoted(rule.mailbox())
                                + " -ForwardingSmtpAddress $null -ForwardingAddress $null "
                                + "-DeliverToMailboxAndForward $false");
            }
        }
        steps.add(ContainmentStepText.REMOVE_FORWARDING, ContainmentStepText.REMOVE_FORWARDING_WHY, items,
                commands);
    }

    private static boolean isForwarding(InboxRule rule) {
        return !rule.operation().toLowerCase(Locale.ROOT).contains("rule");
    }

    void rules() {
        Set<String> commands = new LinkedHashSet<>();
        List<Item> items = new ArrayList<>();
        for (InboxRule rule : exposure.inboxRules()) {
            String operation = rule.operation().toLowerCase(Locale.ROOT);
            if (isForwarding(rule) || rule.failed()) {
                continue;
            }
            items.add(item(rule));
            if (operation.startsWith("remove") || operation.startsWith("disable")) {
                commands.add(remark(ContainmentStepText.RULE_WAS_REMOVED.text(rule.operation())));
            } else if (operation.contains("transportrule")) {
                commands.add(rule.name() == null ? "Get-TransportRule | Format-List Name,State,Description"
                        : "Disable-TransportRule -Identity " + quoted(rule.name()));
            } else if (rule.mailbox() != null) {
                commands.add("Get-InboxRule -Mailbox " + quoted(rule.mailbox())
                        + " -IncludeHidden | Format-List Name,Identity,Enabled,Description");
                if (rule.name() != null) {
                    String disable = "Disable-InboxRule -Mailbox " + quoted(rule.mailbox()) + " -Identity "
                            + quoted(rule.name()) + " -Confirm:$false";
                    commands.add(PowerShellText.isPlain(rule.name()) ? disable
                            : remark(ContainmentStepText.HIDDEN_CHARACTERS.text(disable)));
                }
            }
        }
        steps.add(ContainmentStepText.DISABLE_RULES, ContainmentStepText.DISABLE_RULES_WHY, items, commands);
    }

    private static Item item(InboxRule rule) {
        String name = rule.name() == null ? String.valueOf(rule.mailbox()) : rule.name();
        return new Item(name, rule.mailbox(),
                rule.actions() == null ? ContainmentStepText.RULE.text(rule.operation(), rule.conditions())
                        : ContainmentStepText.RULE_WITH_ACTIONS.text(rule.operation(), rule.conditions(),
                                rule.actions()),
                rule.use().first(),
                false);
    }

    void mailboxAccess() {
        Set<String> commands = new LinkedHashSet<>();
        for (Change change : steps.mailboxAccess()) {
            String operation = change.activity().toLowerCase(Locale.ROOT);
            String mailbox = change.parameter("Identity") == null ? change.target() : change.parameter("Identity");
            String user = change.parameter("User") == null ? change.parameter("Trustee") : change.parameter("User");
            String rights = change.parameter("AccessRights");
            if (mailbox == null) {
                commands.add(remark(ContainmentStepText.NO_MAILBOX.text(change.activity())));
            } else if (operation.equals("add-mailboxpermission") && user != null && rights != null) {
                commands.add(
                        "Remove-MailboxPermission -Identity " + quoted(mailbox) + " -User " + quoted(user)
                                + " -AccessRights " + quoted(rights) + " -Confirm:$false");
            } else if (operation.equals("add-recipientpermission") && user != null) {
                commands.add("Remove-RecipientPermission -Identity " + quoted(mailbox) + " -Trustee " + quoted(user)
                        + " -AccessRights SendAs -Confirm:$false");
            } else if (operation.equals("add-mailboxfolderpermission") && user != null) {
                commands.add("Remove-MailboxFolderPermission -Identity " + quoted(mailbox) + " -User " + quoted(user)
                        + " -Confirm:$false");
            } else {
                commands.add("Get-MailboxPermission -Identity " + quoted(mailbox) + " | Format-List User,AccessRights");
            }
        }
        steps.addChanges(ContainmentStepText.REMOVE_MAILBOX_RIGHTS, ContainmentStepText.REMOVE_MAILBOX_RIGHTS_WHY,
                steps.mailboxAccess(), commands);
        steps.addChanges(ContainmentStepText.REVIEW_EXCHANGE, ContainmentStepText.REVIEW_EXCHANGE_WHY,
                steps.exchangeSettings(), List.of());
    }

    void sharings() {
        Set<String> commands = new LinkedHashSet<>();
        List<Item> items = new ArrayList<>();
        for (Sharing sharing : exposure.sharings()) {
            String operation = sharing.operation().toLowerCase(Locale.ROOT);
            if (operation.contains("removed") || operation.contains("deleted") || operation.contains("revoked")) {
                continue;
            }
            items.add(
                    new Item(sharing.path(), sharing.path(),
                            ContainmentStepText.SHARING.text(sharing.operation(),
                                    sharing.with() == null ? 0 : 1, String.valueOf(sharing.with()),
                                    sharing.how() == null ? 0 : 1, String.valueOf(sharing.how())),
                            sharing.use().first(), false));
            Matcher site = SITE.matcher(sharing.path());
            if (!site.matches() || site.group(3) == null) {
                commands.add(remark(ContainmentStepText.FIND_SHARED.text(sharing.path())));
                continue;
            }
            String path = quoted(site.group(2) + decoded(site.group(3)));
            commands.add("Connect-PnPOnline -Url " + quoted(site.group(1) + site.group(2)) + " -Interactive");
            commands.add("Get-PnPFileSharingLink -Identity " + path);
            commands.add("Remove-PnPFileSharingLink -FileUrl " + path);
        }
        steps.add(ContainmentStepText.REMOVE_LINKS, ContainmentStepText.REMOVE_LINKS_WHY, items, commands);
    }

    private static String decoded(String path) {
        if (path.indexOf('%') < 0) {
            return path;
        }
        try {
            return new URI(path).getPath();
        } catch (URISyntaxException notEncoded) {
            return path;
        }
    }
}
