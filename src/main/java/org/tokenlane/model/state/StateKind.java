package org.tokenlane.model.state;

import java.util.Arrays;
import org.tokenlane.model.text.TextKey;

/** What a fact of a state is about. The case stores the code. */
public enum StateKind implements TextKey {

    INBOX_RULE("inbox-rule"),
    SWEEP_RULE("sweep-rule"),
    TRANSPORT_RULE("transport-rule"),
    /** Where a mailbox forwards all its mail to; nowhere where it has no target. */
    FORWARDING("forwarding"),
    /** Who may open a mailbox; nobody but its owner where there is no trustee. */
    MAILBOX_PERMISSION("mailbox-permission"),
    SEND_AS("send-as"),
    SEND_ON_BEHALF("send-on-behalf"),
    FOLDER_PERMISSION("folder-permission");

    private final String code;

    StateKind(String code) {
        this.code = code;
    }

    public String code() {
        return code;
    }

    /** The kind that is stored under this code. */
    public static StateKind of(String code) {
        return Arrays.stream(values()).filter(kind -> kind.code.equals(code)).findFirst().orElseThrow();
    }
}
