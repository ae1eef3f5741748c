package org.tokenlane.detect.signin;

import org.tokenlane.model.text.TextKey;

/** What rules on sign-ins found. */
enum SignInText implements TextKey {
    SPRAY_SUCCESS,
    SPRAY_STOPPED,
    FATIGUE,
    HOSTING,
    TOTAL,
    TWO_AT_ONCE;
}
