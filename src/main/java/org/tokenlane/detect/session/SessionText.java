package org.tokenlane.detect.session;

import org.tokenlane.model.text.TextKey;

/** What rules on sessions found. */
enum SessionText implements TextKey {
    AFTER_REVOCATION,
    APP_AND_OPERATION,
    BINDING_LOST,
    CONCURRENT_USE,
    DEVICE_CODE,
    IMPOSSIBLE_TRAVEL,
    METRONOME,
    ORIGIN,
    SEVERAL_DEVICES,
    SEVERAL_NETWORKS,
    SEVERAL_PROGRAMS,
    THEN_ELSEWHERE,
    TOKEN_USED_ELSEWHERE,
    TOTAL_TRAVEL,
    TRANSFER,
    UNBOUND_REFRESH,
    USE
}
