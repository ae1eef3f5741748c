package org.tokenlane.detect.evidence;

import org.tokenlane.model.text.TextKey;

/** What rules on the evidence found. */
enum EvidenceText implements TextKey {
    TOKEN_WITHOUT_SIGN_IN,
    SIGN_INS_WITHOUT_SESSION
}
