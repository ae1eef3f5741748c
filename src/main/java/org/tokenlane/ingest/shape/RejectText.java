package org.tokenlane.ingest.shape;

import org.tokenlane.model.text.TextKey;

/** Why a record of a known shape cannot be made an event. */
public enum RejectText implements TextKey {
    NO_REQUEST,
    AUDIT_DATA_EMPTY,
    AUDIT_DATA_DAMAGED,
    NO_PROPERTIES,
    NO_OPERATION,
    NO_ACTIVITY,
    NO_RISK_TYPE,
    EMPTY_SIGN_IN,
    NO_DESTINATION,
    NO_ALERT_NAME,
    NO_ALERT_TITLE,
    NO_MESSAGE,
    NO_LINK,
    NO_APPLICATION,
    NOT_AS_WRITTEN,
    NO_STATE
}
