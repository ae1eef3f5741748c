package org.tokenlane.detect.facts;

import org.tokenlane.model.text.TextKey;

/** What findings say of places, accounts and devices. */
public enum FactsText implements TextKey {
    ACCOUNT,
    QUOTED,
    UNKNOWN_ACCOUNT,
    UNKNOWN_ADDRESS,
    UNKNOWN_NAME,
    MICROSOFT_NETWORK,
    MOBILE_CARRIER,
    NETWORK_USED_BEFORE,
    NETWORK_OF_SEVERAL,
    REGISTERED_DEVICE,
    CLAIMED_DEVICE,
    CLAIMED_NAMED_DEVICE,
    NAMED_DEVICE,
    BOUND_TOKEN,
    NETWORK_USED_WITH_PROGRAM,
    DEVICE_AFTER_SUSPICION,
    ORDINARY_EXIT,
    PLACE_OF_RECORD,
    SOURCES,
    AFTER_RISKY_FINDING,
    RISKY_SESSION,
    AFTER_RISKY_SESSION,
    AFTER_RISKY_SESSION_SAME_NETWORK,
    SAME_ADDRESS
}
