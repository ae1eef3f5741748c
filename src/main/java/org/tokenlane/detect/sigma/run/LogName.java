package org.tokenlane.detect.sigma.run;

import org.tokenlane.model.text.TextKey;

/** The logs that {@code mapping.yml} describes, with their names for people. */
enum LogName implements TextKey {
    AZURE_ACTIVITY,
    DIRECTORY_AUDITS,
    DIRECTORY_CHANGES,
    GRAPH_ACTIVITY,
    PIM_AUDITS,
    RISK_DETECTIONS,
    SECURITY_ALERTS,
    SIGN_INS,
    UNIFIED_AUDIT_LOG,
    UNIFIED_AUDIT_LOG_OF_EXCHANGE
}
