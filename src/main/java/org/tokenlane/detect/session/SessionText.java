package org.tokenlane.detect.session;

import org.tokenlane.model.text.TextKey;

/** What rules on sessions found. */
enum SessionText implements TextKey {
    BINDING_LOST,
    CONCURRENT_USE,
    USE,
    IMPOSSIBLE_TRAVEL,
    METRONOME,
    SEVERAL_NETWORKS,
    SEVERAL_DEVICES,
    SEVERAL_PROGRAMS,
    ORIGIN,
    THEN_ELSEWHERE,
    APP_AND_OPERATION,
    TOKEN_USED_ELSEWHERE,
    TOTAL_TRAVEL,
    TRANSFER,
    DEVICE_CODE,
    UNBOUND_REFRESH
}
