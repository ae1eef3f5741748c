package org.tokenlane.detect.rule;

import java.util.Locale;

/** What a rule needs to be in the case before its silence means anything. */
public enum Need {

    SIGN_INS("Entra sign-ins or the audit log's logons"),
    INTERACTIVE_SIGN_INS("interactive Entra sign-ins"),
    NON_INTERACTIVE_SIGN_INS("non-interactive Entra sign-ins"),
    SESSION_IDS("records with a session id"),
    TOKEN_IDS("records with a token's identifier"),
    AUDIT_LOG("the unified audit log"),
    EXCHANGE("Exchange's part of the unified audit log"),
    SHAREPOINT("SharePoint's or OneDrive's part of the unified audit log"),
    GRAPH("Graph activity"),
    DIRECTORY("directory audits, or the directory's part of the unified audit log"),
    RISK("risk detections"),
    TOKEN_BINDING("sign-ins that tell whether the token is bound"),
    DEVICE_IDS("sign-ins with device ids"),
    NETWORK_NAMES("AS numbers or names of networks"),
    COUNTRIES("countries of addresses");

    private final String words;

    Need(String words) {
        this.words = words;
    }

    /** What it is, for people. */
    public String words() {
        return words;
    }

    /** The need of this name in a rule file ({@code session-ids}), or null. */
    public static Need of(String id) {
        for (Need need : values()) {
            if (need.name().toLowerCase(Locale.ROOT).replace('_', '-').equals(id)) {
                return need;
            }
        }
        return null;
    }
}
