package org.tokenlane.detect.wording;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.tokenlane.model.event.EventField;
import org.tokenlane.model.text.Text;

/**
 * Settings of Exchange: forwarding, permissions, auditing, protocols, connectors and protection ("Exchange PowerShell",
 * learn.microsoft.com/powershell/exchange/exchange-online-powershell).
 */
final class ExchangeWording {

    private static final Map<String, WordingText> THINGS = Map.ofEntries(
            Map.entry("inboundconnector", WordingText.INBOUND_CONNECTOR),
            Map.entry("outboundconnector", WordingText.OUTBOUND_CONNECTOR),
            Map.entry("journalrule", WordingText.JOURNAL_RULE), Map.entry("sweeprule", WordingText.SWEEP_RULE),
            Map.entry("safelinkspolicy", WordingText.SAFE_LINKS), Map.entry("safelinksrule", WordingText.SAFE_LINKS),
            Map.entry("safeattachmentpolicy", WordingText.SAFE_ATTACHMENTS),
            Map.entry("safeattachmentrule", WordingText.SAFE_ATTACHMENTS),
            Map.entry("antiphishpolicy", WordingText.ANTI_PHISHING),
            Map.entry("antiphishrule", WordingText.ANTI_PHISHING),
            Map.entry("malwarefilterpolicy", WordingText.MALWARE_FILTER),
            Map.entry("malwarefilterrule", WordingText.MALWARE_FILTER),
            Map.entry("hostedcontentfilterpolicy", WordingText.SPAM_FILTER),
            Map.entry("hostedcontentfilterrule", WordingText.SPAM_FILTER),
            Map.entry("compliancesearch", WordingText.CONTENT_SEARCH),
            Map.entry("retentioncompliancepolicy", WordingText.RETENTION_POLICY),
            Map.entry("dlpcompliancepolicy", WordingText.DLP_POLICY));
    private static final Map<String, WordingText> VERBS = Map.of("new", WordingText.SETTING_CREATED, "set",
            WordingText.SETTING_CHANGED, "enable", WordingText.SETTING_TURNED_ON, "disable",
            WordingText.SETTING_TURNED_OFF, "remove", WordingText.SETTING_REMOVED);
    private static final List<String> PROTOCOLS = List.of("ImapEnabled", "PopEnabled", "ActiveSyncEnabled",
            "EwsEnabled", "MAPIEnabled", "OWAEnabled", "SmtpClientAuthenticationDisabled", "ECPEnabled");
    private static final Pattern ALIAS = Pattern.compile(".*/([^/\\\\]+)");

    private ExchangeWording() {
    }

    static void into(Map<String, Sentences.Wording> all) {
        all.put("set-mailbox", ExchangeWording::mailbox);
        all.put("set-mailboxautoreplyconfiguration", reading -> valued(reading, WordingText.AUTO_REPLY,
                "AutoReplyState"));
        all.put("add-mailboxpermission", reading -> permission(reading, WordingText.PERMISSION_GIVEN, "User"));
        all.put("remove-mailboxpermission", reading -> permission(reading, WordingText.PERMISSION_TAKEN, "User"));
        all.put("add-recipientpermission", reading -> permission(reading, WordingText.PERMISSION_GIVEN, "Trustee"));
        all.put("remove-recipientpermission",
                reading -> permission(reading, WordingText.PERMISSION_TAKEN, "Trustee"));
        for (String verb : new String[] { "add", "set" }) {
            all.put(verb + "-mailboxfolderpermission",
                    reading -> folderPermission(reading, WordingText.FOLDER_PERMISSION_GIVEN));
        }
        all.put("remove-mailboxfolderpermission",
                reading -> folderPermission(reading, WordingText.FOLDER_PERMISSION_TAKEN));
        all.put("addfolderpermissions", reading -> folder(reading, WordingText.FOLDER_PERMISSION_GIVEN));
        all.put("modifyfolderpermissions", reading -> folder(reading, WordingText.FOLDER_PERMISSION_GIVEN));
        all.put("updatefolderpermissions", reading -> folder(reading, WordingText.FOLDER_PERMISSION_GIVEN));
        all.put("removefolderpermissions", reading -> folder(reading, WordingText.FOLDER_PERMISSION_TAKEN));
        all.put("set-casmailbox", ExchangeWording::protocols);
        all.put("set-adminauditlogconfig", reading -> switched(reading, "UnifiedAuditLogIngestionEnabled",
                WordingText.AUDIT_LOG_ON, WordingText.AUDIT_LOG_OFF));
        all.put("set-mailboxauditbypassassociation", reading -> switched(reading, "AuditBypassEnabled",
                WordingText.AUDIT_BYPASS_ON, WordingText.AUDIT_BYPASS_OFF));
        all.put("set-hostedoutboundspamfilterpolicy", reading -> valued(reading, WordingText.AUTO_FORWARDING,
                "AutoForwardingMode"));
        all.put("set-remotedomain", reading -> switched(reading, "AutoForwardEnabled",
                WordingText.REMOTE_FORWARDING_ON, WordingText.REMOTE_FORWARDING_OFF));
        all.put("add-rolegroupmember", reading -> member(reading, WordingText.ROLE_GROUP_JOINED));
        all.put("remove-rolegroupmember", reading -> member(reading, WordingText.ROLE_GROUP_LEFT));
        all.put("new-managementroleassignment", ExchangeWording::managementRole);
        THINGS.forEach((thing, named) -> VERBS.forEach((verb, sentence) -> all.put(verb + '-' + thing,
                reading -> setting(reading, sentence, named))));
    }

    private static @Nullable Text mailbox(Reading reading) {
        Object mailbox = object(reading);
        if (has(reading, "ForwardingSmtpAddress") || has(reading, "ForwardingAddress")) {
            String to = reading.parameter("ForwardingSmtpAddress", "ForwardingAddress");
            if (to == null) {
                return reading.says(WordingText.FORWARDING_REMOVED, mailbox);
            }
            String copy = reading.parameter("DeliverToMailboxAndForward");
            return reading.says(WordingText.FORWARDING_SET, mailbox, RuleWording.bare(to),
                    copy == null ? 0 : copy.equalsIgnoreCase("true") ? 1 : 2);
        }
        String auditing = reading.parameter("AuditEnabled");
        if (auditing != null) {
            return reading.says(auditing.equalsIgnoreCase("true") ? WordingText.MAILBOX_AUDIT_ON
                    : WordingText.MAILBOX_AUDIT_OFF, mailbox);
        }
        String behalf = reading.parameter("GrantSendOnBehalfTo");
        if (behalf != null) {
            return reading.says(WordingText.SEND_ON_BEHALF_GIVEN, behalf, mailbox);
        }
        String hold = reading.parameter("LitigationHoldEnabled");
        return hold == null ? null
                : reading.says(hold.equalsIgnoreCase("true") ? WordingText.HOLD_ON : WordingText.HOLD_OFF, mailbox);
    }

    private static boolean has(Reading reading, String parameter) {
        return reading.detail().parameter(parameter) != null;
    }

    /** What the cmdlet acts on; an identity that is a path in the directory is shown by its last part. */
    private static Object object(Reading reading) {
        String identity = reading.parameter("Identity");
        String named = identity == null ? reading.text(EventField.TARGET) : identity;
        if (named == null) {
            return WordingText.UNNAMED_MAILBOX.with();
        }
        Matcher path = ALIAS.matcher(named);
        return path.matches() ? path.group(1) : named;
    }

    private static @Nullable Text valued(Reading reading, WordingText sentence, String parameter) {
        String value = reading.parameter(parameter);
        return value == null ? null : reading.says(sentence, object(reading), value);
    }

    private static @Nullable Text switched(Reading reading, String parameter, WordingText on, WordingText off) {
        String value = reading.parameter(parameter);
        return value == null ? null
                : reading.says(value.equalsIgnoreCase("true") ? on : off, object(reading));
    }

    private static @Nullable Text permission(Reading reading, WordingText sentence, String who) {
        String user = reading.parameter(who);
        String rights = reading.parameter("AccessRights");
        return user == null ? null
                : reading.says(sentence, user, object(reading), Reading.present(rights), Reading.orNothing(rights));
    }

    private static @Nullable Text folderPermission(Reading reading, WordingText sentence) {
        String user = reading.parameter("User");
        String rights = reading.parameter("AccessRights");
        return user == null ? null
                : reading.says(sentence, user, MailboxWording.folder(reading.parameter("Identity")),
                        Reading.present(rights), Reading.orNothing(rights));
    }

    private static @Nullable Text folder(Reading reading, WordingText sentence) {
        String user = reading.field("Item.ParentFolder.MemberUpn", "ParentFolder.MemberUpn", "MemberUpn");
        String rights = reading.field("Item.ParentFolder.MemberRights", "ParentFolder.MemberRights", "MemberRights");
        String folder = reading.field("Item.ParentFolder.Path", "ParentFolder.Path");
        if (user == null) {
            return null;
        }
        return reading.says(sentence, user,
                MailboxWording.folder(folder == null ? Reading.clean(reading.detail().folder()) : folder),
                Reading.present(rights), Reading.orNothing(rights));
    }

    private static @Nullable Text protocols(Reading reading) {
        List<String> set = new ArrayList<>();
        for (String protocol : PROTOCOLS) {
            String value = reading.parameter(protocol);
            if (value != null) {
                set.add(WordingText.SETTING_VALUE.text(protocol, value));
            }
        }
        Object all = Reading.all(set);
        return all == null ? null : reading.says(WordingText.PROTOCOLS_CHANGED, object(reading), all);
    }

    private static @Nullable Text member(Reading reading, WordingText sentence) {
        String member = reading.parameter("Member");
        return member == null ? null : reading.says(sentence, member, object(reading));
    }

    private static @Nullable Text managementRole(Reading reading) {
        String role = reading.parameter("Role");
        String to = reading.parameter("User", "App", "SecurityGroup", "Policy");
        return role == null || to == null ? null : reading.says(WordingText.MANAGEMENT_ROLE, role, to);
    }

    private static Text setting(Reading reading, WordingText sentence, WordingText thing) {
        String name = reading.parameter("Name", "Identity");
        String shown = name == null ? reading.text(EventField.TARGET) : name;
        return reading.says(sentence, thing.with(), Reading.present(shown), Reading.orNothing(shown));
    }
}
