package org.tokenlane.ui.filters;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** What is asked first in an account's takeover, by name, in the filter language. */
final class ReadyFilters {

    static final Map<String, String> ALL = ready();

    private ReadyFilters() {
    }

    private static Map<String, String> ready() {
        Map<String, String> all = new LinkedHashMap<>();
        all.put("Inbox rules and forwarding",
                "op:New-InboxRule,Set-InboxRule,UpdateInboxRules,Set-Mailbox,New-TransportRule,Set-TransportRule");
        all.put("Mail read", "op:MailItemsAccessed");
        all.put("Mail sent", "op:Send,SendAs,SendOnBehalf");
        all.put("Mail deleted or moved", "op:SoftDelete,HardDelete,MoveToDeletedItems,Move");
        all.put("Files viewed and downloaded", "op:FileAccessed,FileDownloaded,FileSyncDownloadedFull,FilePreviewed");
        all.put("Sharing links",
                "op:AnonymousLinkCreated,SharingLinkCreated,SharingSet,CompanyLinkCreated,SecureLinkCreated");
        all.put("Device code and authentication transfer",
                "transfer:deviceCodeFlow,authenticationTransfer OR protocol:deviceCode");
        all.put("Failed and interrupted sign-ins",
                "kind:sign-in,sign-in-interactive,sign-in-non-interactive (result:failure OR result:interrupted)");
        all.put("Consents, credentials and roles",
                "op:\"Consent to application*\",\"Add app role*\",\"Add delegated permission*\",\"*credential*\",\"Add member to role*\"");
        all.put("MFA methods and devices", "op:\"*security info*\",\"*device*\",\"*authentication method*\"");
        all.put("Microsoft Graph", "kind:graph-call");
        all.put("Marked malicious or suspicious", "verdict:malicious,suspicious");
        all.put("Bookmarks and notes", "marked:bookmark,note");
        all.put("Hits of my indicators", "marked:indicator");
        return Collections.unmodifiableMap(all);
    }
}
