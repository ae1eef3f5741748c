package org.tokenlane.ui.filters;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.tokenlane.model.text.TextKey;

/** The first questions after an account takeover, by name, in the filter language. */
final class ReadyFilters {

    static final Map<TextKey, String> ALL = ready();

    private ReadyFilters() {
    }

    private static Map<TextKey, String> ready() {
        Map<TextKey, String> all = new LinkedHashMap<>();
        all.put(FiltersText.READY_INBOX_RULES,
                "op:New-InboxRule,Set-InboxRule,UpdateInboxRules,Set-Mailbox,New-TransportRule,Set-TransportRule");
        all.put(FiltersText.READY_MAIL_READ, "op:MailItemsAccessed");
        all.put(FiltersText.READY_MAIL_SENT, "op:Send,SendAs,SendOnBehalf");
        all.put(FiltersText.READY_MAIL_MOVED, "op:SoftDelete,HardDelete,MoveToDeletedItems,Move");
        all.put(FiltersText.READY_FILES, "op:FileAccessed,FileDownloaded,FileSyncDownloadedFull,FilePreviewed");
        all.put(FiltersText.READY_SHARING,
                "op:AnonymousLinkCreated,SharingLinkCreated,SharingSet,CompanyLinkCreated,SecureLinkCreated");
        all.put(FiltersText.READY_DEVICE_CODE,
                "transfer:deviceCodeFlow,authenticationTransfer OR protocol:deviceCode");
        all.put(FiltersText.READY_FAILED_SIGN_INS,
                "kind:sign-in,sign-in-interactive,sign-in-non-interactive (result:failure OR result:interrupted)");
        all.put(FiltersText.READY_CONSENTS, // not for people: names of operations
                "op:\"Consent to application*\",\"Add app role*\",\"Add delegated permission*\",\"*credential*\",\"Add member to role*\"");
        all.put(FiltersText.READY_MFA, // not for people: names of operations
                "op:\"*security info*\",\"*device*\",\"*authentication method*\"");
        all.put(FiltersText.READY_GRAPH, "kind:graph-call");
        all.put(FiltersText.READY_HOSTILE, "verdict:malicious,suspicious");
        all.put(FiltersText.READY_BOOKMARKS, "marked:bookmark,note");
        all.put(FiltersText.READY_INDICATORS, "marked:indicator");
        return Collections.unmodifiableMap(all);
    }
}
