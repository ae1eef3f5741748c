package org.tokenlane.detect.signin;

import org.tokenlane.model.text.TextKey;

/** What rules on sign-ins found. */
enum SignInText implements TextKey {
    FATIGUE,
    HOSTING,
    LINK_THEN_SIGN_IN,
    SPRAY_STOPPED,
    SPRAY_SUCCESS,
    TOTAL,
    TWO_AT_ONCE;
}
